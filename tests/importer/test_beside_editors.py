"""An import takes its locks in the order of editors: beside one who moves or deletes pages, both come to their end."""

import json
import threading
import time

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail.signals import page_published

from home.models import InfoPage
from hub.testing import make_county
from tests.rules.stage import article, assert_sound
from tests.rules.threads import in_threads, interleaved, somebody_waits_for_us

pytestmark = [
    pytest.mark.slow,
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
]


def page(title, language="de"):
    return InfoPage.objects.get(title=title, locale__language_code=language)


def move(title):
    page(title).move(Page.objects.get(title="Woanders"), "last-child")


def delete(title):
    page(title).delete()


changes = pytest.mark.parametrize("change", [move, delete])


@pytest.fixture
def run(region):
    """Import the region. Returns the statuses by path's last part."""
    article(make_county(), "Woanders")

    def import_region():
        report = region.folder / "report.json"
        files = region.files()
        call_command("import_integreat", *files, county="Landkreis Auental", verbosity=0, report=report)
        rows = json.loads(report.read_text())
        return {row["path"].rstrip("/").rpartition("/")[2]: row["status"] for row in rows}

    return import_region


def assert_whole(change):
    assert_sound()
    if change is delete:
        assert not InfoPage.objects.filter(title="Miete").exists()
    else:
        assert page("Miete").get_parent().title == "Woanders"
    assert page("Melden").live
    assert page("Registration", "en").live


@changes
def test_a_page_is_changed_between_its_import_and_that_of_its_translation(run, change):
    """The import holds the page's row then, and needs the tree; editors hold the tree and need the row."""
    errors = []
    editor = threading.Thread(target=lambda: errors.extend(in_threads(lambda: change("Miete"))))

    def change_meanwhile(instance, **kwargs):
        if instance.title == "Miete" and editor.ident is None:
            editor.start()
            while editor.is_alive() and not somebody_waits_for_us():
                time.sleep(0.01)

    page_published.connect(change_meanwhile)
    try:
        statuses = run()
    finally:
        page_published.disconnect(change_meanwhile)
    editor.join(60)
    assert not errors
    assert statuses["miete"] == statuses["miete-en"] == "new"
    assert_whole(change)


@changes
def test_an_import_begins_while_a_page_is_changed(run, region, change):
    run()
    region.change("miete", "de", content="<p>Neu</p>")
    region.change("miete", "en", content="<p>New</p>")
    statuses = []
    assert not interleaved(lambda: change("Miete"), lambda: statuses.append(run()))
    expected = "changed" if change is move else "deleted in the hub, left alone"
    assert statuses[0]["miete"] == statuses[0]["miete-en"] == expected
    assert_whole(change)


@changes
def test_a_page_is_changed_while_an_import_runs(run, region, change):
    run()
    region.change("miete", "de", content="<p>Neu</p>")
    region.change("miete", "en", content="<p>New</p>")
    region.add("strom", parent="wohnen", order=9, de=("Strom", "<p>Text</p>"), en=("Power", "<p>Text</p>"))
    statuses = []
    assert not interleaved(lambda: statuses.append(run()), lambda: change("Miete"))
    assert statuses[0]["miete"] == statuses[0]["miete-en"] == "changed"
    assert page("Power", "en").live
    assert_whole(change)


def test_pages_are_saved_in_bulk_while_an_import_orders_them(run, region):
    run()
    region.change("melden", "de", order=5)
    assert not interleaved(lambda: page("Melden").save(), run, lambda: page("Miete").save())
    assert [child.title for child in page("Wohnen & Leben").get_children()] == ["Miete", "Melden"]
    assert_sound()
