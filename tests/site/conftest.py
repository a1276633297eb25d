import pytest

from hub.counties.models import CountyPage
from hub.testing import make_county, work


@pytest.fixture(autouse=True)
def _quick_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def county(db) -> CountyPage:
    """The published county Auental in German, English and Arabic."""
    county = make_county()
    work()
    return county
