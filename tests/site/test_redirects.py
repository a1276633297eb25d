"""Old addresses lead to where the page is now, in the language asked for."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from hub.testing import publish, translate, work
from tests.rules.stage import article, fresh, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def moved(county, editing):
    """An article that was at auental/wohnen and is at auental/wohnung."""
    with editing():
        page = article(county, "Wohnen")
        translate(page, "ar")
    page.slug = "wohnung"
    with editing():
        publish(page)
    return page


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_an_old_address_leads_on_in_every_language(client, moved, language):
    response = client.get(f"/{language}/auental/wohnen/")
    assert response.status_code == 301
    assert response["Location"] == f"/{language}/auental/wohnung/"
    assert client.get(response["Location"]).status_code == 200


def test_the_question_mark_does_no_harm(client, moved):
    assert client.get("/ar/auental/wohnen/?from=poster")["Location"] == "/ar/auental/wohnung/"


def test_the_children_of_a_moved_page_are_found(client, county, editing):
    with editing():
        parent = article(county, "Wohnen")
        article(parent, "Miete")
    parent.refresh_from_db()
    parent.slug = "wohnung"
    with editing():
        publish(parent)
    work()
    assert client.get("/ar/auental/wohnen/miete/")["Location"] == "/ar/auental/wohnung/miete/"


def test_a_page_that_is_not_published_is_no_target(client, moved, editing):
    moved.refresh_from_db()
    with editing():
        moved.unpublish()
    assert client.get("/ar/auental/wohnen/").status_code == 404


def test_a_private_page_is_no_target(client, moved, editing):
    with editing():
        restrict(moved, password="secret")
    assert client.get("/de/auental/wohnen/").status_code == 404
    assert client.get("/de/auental/wohnung/").status_code == 200  # asks for the password


def test_a_page_of_an_unpublished_county_is_no_target(client, moved, county, editing):
    with editing():
        fresh(county).unpublish()
    assert client.get("/de/auental/wohnen/").status_code == 404


def test_a_language_that_the_county_does_not_offer_is_no_target(client, moved, county, editing):
    county = fresh(county)
    county.languages = ["de", "en"]
    with editing():
        publish(county)
    assert client.get("/ar/auental/wohnen/").status_code == 404
    assert client.get("/en/auental/wohnen/").status_code == 301


def test_an_editors_own_redirect_may_lead_to_the_home_page_or_a_page_with_a_name_of_its_own(client, county, editing):
    with editing():
        page = article(county, "Essen", slug="أكل")
    Redirect.add_redirect("/start", redirect_to=county.get_parent())
    Redirect.add_redirect("/essen", redirect_to=page)
    assert client.get("/start")["Location"] == "/de/"
    assert client.get(client.get("/essen")["Location"]).status_code == 200


def test_a_new_page_at_the_old_address_wins(client, county, moved, editing):
    with editing():
        article(county, "Wohnen")
    assert client.get("/ar/auental/wohnen/").status_code == 200


def test_an_editors_own_redirect_may_lead_anywhere(client, county):
    Redirect.add_redirect("/kurs", redirect_to="https://example.org/kurs", is_permanent=False)
    response = client.get("/kurs")
    assert (response.status_code, response["Location"]) == (302, "https://example.org/kurs")


@pytest.mark.parametrize("path", ["/api/v2/nothing/", "/admin/nothing/"])
def test_programs_and_editors_are_never_sent_to_a_page(client, moved, path):
    Redirect.add_redirect(path, redirect_to=moved)
    assert client.get(path).get("Location", "") not in {"/de/auental/wohnung/", "/en/auental/wohnung/"}


@pytest.mark.parametrize("path", ["//[", "//[::1]/", "//example.org/"])
def test_an_address_that_begins_with_two_slashes_is_not_found(client, county, path):
    assert client.generic("GET", "/", PATH_INFO=path).status_code == 404


def test_a_nul_in_the_address_is_not_found(client, county):
    assert client.get("/de/auental/%00/").status_code == 404
