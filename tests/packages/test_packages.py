"""Welcome packages: the contract of kinds, what visitors read, what apps keep, lists, search engines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from wagtail.blocks import StructBlockValidationError

from directory.offices.models import OfficePage
from directory.packages.blocks import TaskBlock
from directory.packages.models import PackagePage
from directory.packages.situations import SituationsField
from hub.taxonomy.models import TargetGroup
from hub.testing import KindContract, publish, translate, work
from tests.rules.stage import block, fresh, office, text
from tests.site.reading import links, page, words
from tests.site.vocabulary import mistakes

pytestmark = pytest.mark.django_db

ADDRESS = "/{}/auental/ankommen/"
FIRST, SECOND = "11111111-0000-4000-8000-000000000001", "22222222-0000-4000-8000-000000000002"
REGISTER, NAMES = "33333333-0000-4000-8000-000000000003", "44444444-0000-4000-8000-000000000004"


@pytest.mark.thorough  # the contract of offices is among the quick tests
class PackageContract(KindContract, TestCase):
    kind = "packages"


def chapter(title: str, when: str, block_id: str) -> dict:
    return block("chapter", {"title": title, "when": when}, block_id)


def task(title: str, block_id: str, **values: Any) -> dict:
    empty = {"text": "", "within": None, "unit": "", "counted_from": "", "office": None, "bring": []}
    return block("task", {"title": title, **empty, **values}, block_id)


def rows(*items: Any) -> list[dict]:
    """Return the items of a list within a block."""
    return [{"type": "item", "value": value, "id": f"row-{number}"} for number, value in enumerate(items)]


def package(parent, body: list[dict], title: str = "Ankommen", **values: Any) -> PackagePage:
    return publish(PackagePage(title=title, slug=title.lower(), body=json.dumps(body), **values), parent)


@pytest.fixture(scope="module")
def shared_desk(shared_county, shared_editing) -> OfficePage:
    with shared_editing():
        translate(shared_county, "ar")
        return office(shared_county, "Meldestelle")


@pytest.fixture
def desk(shared_desk, db) -> OfficePage:
    return fresh(shared_desk)


@pytest.fixture(scope="module")
def shared_welcome(shared_county, shared_desk, shared_editing) -> PackagePage:
    county, desk = shared_county, shared_desk
    body = [
        text("<p>Willkommen!</p>"),
        chapter("Die ersten Tage", "first_days", FIRST),
        task(
            "Wohnung anmelden",
            REGISTER,
            text="<p>Das ist Pflicht.</p>",
            within=2,
            unit="weeks",
            counted_from="Einzug",
            office=desk.pk,
            bring=rows("Ausweis", "Bestätigung des Vermieters"),
        ),
        task("Namen an den Briefkasten", NAMES),
        block(
            "steps",
            {"title": "So geht es", "steps": rows({"title": "Termin", "text": ""}, {"title": "Gehen", "text": ""})},
        ),
        chapter("Sprache", "three_months", SECOND),
        block("cards", {"title": "Hier hilft man", "cards": rows(desk.pk)}),
        block(
            "questions", {"title": "", "questions": rows({"question": "Was kostet es?", "answer": "<p>Nichts.</p>"})}
        ),
    ]
    with shared_editing():
        made = package(county, body, arrival=["work", "ukraine"])
        made.target_groups = [TargetGroup.objects.create(slug="families", names={"de": "Familien", "ar": "العائلات"})]
        made.save_revision().publish()
        translate(made, "ar", mark="عربي")
    return made


@pytest.fixture
def welcome(shared_welcome, db) -> PackagePage:
    """A package of two chapters with every block of its own, in German and Arabic."""
    return fresh(shared_welcome)


def document(pk: int, locale: str = "de") -> dict:
    return Client().get(f"/api/v2/pages/{pk}/", {"locale": locale}).json()


def edit(made: PackagePage, body: list[dict], editing) -> None:
    with editing():
        made = fresh(made)
        made.body = json.dumps(body)
        made.save_revision().publish()
    work()


def test_a_visitor_reads_for_whom_it_is_then_which_chapter_comes_when(welcome, client):
    html = page(client.get(ADDRESS.format("de"))).main
    assert (
        links(html.find("section"))["Aus der Ukraine, wegen des Krieges"] == "/de/auental/packages/?situations=ukraine"
    )
    contents = html.find("nav", class_="contents")
    assert words(contents.h2) == "Meine ersten Wochen"
    assert links(contents) == {"Die ersten Tage": f"#{FIRST}", "Sprache": f"#{SECOND}"}
    assert [words(when) for when in contents.find_all(class_="contents__when")] == [
        "In den ersten Tagen",
        "In den ersten drei Monaten",
    ]
    assert html.find(string="Willkommen!").find_next("nav") == contents, "the introduction comes first"


def test_a_visitor_reads_what_to_do_until_when_where_and_with_what(welcome, client):
    html = page(client.get(ADDRESS.format("de"))).main
    first = html.find(id=FIRST)
    tasks = first.find_all("li", class_="task")
    assert [item["id"] for item in tasks] == [REGISTER, NAMES]
    facts = tasks[0].find("dl")
    assert [words(part) for part in facts.find_all(["dt", "dd"])] == [
        *("Frist", "innerhalb von 2 Wochen ( gerechnet ab: Einzug)"),
        *("Wo", "Meldestelle 030 23125000"),
        *("Mitbringen", "Ausweis Bestätigung des Vermieters"),
    ]
    assert tasks[1].find("dl") is None
    assert [words(step) for step in first.find(class_="steps").find_all("li")] == ["Termin", "Gehen"]
    second = html.find(id=SECOND)
    assert words(second.find(class_="card")).startswith("Meldestelle")
    assert links(second.find(class_="card"))["030 23125000"] == "tel:+493023125000"
    assert words(second.find(class_="questions")) == "Was kostet es? Nichts."


def test_nothing_to_tick_is_shown_before_the_script_runs(welcome, client):
    html = page(client.get(ADDRESS.format("de"))).main
    assert all(box.has_attr("hidden") for box in html.find_all("input"))
    assert all(
        element.has_attr("hidden")
        for element in html.find_all(attrs={"data-progress": True})
        if element["data-progress"]
    )
    panel = html.find(class_="ticks")
    assert panel.has_attr("hidden")
    assert panel["data-ticks"] == str(welcome.translation_key)
    assert words(panel.button) == "Alle Häkchen löschen"
    assert "bleiben auf diesem Gerät" in words(panel)
    assert "{done}" in json.loads(html.find(id="tick-words").string)["progress"]


def test_an_arabic_reader_has_the_same_anchors(welcome, client):
    html = page(client.get(ADDRESS.format("ar"))).main
    assert list(links(html.find("nav", class_="contents")).values()) == [f"#{FIRST}", f"#{SECOND}"]
    first = html.find(id=FIRST)
    assert words(first.h2) == "عربي Die ersten Tage"
    assert words(first.find("dd")) == "خلال أسبوعين ( تُحسب من: عربي Einzug)"
    assert "أوكرانيا" in words(html.find("section"))


def test_an_app_keeps_ticks_by_block_across_an_edit_and_a_change_of_language(welcome, desk, editing):
    def tasks(locale: str) -> dict[str, dict]:
        shown = document(welcome.pk, locale)
        assert shown["meta"]["translation_key"] == str(welcome.translation_key)
        return {item["id"]: item["value"] for item in shown["body"] if item["type"] == "task"}

    ticked = list(tasks("de"))
    assert ticked == [REGISTER, NAMES]
    register = tasks("de")[REGISTER]
    assert register["deadline"] == {
        "number": 2,
        "unit": "weeks",
        "duration": "P2W",
        "text": "innerhalb von 2 Wochen",
        "from": "Einzug",
    }
    assert register["office"]["title"] == "Meldestelle"
    assert [item["value"] for item in register["bring"]] == ["Ausweis", "Bestätigung des Vermieters"]
    assert list(tasks("ar")) == ticked
    edit(
        welcome,
        [
            chapter("Sprache", "later", SECOND),
            task("Namen an den Briefkasten", NAMES),
            chapter("Anfang", "first_days", FIRST),
            task("Wohnung ummelden", REGISTER, within=1, unit="weeks", office=desk.pk),
        ],
        editing,
    )
    assert set(tasks("de")) == set(tasks("ar")) == set(ticked)
    assert tasks("ar")[REGISTER]["deadline"]["text"] == "خلال أسبوع واحد"
    assert [
        item["value"]["when"]["slug"] for item in document(welcome.pk, "ar")["body"] if item["type"] == "chapter"
    ] == [
        "later",
        "first_days",
    ]


def test_a_chapter_is_never_left_out_or_its_content_would_fall_to_the_one_before(welcome, editing, client):
    new = "55555555-0000-4000-8000-000000000005"
    body = welcome.body.get_prep_value()
    edit(welcome, [*body[:5], chapter("Wohnen", "two_weeks", new), *body[5:]], editing)
    html = page(client.get(ADDRESS.format("ar"))).main
    heading = html.find(id=new).h2
    assert (words(heading), heading["lang"], heading["dir"]) == ("Wohnen", "de", "ltr")
    assert len(html.find(class_="contents").find_all("li")) == 3


def test_it_is_found_by_group_and_situation(welcome, county, client, editing):
    with editing():
        package(county, [], "Studium", arrival=["study"])
    work()
    for query in ("situations=work", "situations=ukraine&target_groups=families"):
        html = page(client.get(f"/de/auental/packages/?{query}"))
        assert [words(card) for card in html.find_all(class_="card__title")] == ["Ankommen"], query
    assert "Aus der Ukraine, wegen des Krieges · Familien" in words(html.find(class_="card"))
    items = client.get("/api/v2/packages/", {"locale": "ar", "situations": "study"}).json()["items"]
    assert [item["title"] for item in items] == ["Studium"]
    assert items[0]["situations"][0]["slug"] == "study"


def test_search_engines_are_told_for_whom_it_is_and_its_chapters(welcome, client):
    html = page(client.get(ADDRESS.format("de")))
    data = json.loads(html.find("script", type="application/ld+json").string)
    assert list(mistakes(data)) == []
    assert data["@type"] == "Guide"
    assert data["audience"][-1] == {"@type": "Audience", "audienceType": "Familien"}
    assert data["hasPart"][0]["url"].endswith(f"/de/auental/ankommen/#{FIRST}")


def test_an_office_that_is_not_public_is_not_missed(welcome, desk, client, editing):
    with editing():
        desk.unpublish()
    work()
    html = page(client.get(ADDRESS.format("de"))).main
    assert "Wo" not in [words(term) for term in html.find_all("dt")]
    assert html.find(class_="card") is None
    assert "Hier hilft man" not in words(html)


def test_a_page_with_hardly_anything_is_whole(county, client, editing):
    with editing():
        package(county, [], "Leer")
    work()
    html = page(client.get("/de/auental/leer/")).main
    assert html.find_all(["h2", "nav", "section"], class_=lambda name: name != "ticks" and name != "breadcrumbs") == []


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"within": 2}, "unit"),
        ({"unit": "weeks"}, "within"),
        ({"counted_from": "Einzug"}, "counted_from"),
    ],
)
def test_half_a_deadline_is_refused(values, wrong):
    definition = TaskBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        definition.clean(definition.to_python(task("Anmelden", "", **values)["value"]))
    assert set(refused.value.block_errors) == {wrong}


def test_an_unknown_reason_is_refused():
    with pytest.raises(ValidationError):
        SituationsField().clean(["holiday"], None)
