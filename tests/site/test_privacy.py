"""Making a page private is one transaction: a crash in it leaves the page as it was, or private, never half."""

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from hub.publications import outbox
from tests.rules.stage import article

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "password of an admin"))
    return client


@pytest.fixture
def wohnen(county, editing):
    with editing():
        return article(county, "Wohnen")


def ask_for_login(client: Client, page) -> int:
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    return client.post(address, {"restriction_type": "login"}).status_code


def test_a_page_becomes_private(admin, client, wohnen):
    assert ask_for_login(admin, wohnen) == 200
    assert client.get("/de/auental/wohnen/").status_code == 302


def test_a_crash_between_the_restriction_and_the_outbox_undoes_both(admin, wohnen, monkeypatch):
    def crash(*args, **kwargs):
        raise DatabaseError("crash")

    monkeypatch.setattr(outbox, "add", crash)
    assert ask_for_login(admin, wohnen) == 500
    assert not PageViewRestriction.objects.exists()


def test_only_the_admin_may_do_it(client, wohnen):
    response = client.post(reverse("wagtailadmin_pages:set_privacy", args=[wohnen.pk]), {"restriction_type": "login"})
    assert response.status_code == 302
    assert not PageViewRestriction.objects.exists()
