"""Guides: the contract of kinds, what visitors read, lists, search engines, what the form refuses."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from directory.guides.models import Duty, GuideFigure, GuidePage, GuideProgrammePage
from hub.publications.models import Publication, Tombstone
from hub.taxonomy.models import Place
from hub.testing import KindContract, make_county, publish, translate, work
from hub.testing.admin_form import AdminForm
from tests.consents.stage import NAME, consent
from tests.guides.stage import guide, new_guide
from tests.rules.stage import block, fresh, office
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db

ADDRESS, LIST = "/{}/auental/lotsin-7/", "/{}/auental/guides/"
NAMELESS = {"photo": None, "name_until": None, "photo_until": None}


@pytest.mark.thorough  # the contract of offices is among the quick tests
class GuideContract(KindContract, TestCase):
    kind = "guides"
    may_be_empty = ("image",)

    def make_parent(self) -> Page:
        county = make_county()
        self.facts = {"consent": consent(county)}
        return county

    def fill(self, parent: Page, number: int = 1) -> Any:
        self.facts = {**self.facts, "number": number}
        return super().fill(parent, number)


@pytest.mark.thorough  # the contract of offices is among the quick tests
class GuideProgrammeContract(KindContract, TestCase):
    kind = "guide-programmes"


@pytest.fixture(scope="module")
def shared_lotsin(shared_county, shared_editing) -> GuidePage:
    county = shared_county
    with shared_editing():
        translate(county, "ar")
        made = guide(
            county,
            consent(county, **NAMELESS),
            availability="werktags ab 16 Uhr",
            introduction="Ich zeige gern den Weg.",
            appointed_from=date(2025, 3, 1),
            trainings=json.dumps([block("training", {"title": "Grundschulung", "year": 2025})]),
        )
        made.places = [Place.objects.create(slug="auenstadt", names={"de": "Auenstadt", "ar": "أوينشتات"})]
        made.save_revision().publish()
        translate(made, "ar", mark="عربي")
    return made


@pytest.fixture
def lotsin(shared_lotsin, db) -> GuidePage:
    """A guide without a name, in German and Arabic."""
    return fresh(shared_lotsin)


@pytest.fixture
def programme(county, lotsin, editing) -> GuideProgrammePage:
    with editing():
        made = GuideProgrammePage(
            title="Lotsin oder Lotse werden",
            slug="lotse-werden",
            contact=Page.objects.get(slug="koordinierungsstelle"),
            training="Drei Samstage.",
            appointment="Der Landkreis gibt einen Ausweis.",
            certificate="Der Landkreis bezahlt das Führungszeugnis.",
            expenses="Fahrtkosten werden erstattet.",
            duties=[Duty(text="Zum Amt begleiten", locale=county.locale)],
            figures=[GuideFigure(number=14, label="Lotsinnen und Lotsen", as_of="2026-10", locale=county.locale)],
        )
        publish(made, county)
    work()
    return made


def test_a_visitor_reads_languages_help_and_whom_to_ask_but_no_name(lotsin, client):
    html = page(client.get(ADDRESS.format("de"))).main
    assert [words(part) for part in html.find(class_="guide__facts").find_all(["dt", "dd"])] == [
        *("Spricht", "Arabisch Muttersprache Kurdisch (Kurmandschi) fließend"),
        *("Hilft bei", "Wohnen Hausordnung Sich zurechtfinden Arztbesuch"),
        *("Wo", "Auenstadt"),
        *("Wann", "werktags ab 16 Uhr"),
        *("Berufen", "seit 1. März 2025"),
    ]
    ask = html.find(class_="contact")
    assert words(ask).startswith("Fragen Sie nach Nummer 7")
    assert set(links(ask).values()) == {"/de/auental/koordinierungsstelle/", "tel:+493023125000"}
    assert "Grundschulung (2025)" in words(html)
    assert not html.find("img")
    assert NAME.split()[1] not in html.get_text()


def test_in_arabic_facts_are_arabic_and_words_translated(lotsin, client):
    html = page(client.get(ADDRESS.format("ar"))).main
    facts = words(html.find(class_="guide__facts"))
    assert "العربية" in facts
    assert "عربي werktags ab 16 Uhr" in facts
    assert "أوينشتات" in facts
    assert "عربي Ich zeige gern den Weg." in words(html)


def test_the_countys_link_to_the_list_of_guides_is_no_guides_card(lotsin, client):
    card = page(client.get("/ar/auental/")).main.find("a", href="/ar/auental/guides/").find_parent(class_="card")
    assert words(card) == "المرشدون والمرشدات"


def test_apps_read_levels_areas_and_offices_without_html(lotsin, client):
    shown = client.get(f"/api/v2/pages/{lotsin.pk}/?locale=de").json()
    assert [(item["code"], item["level"]["slug"]) for item in shown["spoken_languages"]] == [
        ("ar", "native"),
        ("kmr", "fluent"),
    ]
    assert shown["areas"][1] == {
        "slug": "orientation",
        "name": "Sich zurechtfinden",
        "tasks": [{"slug": "doctor", "name": "Arztbesuch"}],
    }
    assert (shown["number"], shown["appointed_from"], shown["image"]) == (7, "2025-03-01", None)
    assert (shown["consent"]["name"], shown["consent"]["photo"]) == ("", None)
    assert shown["offices"][0]["value"]["phones"][0]["value"]["number"] == "030 23125000"


def test_the_list_is_narrowed_by_language_area_and_task(lotsin, county, client, editing):
    russian = json.dumps([block("language", {"language": "ru", "level": "good"})])
    with editing():
        guide(county, consent(county, **NAMELESS), "Lotse 8", 8, languages=russian, helps_with=["sport"])
    work()
    for query in ("spoken_languages=ar", "areas=housing", "tasks=doctor"):
        html = page(client.get(f"{LIST.format('de')}?{query}"))
        assert [words(card) for card in html.find_all(class_="card__title")] == ["Lotsin 7"], query
    card = words(html.find(class_="card"))
    assert "Spricht: Arabisch, Kurdisch (Kurmandschi)" in card
    assert "Hilft bei: Wohnen, Sich zurechtfinden" in card


def test_the_list_says_how_to_become_a_guide_and_how_many_there_are(lotsin, programme, client):
    html = page(client.get(LIST.format("de"))).main
    assert words(html.find(class_="figures")) == "14 Lotsinnen und Lotsen Stand: Oktober 2026"
    panel = html.find("details", class_="guide__panel")
    assert words(panel.summary) == "Lotsin oder Lotse werden"
    for said in (
        "Zum Amt begleiten",
        "Drei Samstage.",
        "einen Ausweis",
        "Führungszeugnis",
        "Fahrtkosten",
        "030 23125000",
    ):
        assert said in words(panel)
    assert "/de/auental/lotse-werden/" in links(panel).values()
    arabic = page(client.get(LIST.format("ar"))).main.find("details")
    assert arabic.parent["lang"] == "de", "not translated yet"


def test_a_list_without_that_page_is_whole(lotsin, client):
    html = page(client.get(LIST.format("de"))).main
    assert not html.find("details", class_="guide__panel")
    assert html.find(class_="card")


def test_search_engines_pass_over_guides_and_find_how_to_become_one(lotsin, programme, client):
    for address in (ADDRESS.format("de"), LIST.format("de")):
        head = page(client.get(address)).head
        assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert not head.find("link", rel="canonical")
        assert not head.find("script", type="application/ld+json")
    assert not page(client.get("/de/auental/lotse-werden/")).head.find("meta", attrs={"name": "robots"})
    sitemap = client.get("/sitemap-de.xml").content.decode()
    assert "/de/auental/lotse-werden/" in sitemap
    assert "lotsin-7" not in sitemap
    assert "/guides/" not in sitemap


def test_the_page_is_gone_when_the_appointment_has_ended(lotsin, client, editing):
    with editing():
        made = GuidePage.objects.get(pk=lotsin.pk)
        made.appointed_until = timezone.localdate() - timedelta(days=1)
        made.save_revision().publish()
    assert client.get(ADDRESS.format("de")).status_code == 404
    work()
    assert {stone.reason for stone in Tombstone.objects.filter(page_id=lotsin.pk)} == {"withdrawn"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "Wanda hilft"}, "title"),
        ({"slug": "lotsin-beispielhaft"}, "slug"),
        ({"summary": "Fragen Sie nach Wanda."}, "summary"),
        ({"introduction": "Ich heiße Wanda Beispielhaft."}, "introduction"),
        ({"trainings": json.dumps([block("training", {"title": "Kurs von Wanda"})])}, "trainings"),
        ({"summary": "Wandas Sprechstunde"}, "summary"),
        ({"summary": "WANDA hilft"}, "summary"),
        ({"availability": "0151 23456789"}, "availability"),
        ({"availability": "0151.234 5678"}, "availability"),
        ({"availability": "٠١٥١٢٣٤٥٦٧٨"}, "availability"),
        ({"availability": "wa.me/4915123456789"}, "availability"),
        ({"availability": "w (at) example.org"}, "availability"),
        ({"introduction": "Schreiben Sie an w@example.org"}, "introduction"),
        ({"appointed_from": date(2026, 2, 2), "appointed_until": date(2026, 2, 1)}, "appointed_until"),
    ],
)
def test_name_and_own_contact_are_refused_everywhere(county, values, field):
    made = new_guide(county, consent(county, **NAMELESS))
    for name, value in values.items():
        setattr(made, name, value)
    with pytest.raises(ValidationError) as refused:
        made.clean()
    assert set(refused.value.error_dict) == {field}


def test_times_years_and_common_words_are_no_contact_and_no_name(county):
    made = new_guide(county, consent(county, **NAMELESS, name="Ida van der Klein"))
    made.slug = "hilfe-bei-der-post"
    for text in (
        "08:30 – 12:00 Uhr, seit 2016-2026, auch kleine Fragen, klein oder groß",
        "Grundkurs 03/2024, in der Volkshochschule",
        "ab 01-09-2026, 0800-1200 Uhr, in 06217 / 06237",
    ):
        made.availability = text
        made.clean()


@pytest.mark.parametrize(
    ("name", "text"), [("Li Na", "Na hilft"), ("José Núñez", "Jose hilft"), ("Ida Müller", "MUELLER")]
)
def test_a_name_is_known_by_other_spellings(county, name, text):
    made = new_guide(county, consent(county, **NAMELESS, name=name), summary=text)
    with pytest.raises(ValidationError):
        made.clean()


def test_not_even_a_draft_is_kept_without_a_record_or_with_the_name(county, admin_client):
    made = new_guide(county, consent(county, **NAMELESS), "Lotse 9", 9)
    data = AdminForm(GuidePage, county).data(made)
    for refused in ({"consent": ""}, {"title": "Lotsin Wanda"}):
        admin_client.post(f"/admin/pages/add/guides/guidepage/{county.pk}/", {**without_actions(data), **refused})
        assert not GuidePage.objects.filter(number=9).exists(), refused
    admin_client.post(f"/admin/pages/add/guides/guidepage/{county.pk}/", without_actions(data))
    assert GuidePage.objects.filter(number=9).exists()


def without_actions(data: dict) -> dict:
    return {name: value for name, value in data.items() if not name.startswith("action-")}


def test_two_guides_of_a_county_have_not_the_same_number(lotsin, county, admin_client):
    made = new_guide(county, lotsin.consent, "Lotse 8", 7)
    data = AdminForm(GuidePage, county).data(made)
    admin_client.post(f"/admin/pages/add/guides/guidepage/{county.pk}/", without_actions(data))
    assert not GuidePage.objects.filter(slug="lotse-8").exists()


def test_nobody_copies_a_guide(lotsin, county, admin_client):
    address = reverse("wagtailadmin_pages:copy", args=[lotsin.pk])
    assert admin_client.get(address).status_code == 302
    values = {"new_title": "Lotse 8", "new_slug": "lotse-8", "new_parent_page": county.pk}
    assert admin_client.post(address, values).status_code == 302
    with pytest.raises(ValidationError):
        lotsin.copy(update_attrs={"slug": "lotse-8"})
    assert GuidePage.objects.filter(locale=county.locale).count() == 1


def test_without_a_public_office_the_countys_contact_is_asked(lotsin, county, client, editing):
    county = fresh(county)
    county.contact_id = office(county, "Kreishaus").pk
    with editing():
        publish(county)
        Page.objects.get(slug="koordinierungsstelle", locale=county.locale).specific.unpublish()
    work()
    assert (
        links(page(client.get(ADDRESS.format("de"))).main.find(class_="contact"))["Kreishaus"]
        == "/de/auental/kreishaus/"
    )


def test_who_names_no_place_comes_to_all(lotsin, county, client, editing):
    with editing():
        guide(county, consent(county, **NAMELESS), "Lotse 8", 8)
    work()
    address = LIST.format("de")
    html = page(client.get(f"{address}?places=auenstadt"))
    assert {words(card) for card in html.find_all(class_="card__title")} == {"Lotsin 7", "Lotse 8"}
    [place] = client.get("/api/v2/guides/?locale=de&limit=1").json()["meta"]["facets"]["places"]
    assert (place["value"], place["count"]) == ("auenstadt", 2)


def test_the_list_costs_the_same_for_many_guides(lotsin, programme, county, client, editing):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST.format("de")).status_code == 200
        return len(queries)

    cost()
    few = cost()
    with editing():
        for number in range(8, 11):
            guide(county, consent(county, **NAMELESS), f"Lotse {number}", number)
    work()
    assert cost() == few
    assert Publication.objects.filter(kind="guides", locale="de").count() == 4
