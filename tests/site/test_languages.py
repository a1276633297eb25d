"""Choosing a language: by the address, by the browser, by hand."""

import pytest

from hub.languages import Language, asked_for, name_of
from hub.testing import translate
from tests.rules.stage import article
from tests.site.reading import heads, links, page

pytestmark = pytest.mark.django_db


def offered(response) -> list[str]:
    return [link["hreflang"] for link in page(response).main.find_all("a")]


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("", ["de", "en", "ar"]),
        ("ar-EG,ar;q=0.9,en;q=0.5", ["ar", "en", "de"]),
        ("fr,en;q=0.5", ["en", "de", "ar"]),
        ("*, ;q=x", ["de", "en", "ar"]),
    ],
)
def test_the_first_page_offers_all_languages_the_browsers_first(client, db, asked, order):
    response = client.get("/", headers={"accept-language": asked})
    assert offered(response) == order
    assert "Accept-Language" in response["Vary"]


def test_languages_call_themselves_by_their_own_names(client, db):
    soup = page(client.get("/"))
    arabic = soup.main.find("a", hreflang="ar")
    around = arabic.find_parent(attrs={"lang": True})
    assert (arabic.text, around["lang"], around["dir"]) == ("العربية", "ar", "rtl")


@pytest.mark.parametrize(
    ("code", "direction"),
    [("de", "ltr"), ("ar", "rtl"), ("fa-af", "rtl"), ("ckb", "rtl"), ("ps", "rtl"), ("kmr", "ltr"), ("pa-arab", "rtl")],
)
def test_directions(code, direction):
    assert Language(code).dir == direction


@pytest.mark.parametrize(
    ("code", "own", "german"),
    [
        ("pt-br", "Português (Brasil)", "Portugiesisch (Brasilien)"),
        ("zh-hans", "简体中文", "Chinesisch (vereinfacht)"),
        ("sr-latn", "Srpski (latinica)", "Serbisch (Lateinisch)"),
        ("de-simple", "Einfache Sprache", "Einfache Sprache"),
        ("ckb", "کوردیی ناوەندی", "Kurdisch (Sorani)"),
    ],
)
def test_names(code, own, german):
    assert (Language(code).name, name_of(code, "de")) == (own, german)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("pt-PT", ["pt-br"]),
        ("zh-Hans-CN,en", ["zh-hans", "en"]),
        ("fa-AF", ["fa"]),
        ("de-AT", ["de"]),
        ("xx,*", []),
    ],
)
def test_a_browser_finds_another_part_of_its_language(rf, asked, offered):
    request = rf.get("/", headers={"accept-language": asked})
    assert asked_for(request, ["de-simple", "de", "en", "fa", "pt-br", "zh-hans"]) == offered


def test_an_unknown_language_is_called_by_its_code():
    assert Language("xx").name == "xx"


@pytest.mark.parametrize("path", ["/auental/", "/search/", "/api/v2/nothing/", "/xx/auental/", "/nothing"])
def test_an_address_without_a_language_is_never_redirected(client, county, path):
    response = client.get(path, headers={"accept-language": "ar"})
    assert response.status_code == 404


def test_the_language_of_the_address_wins(client, county):
    response = client.get("/en/auental/", headers={"accept-language": "ar"})
    assert page(response).html["lang"] == "en"
    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize("path", ["/favicon.ico", "/robots.txt", "/sitemap.xml", "/api/v2/locales/", "/api/v2/x/"])
def test_what_has_no_words_is_the_same_in_all_languages(client, county, path):
    response = client.get(path, headers={"accept-language": "ar"})
    assert "Content-Language" not in response
    assert "Accept-Language" not in response.get("Vary", "")


def test_the_api_speaks_english(client, county):
    response = client.post("/api/v2/pages/", headers={"accept-language": "ar"})
    assert response.json()["detail"] == 'Method "POST" not allowed.'


def test_the_switcher_leads_to_the_same_page(client, county, editing):
    with editing():
        translate(article(county, "Wohnen"), "ar")
    switcher = page(client.get("/ar/auental/wohnen/")).find(class_="languages")
    assert links(switcher) == {
        "Deutsch": "/de/auental/wohnen/",
        "English": "/en/auental/wohnen/",
        "العربية": "/ar/auental/wohnen/",
    }
    assert switcher.find(attrs={"aria-current": True})["hreflang"] == "ar"


def test_the_switcher_keeps_a_search(client, county):
    switcher = page(client.get("/de/search/", {"q": "Wohnen", "county": "auental"})).find(class_="languages")
    assert links(switcher)["English"] == "/en/search/?q=Wohnen&county=auental"


def test_search_engines_hear_of_real_translations_only(client, county, editing):
    with editing():
        translate(article(county, "Wohnen"), "ar")
    host = "http://testserver"
    soup = page(client.get("/ar/auental/wohnen/"))
    assert heads(soup, "alternate") == {
        "de": f"{host}/de/auental/wohnen/",
        "ar": f"{host}/ar/auental/wohnen/",
        "x-default": f"{host}/de/auental/wohnen/",
    }
    assert heads(soup, "canonical") == {None: f"{host}/ar/auental/wohnen/"}
    untranslated = page(client.get("/en/auental/wohnen/"))
    assert heads(untranslated, "canonical") == {None: f"{host}/de/auental/wohnen/"}
    assert heads(untranslated, "alternate") == heads(soup, "alternate")
