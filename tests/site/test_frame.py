"""What every page says about itself, and the addresses beside the pages."""

import json
from datetime import date, timedelta
from unittest.mock import Mock
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from wagtail.models import Page

from home.models import InfoPage
from hub.publications.models import Publication
from hub.publications.reconcile import reconcile
from hub.testing import publish, translate, work
from tests.rules.stage import article, office, restrict, text
from tests.site.reading import links, page, words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def outdated(county, editing):
    """An article whose text was changed after it had been translated into Arabic."""
    with editing():
        wohnen = article(county, "Wohnen", [text("<p>Alt</p>", "eins")])
        translate(wohnen, "ar")
    wohnen.refresh_from_db()
    wohnen.body = json.dumps([text("<p>Neu</p>", "eins")])
    with editing():
        publish(wohnen)
    return wohnen


def test_an_outdated_translation_says_so_with_a_link_to_the_source(client, outdated):
    notice = page(client.get("/ar/auental/wohnen/")).find(class_="notice")
    assert list(links(notice).values()) == ["/de/auental/wohnen/"]
    assert not page(client.get("/de/auental/wohnen/")).find(class_="notice")


def test_the_date_of_the_last_change_is_written_in_the_visitors_language(client, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
    type(wohnen).objects.filter(pk=wohnen.pk).update(last_published_at="2026-03-05T12:00:00Z")
    wohnen.refresh_from_db()
    reconcile([wohnen.pk])
    assert "5. März 2026" in words(page(client.get("/de/auental/wohnen/")).find(class_="article__footer"))
    assert "March 5, 2026" in words(page(client.get("/en/auental/wohnen/")).find(class_="article__footer"))
    assert "مارس" in words(page(client.get("/ar/auental/wohnen/")).find(class_="article__footer"))


def test_it_is_said_when_a_page_was_checked_and_who_answers_for_it(client, county, editing):
    with editing():
        amt = office(county, "Ausländerbehörde")
        article(county, "Wohnen", checked_on=date(2026, 10, 1), responsible=Page.objects.get(pk=amt.pk))
    status = page(client.get("/de/auental/wohnen/")).find(class_="article__status")
    assert words(status) == "Stand: 1. Oktober 2026 Zuständig: Ausländerbehörde"
    status = page(client.get("/ar/auental/wohnen/")).find(class_="article__status")
    assert "أكتوبر" in words(status)
    assert (status.a["href"], status.a["lang"], status.a["dir"]) == ("/ar/auental/auslanderbehorde/", "de", "ltr")
    (script,) = page(client.get("/de/auental/wohnen/")).find_all("script")
    here = "http://testserver/de/auental/"
    told = json.loads(script.string)["mainEntityOfPage"]
    assert (told.pop("inLanguage"), bool(told.pop("dateModified"))) == ("de", True)
    assert told == {
        "@type": "WebPage",
        "url": f"{here}wohnen/",
        "lastReviewed": "2026-10-01",
        "maintainer": {"@type": "Organization", "name": "Ausländerbehörde", "url": f"{here}auslanderbehorde/"},
    }
    with editing():
        amt.unpublish()
    work()
    assert not page(client.get("/de/auental/wohnen/")).find(class_="article__status").a


def test_a_page_was_not_checked_in_the_future(county):
    wohnen = InfoPage(title="Wohnen", slug="wohnen", checked_on=localdate() + timedelta(days=1))
    with pytest.raises(ValidationError) as refused:
        wohnen.full_clean()
    assert refused.value.message_dict["checked_on"] == ["Dieser Tag liegt in der Zukunft."]


def test_structured_data_cannot_end_its_script(client, county, editing):
    with editing():
        article(county, "Wohnen", summary="</script><script>alert(1)</script>")
    soup = page(client.get("/de/auental/wohnen/"))
    (script,) = soup.find_all("script")
    data = json.loads(script.string)
    assert data["description"] == "</script><script>alert(1)</script>"
    assert (data["@type"], data["inLanguage"]) == ("Article", "de")
    assert data["url"] == "http://testserver/de/auental/wohnen/"


def structured(client, address) -> dict:
    return json.loads(page(client.get(address)).find("script", type="application/ld+json").string)


def test_a_kind_maps_what_it_knows_and_its_model_adds_to_it(client, county, editing):
    with editing():
        amt = office(county, "Amt", languages=["de", "ar"], hours={"monday": [["08:30", "12:00"]]})
    data = structured(client, "/de/auental/amt/")
    assert (data["@type"], data["telephone"]) == ("GovernmentOffice", "030 23125000")
    assert set(data["knowsLanguage"]) == {"ar", "de"}
    assert data["openingHoursSpecification"][0]["dayOfWeek"] == "https://schema.org/Monday"
    assert not {"email", "address", "geo", "description"} & set(data), "what is not known is left out"
    assert amt.structured_data(Publication.objects.get(source_id=amt.pk, locale="ar").document)


@pytest.mark.django_alone
def test_a_method_for_structured_data_gives_absolute_addresses_and_never_costs_the_page(
    client, county, editing, monkeypatch
):
    with editing():
        article(county, "Wohnen")
    method = Mock(side_effect=[{"@type": "HowTo", "image": ["/images/1/"], "step": [{"url": "/de/"}]}, KeyError("x")])
    monkeypatch.setattr(InfoPage, "structured_data", method, raising=False)
    data = structured(client, "/de/auental/wohnen/")
    assert (data["@type"], data["name"]) == ("HowTo", "Wohnen")
    assert (data["image"], data["step"]) == (["http://testserver/images/1/"], [{"url": "http://testserver/de/"}])
    assert structured(client, "/de/auental/wohnen/")["@type"] == "Article"


def test_words_of_editors_are_escaped(client, county, editing):
    evil = '"><img src=x onerror=alert(1)>'
    with editing():
        parent = article(county, evil, slug="evil", summary=evil)
        article(parent, evil, slug="child", summary=evil)
    for path in ("/ar/auental/evil/", "/ar/auental/evil/child/", "/ar/auental/"):
        assert not page(client.get(path)).find("img")


def test_no_visitor_is_sent_to_a_third_party(client, county, editing):
    with editing():
        article(county, "Wohnen", [text("<p>Ein Satz.</p>")])
    soup = page(client.get("/ar/auental/wohnen/"))
    loaded = [tag.get("src") or tag.get("href") for tag in soup.find_all(["script", "img", "iframe", "use"])]
    loaded += [link["href"] for link in soup.find_all("link", rel=["stylesheet", "icon"])]
    assert all(address.startswith("/static/") for address in loaded if address)
    assert not client.cookies


def test_robots_are_kept_out_unless_the_settings_let_them_in(client, db, settings):
    settings.ROBOTS_ALLOWED = False
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"
    settings.ROBOTS_ALLOWED = True
    allowed = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /" not in allowed
    assert "Sitemap: http://testserver/sitemap.xml" in allowed


def test_the_sitemap_names_pages_in_their_own_languages(client, county, editing):
    with editing():
        translate(article(county, "Wohnen"), "ar")
        restrict(article(county, "Intern"))
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert [loc.text for loc in index.iter(f"{SITEMAP}loc")] == [
        f"http://testserver/sitemap-{code}.xml" for code in ("de", "en", "ar")
    ]

    def pages(language: str) -> list[str]:
        tree = ElementTree.fromstring(client.get(f"/sitemap-{language}.xml").content)
        return [loc.text.removeprefix("http://testserver") for loc in tree.iter(f"{SITEMAP}loc")]

    assert pages("de") == ["/de/auental/", "/de/auental/wohnen/"]
    assert pages("ar") == ["/ar/auental/wohnen/"]
    assert pages("en") == []
    assert client.get("/sitemap-xx.xml").status_code == 404


def test_the_favicon_is_our_own(client):
    assert client.get("/favicon.ico")["Location"] == "/static/hub/favicon.svg"


def test_the_login_of_readers_stands_in_the_frame(client, county):
    soup = page(client.get("/ar/_util/login/?next=/ar/auental/"))
    assert soup.html["dir"] == "rtl"
    assert soup.main.find("input", attrs={"name": "next"})["value"] == "/ar/auental/"
