"""What scripts write into the admin is German, too."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from hub.testing import languages, translate
from tests.desk.german import foreign, texts
from tests.rules.stage import article, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(county):
    return article(county, "Wohnen", [text("<p>Ein Satz.</p>")])


@pytest.fixture
def english(editor):
    """Call it to have the English texts that are to be seen then."""
    return lambda: [words for words in texts(editor.tab.content()) if foreign(words)]


def test_the_editor_of_a_page(editor, page, english):
    editor.open(f"pages/{page.pk}/edit/")
    editor.tab.locator("[name=title]").fill("Wohnen und Leben")
    editor.settle()
    assert english() == []
    for panel in editor.tab.locator("[data-side-panel-toggle]:visible").all():
        panel.click()
    editor.tab.locator("[data-side-panel-toggle=status]").click()
    editor.tab.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible").first.click()
    editor.tab.locator("#id_go_live_at").click()
    editor.tab.locator(".xdsoft_datetimepicker:visible").wait_for()
    assert english() == []


def test_choosers(editor, page, english):
    editor.open(f"pages/{page.pk}/edit/")
    editor.unfold()
    editor.tab.locator("[data-chooser-action-choose]:visible").first.click()
    editor.tab.locator(".modal-content").wait_for()
    for tab in editor.tab.locator(".modal [role=tab]").all():
        tab.click()
        assert english() == []


def test_the_editor_of_a_translation(editor, page, english):
    translate(page, "ar")
    translated = Page.objects.get(translation_key=page.translation_key, locale=languages()["ar"])
    editor.open(f"pages/{translated.pk}/edit/?desk=no")
    editor.tab.locator(".js-translation-editor li.complete").first.get_by_role("button").last.click()
    editor.tab.locator(".js-translation-editor textarea").wait_for()
    assert english() == []
