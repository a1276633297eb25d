"""`/health/live` and `/health/ready`: a status for what watches the hub, and nothing for strangers."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from hub.publications import listsearch, worker
from hub.site.health import newest_migrations


@pytest.fixture
def running(db, monkeypatch):
    """A hub whose worker has just been seen."""
    monkeypatch.setattr(worker, "is_alive", lambda: True)


def test_a_process_is_live_whatever_the_database_does(client):
    """It may not even be asked: this test has none."""
    response = client.get("/health/live")
    assert (response.status_code, response.content) == (200, b"OK\n")


def test_a_hub_is_ready_when_database_worker_and_search_are(client, running):
    response = client.get("/health/ready")
    assert (response.status_code, response.content) == (200, b"OK\n")


def no_heartbeat(monkeypatch):
    monkeypatch.setattr(worker, "is_alive", lambda: False)


def no_search(monkeypatch):
    def fail(*question):
        raise RuntimeError("the index of hub.example.org is broken")

    monkeypatch.setattr(listsearch, "rank", fail)


def no_database(monkeypatch):
    def fail(self):
        raise OperationalError("connection to server at 10.0.0.5 failed")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", fail)


def no_migration(monkeypatch):
    MigrationRecorder(connection).record_unapplied(*min(newest_migrations()))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (no_heartbeat, "no worker has been seen"),
        (no_search, "the index of hub.example.org is broken"),
        (no_database, "connection to server at 10.0.0.5 failed"),
        (no_migration, "migrations are not applied: "),
    ],
)
def test_why_a_hub_is_not_ready_is_told_to_the_log_alone(client, running, monkeypatch, caplog, fault, reason):
    fault(monkeypatch)
    response = client.get("/health/ready")
    assert (response.status_code, response.content) == (503, b"Service Unavailable\n")
    assert reason in caplog.text


@pytest.mark.parametrize("address", ["/health/live", "/health/ready"])
def test_health_is_never_cached_has_no_language_and_sets_no_cookies(client, running, address):
    response = client.get(address, headers={"accept-language": "ar"})
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert not {"Content-Language", "Vary", "Location"} & set(response.headers)


def test_search_engines_are_not_told_of_health(client, running):
    assert "health" not in client.get("/robots.txt").content.decode()
    assert "health" not in client.get("/sitemap-de.xml").content.decode()
