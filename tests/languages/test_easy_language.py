"""Easy German: written anew beside the German page, called “Leichte Sprache” once its readers have proofread it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale

from home.models import InfoPage
from hub.panels import ReadabilityPanel
from hub.plugins import kinds
from hub.publications import worker
from hub.publications.models import Publication
from hub.testing import make_county, publish, translate
from tests.rules.stage import article, text
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db

EASY = "de-simple"


@pytest.fixture
def german(db, nine):
    wohnen = article(make_county(), "Wohnen", [text("<p>Die Wohnungsgeberbestätigung.</p>"), text("<p>Mehr.</p>")])
    worker.drain()
    return wohnen


@pytest.fixture
def easy(german):
    """The page in easy language, with paragraphs of its own."""
    locale, _made = Locale.objects.get_or_create(language_code=EASY)
    translation = german.copy_for_translation(locale, copy_parents=True)
    translation.title = "Wohnen"
    translation.body = [("text", "<p>Sie suchen eine Wohnung?</p>")]
    translation = publish(translation)
    worker.drain()
    return translation


def shown(client, language: str):
    return page(client.get(f"/{language}/auental/wohnen/"))


def test_it_has_a_body_of_its_own_under_the_same_address(client, easy):
    document = Publication.objects.get(locale=EASY, slug="wohnen").document
    assert [block["value"] for block in document["body"]] == ["<p>Sie suchen eine Wohnung?</p>"]
    assert document["meta"]["content_locale"] == EASY
    soup = shown(client, EASY)
    assert (soup.html["lang"], soup.html["dir"]) == (EASY, "ltr")


def test_a_german_page_leads_to_it_by_a_button_in_the_reader_s_language(client, easy):
    for language, label in (
        ("de", "Diese Seite in Einfacher Sprache lesen"),
        ("en", "Read this page in easy German"),  # the page is not translated: it stands in German there
    ):
        button = shown(client, language).find(class_="easier").a
        assert (words(button), button["href"], button["hreflang"]) == (label, f"/{EASY}/auental/wohnen/", EASY)


def test_a_page_without_it_has_no_button(client, german):
    assert shown(client, "de").find(class_="easier") is None
    assert shown(client, EASY).find(class_="easier") is None


def test_it_is_called_leichte_sprache_once_it_has_been_proofread(client, easy):
    notice = shown(client, EASY).find(class_="easier")
    assert words(notice.strong) == "Einfache Sprache"
    assert links(notice) == {"Diese Seite in Alltags·sprache lesen": "/de/auental/wohnen/"}
    easy.proofread_on = date(2026, 11, 3)
    publish(easy)
    worker.drain()
    assert words(shown(client, EASY).find(class_="easier").strong) == "Leichte Sprache"
    metas = dict(Publication.objects.filter(slug="wohnen").values_list("locale", "document__meta__proofread_on"))
    assert metas == {EASY: "2026-11-03"} | dict.fromkeys(metas.keys() - {EASY})


def test_words_that_follow_the_german_ones_are_not_called_proofread(client, german):
    translation = translate(german, EASY)
    translation.proofread_on = date(2026, 11, 3)
    publish(translation)
    worker.drain()
    assert words(shown(client, EASY).find(class_="easier").strong) == "Einfache Sprache"


@pytest.mark.parametrize("kind", [kind.slug for kind in kinds])
def test_the_form_of_every_kind_says_how_easy_a_page_is_to_read(kind):
    panels = kinds.get(kind).model_class.content_panels
    assert [type(panel) for panel in panels].count(ReadabilityPanel) == 1


def form(client, easy):
    return page(client.get(reverse("wagtailadmin_pages:edit", args=[easy.pk])))


def test_its_form_says_how_easy_it_is_to_read(admin_client, easy, german):
    easy.body = [("text", f"<p>{' '.join(['Wort'] * 13)}.</p><p>Die Wohnungsgeberbestätigung.</p>")]
    easy.save_revision()
    soup = form(admin_client, easy)
    panel = next(words(block) for block in soup.find_all(class_="help-block") if "LIX" in block.text)
    assert "Wohnungsgeberbestätigung" in panel
    assert " ".join(["Wort"] * 13) in panel
    assert "LIX" not in form(admin_client, german).text


def test_only_its_form_records_the_proofreading(admin_client, easy, german):
    assert form(admin_client, easy).find(id="id_proofread_on")
    assert form(admin_client, german).find(id="id_proofread_on") is None


def test_the_german_page_stands_beside_its_form(admin_client, easy, german):
    beside_form = form(admin_client, easy).find("option", value="source")
    assert (beside_form.text.strip(), beside_form.has_attr("selected")) == ("Ausgangsseite", True)
    address = reverse("wagtailadmin_pages:view_draft", args=[easy.pk])
    beside = page(admin_client.get(address, {"mode": "source"}))
    assert beside.html["lang"] == "de"
    assert "Wohnungsgeberbestätigung" in beside.text
    for parameters in ({}, {"mode": ""}):  # moderators see the draft itself
        own = page(admin_client.get(address, parameters))
        assert own.html["lang"] == EASY
        assert "Sie suchen eine Wohnung?" in own.text
    assert [mode for mode, _label in InfoPage.objects.get(pk=german.pk).preview_modes] == [""]
