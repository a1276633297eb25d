"""A small region to import."""

import pytest
from wagtail.models import Page, Revision

from home.importer.files import Article, Entry
from home.importer.links import PageIndex
from hub.publications.models import Publication
from hub.testing import make_county, work
from tests.importer.region import HOUSING, Region


@pytest.fixture
def region(tmp_path):
    """Two chapters; the second article of the first is not in the order of the file."""
    region = Region(tmp_path)
    region.add("wohnen", de=("Wohnen &amp; Leben", ""), en=("Housing", ""))
    region.add(
        "miete",
        parent="wohnen",
        order=2,
        de=(
            "Miete",
            '<p>Siehe <a href="/auental/de/wohnen/melden/">Melden</a>.</p><h4>Kosten</h4><p>300 Euro</p>',
        ),
        en=(
            "Rent",
            '<p>See <a href="/auental/en/wohnen-en/melden-en/">this</a>.</p><h3>Costs</h3><p>300 euros</p>',
        ),
    )
    region.add(
        "melden",
        parent="wohnen",
        order=1,
        de=("Melden", "<p>Gehen Sie zum Amt.</p><p>Telefon <a href='tel:0711'>0711 55</a></p>"),
        en=("Registration", "<p>Go to the office.</p><p>Phone <a href='tel:0711'>0711 55</a></p>"),
    )
    region.add("arbeit", de=("Arbeit", "<p>Text</p>"))
    return region


@pytest.fixture
def pages():
    """Two articles that links may lead to."""
    entries = [
        Entry("de", HOUSING, "", "Wohnen", "", 0, {"ar": "/auental/ar/السكن/"}, host="app.example"),
        Entry("de", f"{HOUSING}wohnung-suchen/", HOUSING, "Wohnung suchen", "", 0, {}),
    ]
    return PageIndex([Article("de", {"de": entry}) for entry in entries])


@pytest.fixture
def county(db):
    return make_county()


@pytest.fixture
def public_document():
    """The public document of a page: `public_document("Miete", "en")`, by its title there."""

    def document(title, language):
        work()
        return Publication.objects.public().get(title=title, locale=language).document

    return document


@pytest.fixture
def state():
    """What an import may change, to compare it before and after."""

    def rows():
        work()
        return (
            list(Page.objects.order_by("pk").values_list("pk", "path", "url_path", "live", "latest_revision_id")),
            Revision.objects.count(),
            list(Publication.objects.order_by("pk").values_list("pk", "sequence")),
        )

    return rows
