"""The list page of a kind in a county: what visitors, search engines and editors meet."""

import dataclasses
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.models import InfoPage
from hub.checks import check_addresses_of_lists, check_kind
from hub.plugins import Facet, kinds
from hub.publications import listsearch
from hub.publications.worker import Worker
from hub.site.lists import PER_PAGE, form_of
from hub.site.navigation import tree
from hub.taxonomy.models import Topic
from hub.testing import make_county, publish, work
from tests.rules.stage import article, office, plain, restrict
from tests.site.reading import heads, links, page, words

pytestmark = pytest.mark.django_db

LIST = "/de/auental/offices/"


@pytest.fixture(scope="module")
def shared_offices(shared_county, shared_editing):
    with shared_editing():
        topic = Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"})
        office(shared_county, "Amt", topics=[topic], languages=["de"])
        office(shared_county, "Beratung", languages=["ar"])
        article(shared_county, "Wohnen")


@pytest.fixture
def offices(shared_offices, county):
    """Amt (housing; German), Beratung (Arabic), and an article."""


def shown(client, address=LIST, **parameters) -> list[str]:
    cards = page(client.get(address, parameters)).find(class_="cards")
    return [title.get_text(strip=True) for title in cards.find_all(class_="card__title")] if cards else []


def test_it_lists_the_pages_of_the_kind_by_title(client, offices):
    soup = page(client.get(LIST))
    assert soup.h1.text == "Anlaufstellen"
    assert [card["href"] for card in soup.find_all(class_="card__title")] == [
        "/de/auental/amt/",
        "/de/auental/beratung/",
    ]
    assert "2 Ergebnisse" in words(soup.main)
    assert list(links(soup.find(class_="breadcrumbs")).values()) == ["/de/auental/"]


def test_it_is_in_the_visitors_language_and_direction(client, offices):
    soup = page(client.get("/ar/auental/offices/"))
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert soup.find(class_="card")["lang"] == "de", "an office that is not translated"
    assert "السكن" in words(soup.form.find_next("form"))


def test_facets_narrow_and_stay_ticked(client, offices):
    soup = page(client.get(LIST, {"topics": "housing"}))
    assert [card.text for card in soup.find_all(class_="card__title")] == ["Amt"]
    (ticked,) = soup.find_all("input", checked=True)
    assert (ticked["name"], ticked["value"]) == ("topics", "housing")
    assert all(details.has_attr("open") for details in ticked.find_parents("details"))
    assert words(ticked.find_parent("label")) == "Wohnen (1)"
    assert shown(client, spoken_languages=["de", "ar"]) == ["Amt", "Beratung"]


def test_every_field_has_a_label_and_groups_have_names(client, offices):
    form = page(client.get(LIST)).find(class_="list-form")
    for field in form.find_all("input"):
        assert field.find_parent("label") or form.find("label", attrs={"for": field["id"]})
    assert not form.select("details details"), "a fold within a fold"
    assert all(form.find(id=group["aria-labelledby"]) for group in form.find_all(role="group"))
    assert not page(client.get(LIST)).find("script", src=True)


def test_what_there_is_not_gives_an_empty_list_that_says_what_to_do(client, offices):
    for wrong in ({"topics": "cooking"}, {"topics": "a\x00b"}, {"spoken_languages": "'"}):
        soup = page(client.get(LIST, wrong))
        assert not soup.find(class_="cards")
        assert LIST in links(soup.main.find("ul")).values()


def test_any_page_number_shows_something(client, offices):
    for number in ("0", "9", "x", "-1", ""):
        assert shown(client, page=number) == ["Amt", "Beratung"]


def test_a_search_looks_in_this_list_alone(client, offices, editing):
    with editing():
        office(make_county("bergtal", "Landkreis Bergtal"), "Beratung Bergtal")
    worker = Worker()
    while worker.follow():
        pass
    assert shown(client, q="Beratung") == ["Beratung"]
    assert shown(client, q="Beratung", topics="housing") == []
    assert shown(client, q="Xylophon") == []


def test_without_a_search_app_there_is_no_field_for_it(client, offices, monkeypatch):
    monkeypatch.setattr(listsearch, "_search", None)
    assert not page(client.get(LIST)).find(id="question")
    assert shown(client, q="Beratung") == ["Amt", "Beratung"]


def test_long_lists_have_pages_that_keep_what_is_asked(client, county, editing):
    with editing():
        for number in range(PER_PAGE + 1):
            office(county, f"Amt {number:02}", languages=["de"])
    first = page(client.get(LIST, {"spoken_languages": "de"}))
    onward = first.find("a", rel="next")["href"]
    assert "spoken_languages=de" in onward
    assert shown(client, LIST + onward) == [f"Amt {PER_PAGE:02}"]


def test_an_empty_list_leads_on(client, county):
    soup = page(client.get(LIST))
    assert "/de/auental/" in links(soup.main.find(class_="article")).values()


def test_search_engines_are_told_of_its_languages(client, county, offices, editing):
    soup = page(client.get("/ar/auental/offices/"))
    assert heads(soup, "canonical")[None].endswith("/ar/auental/offices/")
    assert set(heads(soup, "alternate")) == {"de", "en", "ar"}
    filtered = page(client.get(LIST, {"topics": "housing"}))
    assert filtered.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    other = links(filtered.find(class_="languages"))
    assert other["العربية"] == "/ar/auental/offices/?topics=housing", "the filter is kept"
    sitemap = client.get("/sitemap-de.xml").content.decode()
    assert "/de/auental/offices/</loc>" in sitemap
    assert "/ar/auental/offices/" not in client.get("/sitemap-ar.xml").content.decode(), "no office is in Arabic"


def test_a_county_has_it_in_its_own_languages_alone(client, county, offices, editing):
    county.refresh_from_db()
    county.languages = ["de", "ar"]
    with editing():
        publish(county)
    work()
    assert client.get("/en/auental/offices/").status_code == 404
    assert set(links(page(client.get(LIST)).find(class_="languages")).values()) == {LIST, "/ar/auental/offices/"}
    assert client.get("/de/nowhere/offices/").status_code == 404
    assert client.get("/de/auental/info/").status_code == 404, "a kind without a list page"


def test_private_pages_are_in_no_list(client, county, offices, editing):
    with editing():
        restrict(plain(county).get_children().get(slug="amt"))
    work()
    assert shown(client) == ["Beratung"]
    assert "Wohnen" not in words(page(client.get(LIST)).find(class_="list-form"))
    with editing():
        restrict(county)
    work()
    assert client.get(LIST).status_code == 404


def test_the_county_and_the_navigation_name_the_list_instead(client, county, offices):
    front = links(page(client.get("/de/auental/")).main)
    assert front["Anlaufstellen"] == LIST
    assert "Amt" not in front
    (top,) = tree("auental", "ar")
    article_node, list_node = top["children"]
    assert article_node["title"] == "Wohnen"
    assert (list_node["id"], list_node["title"]) == (None, "الجهات المختصّة")
    assert list_node["html_url"] == "/ar/auental/offices/"
    api = client.get("/api/v2/navigation/", {"county": "auental", "locale": "ar"}).json()
    address = api["items"][0]["children"][1]["list_url"]
    assert len(client.get(address).json()["items"]) == 2
    above = links(page(client.get("/de/auental/amt/")).find(class_="breadcrumbs"))
    assert list(above.values()) == ["/de/auental/", LIST]


def test_a_body_that_lists_the_pages_below_names_the_list(client, county, offices, editing):
    county.refresh_from_db()
    county.body = [("children", None)]
    with editing():
        publish(county)
    assert list(links(page(client.get("/de/auental/")).main)) == ["Wohnen", "Anlaufstellen", "Themen"]


class TestAddress:
    """No page can stand where a county has a list."""

    def test_no_page_is_saved_there(self, county, editing):
        with pytest.raises(ValidationError, match="offices"), editing():
            article(county, "Ämter", slug="offices")
        with editing():
            section = article(county, "Wohnen")
            assert article(section, "Ämter", slug="offices").pk, "further below it is free"

    def test_the_form_of_a_new_page_says_so(self, county, admin_client):
        address = reverse("wagtailadmin_pages:add", args=["home", "infopage", county.pk])
        data = {"title": "Ämter", "slug": "offices", "action-publish": "1", "body-count": "0"}
        data |= {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
        answer = admin_client.post(address, data)
        assert "slug" in answer.context["form"].errors

    def test_none_is_moved_or_copied_there(self, county, editing, admin_client):
        with editing():
            section = article(county, "Wohnen")
            inner = article(section, "Ämter", slug="offices")
        admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[inner.pk, county.pk]))
        copy = {"new_title": "Ämter", "new_slug": "offices", "new_parent_page": str(county.pk)}
        admin_client.post(reverse("wagtailadmin_pages:copy", args=[inner.pk]), copy)
        assert not plain(county).get_children().filter(slug="offices").exists()

    def test_one_that_was_there_before_is_found(self, county, editing):
        with editing():
            before = article(county, "Ämter")
        assert not check_addresses_of_lists()
        InfoPage.objects.filter(pk=before.pk).update(slug="offices")
        assert [warning.id for warning in check_addresses_of_lists()] == ["hub.W001"]
        told = StringIO()
        call_command("check", databases=["default"], stderr=told)
        assert "hub.W001" in told.getvalue()


def test_facets_of_a_list_leave_its_own_parameters_alone():
    offices = kinds.get("offices")
    facets = (*offices.facets, Facet("q", "topics.slug"))
    assert [error.id for error in check_kind(dataclasses.replace(offices, facets=facets))] == ["hub.E009"]


def test_a_range_shows_its_ends(rf):
    beds = Facet("beds", "beds", "Beds", type="number")
    form = form_of(beds, [{"value": 2, "label": "2", "count": 1}], [], rf.get("/", {"beds_min": "2"}).GET)
    assert (form["input_type"], form["minimum"], form["maximum"], form["is_open"]) == ("number", "2", "", True)


def test_the_queries_do_not_grow(client, county, offices, editing):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get("/ar/auental/offices/", {"topics": "housing", "spoken_languages": ["de", "ar"]})
        return len(queries)

    cost()
    few = cost()
    with editing():
        for number in range(5):
            topic = Topic.objects.create(slug=f"topic-{number}", names={"de": f"Thema {number}"})
            office(county, f"Amt {number}", topics=[topic], languages=["de", "ar", "uk"])
    assert cost() == few
