"""`serves`: who is responsible for a place or a postal code, the nearest first; and the places of a county."""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.offices.models import OfficePage
from hub.plugins import Facet, kinds
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, publish, work
from tests.rules.stage import office, plain, restrict

pytestmark = pytest.mark.django_db

OFFICES = "/api/v2/offices/"


@pytest.fixture
def places():
    """Auenstadt with its part Nord, Lindenfurt; Bergdorf in another county. 05112 is Auenstadt's and Nord's."""

    def place(slug, key, codes, german, arabic="", parent=None):
        names = {"de": german, **({"ar": arabic} if arabic else {})}
        return Place.objects.create(slug=slug, key=key, postal_codes=codes, names=names, parent=parent)

    town = place("auenstadt", "15099010", "05110, 05112", "Auenstadt", "أوينشتات")
    return {
        "auenstadt": town,
        "nord": place("auenstadt-nord", "", "05112", "Auenstadt-Nord", "شمال أوينشتات", parent=town),
        "lindenfurt": place("lindenfurt", "15099020", "05121", "Lindenfurt"),
        "bergdorf": place("bergdorf", "15098010", "05210", "Bergdorf"),
    }


@pytest.fixture
def offices(county, places, editing):
    """Kreis serves all of Auental, Stadt serves Auenstadt, Nord its part, Linde Lindenfurt; Berg is elsewhere."""
    county.refresh_from_db()
    county.key = "15099"
    housing = Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"})
    with editing():
        publish(county)
        other = make_county("bergtal", "Landkreis Bergtal")
        office(county, "Kreis", topics=[housing])
        office(county, "Stadt", topics=[housing], places=[places["auenstadt"]])
        office(county, "Nord", places=[places["nord"]])
        office(county, "Linde", places=[places["lindenfurt"], places["bergdorf"]])
        office(other, "Berg")
    work()


def answer(client, **parameters) -> dict:
    found = client.get(OFFICES, {"county": "auental", "locale": "de", **parameters})
    assert found.status_code == 200, found.content
    return found.json()


def responsible(client, serves, **parameters) -> list[tuple[str, str]]:
    items = answer(client, serves=serves, **parameters)["items"]
    return [(item["title"], item["meta"]["reach"]) for item in items]


def test_the_nearest_come_first_and_say_how_far_they_reach(client, offices):
    assert responsible(client, "auenstadt-nord") == [("Nord", "place"), ("Stadt", "parent"), ("Kreis", "county")]
    assert responsible(client, "auenstadt") == [("Stadt", "place"), ("Kreis", "county")]
    assert responsible(client, "05121") == [("Linde", "place"), ("Kreis", "county")]
    assert responsible(client, "auenstadt-nord", order="-title") == [
        ("Stadt", "parent"),
        ("Nord", "place"),
        ("Kreis", "county"),
    ]


def test_facets_fields_and_pages_work_as_ever(client, offices):
    assert responsible(client, "auenstadt-nord", topics="housing") == [("Stadt", "parent"), ("Kreis", "county")]
    assert responsible(client, "auenstadt-nord", limit=1, offset=1) == [("Stadt", "parent")]
    found = answer(client, serves="auenstadt-nord", fields="_,title")
    assert found["items"][0] == {"title": "Nord", "meta": {"reach": "place"}}
    assert found["meta"]["total_count"] == 3
    assert {item["value"]: item["count"] for item in found["meta"]["facets"]["topics"]} == {"housing": 2}


def test_a_postal_code_names_its_places(client, offices):
    served = answer(client, serves="05112", locale="ar")["meta"]["serves"]
    assert [(place["slug"], place["name"]) for place in served["places"]] == [
        ("auenstadt", "أوينشتات"),
        ("auenstadt-nord", "شمال أوينشتات"),
    ]
    assert served["message"] == ""


@pytest.mark.parametrize("elsewhere", ["99999", "05210", "bergdorf"])
def test_what_is_not_in_the_county_gives_an_empty_list_that_says_so(client, offices, elsewhere):
    found = answer(client, serves=elsewhere)
    assert (found["items"], found["meta"]["total_count"], found["meta"]["serves"]["places"]) == ([], 0, [])
    assert elsewhere in found["meta"]["serves"]["message"]


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"serves": "auenstadt"}, "serves needs county"),
        ({"serves": "nowhere", "county": "auental"}, "no slug of a place"),
        ({"serves": "a\x00", "county": "auental"}, "NUL"),
        ({"serves": "0511", "county": "auental"}, "no slug of a place"),
        ({"serves": "auenstadt", "county": "nowhere"}, "county is unknown"),
    ],
)
def test_bad_input_is_a_400_that_says_what_is_wrong(client, offices, parameters, says):
    found = client.get(OFFICES, parameters)
    assert found.status_code == 400
    assert says in found.json()["detail"]


def test_kinds_that_serve_no_places_do_not_know_it(client, offices):
    for address in ("/api/v2/info/", "/api/v2/pages/"):
        assert client.get(address, {"serves": "auenstadt", "county": "auental"}).status_code == 400


def test_private_and_withdrawn_offices_are_never_shown(client, county, offices, editing):
    children = plain(county).get_children()
    with editing():
        restrict(children.get(slug="stadt"))
        children.get(slug="nord").specific.unpublish()
    work()
    assert responsible(client, "auenstadt-nord") == [("Kreis", "county")]


def test_without_keys_the_places_that_offices_serve_are_the_countys(client, county, editing):
    town = Place.objects.create(slug="auenstadt", names={"de": "Auenstadt"})
    Place.objects.create(slug="nord", names={"de": "Nord"}, parent=town)
    Place.objects.create(slug="other", names={"de": "Anderswo"})
    with editing():
        office(county, "Stadt", places=[town])
    work()
    assert responsible(client, "nord") == [("Stadt", "parent")]
    slugs = [item["slug"] for item in client.get("/api/v2/places/?county=auental").json()["items"]]
    assert slugs == ["auenstadt", "nord"]


def test_apps_get_what_they_need_to_do_the_same(client, offices):
    found = client.get("/api/v2/places/", {"county": "auental", "locale": "ar"}).json()
    assert found["meta"] == {"total_count": 3}
    nord = next(item for item in found["items"] if item["slug"] == "auenstadt-nord")
    assert nord == {
        "slug": "auenstadt-nord",
        "name": "شمال أوينشتات",
        "key": "",
        "parent": "auenstadt",
        "postal_codes": ["05112"],
        "latitude": None,
        "longitude": None,
    }
    for bad in ({}, {"county": "nowhere"}, {"county": "auental", "x": "1"}, {"county": "auental", "locale": "xx"}):
        assert client.get("/api/v2/places/", bad).status_code == 400


def test_the_queries_do_not_grow(client, county, offices, editing):
    def cost(address, **parameters):
        with CaptureQueriesContext(connection) as queries:
            client.get(address, {"county": "auental", "locale": "de", **parameters})
        return len(queries)

    few = [cost(OFFICES, serves="05112"), cost("/api/v2/places/")]
    with editing():
        for number in range(5):
            town = Place.objects.create(slug=f"ort-{number}", key=f"1509930{number}", names={"de": f"Ort {number}"})
            part = Place.objects.create(slug=f"teil-{number}", postal_codes="05112", names={"de": "Teil"}, parent=town)
            office(county, f"Amt {number}", places=[part])
    assert [cost(OFFICES, serves="05112"), cost("/api/v2/places/")] == few


def test_any_kind_may_serve_places():
    from hub.checks import check_kind

    declared = kinds.get("offices")
    assert declared.model_class is OfficePage

    def errors(**changes):
        return [error.id for error in check_kind(dataclasses.replace(declared, **changes))]

    assert errors() == []
    assert errors(serves="topics") == ["hub.E020"], "no places"
    assert errors(serves="nothing") == ["hub.E020"], "no facet"
    assert "hub.E009" in errors(facets=(*declared.facets, Facet("serves", "topics.slug")))
    assert errors(list_urls="directory.offices.nowhere") == ["hub.E021"]
    assert errors(list_page=False) == ["hub.E021"]
    assert errors(list_template="offices/nowhere.html") == ["hub.E017"]
