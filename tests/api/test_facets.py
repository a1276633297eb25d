"""Facets: typed values, labels in the reader's language, and counts that say what choosing another value would give."""

import dataclasses
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.api.views import ListView
from hub.plugins import Facet, kinds
from hub.publications.worker import Worker
from hub.representation.facets import facet_values
from hub.taxonomy.models import Topic
from hub.testing import make_county, work
from tests.rules.stage import article, draft, office, restrict

pytestmark = pytest.mark.django_db

OFFICES = "/api/v2/offices/"


@pytest.fixture
def topics():
    return {
        slug: Topic.objects.create(slug=slug, names={"de": german, "ar": arabic})
        for slug, german, arabic in (
            ("housing", "Wohnen", "السكن"),
            ("work", "Arbeit", "العمل"),
            ("law", "Recht", "قانون"),
        )
    }


@pytest.fixture
def offices(county, topics, editing):
    """Three offices: Amt (housing, work; German, Arabic), Beratung (work; Arabic), Cafe (no topic; German)."""
    with editing():
        office(county, "Amt", topics=[topics["housing"], topics["work"]], languages=["de", "ar"])
        office(county, "Beratung", topics=[topics["work"]], languages=["ar"])
        office(county, "Cafe", languages=["de"])
    work()


def answer(client, **parameters) -> dict:
    found = client.get(OFFICES, {"locale": "de", "order": "title", **parameters})
    assert found.status_code == 200, found.content
    return found.json()


def titles(client, **parameters) -> list[str]:
    return [item["title"] for item in answer(client, **parameters)["items"]]


def counted(client, name: str, **parameters) -> dict:
    return {item["value"]: item["count"] for item in answer(client, **parameters)["meta"]["facets"][name]}


def refusal(client, **parameters) -> str:
    found = client.get(OFFICES, parameters)
    assert found.status_code == 400, found.content
    return found.json()["detail"]


def test_values_are_labelled_in_the_language_asked_for(client, offices):
    german = answer(client)["meta"]["facets"]["topics"]
    assert german == [
        {"value": "work", "label": "Arbeit", "count": 2},
        {"value": "housing", "label": "Wohnen", "count": 1},
    ]
    arabic = {item["value"]: item["label"] for item in answer(client, locale="ar")["meta"]["facets"]["topics"]}
    assert arabic == {"housing": "السكن", "work": "العمل"}
    without = client.get(OFFICES).json()["meta"]["facets"]["topics"]
    assert without == german


def test_values_of_one_facet_widen_and_facets_narrow(client, offices):
    assert titles(client, topics="housing") == ["Amt"]
    assert titles(client, topics="housing,work") == ["Amt", "Beratung"]
    assert titles(client, topics=["housing", "work"]) == ["Amt", "Beratung"]
    assert titles(client, topics="work", spoken_languages="de") == ["Amt"]
    assert titles(client, topics="") == ["Amt", "Beratung", "Cafe"]


def test_counts_obey_the_other_facets_and_not_their_own(client, offices):
    assert counted(client, "topics", topics="housing") == {"housing": 1, "work": 2}
    assert counted(client, "spoken_languages", topics="work") == {"ar": 2, "de": 1}
    assert counted(client, "topics", topics="work", spoken_languages="de") == {"housing": 1, "work": 1}


def test_counts_obey_the_search_and_the_county(client, offices, editing):
    with editing():
        office(make_county("bergtal", "Landkreis Bergtal"), "Amt Bergtal", languages=["tr"])
    worker = Worker()
    while worker.follow():
        pass
    assert counted(client, "spoken_languages", search="Beratung") == {"ar": 1}
    assert counted(client, "spoken_languages", county="bergtal") == {"tr": 1}
    assert counted(client, "topics", county="bergtal", topics="work") == {"work": 0}, "what is chosen can be taken back"


def test_what_no_page_has_is_refused_and_a_term_without_pages_is_not(client, offices):
    assert "'cooking'" in refusal(client, topics="housing,cooking")
    assert "'xx'" in refusal(client, spoken_languages="xx")
    found = answer(client, topics="law", locale="ar")
    assert found["items"] == []
    assert {"value": "law", "label": "قانون", "count": 0} in found["meta"]["facets"]["topics"]


def test_a_value_may_hold_a_comma(client, county, editing):
    with editing():
        office(county, "Amt", topics=[Topic.objects.create(slug="a,b", names={"de": "A, B"})])
    assert titles(client, topics="a,b") == ["Amt"]


def test_values_of_pages_that_are_not_public_are_unknown(client, offices, county, topics, editing):
    with editing():
        private = office(county, "Geheim", languages=["tr"])
        restrict(private)
        draft(county)
    assert "'tr'" in refusal(client, spoken_languages="tr")
    assert "tr" not in counted(client, "spoken_languages")


def test_kinds_alone_have_facets(client, offices):
    assert "facets" not in client.get("/api/v2/pages/").json()["meta"]
    assert client.get("/api/v2/counties/").json()["meta"]["facets"] == {}


def test_queries_do_not_grow_with_values(client, offices, county, editing):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            answer(client, topics="work", spoken_languages="ar,de")
        return len(queries)

    few = cost()
    with editing():
        for number in range(6):
            topic = Topic.objects.create(slug=f"topic-{number}", names={"de": f"Thema {number}"})
            office(county, f"Amt {number}", topics=[topic], languages=["de", "ar", "tr", "uk"])
    assert cost() == few


def test_queries_do_not_grow_with_the_facets_chosen(client, offices):
    def cost(**chosen):
        with CaptureQueriesContext(connection) as queries:
            assert answer(client, **chosen)["items"]
        return len(queries)

    every = answer(client, topics="work", spoken_languages="ar")["meta"]["facets"]
    chosen = {name: values[0]["value"] for name, values in every.items() if values and values[0]["count"]}
    assert len(chosen) > 2
    assert cost(**chosen) == cost(topics="work")


class TestTypes:
    """A kind of articles whose documents hold a truth, a number and a day."""

    FACETS = (
        Facet("open", "office.open", "Open", type="boolean"),
        Facet("beds", "beds", "Beds", type="number"),
        Facet("starts", "starts", "Starts", type="date"),
        Facet("plain", "office.open"),
    )

    @pytest.fixture
    def typed(self, monkeypatch, county, editing):
        """Two articles: 2 beds, open, from January 2026; 5.5 beds, closed, from March."""
        values = {
            "Eins": {"beds": 2, "starts": "2026-01-31", "office": {"open": True}},
            "Zwei": {"beds": "5.50", "starts": "2026-03-01T23:30:00+00:00", "office": {"open": False}},
            "Drei": {"beds": "many", "starts": "soon", "office": None},
        }
        kind = dataclasses.replace(kinds.get("info"), facets=self.FACETS)
        monkeypatch.setattr(
            "hub.representation.documents.facet_values",
            lambda _kind, document, language: facet_values(kind, values.get(document["title"], {}), language),
        )
        with editing():
            for title in values:
                article(county, title)
        return ListView.as_view(kind=kind)

    def ask(self, view, rf, **parameters):
        found = view(rf.get("/api/v2/info/", {"locale": "de", "order": "title", **parameters}))
        if hasattr(found, "render"):  # errors have none
            found.render()
        return json.loads(found.content)

    def titles(self, view, rf, **parameters):
        return [item["title"] for item in self.ask(view, rf, **parameters)["items"]]

    def test_typed_values_and_ranges_filter(self, typed, rf, subtests):
        for parameters, expected in [
            ({"open": "true"}, ["Eins"]),
            ({"open": "false"}, ["Zwei"]),
            ({"open": "true,false"}, ["Eins", "Zwei"]),
            ({"plain": "true"}, ["Eins"]),
            ({"beds": "2"}, ["Eins"]),
            ({"beds": "2.0,5.5"}, ["Eins", "Zwei"]),
            ({"beds": "7"}, []),
            ({"beds_min": "2"}, ["Eins", "Zwei"]),
            ({"beds_min": "2.5", "beds_max": "6"}, ["Zwei"]),
            ({"beds_max": "5", "beds_min": ""}, ["Eins"]),
            ({"beds": "2", "beds_min": "3"}, []),
            ({"starts": "2026-01-31"}, ["Eins"]),
            ({"starts_min": "2026-02-01", "starts_max": "2026-03-02"}, ["Zwei"]),
            ({"starts_max": "2026-03-01"}, ["Eins"]),
        ]:
            with subtests.test(**parameters):
                assert self.titles(typed, rf, **parameters) == expected

    def test_what_is_not_of_the_type_is_refused(self, typed, rf, subtests):
        for parameters, named in [
            ({"open": "maybe"}, "true or false"),
            ({"beds": "two"}, "'two'"),
            ({"beds_min": "nan"}, "beds_min"),
            ({"beds_max": "1e999"}, "beds_max"),
            ({"beds_min": "3", "beds_max": "2"}, "beds_min must not be above beds_max"),
            ({"starts": "31.01.2026"}, "2026-12-31"),
            ({"starts_min": "2026-02-30"}, "starts_min"),
            ({"open_min": "1"}, "open_min"),
        ]:
            with subtests.test(**parameters):
                assert named in self.ask(typed, rf, **parameters)["detail"]

    def test_labels_and_values_are_those_of_the_type(self, typed, rf):
        found = self.ask(typed, rf)["meta"]["facets"]
        assert found["beds"] == [{"value": 2, "label": "2", "count": 1}, {"value": 5.5, "label": "5,5", "count": 1}]
        assert [item["value"] for item in found["starts"]] == ["2026-01-31", "2026-03-02"]
        assert found["starts"][0]["label"] == "31. Januar 2026"
        assert {item["value"]: item["label"] for item in found["open"]} == {True: "Ja", False: "Nein"}
        assert {item["value"]: item["label"] for item in found["plain"]} == {"true": "Ja", "false": "Nein"}
