import pytest

from hub.publications.listsearch import MOST

URL = "/api/v2/search/"


def get(client, **parameters):
    return client.get(URL, parameters)


def test_an_answer_holds_teasers_with_highlights(client, publish):
    publish("Die Bäckerei öffnet um sechs.", title="Brot & Brötchen")
    answer = get(client, q="backerei", locale="de")
    assert answer.status_code == 200
    body = answer.json()
    assert body.keys() == {"items", "total", "engine", "degraded", "took_ms"}
    assert (body["total"], body["engine"], body["degraded"]) == (1, "database", False)
    (item,) = body["items"]
    assert item["title"] == "Brot & Brötchen"
    assert item["highlight"] == "Die <mark>Bäckerei</mark> öffnet um sechs."


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
    assert answer["Content-Type"] == "application/json"
    assert named in answer.json()["message"]


@pytest.mark.django_db
def test_a_large_offset_is_an_empty_list(client):
    assert get(client, q="x", locale="de", offset=MOST * 1000).json()["items"] == []


@pytest.mark.django_db
def test_other_methods_are_refused(client):
    assert client.post(URL, {"q": "x"}).status_code == 405
