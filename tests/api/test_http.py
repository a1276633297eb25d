"""How the API speaks HTTP: methods, other origins, what may be kept, conditional requests, codings."""

import gzip
import itertools

import pytest
from django.test import Client

from tests.api.problems import is_problem
from tests.conftest import PRODUCTION
from tests.rules.stage import article, fresh, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

REVALIDATED = "public, no-cache"
NO_STORE = "no-store"
METHODS = "GET, HEAD, OPTIONS"
# Each address with its status and what caches are told.
ANSWERS = {
    "/api/v2/pages/": (200, REVALIDATED),
    "/api/v2/pages/?locale=ar&order=title&fields=*": (200, REVALIDATED),
    "/api/v2/pages/?search=Wohnen&locale=de": (200, REVALIDATED),
    "/api/v2/pages/?order=random": (200, NO_STORE),
    "/api/v2/pages/{id}/": (200, REVALIDATED),
    "/api/v2/pages/find/?id={id}": (302, REVALIDATED),
    "/api/v2/counties/": (200, REVALIDATED),
    "/api/v2/info/{id}/?locale=ar": (200, REVALIDATED),
    "/api/v2/offices/?locale=de": (200, REVALIDATED),
    "/api/v2/navigation/?county=auental&locale=de": (200, REVALIDATED),
    "/api/v2/images/?county=auental&locale=ar": (200, REVALIDATED),
    "/api/v2/documents/": (200, REVALIDATED),
    "/api/v2/places/?county=auental": (200, REVALIDATED),
    "/api/v2/changes/": (200, REVALIDATED),
    "/api/v2/locales/": (200, "public, max-age=3600, stale-while-revalidate=86400"),
    "/api/v2/search/?q=Wohnen&locale=de": (200, REVALIDATED),
    "/api/v2/opening/?county=auental": (200, NO_STORE),
    "/api/v2/pages": (404, NO_STORE),
    "/api/v2/pages/?limit=x": (400, NO_STORE),
    "/api/v2/pages/?format=xml": (400, NO_STORE),
    "/api/v2/search/": (400, NO_STORE),
    "/api/v2/opening/": (400, NO_STORE),
    "/api/v2/pages/999999/": (404, NO_STORE),
    "/api/v2/images/999999/": (404, NO_STORE),
    "/api/v2/nonsense/?x=1": (404, NO_STORE),
    "/api/v1/pages/": (404, NO_STORE),
    "/api/v2/changes/?since=restored-7": (410, NO_STORE),
}
KEPT = [address for address, (status, caching) in ANSWERS.items() if status == 200 and caching != NO_STORE]


@pytest.fixture
def page(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Ein Satz.</p>")])
        office(county)
    return page


@pytest.fixture
def addresses(page) -> list[str]:
    return [address.format(id=page.pk) for address in ANSWERS]


@pytest.fixture
def kept(page) -> list[str]:
    """The addresses of answers that readers may keep."""
    return [address.format(id=page.pk) for address in KEPT]


def test_every_answer_may_be_read_from_every_origin_and_says_what_may_be_kept(page, client, subtests):
    for address, (status, caching) in ANSWERS.items():
        with subtests.test(address):
            answer = client.get(address.format(id=page.pk), headers={"origin": "https://app.example"})
            assert answer.status_code == status
            assert answer.headers["Cache-Control"] == caching
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert answer.headers["Access-Control-Expose-Headers"] == "ETag"
            assert "Access-Control-Allow-Credentials" not in answer.headers
            assert "Allow" not in answer.headers
            assert "Last-Modified" not in answer.headers
            assert status < 400 or is_problem(answer)


def test_nothing_else_may_be_read_from_other_origins(page, client, subtests):
    for address in ("/", "/de/auental/", "/robots.txt", "/health/live", "/admin/login/"):
        with subtests.test(address):
            answer = client.get(address, headers={"origin": "https://app.example"})
            assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_the_api_only_answers_questions(addresses, subtests):
    some = Client(enforce_csrf_checks=True)
    for address, method in itertools.product(addresses, ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")):
        with subtests.test(address, method=method):
            answer = some.generic(method, address, headers={"origin": "https://app.example"})
            assert (answer.status_code, answer.headers["Allow"]) == (405, METHODS)
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert is_problem(answer)
            assert method in answer.json()["detail"]


def test_a_preflight_costs_no_query_and_is_remembered(addresses, client, django_assert_num_queries, subtests):
    asked = {
        "origin": "https://app.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match,x-app",
    }
    for address in addresses:
        with subtests.test(address):
            with django_assert_num_queries(0):
                answer = client.options(address, headers=asked)
            assert (answer.status_code, answer.content) == (204, b"")
            assert "Content-Type" not in answer.headers
            assert answer.headers["Allow"] == answer.headers["Access-Control-Allow-Methods"] == METHODS
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert answer.headers["Access-Control-Allow-Headers"] == "If-None-Match, *"
            assert answer.headers["Access-Control-Max-Age"] == "86400"
            assert "Access-Control-Allow-Credentials" not in answer.headers


def test_refusals_and_preflights_have_the_headers_for_security(settings, load_settings):
    production = load_settings("production", **PRODUCTION)
    settings.SECURE_HSTS_SECONDS = production.SECURE_HSTS_SECONDS
    for method in ("POST", "OPTIONS"):
        headers = Client().generic(method, "/api/v2/pages/", secure=True).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"]


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_who_holds_the_answer_is_told_so_with_the_headers_that_the_answer_has(kept, client, subtests, coding):
    for address in kept:
        first = client.get(address, headers={"accept-encoding": coding})
        tag = first.headers["ETag"]
        for held, method in itertools.product((tag, tag.removeprefix("W/"), f'"x", {tag}', "*"), ("GET", "HEAD")):
            with subtests.test(address, held=held, method=method):
                asked = {"accept-encoding": coding, "if-none-match": held}
                again = client.generic(method, address, headers=asked)
                assert (again.status_code, again.content) == (304, b"")
                for name in ("ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin"):
                    assert again.headers[name] == first.headers[name], name
        assert client.get(address, headers={"accept-encoding": coding, "if-none-match": '"x"'}).status_code == 200


def test_the_tag_is_the_same_in_every_coding(kept, client):
    for address in kept:
        codings = ("gzip", "identity", "br;q=1, gzip;q=0")
        tags = {client.get(address, headers={"accept-encoding": coding}).headers["ETag"] for coding in codings}
        assert len(tags) == 1, address


def test_head_has_the_headers_of_get(addresses, client, subtests):
    told_by_the_clock = ("opening/?county", "search/?q", "random")
    for address, coding in itertools.product(addresses, ("gzip", "identity")):
        with subtests.test(address, coding=coding):
            get, head = (
                getattr(client, name)(address, headers={"accept-encoding": coding}) for name in ("get", "head")
            )
            assert (head.content, head.status_code) == (b"", get.status_code)
            if not any(part in address for part in told_by_the_clock):
                assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip;q=0.001", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("br, gzip ; q=0.000 , identity", False),
    ],
)
def test_answers_are_compressed_for_who_takes_it(page, client, accepted, compressed):
    plain = client.get("/api/v2/pages/", headers={"accept-encoding": "identity"})
    answer = client.get("/api/v2/pages/", headers={"accept-encoding": accepted})
    assert answer.headers.get("Content-Encoding") == ("gzip" if compressed else None)
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert (gzip.decompress(answer.content) if compressed else answer.content) == plain.content


def test_conditions_for_writers_are_answered_as_the_standard_says(page, client):
    tag = client.get("/api/v2/pages/").headers["ETag"]
    for name, day in (("if-unmodified-since", "Thu, 01 Jan 1970"), ("if-modified-since", "Fri, 01 Jan 2100")):
        assert client.get("/api/v2/pages/", headers={name: f"{day} 00:00:00 GMT"}).status_code == 200
    refused = client.get("/api/v2/pages/", headers={"if-match": tag})
    assert refused.status_code == 412
    assert is_problem(refused)


def test_the_very_next_request_sees_a_withdrawal(page, client, unmade):
    addresses = [f"/api/v2/pages/{page.pk}/", "/api/v2/info/?locale=de", "/api/v2/navigation/?county=auental&locale=de"]
    tags = {address: client.get(address).headers["ETag"] for address in addresses}
    with unmade():
        fresh(page).unpublish()
    for address, tag in tags.items():
        answer = client.get(address, headers={"if-none-match": tag})
        assert answer.status_code == (404 if address == addresses[0] else 200)
        assert b"Wohnen" not in answer.content


def test_an_unknown_host_is_a_problem_too(page):
    answer = Client(headers={"host": "elsewhere.invalid"}).get("/api/v2/pages/")
    assert answer.status_code == 400
    assert is_problem(answer)
