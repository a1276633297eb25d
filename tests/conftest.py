"""The services that tests may use, and the markers that say so.

`browser`, `elasticsearch`, `nginx` and `postgresql` mark tests that need a browser or a server; `slow` marks long
proofs, `thorough` what the quick tests leave out. Without the service such a test is skipped, or fails with CI=true.
`make test` starts the servers; TEST_ELASTICSEARCH_URL, CHROMIUM, NGINX and a PostgreSQL in DATABASE_URL bring one's
own to a bare `pytest`.
"""

import gc
import hashlib
import importlib
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import TestCase, TransactionTestCase, override_settings
from django.test import client as test_client
from services import cache_dir
from services.nginx import FOLDERS

from hub.counties.models import CountyPage
from hub.kept import state
from hub.settings import base
from hub.testing import make_county, work
from tests import beginning
from tests.kept.both_ways import BothWays, DjangosConnection
from tests.languages.stage import use
from tests.silence import SilenceBreaker

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WEEK = 7 * 24 * 60 * 60  # seconds

# What production asks of the environment.
PRODUCTION = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "DATABASE_URL": "postgres://hub:secret@127.0.0.1:5432/hub",
    "BASE_URL": "https://hub.example.org",
    "EMAIL_URL": "smtp+tls://hub:secret@mail.example.org:587",
}


def unavailable(service: str) -> None:
    """Skip the running test because `service` is not there; fail it with CI=true."""
    message = f"{service} is not available; `make test` obtains it."
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.hookimpl(trylast=True)  # after the reporter is there
def pytest_configure(config: pytest.Config) -> None:
    """Let the process that prints, which is none of xdist's workers, say what a silent run waits for."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    capture = config.pluginmanager.getplugin("capturemanager")

    def write_line(line: str) -> None:
        with capture.global_and_fixture_disabled():  # else the line belongs to the output of the running test
            reporter.write_line(line)
            reporter.flush()

    if reporter and not hasattr(config, "workerinput"):
        config.pluginmanager.register(SilenceBreaker(write_line))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests marked `postgresql` on another database."""
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("PostgreSQL is not the database of this run.")


# Where whatever Django answers is compared with kept answers.
BOTH_WAYS = {"api", "rules", "site"}


@pytest.fixture(autouse=True)
def both_ways(request, monkeypatch):
    if request.path.parent.name in BOTH_WAYS and not request.node.get_closest_marker("django_alone"):
        monkeypatch.setattr(test_client, "ClientHandler", BothWays)
        monkeypatch.setattr(state, "_connection", DjangosConnection())


# Forms, templates, documents and declarations, made by the same queries everywhere: one database is asked.
ANY_DATABASE = {
    "core",
    "desk",
    "guides",
    "home",
    "languages",
    "logins",
    "media",
    "networks",
    "offices",
    "packages",
    "plugins",
    "projects",
    "site",
    "taxonomy",
}


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before markers choose the tests, and after pytest-django orders them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark tests by the services they ask for, so that a forgotten marker hides none, and order those of each module.

    What they share, in fixtures whose names begin with `shared_`, stays until the module's end: those that ask for less
    come before it, and first of all those that commit.
    """
    modules = {path: number for number, path in enumerate(dict.fromkeys(item.path for item in items))}
    for item in items:
        names = getattr(item, "fixturenames", ())
        if item.path.parent.name in ANY_DATABASE:
            item.add_marker("any_database")
        if "chromium" in names:
            item.add_marker("browser")
        if "nginx" in names:
            item.add_marker("nginx")
        if "elasticsearch_url" in names:
            item.add_marker("elasticsearch")
    yield
    items.sort(key=lambda item: (modules[item.path], not _commits(item), len(_shared(item))))


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked or (marker and marker.kwargs.get("transaction")))


def _shared(item: pytest.Item) -> set[str]:
    return {name for name in getattr(item, "fixturenames", ()) if name.startswith("shared_")}


def pytest_collection_finish() -> None:
    """Let the garbage collector leave out what is there for good: it took a third of the time of all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def migrated() -> Path:
    """The SQLite database of an earlier run with the same migrations, or where this run leaves its own.

    TEST_TEMPLATE_DATABASE names one of which these migrations are the beginning, for tests that run pytest.
    """
    if "TEST_TEMPLATE_DATABASE" in os.environ:
        return Path(os.environ["TEST_TEMPLATE_DATABASE"])
    files = (path for app in apps.get_app_configs() for path in Path(app.path, "migrations").glob("*.py"))
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.parent.parent.name}/{path.name}".encode() + path.read_bytes())
    return cache_dir() / f"migrated-{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None, migrated: Path) -> bool:
    """Begin with a migrated SQLite database where there is one."""
    if connection.vendor != "sqlite":
        return False
    try:
        shutil.copyfile(migrated, settings.DATABASES["default"]["TEST"]["NAME"])
        os.utime(migrated)  # it is in use
    except FileNotFoundError:  # none yet
        return False
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker, migrated: Path) -> None:
    """Return to the migrated database after tests that commit, and keep SQLite's for the next run.

    Other checkouts keep theirs beside it: those that were not used for a week are removed.
    """
    with django_db_blocker.unblock():
        restore = beginning.remember()
    TransactionTestCase._fixture_teardown = lambda _case: restore()
    if connection.vendor != "sqlite" or migrated.exists():
        return
    for other in cache_dir().glob("migrated-*.sqlite3"):
        with suppress(FileNotFoundError):  # another process removes it, too
            if other.stat().st_mtime < time.time() - WEEK:
                other.unlink()
    own = migrated.with_suffix(f".{os.getpid()}")
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(own)])
    own.replace(migrated)


@pytest.fixture(scope="session")
def template_database(django_db_setup: None, migrated: Path) -> dict[str, str]:
    """The variable that lets processes begin with a migrated database instead of spending a minute on their own."""
    if connection.vendor == "sqlite":
        return {"TEST_TEMPLATE_DATABASE": str(migrated)}
    return {name: os.environ[name] for name in ("TEST_TEMPLATE_DATABASE",) if name in os.environ}


INDEXES = {
    "TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
    "WAGTAILSEARCH_BACKENDS": base.WAGTAILSEARCH_BACKENDS,
}


@pytest.fixture
def indexes() -> Iterator[None]:
    """Let Wagtail keep its indexes of references and for the admin's search, as a running hub does."""
    with override_settings(**INDEXES):
        yield


@pytest.fixture(scope="module")
def shared_editing(django_db_setup: None, django_db_blocker) -> Iterator[Callable[[], AbstractContextManager]]:
    """`editing` for fixtures of a module: what they make is there for all its tests, each of which is undone.

    A module's contract of a kind comes before its first test that asks for such a fixture: it begins without pages.
    """

    @contextmanager
    def editing() -> Iterator[None]:
        with django_db_blocker.unblock():
            with TestCase.captureOnCommitCallbacks(execute=True):
                yield
            work()

    with ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(undone())
        yield editing
        with django_db_blocker.unblock():
            stack.close()


@contextmanager
def undone() -> Iterator[None]:
    """Undo at the end what was written to the database."""
    if connection.vendor != "sqlite":
        atomics = TestCase._enter_atomics()
        yield
        TestCase._rollback_atomics(atomics)
        return
    # SQLite's full text search (FTS5) does not survive that savepoints are rolled back in one transaction.
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as before:
        connection.connection.backup(before)
        yield
        before.backup(connection.connection)


@pytest.fixture
def editing(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """What an editor does: `with editing(): publish(page)`. At its end all is committed and its pages are made."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def unmade(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """What an editor does in a process that dies right after the commit: `with unmade(): publish(page)`."""
    return partial(django_capture_on_commit_callbacks, execute=False)


@pytest.fixture(scope="module")
def shared_county(shared_editing) -> CountyPage:
    """The county of all tests of a module that ask for `county`."""
    with shared_editing():
        return make_county()


@pytest.fixture
def county(shared_county, db) -> CountyPage:
    """The published county Auental in German, English and Arabic."""
    return CountyPage.objects.get(pk=shared_county.pk)


@pytest.fixture
def elasticsearch_url(settings) -> str:
    """The URL of a running Elasticsearch, which is the hub's for this test.

    It is shared with other tests and workers: use an index prefix of your own.
    """
    url = os.environ.get("TEST_ELASTICSEARCH_URL")
    if not url:
        unavailable("Elasticsearch")
    settings.ELASTICSEARCH_URL = url
    return url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium or Chrome."""
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if not found:
        unavailable("Chromium")
    return found


@pytest.fixture(scope="session")
def nginx() -> str:
    """The path of nginx."""
    found = shutil.which(os.environ.get("NGINX") or "nginx", path=FOLDERS)
    if not found:
        unavailable("nginx")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str, django_db_setup: None) -> Iterator["Browser"]:
    """A headless browser of Playwright: `browser.new_page(locale="ar").goto(live_server.url)`."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium's sandbox refuses to work for root
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-quic",
                "--disable-sync",
            ],
        )
        yield instance
        instance.close()


@pytest.fixture
def load_settings(monkeypatch) -> Callable[..., ModuleType]:
    """Return load_settings(module, **variables), which reads a settings module afresh with these variables alone."""

    def load_settings(name: str, **variables: str) -> ModuleType:
        optional = ["ALLOWED_HOSTS", "ELASTICSEARCH_URL", "ELASTICSEARCH_INDEX_PREFIX", "PORT", "EMAIL_FROM"]
        optional += ["FORWARDED_ALLOW_IPS", "SECOND_FACTOR"]
        optional += [
            f"EMBEDDINGS_{part}" for part in ("URL", "KEY", "MODEL", "QUESTION_PREFIX", "PASSAGE_PREFIX", "BATCH")
        ]
        for variable in [*PRODUCTION, *optional]:
            monkeypatch.delenv(variable, raising=False)
        for variable, value in variables.items():
            monkeypatch.setenv(variable, value)
        for module in ("hub.settings.base", f"hub.settings.{name}"):
            # Set before it is deleted, or undoing the deletion would leave our copy where none was.
            monkeypatch.setitem(sys.modules, module, ModuleType(module))
            del sys.modules[module]
        return importlib.import_module(f"hub.settings.{name}")

    return load_settings


@pytest.fixture
def nine(settings) -> list[str]:
    """The languages with which a hub begins, instead of the three of other tests."""
    codes = [code for code, _name in base.LANGUAGES]
    use(settings, codes)
    return codes
