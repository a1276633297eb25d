"""Ways from page to page, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.site.navigation import tree
from hub.testing import make_county, publish, translate
from tests.rules.stage import article, block, fresh, restrict, text
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db

# Site, language, home page, withdrawals twice, publication, page, restrictions, breadcrumbs, children, county.
PAGE_BUDGET = 13
HOME_BUDGET = 8
NAVIGATION_BUDGET = 2


@pytest.fixture(scope="module")
def shared_housing(shared_county, shared_editing):
    with shared_editing():
        wohnen = article(shared_county, "Wohnen", summary="Alles zum Wohnen", icon="home")
        miete = article(wohnen, "Miete")
        article(wohnen, "Suche")
        article(miete, "Kaution")
    return wohnen


@pytest.fixture
def housing(shared_housing, county):
    """Wohnen › Miete › Kaution, and Suche beside Miete."""
    return fresh(shared_housing)


@pytest.fixture
def bergtal(county, editing):
    """Another county."""
    with editing():
        return make_county("bergtal", "Landkreis Bergtal")


def test_breadcrumbs_lead_back_to_the_county(client, housing):
    soup = page(client.get("/ar/auental/wohnen/miete/kaution/"))
    assert list(links(soup.find(class_="breadcrumbs")).values()) == [
        "/ar/auental/",
        "/ar/auental/wohnen/",
        "/ar/auental/wohnen/miete/",
    ]


def test_a_page_lists_those_below_it_in_their_order(client, housing):
    soup = page(client.get("/de/auental/wohnen/"))
    assert list(links(soup.find(class_="cards"))) == ["Miete", "Suche"]


def test_the_list_stands_where_its_block_does_and_only_there(client, housing, editing):
    housing.body = [("children", None), ("text", "<p>Danach.</p>")]
    with editing():
        publish(housing)
    soup = page(client.get("/de/auental/wohnen/"))
    assert len(soup.find_all(class_="cards")) == 1
    assert words(soup.main).index("Miete") < words(soup.main).index("Danach.")


def test_private_pages_are_in_no_list(client, housing, editing):
    with editing():
        restrict(housing.get_children().get(slug="miete"))
    assert list(links(page(client.get("/de/auental/wohnen/")).find(class_="cards"))) == ["Suche"]


def test_a_county_names_its_legal_pages_at_the_foot_only(client, county, editing):
    with editing():
        imprint = article(county, "Impressum")
        article(county, "Wohnen")
    county.refresh_from_db()
    county.imprint_id = imprint.pk
    with editing():
        publish(county)
    soup = page(client.get("/ar/auental/wohnen/"))
    assert "/ar/auental/impressum/" in links(soup.footer.find_next("footer") or soup.footer).values()
    front = page(client.get("/de/auental/"))
    assert "Impressum" not in links(front.main)
    assert "/de/auental/impressum/" in links(front).values()


def test_emergency_numbers_are_at_the_foot_of_every_page(client, housing):
    foot = page(client.get("/ar/auental/wohnen/")).find(class_="help")
    assert {"tel:110", "tel:112", "tel:116117"} <= set(links(foot).values())


def test_the_first_page_of_a_language_lists_the_counties(client, county, bergtal):
    assert links(page(client.get("/ar/")).main) == {
        "Landkreis Auental": "/ar/auental/",
        "Landkreis Bergtal": "/ar/bergtal/",
    }


def test_a_county_with_a_translated_name_shows_its_own_below(client, county, bergtal, editing):
    with editing():
        translate(county, "ar", mark="مقاطعة")
    for language, own_names in (("ar", ["Landkreis Auental"]), ("de", [])):
        cards = page(client.get(f"/{language}/")).main.find(class_="cards")
        assert [name.text for name in cards.find_all("small", lang="de")] == own_names


class TestOnlyCounty:
    """A visitor of a hub with one county is not asked to choose it."""

    @pytest.mark.parametrize("method", ["get", "head"])
    def test_the_first_page_of_a_language_leads_to_it(self, client, county, method):
        answer = getattr(client, method)("/ar/", headers={"accept-language": "de"})
        assert (answer.status_code, answer["Location"]) == (302, "/ar/auental/")
        assert answer["Cache-Control"] == "no-cache"

    def test_the_choice_of_a_language_leads_to_it(self, client, county):
        offered = page(client.get("/")).main
        assert [link["href"] for link in offered.find_all("a")] == ["/de/auental/", "/en/auental/", "/ar/auental/"]

    def test_a_language_that_it_does_not_offer_says_so(self, client, county, editing):
        county.languages = ["de", "en"]
        with editing():
            publish(county)
        assert not page(client.get("/ar/")).find(class_="cards")
        assert page(client.get("/")).main.find("a", hreflang="ar")["href"] == "/ar/"
        assert client.get("/en/")["Location"] == "/en/auental/"

    def test_a_second_one_has_to_be_chosen_at_once(self, client, county, editing):
        assert client.get("/ar/").status_code == 302
        with editing():
            other = make_county("bergtal", "Landkreis Bergtal", languages=["de"])
        assert list(links(page(client.get("/ar/")).main)) == ["Landkreis Auental"], "some live elsewhere"
        assert page(client.get("/")).main.find("a", hreflang="ar")["href"] == "/ar/"
        with editing():
            restrict(other)
        assert client.get("/ar/").status_code == 302, "what is private is none"


def test_a_hub_without_counties_says_so(client, county, editing):
    with editing():
        county.unpublish()
    soup = page(client.get("/ar/"))
    assert not soup.find(class_="cards")
    assert soup.main.p


def test_an_empty_county_says_so(client, county):
    assert page(client.get("/de/auental/")).find(class_="article").find("p")


def test_the_tree_is_nested(housing):
    (top,) = tree("auental", "ar")
    assert top["html_url"] == "/ar/auental/"
    (wohnen,) = top["children"]
    assert (wohnen["title"], wohnen["icon"], wohnen["content_locale"]) == ("Wohnen", "home", "de")
    assert [child["title"] for child in wohnen["children"]] == ["Miete", "Suche"]
    assert [child["title"] for child in wohnen["children"][0]["children"]] == ["Kaution"]


def test_a_draft_is_not_in_the_tree(housing, editing):
    with editing():
        housing.get_children().get(slug="miete").specific.unpublish()
    (top,) = tree("auental", "de")
    assert [child["title"] for child in top["children"][0]["children"]] == ["Suche"]


class TestBudgets:
    """A page costs the same number of queries however much it shows."""

    def test_a_page(self, client, housing, django_assert_max_num_queries):
        for path in ("/de/auental/wohnen/", "/ar/auental/wohnen/miete/kaution/", "/ar/auental/"):
            with django_assert_max_num_queries(PAGE_BUDGET):
                client.get(path)

    def test_content_costs_nothing(self, client, county, housing, editing):
        address = "/ar/auental/wohnen/"
        client.get(address)
        with CaptureQueriesContext(connection) as small:
            client.get(address)
        contact = block(
            "contact", {"office": None, "name": "Amt", "phones": [], "email": "", "website": "", "address": ""}
        )
        with editing():
            for number in range(8):
                article(housing, f"Seite {number}", [text("<p>Ein Satz.</p>"), contact])
        with CaptureQueriesContext(connection) as large:
            client.get(address)
        assert len(small) == len(large)

    def test_the_list_of_counties(self, client, county, bergtal, django_assert_max_num_queries):
        with django_assert_max_num_queries(HOME_BUDGET):
            assert client.get("/ar/").status_code == 200

    def test_the_tree(self, housing, django_assert_num_queries):
        with django_assert_num_queries(NAVIGATION_BUDGET):
            tree("auental", "ar")
