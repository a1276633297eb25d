"""Making a page private is one transaction: a crash in it leaves the page as it was, or private, never half."""

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from hub.publications import triggers
from tests.rules.stage import article, draft, restrict
from tests.site.reading import links, page

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def admin(db) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "password of an admin"))
    return client


@pytest.fixture
def wohnen(county, editing):
    with editing():
        return article(county, "Wohnen")


def ask_for_login(client: Client, private) -> int:
    address = reverse("wagtailadmin_pages:set_privacy", args=[private.pk])
    return client.post(address, {"restriction_type": "login"}).status_code


def test_a_page_becomes_private(admin, client, wohnen):
    assert ask_for_login(admin, wohnen) == 200
    assert client.get("/de/auental/wohnen/").status_code == 302


@pytest.fixture
def section(wohnen, editing):
    """Wohnen › Miete › Kaution and Wohnen › Vermieter; Miete asks for a password, Vermieter for another one."""
    with editing():
        miete, vermieter = article(wohnen, "Miete"), article(wohnen, "Vermieter")
        article(miete, "Kaution")
        draft(miete, "Makler")
        restrict(miete, password="rent")
        restrict(vermieter, password="own")
    return miete


def admit(client, restriction):
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, restriction.page_id])
    client.post(address, {"password": restriction.password, "return_url": "/"})


@pytest.mark.parametrize("language", ["de", "ar"])
def test_an_admitted_reader_is_led_to_the_private_pages_around(client, section, language):
    start = f"/{language}/auental"
    admit(client, section.view_restrictions.get())
    below = page(client.get(f"{start}/wohnen/miete/"))
    assert list(links(below.find(class_="cards")).values()) == [f"{start}/wohnen/miete/kaution/"]
    lowest = page(client.get(f"{start}/wohnen/miete/kaution/"))
    above = [f"{start}/", f"{start}/wohnen/", f"{start}/wohnen/miete/"]
    assert list(links(lowest.find(class_="breadcrumbs")).values()) == above


def test_one_password_tells_nothing_of_what_another_protects(client, section, wohnen, editing):
    with editing():
        restrict(wohnen, password="live")
    admit(client, wohnen.view_restrictions.get())
    assert not page(client.get("/de/auental/wohnen/")).find(class_="cards")
    admit(client, section.view_restrictions.get())
    assert list(links(page(client.get("/de/auental/wohnen/")).find(class_="cards"))) == ["Miete"]


def test_a_reader_who_is_not_admitted_is_shown_nothing_of_it(client, section):
    assert b"kaution" not in client.get("/de/auental/wohnen/miete/").content.lower()


def test_a_crash_between_the_restriction_and_the_outbox_undoes_both(admin, wohnen, monkeypatch):
    def crash(*args, **kwargs):
        raise DatabaseError("crash")

    monkeypatch.setattr(triggers, "add", crash)
    assert ask_for_login(admin, wohnen) == 500
    assert not PageViewRestriction.objects.exists()


def test_only_the_admin_may_do_it(client, wohnen):
    response = client.post(reverse("wagtailadmin_pages:set_privacy", args=[wohnen.pk]), {"restriction_type": "login"})
    assert response.status_code == 302
    assert not PageViewRestriction.objects.exists()
