"""Settings take good values from the environment, and refuse bad ones with what would be right."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings import environment
from tests.conftest import PRODUCTION

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).parent.parent


def test_without_configuration_the_hub_uses_sqlite_and_searches_in_the_database(load_settings):
    base = load_settings("base")
    assert base.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert base.DATABASES["default"]["NAME"] == str(base.BASE_DIR / "var" / "hub.sqlite3")
    assert (base.PORT, base.ELASTICSEARCH_URL, base.ELASTICSEARCH_INDEX_PREFIX) == (8000, "", "hub")
    assert base.WAGTAILADMIN_BASE_URL == "http://127.0.0.1:8000"
    assert not base.ROBOTS_ALLOWED


@pytest.mark.parametrize(
    ("variable", "value", "hint"),
    [
        ("PORT", "0", "1 to 65535"),
        ("PORT", "65536", "1 to 65535"),
        ("PORT", "80a", "1 to 65535"),
        ("PORT", "٨٠٨٠", "1 to 65535"),
        ("DATABASE_URL", "nonsense", "postgres://"),
        ("DATABASE_URL", "mysql://localhost/hub", "postgres://"),
        ("DATABASE_URL", "postgres://localhost", "postgres://"),
        ("DATABASE_URL", "postgres://localhost:port/hub", "postgres://"),
        ("DATABASE_URL", "sqlite://:memory:", "sqlite:////folder"),
        ("DATABASE_URL", "", "sqlite:////folder"),
        ("ELASTICSEARCH_URL", "localhost:9200", "https://"),
        ("ELASTICSEARCH_URL", "http://localhost:port", "https://"),
        ("ELASTICSEARCH_INDEX_PREFIX", "Hub", "lower-case"),
        ("ELASTICSEARCH_INDEX_PREFIX", "hub-test", "underscores"),
        ("EMBEDDINGS_URL", "localhost:8080", "https://"),
        ("EMBEDDINGS_KEY", "two\nlines", "one line"),
        ("EMBEDDINGS_KEY", "schlüssel", "letters"),
        ("EMBEDDINGS_BATCH", "0", "1 to 2048"),
        ("EMBEDDINGS_BATCH", "many", "1 to 2048"),
        ("FORWARDED_ALLOW_IPS", "*", "addresses"),
        ("FORWARDED_ALLOW_IPS", "10.0.0.5 10.0.0.6", "addresses"),
        ("SECOND_FACTOR", "yes", "administrators"),
        ("BASE_URL", "hub.example.org", "https://"),
        ("BASE_URL", "https://hub.example.org/path", "scheme and host"),
        ("BASE_URL", "", "scheme and host"),
    ],
)
def test_a_bad_value_stops_the_start_and_says_what_would_be_right(load_settings, variable, value, hint):
    with pytest.raises(ImproperlyConfigured, match=rf"{variable}.*{hint}"):
        load_settings("base", **{variable: value})


def test_a_refused_database_url_is_not_repeated_because_it_may_hold_a_password(load_settings):
    with pytest.raises(ImproperlyConfigured) as refused:
        load_settings("base", DATABASE_URL="mysql://hub:geheim@localhost/hub")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("EMBEDDINGS_URL", "http://hub:geheim@localhost:8080"), ("EMBEDDINGS_KEY", "geheim\ngeheim")],
)
def test_a_refused_secret_of_the_embeddings_is_not_repeated(load_settings, variable, value):
    with pytest.raises(ImproperlyConfigured, match=variable) as refused:
        load_settings("base", **{variable: value})
    assert "geheim" not in str(refused.value)


SERVER = {"EMBEDDINGS_URL": "http://localhost:8080/v1/", "EMBEDDINGS_MODEL": "e5"}


@pytest.mark.parametrize(
    ("variables", "prefixes"),
    [
        ({}, ("query: ", "passage: ")),
        ({"EMBEDDINGS_MODEL": "e5-{input}"}, ("", "")),
        ({"EMBEDDINGS_QUESTION_PREFIX": "", "EMBEDDINGS_PASSAGE_PREFIX": "text:"}, ("", "text: ")),
        ({"EMBEDDINGS_MODEL": "e5-{input}", "EMBEDDINGS_QUESTION_PREFIX": "q: "}, ("q: ", "")),
    ],
)
def test_prefixes_of_embeddings_end_with_a_space(load_settings, variables, prefixes):
    base = load_settings("base", **{**SERVER, **variables})
    assert base.EMBEDDINGS_URL == "http://localhost:8080/v1"
    assert prefixes == (base.EMBEDDINGS_QUESTION_PREFIX, base.EMBEDDINGS_PASSAGE_PREFIX)


def test_a_server_of_embeddings_needs_the_name_of_its_model(load_settings):
    with pytest.raises(ImproperlyConfigured, match="EMBEDDINGS_MODEL is missing"):
        load_settings("base", EMBEDDINGS_URL="http://localhost:8080")


def test_search_by_meaning_can_be_turned_off_without_naming_a_model(load_settings):
    assert load_settings("base", EMBEDDINGS_URL="none").EMBEDDINGS_URL == "none"


def test_a_sqlite_file_may_lie_in_a_folder_with_any_name(monkeypatch, tmp_path):
    path = tmp_path / "50% of #1 ü?" / "hub.sqlite3"
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert environment.database(environment.sqlite_url(path))["NAME"] == str(path)


def test_a_value_may_stand_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("geheim\n")
    monkeypatch.setenv("HUB_TEST_SECRET_FILE", str(tmp_path / "secret"))
    assert environment.required("HUB_TEST_SECRET", "…") == "geheim"


def test_the_development_key_is_made_once_and_readable_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    path = tmp_path / "var" / "secret-key"
    key = environment.kept_secret_key(path)
    assert len(key) >= 50
    assert environment.kept_secret_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


BREAK_A_TEMPLATE = """
import django
django.setup()
from unittest.mock import patch
from django.test import Client
with patch("hub.site.navigation.only_county", side_effect=ValueError("out of order")):
    print(Client(raise_request_exception=False, headers={"host": "localhost"}).get("/").status_code)
"""


@pytest.mark.slow
@pytest.mark.parametrize("debug", ["0", "1"])
def test_a_fault_is_logged_with_its_traceback_once(debug, tmp_path):
    variables = {
        "DJANGO_SETTINGS_MODULE": "hub.settings.development",
        "DATABASE_URL": f"sqlite:///{tmp_path}/hub.sqlite3",
        "SECRET_KEY": "only for this test",
        "DEBUG": debug,
    }
    process = subprocess.run(
        [sys.executable, "-c", BREAK_A_TEMPLATE],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )
    assert process.stdout == "500\n"
    assert process.stderr.count("ValueError: out of order") == 1
    assert process.stderr.count("Traceback") == 1


@pytest.mark.parametrize("variable", PRODUCTION)
def test_production_does_not_start_without(load_settings, variable):
    with pytest.raises(ImproperlyConfigured, match=f"{variable} is missing"):
        load_settings("production", **{name: value for name, value in PRODUCTION.items() if name != variable})


@pytest.mark.parametrize(
    ("variable", "value", "hint"),
    [
        ("SECRET_KEY", "short", "easily guessed"),
        ("SECRET_KEY", "a" * 60, "easily guessed"),
        ("BASE_URL", "http://hub.example.org", "https://"),
        ("ALLOWED_HOSTS", "*", "name hosts"),
        ("ALLOWED_HOSTS", "https://a.example.org", "name hosts"),
        ("EMAIL_URL", "mail.example.org", "smtp"),
        ("EMAIL_URL", "smtp://", "smtp"),
        ("EMAIL_URL", "smtp://mail.example.org:port", "smtp"),
    ],
)
def test_production_refuses_a_bad_value(load_settings, variable, value, hint):
    with pytest.raises(ImproperlyConfigured, match=rf"{variable}.*{hint}"):
        load_settings("production", **{**PRODUCTION, variable: value})


def test_health_is_answered_without_tls_in_production(load_settings, settings, client):
    production = load_settings("production", **PRODUCTION)
    settings.SECURE_SSL_REDIRECT = production.SECURE_SSL_REDIRECT
    settings.SECURE_REDIRECT_EXEMPT = production.SECURE_REDIRECT_EXEMPT
    assert client.get("/health/live").status_code == 200
    assert client.get("/robots.txt").status_code == 301


def test_production_is_locked_down_and_known_to_robots(load_settings):
    production = load_settings("production", **PRODUCTION, ALLOWED_HOSTS="county.example.com, .example.net")
    assert production.ALLOWED_HOSTS == ["hub.example.org", "county.example.com", ".example.net"]
    assert production.CSRF_TRUSTED_ORIGINS[1:] == ["https://county.example.com", "https://*.example.net"]
    assert production.SESSION_COOKIE_SECURE
    assert production.CSRF_COOKIE_SECURE
    assert production.SECURE_SSL_REDIRECT
    assert production.SECURE_HSTS_SECONDS > 0
    assert production.ROBOTS_ALLOWED
    assert not production.DEBUG
    assert (production.EMAIL_HOST, production.EMAIL_USE_TLS) == ("mail.example.org", True)
    assert production.LOGGING["root"] == {"handlers": ["console"], "level": "INFO"}
    assert production.DEFAULT_FROM_EMAIL == "noreply@hub.example.org"
