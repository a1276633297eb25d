"""Editors see a draft as visitors will see it, in the language of the page."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail_localize.models import Translation

from hub.testing import make_county, publish, translate
from tests.desk.forms import filled
from tests.rules.stage import article, draft, office, text
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
    assert soup.find(class_="languages").find(attrs={"aria-current": True})["hreflang"] == "de"
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


def test_an_office_with_a_closing_date_is_shown_as_its_form_stands(editor, county):
    """A posted form leaves dates as Python's own in a stream; a stored page has them as text."""
    amt = office(county)
    closed = streamfield([("closed", {"first": "24.12.2099", "last": "31.12.2099", "reason": "holidays"})])
    form = filled(editor, amt, **nested_form_data({"closed": closed}))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[amt.pk])
    assert editor.post(address, form).json()["is_valid"]
    answer = editor.get(address)
    assert answer.status_code == 200
    assert answer.context["document"]["opening_hours"]["closed"] == [
        {"from": "2099-12-24", "to": "2099-12-31", "reason": "Ferien"}
    ]
    assert "24. Dezember 2099" in words(page(answer))


def test_the_home_page_shows_its_counties(editor, county, editing):
    with editing():
        make_county("hausen", "Landkreis Hausen")
    home = county.get_parent()
    soup = page(editor.get(reverse("wagtailadmin_pages:view_draft", args=[home.pk])))
    assert "Landkreis Hausen" in words(soup.main)
