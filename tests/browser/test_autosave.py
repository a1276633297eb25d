"""Publishing while a draft is being saved, which Wagtail does half a second after the last change."""

import re
import time

import pytest
from playwright.sync_api import expect
from wagtail import hooks
from wagtail.models import Page

from home.models import InfoPage
from hub.publications.worker import drain
from tests.rules.stage import draft, fresh

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TRIES = 6
BETWEEN = 400  # milliseconds: the longest wait is as long as a draft takes to be noticed, sent and stored


@pytest.fixture
def slow_drafts():
    """Let the server take its time with each draft that the form saves by itself, when it has read the page."""

    def wait(request, *args, **kwargs):
        if request.method == "POST" and "application/json" in request.headers["Accept"]:
            time.sleep(1)

    with hooks.register_temporarily([("before_create_page", wait), ("before_edit_page", wait)]):
        yield


@pytest.mark.usefixtures("slow_drafts")
def test_what_was_published_while_a_draft_was_saved_is_public(county, editor, visit):
    tab = editor.tab
    titles = [f"Seite {number}" for number in range(TRIES)]
    for number, title in enumerate(titles):
        editor.open(f"pages/add/home/infopage/{county.pk}/")
        publish = editor.choose("footer", "[name=action-publish]:not([value=minor])")
        tab.keyboard.press("Escape")
        tab.wait_for_timeout(2100)  # only then does Wagtail look for changes
        tab.locator("[name=title]").press_sequentially(title)
        expect(tab.locator("[name=slug]")).to_have_value(f"seite-{number}")
        if number % 2:  # not the first draft, which makes the page, but the second
            expect(tab.locator("form[data-edit-form]")).to_have_attribute("action", re.compile("/edit/$"))
            tab.locator("[name=summary]").press_sequentially("Kurz.")
        tab.wait_for_timeout(BETWEEN * number)
        tab.evaluate("button => button.click()", publish.element_handle())
        tab.wait_for_url(f"**/admin/pages/{county.pk}/")
    pages = InfoPage.objects.child_of(Page.objects.get(pk=county.pk)).order_by("path")
    assert [(page.title, page.live, page.has_unpublished_changes) for page in pages] == [
        (title, True, False) for title in titles
    ]
    assert [page.summary for page in pages] == ["", "Kurz."] * (TRIES // 2)
    drain()
    for number, title in enumerate(titles):
        expect(visit(f"/de/auental/seite-{number}/").locator("h1")).to_have_text(title)


def test_drafts_are_saved_after_a_form_came_back_with_mistakes(county, editor):
    tab = editor.tab
    page = draft(county, "Wohnen")
    page.save_revision()
    editor.open(f"pages/{page.pk}/edit/")
    tab.wait_for_timeout(2100)
    tab.locator("[name=title]").fill("")
    editor.publish()  # without a title
    for title in ("Wohnen und Miete", "Wohnung"):  # what was wrong is right, and is changed once more
        tab.wait_for_timeout(2100)
        tab.locator("[name=title]").fill(title)
        editor.settle()
        assert fresh(page).get_latest_revision_as_object().title == title
