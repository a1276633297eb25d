"""Errors speak the visitor's language, with the right status and without needing anything that may be broken."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory

from hub.site import errors
from tests.api.problems import is_problem
from tests.site.reading import page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    ("path", "asked", "language"),
    [("/ar/nothing/", "de", "ar"), ("/xx/nothing/", "ar", "ar"), ("/nothing", "", "de"), ("/de/a.b", "ar", "de")],
)
def test_not_found_in_the_language_of_the_address_or_browser(client, county, path, asked, language):
    soup = page(client.get(path, headers={"accept-language": asked}), status=404)
    assert soup.html["lang"] == language
    assert soup.main.find("a", class_="button")["href"] == f"/{language}/"


@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_the_api_answers_with_a_problem(client, db, method):
    response = getattr(client, method)("/api/v2/nothing/")
    assert response.status_code == (404 if method == "get" else 405)
    assert is_problem(response)


def test_a_forbidden_page(rf: RequestFactory):
    soup = page(errors.permission_denied(rf.get("/ar/auental/"), PermissionDenied()), status=403)
    assert soup.html["lang"] == "ar"


def test_a_form_without_its_token():
    soup = page(Client(enforce_csrf_checks=True).post("/ar/_util/login/", {}), status=403)
    assert soup.html["lang"] == "ar"


@pytest.fixture
def broken(monkeypatch):
    """Let the list of counties fail."""

    def fail(locale: str) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("hub.site.navigation.counties", fail)
    return Client(raise_request_exception=False)


def test_a_fault_is_answered_in_the_visitors_language(county, broken):
    soup = page(broken.get("/ar/"), status=500)
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert soup.main.find("a", href="tel:112")


def test_the_page_for_faults_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert errors.server_error(rf.get("/ar/")).status_code == 500


def test_the_page_for_faults_survives_its_own(rf, monkeypatch):
    def fail(request: HttpRequest, status: int) -> None:
        raise RuntimeError("no templates, either")

    monkeypatch.setattr(errors, "answer", fail)
    response = errors.server_error(rf.get("/ar/"))
    assert (response.status_code, b"500" in response.content) == (500, True)


def test_the_api_fails_with_a_problem(monkeypatch):
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("hub.api.locales.all_languages", fail)
    response = Client(raise_request_exception=False).get("/api/v2/locales/")
    assert response.status_code == 500
    assert is_problem(response)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
