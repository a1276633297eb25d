"""Editors see a draft as visitors will see it, in the language of the page."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail_localize.models import Translation

from hub.testing import publish, translate
from tests.rules.stage import article, draft, text
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "password of an editor")
    client.force_login(user)
    return client


def test_a_draft_shows_its_words_and_is_public_nowhere(editor, county, editing):
    with editing():
        wohnen = article(county, "Wohnen", [text("<p>Öffentlich</p>")])
    wohnen.title = "Entwurf"
    wohnen.save_revision()
    soup = page(editor.get(reverse("wagtailadmin_pages:view_draft", args=[wohnen.pk])))
    assert soup.h1.text == "Entwurf"
    assert soup.find(class_="languages").find(attrs={"aria-current": True})["lang"] == "de"
    assert page(editor.get("/de/auental/wohnen/")).h1.text == "Wohnen"


def test_a_page_that_was_never_published(editor, county):
    entwurf = draft(county)
    entwurf.save_revision()
    soup = page(editor.get(reverse("wagtailadmin_pages:view_draft", args=[entwurf.pk])))
    assert soup.h1.text == "Entwurf"
    assert words(soup.find(class_="breadcrumbs")) == "Landkreis Auental"


def test_a_translation_is_shown_in_its_language_whatever_the_editor_speaks(editor, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
        translate(wohnen, "ar", publish=False)
    translation = Translation.objects.get(source__object_id=wohnen.translation_key)
    soup = page(editor.get(reverse("wagtail_localize:preview_translation", args=[translation.pk])))
    assert soup.html["lang"] == "ar"
    assert soup.h1.text == "ar Wohnen"


def test_the_editors_own_language_comes_back_after_a_preview(editor, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
    editor.get(reverse("wagtailadmin_pages:view_draft", args=[wohnen.pk]))
    answer = editor.get(reverse("wagtailadmin_pages:edit", args=[wohnen.pk]))
    assert page(answer).html["lang"].startswith("de")


def test_a_preview_is_not_kept(editor, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
    publish(wohnen)
    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[wohnen.pk]))
    assert "private" in answer["Cache-Control"]
