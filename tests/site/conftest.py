from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

import pytest

from hub.counties.models import CountyPage
from hub.testing import make_county


@pytest.fixture(autouse=True)
def _quick_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def editing(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """What an editor does: `with editing(): publish(page)`. At its end all is committed and its pages are made."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def county(db, editing) -> CountyPage:
    """The published county Auental in German, English and Arabic."""
    with editing():
        county = make_county()
    return county
