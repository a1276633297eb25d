"""Lists take Wagtail's parameters with Wagtail's meaning, and refuse what they do not know."""

import pytest

from hub.publications import listsearch
from hub.publications.worker import Worker
from hub.testing import make_county, publish
from tests.rules.stage import article, fresh, office

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

PAGES = "/api/v2/pages/"


@pytest.fixture
def pages(county, editing):
    """Auental › Wohnen › Miete, the office Amt, and a second county, Bergtal."""
    with editing():
        wohnen = article(county, "Wohnen")
        article(wohnen, "Miete")
        office(county, "Amt")
        make_county("bergtal", "Landkreis Bergtal")
    return {"county": county, "wohnen": wohnen}


def titles(client, **parameters) -> list[str]:
    answer = client.get(PAGES, {"locale": "de", **parameters})
    assert answer.status_code == 200, answer.content
    return [item["title"] for item in answer.json()["items"]]


def refusal(client, address=PAGES, **parameters) -> str:
    answer = client.get(address, parameters)
    assert answer.status_code == 400, answer.content
    return answer.json()["detail"]


def test_the_counties_are_below_the_root(client, pages):
    assert titles(client, child_of="root", order="title") == ["Landkreis Auental", "Landkreis Bergtal"]


def test_everything_descends_from_the_root(client, pages):
    everything = ["Amt", "Landkreis Auental", "Landkreis Bergtal", "Miete", "Wohnen"]
    assert titles(client, descendant_of="root", order="title") == everything


def test_the_root_is_no_way_to_name_two_places(client, pages):
    assert "not supported" in refusal(client, child_of="root", descendant_of="root")


def test_an_order_may_have_several_names(client, pages, editing):
    with editing():
        later = article(pages["county"], "Miete", slug="miete-2")
    for order, place in (("title,-id", 0), ("-title,id", 1)):
        answer = client.get(PAGES, {"locale": "de", "order": order, "title": "Miete"})
        assert answer.json()["items"][place]["id"] == later.pk


@pytest.mark.parametrize("order", ["title,nonsense", "title,", "random,title", "-random", "--title"])
def test_an_order_that_means_nothing_is_refused(client, pages, order):
    assert "order" in refusal(client, order=order)


def test_kind_and_type_both_narrow(client, pages):
    assert titles(client, kind="offices", type="home.InfoPage") == []
    assert titles(client, kind="offices", type="offices.OfficePage,home.InfoPage") == ["Amt"]
    assert titles(client, kind="offices", type="wagtailcore.Page") == ["Amt"]
    assert titles(client, type="offices.OfficePage,home.infopage", order="title") == ["Amt", "Miete", "Wohnen"]


def test_a_search_finds_pages_with_any_of_the_words(client, pages):
    worker = Worker()
    while worker.follow():
        pass
    assert titles(client, search="Miete Pfand", search_operator="or") == ["Miete"]
    assert "must be or" in refusal(client, search="Miete", search_operator="and")


def test_without_a_search_app_a_search_is_refused(client, pages, monkeypatch):
    monkeypatch.setattr(listsearch, "_search", None)
    assert refusal(client, search="Miete") == "search is not installed"


@pytest.mark.parametrize("name", ["limit", "offset", "order", "search", "kind", "county", "child_of", "nonsense"])
def test_a_document_takes_no_parameters_of_lists(client, pages, name):
    address = f"{PAGES}{pages['wohnen'].pk}/"
    assert name in refusal(client, address, **{name: "1"})
    assert client.get(address, {"fields": "title", "locale": "ar", "format": "json"}).status_code == 200


def test_finding_hands_on_what_documents_take(client, pages):
    found = client.get(f"{PAGES}find/", {"html_path": "/de/auental/wohnen/", "fields": "title"}, follow=True)
    assert found.json()["title"] == "Wohnen"


def test_every_endpoint_takes_the_format(client, pages):
    assert client.get("/api/v2/search/", {"q": "Miete", "format": "json"}).status_code == 200


class TestSize:
    """What crosses a bad connection is small."""

    @pytest.mark.parametrize("address", [PAGES, "/api/v2/changes/", "/api/v2/navigation/?county=auental&locale=de"])
    def test_answers_are_compressed_for_who_asks(self, client, pages, address):
        plain = client.get(address)
        small = client.get(address, headers={"accept-encoding": "gzip"})
        assert small["Content-Encoding"] == "gzip"
        assert len(small.content) < len(plain.content)
        assert "Accept-Encoding" in plain["Vary"]
        assert "Content-Encoding" not in plain

    def test_answers_are_not_indented(self, client, pages):
        assert b"\n" not in client.get(PAGES).content

    @pytest.mark.parametrize("encoding", ["gzip", "identity"])
    def test_who_has_the_answer_is_not_sent_it_again(self, client, pages, editing, encoding):
        tag = client.get(PAGES, headers={"accept-encoding": encoding})["ETag"]
        asked = {"accept-encoding": encoding, "if-none-match": tag}
        again = client.get(PAGES, headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        with editing():
            changed = fresh(pages["wohnen"])
            changed.title = "Wohnung"
            publish(changed)
        assert client.get(PAGES, headers=asked).status_code == 200
