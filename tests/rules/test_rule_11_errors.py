"""Rule 11: API errors are problem details with the right status; bad input is never a 500, nor a page."""

import pytest

from tests.api.problems import is_problem
from tests.rules.stage import article

pytestmark = pytest.mark.django_db

LISTS = ["/api/v2/pages/", "/api/v2/info/", "/api/v2/counties/", "/api/v2/offices/"]
BAD_FOR_LISTS = [
    {"limit": "-1"},
    {"limit": "51"},
    {"limit": "x"},
    {"limit": "٣"},
    {"offset": "x"},
    {"offset": "9" * 40},
    {"order": "nonsense"},
    {"order": "-random"},
    {"order": "random", "offset": "1"},
    {"fields": "nonsense"},
    {"fields": "title("},
    {"fields": "((("},
    {"fields": "title(sub)"},
    {"fields": "county(nonsense)"},
    {"search_operator": "xx"},
    {"search": "a\x00b"},
    {"child_of": "x"},
    {"child_of": "9" * 30},
    {"child_of": "999999"},
    {"child_of": "1", "descendant_of": "1"},
    {"ancestor_of": "-5"},
    {"translation_of": "999999"},
    {"locale": "xx"},
    {"county": "nowhere"},
    {"type": "no.Such"},
    {"kind": "nonsense"},
    {"id": "abc"},
    {"nonsense": "1"},
    {"slug": "\x00"},
]
BAD = {
    **dict.fromkeys(LISTS, BAD_FOR_LISTS),
    "/api/v2/changes/": [
        {"limit": "0"},
        {"limit": "51"},
        {"locale": "xx"},
        {"kind": "x"},
        {"county": "x"},
        {"x": "1"},
        {"county": "\x00"},
    ],
    "/api/v2/places/": [{}, {"county": "x"}, {"county": "auental", "locale": "x"}, {"county": "auental", "x": "1"}],
    "/api/v2/navigation/": [
        {},
        {"county": "auental"},
        {"locale": "de"},
        {"county": "x", "locale": "de"},
        {"county": "auental", "locale": "x"},
    ],
    "/api/v2/search/": [
        {},
        {"q": ""},
        {"q": "a\x00"},
        {"q": "a", "locale": "x"},
        {"q": "a", "kind": "x"},
        {"q": "a", "limit": "99"},
    ],
    "/api/v2/pages/find/": [{}, {"id": "abc"}, {"id": "9" * 40}],
    "/api/v2/locales/": [{"x": "1"}],
}


def test_rule_11_bad_input_is_a_400_with_a_problem(county, client, subtests):
    for address, queries in BAD.items():
        for query in queries:
            with subtests.test(address, query=query):
                answer = client.get(address, query)
                assert answer.status_code == 400, answer.content[:300]
                assert is_problem(answer)


def test_rule_11_what_is_not_there_is_a_404_and_never_redirects_to_a_page(county, client, subtests):
    for address in [
        "/api/v2/nonsense/",
        "/api/v2/pages/999999/",
        "/api/v2/pages/99999999999999999999999999/",
        "/api/v2/pages/find/?html_path=/de/nowhere/",
        "/api/v2/pages/find/?html_path=///",
        "/api/v2/info/1/",
        "/api/v2/auental/",
        "/api/v2/images/999999/",
        "/api/v2/documents/999999/",
        "/api/v2/",
    ]:
        with subtests.test(address):
            answer = client.get(address)
            assert answer.status_code == 404
            assert is_problem(answer)


def test_rule_11_it_is_read_only(county, client):
    for address in [*LISTS, "/api/v2/changes/", "/api/v2/locales/", "/api/v2/search/"]:
        for method in (client.post, client.put, client.delete):
            answer = method(address)
            assert answer.status_code == 405
            assert is_problem(answer)


def test_rule_11_an_unknown_field_is_refused_while_the_list_is_empty(county, client):
    assert client.get("/api/v2/info/", {"fields": "nonsense"}).status_code == 400
    assert client.get("/api/v2/info/", {"fields": "body"}).json()["items"] == []


def test_rule_11_good_parameters_keep_their_meaning(county, editing, client):
    with editing():
        parent = article(county, "Wohnen")
        child = article(parent, "Miete")
        article(county, "Arbeit")

    def titles(**query):
        return [item["title"] for item in client.get("/api/v2/info/", {"locale": "de", **query}).json()["items"]]

    assert titles(order="title") == ["Arbeit", "Miete", "Wohnen"]
    assert titles(order="-title", limit=1, offset=1) == ["Miete"]
    assert titles(order="tree") == ["Wohnen", "Miete", "Arbeit"]
    assert titles(child_of=county.pk, order="id") == ["Wohnen", "Arbeit"]
    assert titles(descendant_of=parent.pk) == ["Miete"]
    assert titles(slug="arbeit") == ["Arbeit"]
    assert titles(id=f"{child.pk},{parent.pk}", order="id") == ["Wohnen", "Miete"]
    only = client.get("/api/v2/info/", {"fields": "_,title,county(slug)", "locale": "de", "slug": "arbeit"}).json()
    assert only["items"] == [{"title": "Arbeit", "meta": {"county": {"slug": "auental", "id": county.pk}}}]
    without = client.get("/api/v2/info/", {"fields": "*,-body", "locale": "de", "slug": "arbeit"}).json()["items"][0]
    assert "body" not in without
    assert "topics" in without
    found = client.get("/api/v2/pages/find/", {"html_path": "/de/auental/wohnen/miete/"}, follow=True).json()
    assert found["title"] == "Miete"
    assert found["meta"]["html_url"] == "http://testserver/de/auental/wohnen/miete/"
    in_arabic = client.get("/api/v2/pages/find/", {"html_path": "/ar/auental/wohnen/"}, follow=True).json()
    assert (in_arabic["meta"]["locale"], in_arabic["meta"]["content_locale"]) == ("ar", "de")


def test_rule_11_a_list_without_locale_holds_each_page_only_in_languages_it_really_has(county, editing, client):
    with editing():
        article(county)
    items = client.get("/api/v2/info/").json()["items"]
    assert [(item["title"], item["meta"]["locale"]) for item in items] == [("Wohnen", "de")]
    assert len(client.get("/api/v2/info/", {"locale": "ar"}).json()["items"]) == 1


@pytest.mark.parametrize("language", ["de", "ar", "xx"])
def test_rule_11_no_address_of_a_page_is_an_error_of_the_server(language, county, client):
    for path in ("%00", "auental/%00/", "%2e%2e/", "%ff/", "a" * 5000, "/" * 50, "auental/" * 300, "🦊/", "?%00=%00"):
        answer = client.get(f"/{language}/{path}")
        assert answer.status_code in (200, 301, 302, 400, 404), path
