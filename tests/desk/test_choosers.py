"""The chooser of pages opens in the county of the page that is edited."""

import pytest
from django.urls import reverse

from hub.rights.models import Role
from hub.testing import make_county, translate
from tests.rights.stage import member
from tests.rules.stage import article, office

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def other(county, editing):
    with editing():
        return make_county("bergland", "Bergland")


def opened(client, referrer="", **query):
    answer = client.get(reverse("wagtailadmin_choose_page"), query, headers={"Referer": f"http://testserver{referrer}"})
    assert answer.status_code == 200
    return answer.context["parent_page"].pk


@pytest.mark.parametrize("kind", ["wagtailcore.page", "offices.officepage"])
def test_it_opens_in_the_county_of_the_page(county, other, editing, admin_client, kind):
    with editing():
        page = article(county, "Wohnen")
        office(county, "Amt")
        office(other, "Amt")
    assert opened(admin_client, reverse("wagtailadmin_pages:edit", args=[page.pk]), page_type=kind) == county.pk
    new = reverse("wagtailadmin_pages:add", args=["home", "infopage", page.pk])
    assert opened(admin_client, new, page_type=kind) == county.pk


def test_for_a_translation_it_opens_in_its_language(county, editing, admin_client):
    with editing():
        page = article(county, "Wohnen")
        translate(county, "ar")
        translated = translate(page, "ar")
    here = translated.get_parent().pk
    assert opened(admin_client, reverse("wagtailadmin_pages:edit", args=[translated.pk])) == here != county.pk


def test_elsewhere_it_opens_in_the_county_of_the_user(county, other, client):
    client.force_login(member("Robin", county, Role.EDITORS))
    assert opened(client, "/admin/images/") == county.pk
    # A page of another county tells nothing.
    assert opened(client, reverse("wagtailadmin_pages:edit", args=[other.pk])) == county.pk


def test_who_works_for_all_counties_begins_at_the_top(county, other, admin_client):
    assert opened(admin_client, "/nowhere/") not in {county.pk, other.pk}
