"""The stage of the tests of logins: a county with a private page, its editor, and addresses to come from."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from hub.testing import make_county
from tests.rules.stage import article, restrict

PASSWORD = "correct horse battery"
PAGE_PASSWORD = "geheimes Wort"


@pytest.fixture(autouse=True)
def _quick_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("editor", "editor@example.org", PASSWORD)


@pytest.fixture
def private_page(db):
    """A page with a password, and the address that takes it."""
    page = article(make_county(), "Intern")
    restriction = restrict(page, PAGE_PASSWORD)
    return f"/ar/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"


def through_proxy(address: str) -> Client:
    """Return the browser of somebody behind nginx, which is on this machine."""
    return Client(headers={"X-Forwarded-For": address})
