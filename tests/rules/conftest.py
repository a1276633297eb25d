"""The stage of the rules: a county, and editors whose changes are committed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

import pytest

from hub.counties.models import CountyPage
from hub.testing import make_county, work


@pytest.fixture(autouse=True)
def _no_indexes(settings) -> None:
    """Keep Wagtail from indexing references and search: the hub reads neither, and it takes a third of each test."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": False}}


@pytest.fixture
def editing(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """What an editor does: `with editing(): publish(page)`. At its end all is committed and its pages are made."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def unmade(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """What an editor does in a process that dies right after the commit: `with unmade(): publish(page)`."""
    return partial(django_capture_on_commit_callbacks, execute=False)


@pytest.fixture
def county(db, editing) -> CountyPage:
    """The published county Auental in German, English and Arabic."""
    with editing():
        county = make_county()
    work()
    return county
