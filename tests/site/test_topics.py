"""The topics of a county: what all kinds say about each, and the chips that lead there."""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from directory.offices.models import OfficePage
from home.models import InfoPage
from hub.checks import check_addresses_of_lists
from hub.plugins import kinds
from hub.site.topics import FIRST, PER_PAGE
from hub.taxonomy.models import Topic
from hub.testing import make_county, translate
from tests.rules.stage import article, fresh, office, restrict
from tests.site.reading import heads, links, page, words

pytestmark = pytest.mark.django_db

TOPICS = "/de/auental/topics/"
HOUSING = "/de/auental/topics/housing/"


@pytest.fixture(scope="module")
def shared_topics(shared_editing):
    with shared_editing():
        return (
            Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"}, icon="home"),
            Topic.objects.create(slug="work", names={"de": "Arbeit"}),
        )


@pytest.fixture
def housing(shared_topics, db):
    return Topic.objects.get(slug="housing")


@pytest.fixture
def work_topic(shared_topics, db):
    return Topic.objects.get(slug="work")


@pytest.fixture(scope="module")
def shared_pages(shared_county, shared_topics, shared_editing):
    housing, work_topic = shared_topics
    with shared_editing():
        miete = article(shared_county, "Miete", topics=[housing])
        article(miete, "Kaution", topics=[housing, work_topic])
        article(shared_county, "Beruf")
        office(shared_county, "Amt", topics=[housing])
        article(make_county("bergtal", "Landkreis Bergtal"), "Miete im Bergtal", topics=[housing])
    return miete


@pytest.fixture
def pages(shared_pages, county):
    """About housing: an article, a page below it, an office; about work: another article."""
    return fresh(shared_pages)


def groups(client, address=HOUSING):
    """Return the titles that a topic's page shows, by the heading above them."""
    main = page(client.get(address)).main
    return {
        words(group.h2): [words(title) for title in group.find_all(class_="card__title")]
        for group in main.find_all("section")
    }


def test_a_topic_gathers_all_kinds_of_the_county_in_their_order(client, pages):
    shown = groups(client)
    assert shown == {"Informationen (2)": ["Kaution", "Miete"], "Anlaufstellen (1)": ["Amt"]}
    labels = [str(kind.label) for kind in kinds]
    assert labels.index("Informationen") < labels.index("Anlaufstellen")


def test_it_says_where_it_is_in_the_visitors_language(client, pages, editing):
    with editing():
        translate(pages, "ar")
    soup = page(client.get("/ar/auental/topics/housing/"))
    assert (soup.html["dir"], soup.h1.text, soup.title.text) == ("rtl", "السكن", "السكن – Landkreis Auental")
    assert list(links(soup.find(class_="breadcrumbs")).values()) == ["/ar/auental/", "/ar/auental/topics/"]
    assert links(soup.find(class_="languages"))["Deutsch"] == HOUSING
    assert heads(soup, "canonical") == {None: "http://testserver/ar/auental/topics/housing/"}
    assert set(heads(soup, "alternate")) == {"de", "en", "ar"}
    assert [card["lang"] for card in soup.find_all(class_="card")] == ["de", "ar", "de"]


def test_private_pages_are_about_nothing(client, pages, editing):
    with editing():
        restrict(pages)
    assert groups(client) == {"Anlaufstellen (1)": ["Amt"]}
    assert list(links(page(client.get(TOPICS)).main.find(class_="topics"))) == ["Wohnen (1)"]
    with editing():
        restrict(OfficePage.objects.get(slug="amt"))
    soup = page(client.get(HOUSING))
    assert not soup.find(class_="cards")
    assert soup.main.find(class_="article__summary")


def test_what_there_is_not_is_not_found(client, pages, editing, county):
    for address in ("/de/auental/topics/cooking/", "/de/nowhere/topics/", "/de/nowhere/topics/housing/"):
        assert client.get(address).status_code == 404
    with editing():
        restrict(county)
    for address in (TOPICS, HOUSING):
        assert client.get(address).status_code == 404


def test_long_groups_lead_to_all_their_pages(client, county, housing, editing):
    with editing():
        for number in range(PER_PAGE + 2):
            article(county, f"Artikel {number:02}", topics=[housing])
        for number in range(FIRST + 1):
            office(county, f"Amt {number}", topics=[housing])
    shown = groups(client)
    assert [len(titles) for titles in shown.values()] == [PER_PAGE, FIRST]
    assert shown["Anlaufstellen (7)"][0] == "Amt 0"
    rest = links(page(client.get(HOUSING)).main)
    assert rest["Anlaufstellen: alle 7 anzeigen"] == "/de/auental/offices/?topics=housing"
    all_articles = rest["Informationen: alle 22 anzeigen"]
    assert all_articles == f"{HOUSING}?kind=info"
    first = page(client.get(all_articles))
    assert heads(first, "canonical") == {}
    last = page(client.get(HOUSING + first.find("a", rel="next")["href"]))
    assert [words(title) for title in last.find_all(class_="card__title")] == ["Artikel 20", "Artikel 21"]
    assert page(client.get(f"{HOUSING}?kind=nonsense&page=x")).main.find("section")


def test_the_index_names_topics_with_their_pages_and_the_county_leads_there(client, pages):
    soup = page(client.get(TOPICS))
    assert links(soup.main.find(class_="topics")) == {
        "Arbeit (1)": "/de/auental/topics/work/",
        "Wohnen (3)": HOUSING,
    }
    assert links(page(client.get("/de/auental/")).main)["Themen"] == TOPICS
    assert "Themen" not in links(page(client.get("/en/bergtal/")).main)


def test_a_county_without_topics_has_no_link_to_them(client, county, editing):
    with editing():
        article(county, "Beruf")
    assert TOPICS not in links(page(client.get("/de/auental/")).main).values()
    assert page(client.get(TOPICS)).main.find(class_="article__summary")


def test_chips_lead_to_the_topic(client, pages):
    chips = page(client.get("/ar/auental/miete/")).find(class_="topics")
    assert links(chips) == {"السكن": "/ar/auental/topics/housing/"}


def test_values_of_facets_lead_to_the_list(client, county, editing):
    with editing():
        office(county, "Amt", lift=True)
    soup = page(client.get("/de/auental/amt/"))
    assert soup.find(class_="amenities").a["href"] == "/de/auental/offices/?accessible=lift"
    assert links(page(client.get("/de/auental/offices/?accessible=lift")).main)["Amt"]


class TestFacetLink:
    """The tag for templates of any kind."""

    def shown(self, name, value, kind="offices", **context):
        county = {"meta": {"slug": "auental"}}
        context = {"document": {"meta": {"kind": kind}}, "county": county, "value": value, **context}
        with override("de"):
            return Template(f'{{% load hub_tags %}}{{% facet_link "{name}" value %}}').render(Context(context))

    ARABIC = {"code": "ar", "name": "A <b>"}

    def test_a_value_with_its_label(self):
        assert self.shown("spoken_languages", self.ARABIC) == (
            '<a class="facet-link" href="/de/auental/offices/?spoken_languages=ar">A &lt;b&gt;</a>'
        )

    def test_a_plain_value(self):
        assert (
            self.shown("spoken_languages", "a&b")
            == '<a class="facet-link" href="/de/auental/offices/?spoken_languages=a%26b">a&amp;b</a>'
        )

    def test_on_a_card_the_teasers_kind_counts(self):
        assert self.shown("topics", {"slug": "x", "name": "X"}, kind="info", teaser={"meta": {"kind": "offices"}}) == (
            '<a class="facet-link" href="/de/auental/offices/?topics=x">X</a>'
        )

    @pytest.mark.parametrize(
        "case", [{"kind": "info"}, {"kind": "gone"}, {"county": None}], ids=["no such facet", "no kind", "no county"]
    )
    def test_where_there_is_no_such_list_the_label_stands_alone(self, case):
        assert self.shown("spoken_languages", self.ARABIC, **case) == "A &lt;b&gt;"


def test_the_api_lists_the_pages_of_a_topic_over_all_kinds(client, pages):
    def titles(query):
        items = client.get(f"/api/v2/pages/?locale=ar&order=title&{query}").json()["items"]
        return [item["title"] for item in items]

    assert titles("county=auental&topics=housing") == ["Amt", "Kaution", "Miete"]
    assert titles("topics=work,housing") == ["Amt", "Kaution", "Miete", "Miete im Bergtal"]
    assert titles("county=auental&topics=housing&kind=offices") == ["Amt"]
    wrong = client.get("/api/v2/pages/?topics=cooking")
    assert (wrong.status_code, "'cooking'" in wrong.json()["detail"]) == (400, True)


def test_no_page_stands_at_the_address(client, county, editing, admin_client):
    address = reverse("wagtailadmin_pages:add", args=["home", "infopage", county.pk])
    data = {"title": "Themen", "slug": "topics", "action-publish": "1", "body-count": "0"}
    data |= {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    assert "slug" in admin_client.post(address, data).context["form"].errors
    with editing():
        before = article(county, "Themen")
    InfoPage.objects.filter(pk=before.pk).update(slug="topics")
    assert [warning.id for warning in check_addresses_of_lists()] == ["hub.W001"]


def test_the_queries_do_not_grow(client, county, pages, housing, editing):
    def cost(address):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    addresses = (HOUSING, f"{HOUSING}?kind=info", TOPICS)
    few = [cost(address) for address in addresses for _twice in range(2)][1::2]
    with editing():
        for number in range(9):
            other = Topic.objects.create(slug=f"topic-{number}", names={"de": f"Thema {number}"})
            article(county, f"Artikel {number}", topics=[housing, other])
            office(county, f"Amt {number}", topics=[housing, other])
    assert [cost(address) for address in addresses] == few
