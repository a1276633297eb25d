"""Whom to call is on every page: the county's contact office, emergency numbers, and where to report a barrier."""

import json
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from hub.site import errors, navigation
from hub.taxonomy.models import Topic
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import article, block, fresh, office, restrict
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db

NATIONAL = {"tel:110", "tel:112", "tel:116117", "tel:116016", "tel:116123"}
ERROR_BUDGET = 4  # withdrawals, county, topics and their names


@pytest.fixture(scope="module")
def helpful_county(shared_editing):
    """The county with a contact office, a local number, a private and a public article."""
    with shared_editing():
        county = make_county()
        emails = json.dumps([block("email", {"label": "", "address": "amt+rat@auental.example"})])
        contact = office(county, "Beratung", emails=emails)
        translate(contact, "ar")
        article(county, "Wohnen")
        restrict(article(county, "Intern"), "sesam")
        restrict(article(county, "Protokoll"))
        county = fresh(county)
        county.contact_id = contact.pk
        county.local_numbers = json.dumps([block("phone", {"label": "Gift", "number": "030 19240"})])
        publish(county)
    return county


@pytest.fixture
def helpful(helpful_county, db):
    return fresh(helpful_county)


def foot(client, address, status=200):
    return links(page(client.get(address), status).find(class_="help"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ar/auental/", 200),
        ("/ar/auental/wohnen/", 200),
        ("/ar/auental/offices/", 200),
        ("/ar/auental/topics/", 200),
        ("/ar/auental/intern/", 200),
        ("/ar/search/?county=auental", 200),
        ("/ar/auental/nothing/", 404),
    ],
)
def test_every_page_of_a_county_says_whom_to_call(client, helpful, address, status):
    shown = foot(client, address, status)
    assert shown["ar Beratung"] == "/ar/auental/beratung/"
    assert {"tel:+493023125000", "mailto:amt+rat@auental.example", "tel:+493019240"} <= set(shown.values())
    assert set(shown.values()) >= NATIONAL
    assert "الشرطة" in " ".join(shown)


@pytest.mark.parametrize(("address", "status"), [("/", 200), ("/ar/", 200), ("/ar/nothing/", 404), ("/x", 404)])
def test_outside_of_a_county_there_are_the_national_numbers(client, helpful, editing, address, status):
    with editing():
        make_county("bergtal", "Landkreis Bergtal")
    assert set(foot(client, address, status).values()) == NATIONAL


def test_the_choice_of_a_language_shows_the_contact_of_the_only_county(client, helpful):
    assert foot(client, "/")["Beratung"] == "/de/auental/beratung/"


def test_a_contact_office_that_is_private_is_not_shown(client, helpful, editing):
    with editing():
        restrict(helpful.contact)
    for address, status in (("/de/auental/", 200), ("/de/auental/nothing/", 404)):
        assert "Beratung" not in foot(client, address, status)


def test_a_page_not_found_leads_on_in_its_county(client, helpful):
    soup = page(client.get("/ar/auental/nothing/"), 404)
    assert soup.main.find("a", class_="button")["href"] == "/ar/auental/"
    assert "Landkreis Auental" in words(soup.main)
    assert soup.find("form", role="search").find("input", attrs={"name": "county"})["value"] == "auental"
    assert links(soup.find(class_="languages"))["English"] == "/en/auental/"


def test_a_forbidden_page_names_its_county(rf, helpful):
    soup = page(errors.permission_denied(rf.get("/ar/auental/wohnen/"), Exception()), 403)
    assert soup.main.find("a", class_="button")["href"] == "/ar/auental/"


def test_a_form_without_its_token_leaves_the_way_to_its_county(helpful):
    soup = page(Client(enforce_csrf_checks=True).post("/ar/auental/wohnen/"), 403)
    assert soup.main.find("a", class_="button")["href"] == "/ar/auental/"


def test_nothing_tells_whether_a_private_page_is_there(client, helpful, editing):
    def answer(address):
        words = client.get(address).content.decode()
        return words.replace(address.rstrip("/").rpartition("/")[2], "")  # a mail about a barrier names the address

    with editing():
        fresh(helpful).get_children().get(slug="intern").specific.unpublish()
    assert answer("/de/auental/intern/") == answer("/de/auental/nothing/")
    with editing():
        restrict(helpful)
    for address in ("/de/auental/nothing/", "/de/auental/protokoll/nothing/"):
        assert "Auental" not in answer(address)
        assert set(foot(client, address, 404).values()) == NATIONAL


def test_an_error_costs_few_queries(rf, helpful, editing, django_assert_num_queries):
    with editing():
        article(helpful, "Miete", topics=[Topic.objects.create(slug="housing", names={"de": "Wohnraum"})])
    with django_assert_num_queries(ERROR_BUDGET):
        answer = errors.not_found(rf.get("/de/auental/nothing/"), Exception())
    assert links(page(answer, 404).main)["Wohnraum (1)"] == "/de/auental/topics/housing/"


def test_a_fault_of_the_database_costs_the_county_and_not_the_answer(rf, helpful, monkeypatch):
    def fail(*args):
        raise DatabaseError

    monkeypatch.setattr(navigation, "county_at", fail)
    soup = page(errors.not_found(rf.get("/ar/auental/nothing/"), Exception()), 404)
    assert set(links(soup.find(class_="help")).values()) == NATIONAL


def test_a_fault_shows_the_national_numbers_without_the_database(rf, helpful, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = errors.server_error(rf.get("/ar/auental/"))
    assert set(links(page(answer, 500).find(class_="help")).values()) == NATIONAL


def test_an_app_gets_them_in_one_call(client, helpful):
    answer = client.get("/api/v2/counties/?county=auental&locale=ar&fields=contact,local_numbers,national_numbers")
    (item,) = answer.json()["items"]
    assert item["contact"]["title"] == "ar Beratung"
    assert item["contact"]["phones"][0]["value"]["href"] == "tel:+493023125000"
    assert item["local_numbers"][0]["value"]["href"] == "tel:+493019240"
    assert {f"tel:{number['number']}" for number in item["national_numbers"]} == NATIONAL


class TestBarriers:
    """Where “Report an accessibility problem” leads."""

    LABEL = "Barriere melden"

    def report(self, client, address="/de/auental/wohnen/", status=200):
        return links(page(client.get(address), status).find("footer", class_="footer")).get(self.LABEL)

    def test_a_mail_to_the_contact_names_the_page(self, client, helpful, settings):
        settings.WAGTAILADMIN_BASE_URL = "https://hub.example"
        mail = urlsplit(self.report(client))
        assert (mail.scheme, unquote(mail.path)) == ("mailto", "amt+rat@auental.example")
        asked = parse_qs(mail.query)
        assert "https://hub.example/de/auental/wohnen/" in asked["subject"][0]
        assert "https://hub.example/de/auental/wohnen/" in asked["body"][0]
        assert "+" not in mail.query, "a plus is no space in a mail's address"

    def test_an_address_adds_no_header_to_the_mail(self, client, helpful):
        mail = urlsplit(self.report(client, "/de/auental/a%0D%0Ab&bcc=x%22%3E/", 404))
        assert set(parse_qs(mail.query)) == {"subject", "body"}
        assert "\n" not in parse_qs(mail.query)["subject"][0]

    def test_the_accessibility_statement_comes_first(self, client, helpful, editing):
        with editing():
            statement = article(helpful, "Barrierefreiheit")
        county = fresh(helpful)
        county.accessibility_id = statement.pk
        with editing():
            publish(county)
        assert self.report(client) == "/de/auental/barrierefreiheit/"
        with editing():
            restrict(statement)
        assert self.report(client).startswith("mailto:")

    def test_a_contact_without_mail_is_called(self, client, helpful, editing):
        contact = helpful.contact.specific
        contact.emails = "[]"
        with editing():
            publish(contact)
        work()
        assert self.report(client) == "/de/auental/beratung/"

    def test_a_county_with_neither_has_no_link_and_its_editors_are_told(self, client, helpful, editing):
        county = fresh(helpful)
        county.contact = None
        with editing():
            publish(county)
        assert self.report(client) is None
        client.force_login(get_user_model().objects.create_superuser("editor"))
        form = page(client.get(reverse("wagtailadmin_pages:edit", args=[county.pk])))
        assert self.LABEL in words(form)
