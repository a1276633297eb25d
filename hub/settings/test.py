"""Tests: nothing of them outlives the process, nothing of development is touched."""

import os
import tempfile
from pathlib import Path

from hub.settings import environment
from hub.settings.base import *  # noqa: F403  settings are inherited this way

# Most tests need no more: tests/languages has them all.
if "LANGUAGES" not in os.environ:
    LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [item for item in LANGUAGES if item[0] in {"de", "en", "ar"}]  # noqa: F405

_workspace = tempfile.TemporaryDirectory(prefix="hub-test-")
_folder = Path(_workspace.name)

SECRET_KEY = "only for tests"  # noqa: S105  signs nothing that lasts
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost", ".example.org"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = _folder / "media"
STATIC_ROOT = _folder / "static"
STATIC_ROOT.mkdir()

DATABASES = {"default": environment.database(environment.sqlite_url(_folder / "hub.sqlite3"))}
# A connection kept by a thread would hinder the removal of the test database.
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because tests use several connections at once, which a database in memory would not share.
    DATABASES["default"]["TEST"] = {"NAME": _folder / "test.sqlite3"}
else:
    # A migrated database on this server, if there is one: to copy it takes a second, to migrate a minute.
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get("TEST_TEMPLATE_DATABASE")}

# Wagtail's indexes, of references and for the admin's search, take a third of each test: `indexes` is a fixture.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": False}}

# A model in each process would take time and memory.
EMBEDDINGS_URL = "none"

# Tests use ids again, and Wagtail remembers what it scaled by id.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
