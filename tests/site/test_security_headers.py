"""What answers tell browsers to refuse, graded in production by the rules of the public observatories."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from hub.testing import make_county, work
from tests.conftest import PRODUCTION
from tests.rules.stage import article, restrict, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PREFIXES = ("SECURE_", "SESSION_", "CSRF_", "ALLOWED_HOSTS", "X_FRAME_OPTIONS", "MESSAGE_STORAGE")
HALF_A_YEAR = 180 * 24 * 60 * 60
PRIVATE_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
ADDRESSES = {
    "languages": "/",
    "home": "/de/",
    "county": "/de/auental/",
    "page": "/ar/auental/wohnen/",
    "password": "/de/auental/intern/",
    "search": "/de/search/?q=Wohnen",
    "404": "/de/nowhere/",
    "login": "/de/_util/login/",
    "API": "/api/v2/pages/",
    "API's 404": "/api/v2/pages/999999/",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
}


@pytest.fixture
def visitor(county, editing, settings, load_settings):
    """A client that asks over https, as in production."""
    with editing():
        article(county, "Wohnen", [text("<p>Ein Satz.</p>")])
        restrict(article(county, "Intern"), "geheim")
        make_county("bergtal", "Landkreis Bergtal")  # else the home page leads to the only one
    work()
    production = load_settings("production", **PRODUCTION)
    for name in dir(production):
        if name.startswith(PREFIXES):
            setattr(settings, name, getattr(production, name))
    return Client(headers={"host": "hub.example.org", "x-forwarded-proto": "https"})


def directives(answer) -> dict[str, set[str]]:
    parts = [part.split() for part in answer.headers["Content-Security-Policy"].split(";")]
    return {name: set(values) for name, *values in parts}


def grade(answer) -> int:
    """Return the points of an answer, 100 at first. An A+ needs 100; points above count from 90 on.

    The rules that can change the grade of a site that is reached over https, after Mozilla's HTTP Observatory, and
    that Permissions-Policy and Cross-Origin-Opener-Policy be there, after others.
    """
    lost = gained = 0
    policy = directives(answer)
    scripts = policy.get("script-src", policy["default-src"])
    styles = policy.get("style-src", policy["default-src"])
    if {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "data:"} & scripts:
        lost += 20
    elif "'unsafe-inline'" not in styles:
        gained += 10 if policy["default-src"] == {"'none'"} else 5
    if "frame-ancestors" in policy:
        gained += 5
    elif answer.headers.get("X-Frame-Options") not in {"DENY", "SAMEORIGIN"}:
        lost += 20
    for cookie in answer.cookies.values():
        if not cookie["secure"] or not cookie["samesite"]:
            lost += 20
    age = re.match(r"max-age=(\d+)", answer.headers.get("Strict-Transport-Security", ""))
    if not age or int(age[1]) < HALF_A_YEAR:
        lost += 20
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        lost += 5
    if answer.headers.get("Referrer-Policy") in PRIVATE_REFERRERS:
        gained += 5
    if answer.headers.get("Cross-Origin-Resource-Policy") in {"same-origin", "same-site"}:
        gained += 10
    lost += 5 * (not answer.headers.get("Permissions-Policy"))
    lost += 5 * (answer.headers.get("Cross-Origin-Opener-Policy") != "same-origin")
    return 100 - lost + (gained if lost <= 10 else 0)


def test_public_answers_are_graded_a_plus_in_production(visitor, subtests):
    for name, address in ADDRESSES.items():
        with subtests.test(name):
            answer = visitor.get(address, secure=True)
            assert answer.status_code == (404 if "404" in name else 200)
            assert grade(answer) >= 115, answer.headers
            policy = directives(answer)
            assert policy["default-src"] == {"'none'"}
            assert policy["base-uri"] == policy["frame-ancestors"] == {"'none'"}
            assert set().union(*policy.values()) <= {"'none'", "'self'"}
            assert policy.get("script-src", {"'self'"}) == {"'self'"}


def test_the_grading_notices_what_is_missing(visitor):
    answer = visitor.get("/de/", secure=True)
    best = grade(answer)
    for header in ("Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
        value = answer.headers.pop(header)
        assert grade(answer) < best, header
        answer.headers[header] = value
    answer.set_cookie("plain", "1")
    assert grade(answer) < best


def test_pages_hold_nothing_that_their_policy_refuses(visitor, subtests):
    for name in (name for name in ADDRESSES if not name.startswith(("API", "robots", "sitemap"))):
        with subtests.test(name):
            html = visitor.get(ADDRESSES[name], secure=True).content.decode()
            assert not re.search(r"<style|\bstyle=|\bon[a-z]+=\"|javascript:|<iframe|<object|<embed", html)
            # JSON is data: browsers do not run it, and policies do not concern it.
            for script in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
                assert "json" in script[0] or ('src="/static/' in script[0] and not script[1]), script


def test_cookies_are_bound_to_the_host_in_production(visitor):
    User.objects.create_superuser("admin", password="correct horse battery")
    login = {"username": "admin", "password": "correct horse battery"}
    form = visitor.get("/de/_util/login/", secure=True)
    logged_in = visitor.post("/de/_util/login/", login, secure=True)
    assert set(form.cookies) == {"__Host-csrf"}
    assert set(logged_in.cookies) == {"__Host-csrf", "__Host-session"}
    assert logged_in.cookies["__Host-session"]["max-age"] == 12 * 60 * 60
    for cookie in logged_in.cookies.values():
        assert cookie["secure"]
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert cookie["samesite"] == "Lax"


def test_the_admin_has_a_policy_of_its_own(visitor):
    visitor.force_login(User.objects.create_superuser("admin"))
    answer = visitor.get("/admin/", secure=True)
    policy = directives(answer)
    assert policy["script-src"] == {"'self'", "'unsafe-inline'"}
    assert policy["frame-ancestors"] == {"'self'"}
    assert not {"*", "https:", "'unsafe-eval'"} & set().union(*policy.values())
    assert answer.headers["Permissions-Policy"]


def test_apps_and_other_sites_may_show_what_documents_name(visitor):
    for path in ("/images/x/1/original/", "/documents/9/x.pdf", "/api/v2/pages/"):
        assert visitor.get(path, secure=True).headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_developers_see_djangos_technical_pages_with_their_scripts(visitor, settings):
    settings.DEBUG = True
    assert "Content-Security-Policy" not in visitor.get("/de/nowhere/", secure=True).headers
    assert "Content-Security-Policy" in visitor.get("/de/", secure=True).headers
