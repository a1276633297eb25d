"""An import changes pages of its own county only."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from home.importer import job
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.testing import make_county
from tests.rules.stage import fresh

pytestmark = [pytest.mark.slow, pytest.mark.any_database]

LEFT_ALONE = "stands in another county, left alone"


def run(region, county, *languages, **options):
    call_command("import_integreat", *region.files(*languages), county=county, verbosity=0, **options)


def statuses(region, tmp_path, *languages):
    run(region, "Landkreis Auental", *languages, report=tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    return {row["path"].rstrip("/").rpartition("/")[2]: row["status"] for row in report}


def page(title, language="de"):
    return InfoPage.objects.get(title=title, locale__language_code=language)


@pytest.fixture
def hausen(county):
    return make_county("hausen", "Landkreis Hausen")


@pytest.mark.parametrize("other", ["Landkreis Hausen", "Landkreis Lindenau"], ids=["of the hub", "new"])
@pytest.mark.parametrize("change", ["title", "page"])
def test_a_region_of_another_county_is_refused_and_nothing_is_stored(hausen, region, state, other, change):
    run(region, "Landkreis Auental")
    before = state()
    region.change("miete", "de", title="Übernommen")
    if change == "page":
        region.pages = {"de": {}, "en": {}}
        region.add("neu", de=("Neu", "<p>Text</p>"))
    with pytest.raises(CommandError) as error:
        run(region, other, "de")
    [line] = str(error.value).splitlines()
    assert "de.json, page 1 (/auental/de/" in line
    assert f"the region “auental” was imported below “Landkreis Auental”, not below “{other}”" in line
    assert state() == before


def test_a_page_that_editors_moved_into_another_county_is_left_alone(hausen, region, tmp_path, state):
    run(region, "Landkreis Auental")
    chapter = page("Wohnen & Leben")
    chapter.move(hausen, "last-child")
    below = [page.pk for page in chapter.get_descendants()]
    before = list(Page.objects.filter(pk__in=below).values_list("path", "title", "latest_revision_id"))
    region.change("melden", "de", title="Ummelden", content="<p>Neu</p>", order=9)
    region.add("strom", parent="wohnen", de=("Strom", "<p>Text</p>"))
    region.change("arbeit", "de", title="Beruf")
    assert statuses(region, tmp_path) == {
        "wohnen": LEFT_ALONE,
        "wohnen-en": LEFT_ALONE,
        "miete": LEFT_ALONE,
        "miete-en": LEFT_ALONE,
        "melden": LEFT_ALONE,
        "melden-en": LEFT_ALONE,
        "strom": LEFT_ALONE,
        "arbeit": "changed",
    }
    assert list(Page.objects.filter(pk__in=below).values_list("path", "title", "latest_revision_id")) == before
    assert not Page.objects.filter(title="Strom").exists()


def test_a_page_that_is_moved_while_the_import_runs_is_left_alone(hausen, region, tmp_path, monkeypatch):
    run(region, "Landkreis Auental")
    region.change("miete", "de", title="Mieten")
    started = []

    def move_first(*args):
        if not started:
            started.append(True)
            fresh(page("Miete")).move(fresh(hausen), "last-child")
        return original(*args)

    original = job.plan_article
    monkeypatch.setattr(job, "plan_article", move_first)
    report = statuses(region, tmp_path)
    assert report["miete"] == report["miete-en"] == LEFT_ALONE
    assert report["melden"] == "unchanged"
    assert page("Miete").get_parent().pk == hausen.pk


def test_a_page_that_is_deleted_while_the_import_runs_is_reported(county, region, tmp_path, monkeypatch):
    original = job.plan_article

    def delete_first(*args):
        InfoPage.objects.filter(title="Miete").delete()
        return original(*args)

    monkeypatch.setattr(job, "plan_article", delete_first)
    report = statuses(region, tmp_path)
    assert report["miete"] == report["miete-en"] == "deleted in the hub, left alone"
    assert report["melden"] == "new"


def test_below_a_translation_in_another_county_nothing_is_placed(hausen, region, tmp_path):
    run(region, "Landkreis Auental")
    english = publish_county_in_english(hausen)
    page("Housing", "en").move(english, "last-child")
    region.add("strom", parent="wohnen", order=9, de=("Strom", "<p>Text</p>"), en=("Power", "<p>Text</p>"))
    assert statuses(region, tmp_path)["strom"] == LEFT_ALONE
    assert not Page.objects.filter(title="Power").exists()


def publish_county_in_english(county):
    english = county.copy_for_translation(page("Housing", "en").locale, copy_parents=True, alias=True)
    return CountyPage.objects.get(pk=english.pk)
