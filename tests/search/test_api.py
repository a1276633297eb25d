import pytest

from hub.publications.listsearch import MOST, Scope
from search import answer
from search.answer import ask, results
from search.meaning.consumer import VectorConsumer
from tests.api.problems import is_problem
from tests.search.conftest import shown

URL = "/api/v2/search/"


def get(client, **parameters):
    return client.get(URL, parameters)


def test_an_answer_holds_teasers_with_highlights(client, publish):
    publish("Die Bäckerei öffnet um sechs.", title="Brot & Brötchen")
    answer = get(client, q="backerei", locale="de")
    assert answer.status_code == 200
    body = answer.json()
    assert body.keys() == {"items", "total", "engine", "degraded", "meaning"}
    assert (body["total"], body["engine"], body["degraded"]) == (1, "database", False)
    (item,) = body["items"]
    assert item["title"] == "Brot & Brötchen"
    assert item["highlight"] == "Die <mark>Bäckerei</mark> öffnet um sechs."


def test_the_answer_says_whether_vectors_took_part(client, publish, model):
    page = publish("Eine Wohnung suchen")
    assert get(client, q="Wohnung", locale="de").json()["meaning"] is False
    VectorConsumer().apply([shown(page)])
    assert get(client, q="Wohnung", locale="de").json()["meaning"] is True


def test_an_answer_without_the_model_that_should_have_been_asked_is_degraded(client, publish, model):
    VectorConsumer().apply([shown(publish("Eine Wohnung suchen"))])
    model.is_down = True
    body = get(client, q="Wohnung", locale="de").json()
    assert (body["total"], body["degraded"], body["meaning"]) == (1, True, False)


def test_addresses_are_absolute(client, publish):
    publish("Bäckerei")
    (item,) = get(client, q="Bäckerei", locale="de").json()["items"]
    assert item["meta"]["html_url"].startswith("http://testserver/de/")
    assert item["meta"]["detail_url"].startswith("http://testserver/api/v2/")
    assert item["image"]["src"].startswith("http://testserver/")
    assert item["image"]["srcset"] == "http://testserver/images/1/ 100w, http://testserver/images/2/ 200w"


def test_limit_and_offset_page_through_the_results(client, publish):
    for _ in range(5):
        publish("Bäckerei")
    pages = [get(client, q="Bäckerei", locale="de", limit=2, offset=offset).json() for offset in (0, 2, 4, 6)]
    assert [len(page["items"]) for page in pages] == [2, 2, 1, 0]
    assert {page["total"] for page in pages} == {5}
    assert len({item["id"] for page in pages for item in page["items"]}) == 5


def test_without_a_language_each_page_is_found_in_those_it_really_has(client, publish):
    publish("Bäckerei", locale="de")
    publish("Bäckerei", locale="ar", content_locale="de")
    items = get(client, q="Bäckerei").json()["items"]
    assert [item["meta"]["locale"] for item in items] == ["de"]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"locale": "de"}, "q"),
        ({"q": "  ", "locale": "de"}, "q"),
        ({"q": "x" * 301, "locale": "de"}, "q"),
        ({"q": "a\x00b", "locale": "de"}, "q"),
        ({"q": "x", "locale": "xx"}, "locale"),
        ({"q": "x", "locale": "de\x00"}, "locale"),
        ({"q": "x", "locale": "de", "county": "atlantis"}, "county"),
        ({"q": "x", "locale": "de", "kind": "dragons"}, "kind"),
        ({"q": "x", "locale": "de", "limit": "0"}, "limit"),
        ({"q": "x", "locale": "de", "limit": "51"}, "limit"),
        ({"q": "x", "locale": "de", "limit": "many"}, "limit"),
        ({"q": "x", "locale": "de", "offset": "-1"}, "offset"),
        ({"q": "x", "locale": "de", "offset": "9" * 40}, "offset"),
        ({"q": "x", "locale": "de", "sort": "date"}, "sort"),
    ],
)
@pytest.mark.django_db
def test_bad_input_is_a_400_that_names_the_parameter(client, parameters, named):
    answer = client.get(URL, parameters)
    assert answer.status_code == 400
    assert is_problem(answer)
    assert named in answer.json()["detail"]


@pytest.mark.django_db
def test_a_large_offset_is_an_empty_list(client):
    assert get(client, q="x", locale="de", offset=MOST * 1000).json()["items"] == []


@pytest.mark.django_db
def test_other_methods_are_refused(client):
    answer = client.post(URL, {"q": "x"})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert is_problem(answer)


def test_a_process_remembers_the_texts_of_so_many_pages_and_shows_all(publish, monkeypatch):
    monkeypatch.setattr("search.answer.MOST_PAGES", 2)
    for _ in range(5):
        publish("Wo man Wohnungen findet")
    found = ask("Wohnung", Scope(("de",)))
    assert all("<mark>Wohnungen</mark>" in result.highlight for result in results(found.ids, found))
    assert len(answer._remembered) == 2


def test_who_has_the_answer_is_not_sent_it_again(client, publish):
    publish("Bäckerei")
    tag = get(client, q="Bäckerei", locale="de").headers["ETag"]
    again = client.get("/api/v2/search/?q=Bäckerei&locale=de", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
