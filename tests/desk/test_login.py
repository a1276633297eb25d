"""The way into the admin leads to where somebody works."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from hub.rights.models import Role
from hub.testing import make_county, translate
from tests.rights.stage import member

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def landing(client, user) -> str:
    """Return where the login leads that the admin asks for, with the fields that its form has."""
    address = reverse("wagtailadmin_login")
    form = querydict_from_html(client.get(address).content.decode(), form_index=0)
    answer = client.post(address, {**form.dict(), "username": user.username, "password": "a long password"})
    return answer.headers["Location"]


@pytest.fixture
def arabic(county, editing) -> Page:
    with editing():
        return translate(county, "ar")


def test_people_of_one_county_come_to_its_pages(client, county, arabic):
    for role in (Role.ADMINISTRATORS, Role.EDITORS):
        user = member(f"Maria {role}", county, role)
        assert landing(client, user) == reverse("wagtailadmin_explore", args=[county.pk])
        client.logout()


def test_translators_come_to_their_list(client, county, arabic):
    user = member("Amal", county, Role.TRANSLATORS, "ar")
    assert landing(client, user) == reverse("hub_my_translations")
    client.logout()
    user.groups.add(*member("Maria", county, Role.EDITORS).groups.all())
    assert landing(client, user) == reverse("wagtailadmin_explore", args=[county.pk])


def test_people_of_two_counties_and_administrators_of_the_hub_come_to_the_start_page(client, county, admin_user):
    user = member("Maria", county, Role.EDITORS)
    user.groups.add(*member("Vera", make_county("hausen", "Hausen"), Role.EDITORS).groups.all())
    assert landing(client, user) == reverse("wagtailadmin_home")
    client.force_login(admin_user)
    assert client.get(reverse("wagtailadmin_login")).headers["Location"] == reverse("wagtailadmin_home")


def test_the_login_leads_to_the_page_that_asked_for_it(client, county):
    user = member("Maria", county, Role.EDITORS)
    address = f"{reverse('wagtailadmin_login')}?next=/admin/account/"
    answer = client.post(address, {"username": user.username, "password": "a long password", "next": "/admin/account/"})
    assert answer.headers["Location"] == "/admin/account/"


def test_the_report_that_calls_outdated_pages_up_to_date_is_not_offered(county, admin_client):
    shown = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("wagtailadmin_reports:site_history") in shown
    assert reverse("wagtail_localize:translations_report") not in shown
