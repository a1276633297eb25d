"""The command: what it creates, what a second run changes, and what it leaves alone."""

import csv
import json

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation

from home.importer.files import read_articles
from home.importer.job import ImportJob
from home.importer.models import ImportedPage
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.publications.models import Publication
from hub.testing import publish, translate, work

pytestmark = [pytest.mark.slow, pytest.mark.any_database]


def run(region, *languages, **options):
    call_command("import_integreat", *region.files(*languages), county="Landkreis Auental", verbosity=0, **options)


def rows(region, tmp_path, *languages):
    """Import again and return the report's rows by path's last part."""
    run(region, *languages, report=tmp_path / "report.json")
    return {
        row["path"].rstrip("/").rpartition("/")[2]: row for row in json.loads((tmp_path / "report.json").read_text())
    }


def page(title, language="de"):
    return InfoPage.objects.get(title=title, locale__language_code=language)


def test_the_tree_arrives_with_its_order_titles_and_addresses(county, region):
    run(region)
    county.refresh_from_db()
    chapters = [child.title for child in county.get_children()]
    assert chapters == ["Wohnen & Leben", "Arbeit"]
    assert [child.title for child in page("Wohnen & Leben").get_children()] == ["Melden", "Miete"]
    assert page("Miete").url_path.endswith("/auental/wohnen/miete/")
    assert all(child.live for child in county.get_descendants())


def test_a_new_county_is_created(county, region):
    call_command("import_integreat", *region.files(), county="Landkreis Lindenau", verbosity=0)
    assert CountyPage.objects.get(slug="landkreis-lindenau", locale__language_code="de").live
    assert page("Miete").url_path.endswith("/landkreis-lindenau/wohnen/miete/")


def test_both_languages_are_public_with_internal_links(county, region, public_document):
    run(region)
    german, english = public_document("Miete", "de"), public_document("Rent", "en")
    assert [block["id"] for block in german["body"]] == [block["id"] for block in english["body"]]
    assert 'href="/de/auental/wohnen/melden/"' in german["body"][0]["value"]
    assert 'href="/en/auental/wohnen/melden/">this' in english["body"][0]["value"]
    assert english["body"][1]["value"] == "<h2>Costs</h2><p>300 euros</p>"
    assert not english["meta"]["outdated"]
    assert german["meta"]["last_published_at"].startswith("2024-02-03")
    assert public_document("Arbeit", "en")["meta"]["content_locale"] == "de"


def test_translations_are_stored_as_an_editor_would_have_typed_them(county, region):
    run(region)
    for translation in Translation.objects.all():
        total, translated = translation.get_progress()
        assert translation.enabled
        assert total == translated > 0
    [phone] = StringTranslation.objects.filter(data__contains="Phone")
    assert phone.data == 'Phone <a id="a1">0711 55</a>'
    assert not phone.has_error


def test_a_translator_continues_at_the_desk(
    county, region, public_document, admin_client, admin_user, django_capture_on_commit_callbacks
):
    run(region)
    english = page("Rent", "en")
    desk = admin_client.get(reverse("hub_desk", args=[english.pk]))
    [text] = [
        item for item in BeautifulSoup(desk.content, "html.parser").select("[data-key]") if "300 euros" in item.text
    ]
    saved = admin_client.post(
        text["data-url"],
        {"user": admin_user.pk, "words": "400 euros", "base": text["data-version"], "confirmed": "yes"},
    )
    assert saved.status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("hub_desk_publish", args=[english.pk]))
    assert public_document("Rent", "en")["body"][1]["value"] == "<h2>Costs</h2><p>400 euros</p>"


def test_characters_that_no_database_accepts_are_left_out(county, region):
    region.change("arbeit", "de", title="Ar\0beit", content="<p>Te\0xt \ud800\x1f</p>")
    run(region)
    assert page("Ar beit").body.raw_data[0]["value"].endswith(">Te xt</p>")


def test_a_second_run_changes_nothing(county, region, state):
    run(region)
    before = state()
    run(region)
    assert state() == before


def test_an_interrupted_run_is_completed(county, region, public_document):
    articles = read_articles({item.split("=")[0]: region.folder / f"{item[:2]}.json" for item in region.files()}, "de")
    Locale.objects.get_or_create(language_code="en")
    job = ImportJob(county, articles).run()
    for _step in range(len(articles) + 2):
        next(job)
    job.close()
    run(region)
    assert public_document("Rent", "en")
    assert Page.objects.filter(translation_key=page("Miete").translation_key).count() == 2
    assert not InfoPage.objects.filter(live=False).exists()


def test_a_changed_page_keeps_what_was_translated_in_the_hub(
    county, region, public_document, tmp_path, django_capture_on_commit_callbacks
):
    run(region)
    with django_capture_on_commit_callbacks(execute=True):
        translate(page("Miete"), "ar")
    lead, costs = [block["id"] for block in public_document("Miete", "de")["body"]]
    for language, text in (("de", "<h3>Neu</h3><p>Neues</p>"), ("en", "<h3>New</h3><p>News</p>")):
        start, heading, rest = region.pages[language]["miete"]["content"].partition("<h")
        region.change("miete", language, content=start + text + heading + rest)
    report = rows(region, tmp_path)
    assert report["miete"]["status"] == report["miete-en"]["status"] == "changed"
    assert report["melden"]["status"] == "unchanged"
    german, english = public_document("Miete", "de"), public_document("Rent", "en")
    assert [block["id"] for block in german["body"]] == [lead, german["body"][1]["id"], costs]
    assert english["body"][1]["value"] == "<h2>New</h2><p>News</p>"
    arabic = Publication.objects.get(translation_key=page("Miete").translation_key, locale="ar").document
    assert [block["id"] for block in arabic["body"]] == [lead, costs]
    assert arabic["meta"]["outdated"]


def test_a_page_edited_in_the_hub_is_reported_and_not_overwritten(county, region, tmp_path):
    run(region)
    edited = page("Melden")
    edited.title = "Anmelden"
    publish(edited)
    assert rows(region, tmp_path)["melden"]["status"] == "edited in the hub, unchanged in the file"
    region.change("melden", "de", title="Ummelden")
    region.change("melden", "en", title="Moving")
    report = rows(region, tmp_path)
    assert report["melden"]["status"] == "changed in the file but edited in the hub, left alone"
    assert report["melden-en"]["problems"] == ["its source page was edited in the hub"]
    assert page("Anmelden").live
    assert page("Registration", "en").live


def test_a_translation_edited_in_the_hub_is_not_overwritten(county, region, tmp_path):
    run(region)
    StringTranslation.objects.filter(data="Go to the office.").update(data="Go there.", tool_name="")
    region.change("melden", "en", content="<p>Run to the office.</p><p>Phone <a href='tel:0711'>0711 55</a></p>")
    assert rows(region, tmp_path)["melden-en"]["status"] == "changed in the file but edited in the hub, left alone"
    assert StringTranslation.objects.filter(data="Go there.").exists()


def test_a_page_deleted_or_unpublished_in_the_hub_stays_so(county, region, tmp_path):
    run(region)
    page("Melden").delete()
    page("Arbeit").unpublish()
    region.change("arbeit", "de", title="Beruf")
    region.change("miete", "de", title="Mieten")
    report = rows(region, tmp_path)
    assert report["melden"]["status"] == "deleted in the hub, left alone"
    assert report["arbeit"]["status"] == "changed in the file but edited in the hub, left alone"
    # The link to the deleted page leads to where it came from.
    assert report["miete"]["problems"] == ["unknown link: /auental/de/wohnen/melden/"]
    assert not InfoPage.objects.filter(title="Melden").exists()
    assert not page("Arbeit").live


def test_pages_move_and_change_their_address_with_the_file(county, region):
    run(region)
    region.change("melden", "de", order=3)
    region.change("miete", "de", path="/auental/de/arbeit/mieten/", parent={"path": "/auental/de/arbeit/"})
    region.add("strom", parent="wohnen", order=2, de=("Strom", ""))
    run(region)
    assert page("Miete").get_parent().title == "Arbeit"
    assert page("Miete").slug == "mieten"
    assert [child.title for child in page("Wohnen & Leben").get_children()] == ["Strom", "Melden"]


def test_an_order_of_the_hub_stays_while_the_file_keeps_its_own(county, region):
    run(region)
    page("Miete").move(page("Melden"), pos="left")
    region.add("strom", parent="wohnen", order=3, de=("Strom", ""))
    run(region)
    titles = [child.title for child in page("Wohnen & Leben").get_children()]
    assert titles.index("Miete") < titles.index("Melden")


def test_a_page_in_another_language_only_arrives_as_a_source_in_that_language(county, region, public_document):
    region.add("tax", parent="wohnen", order=9, en=("Tax", "<p>Only in English</p>"))
    run(region)
    assert page("Tax", "en").is_source()
    assert page("Tax", "en").get_parent().specific == page("Wohnen & Leben")
    assert public_document("Tax", "en")["meta"]["content_locale"] == "en"
    assert public_document("Tax", "de")["meta"]["content_locale"] == "en"
    assert public_document("Tax", "de")["meta"]["html_url"] == "/de/auental/wohnen/tax-en/"


def test_the_source_language_may_arrive_later(county, region, public_document, tmp_path):
    run(region, "en")
    assert page("Rent", "en").is_source()
    run(region)
    rent = page("Rent", "en")
    assert not rent.is_source()
    assert rent.get_parent().locale.language_code == "en"
    assert page("Miete").url_path.endswith("/auental/wohnen/miete/")
    assert public_document("Rent", "en")["body"][1]["value"] == "<h2>Costs</h2><p>300 euros</p>"
    assert public_document("Miete", "de")["body"][1]["value"] == "<h2>Kosten</h2><p>300 Euro</p>"
    assert {row["status"] for row in rows(region, tmp_path).values()} == {"unchanged"}


def test_a_source_page_that_was_written_in_the_hub_meanwhile_is_a_conflict(county, region, tmp_path):
    run(region, "en")
    publish(InfoPage(title="Mieten", slug="mieten", translation_key=page("Rent", "en").translation_key), county)
    report = rows(region, tmp_path)
    assert report["miete"]["status"] == "changed in the file but edited in the hub, left alone"
    assert page("Mieten").live


def test_without_the_file_of_the_source_language_its_pages_are_left_alone(county, region, tmp_path, state):
    run(region)
    before = state()
    region.change("miete", "en", title="Renting")
    report = rows(region, tmp_path, "en")
    assert report["miete-en"]["status"] == "its source page is not in the files, left alone"
    assert state() == before


def test_a_translation_that_does_not_fit_keeps_a_body_of_its_own(county, region, public_document, tmp_path):
    region.change("melden", "en", content="<h2>Quite different</h2><p>One <a href='tel:0711'>0711 55</a></p>")
    assert rows(region, tmp_path)["melden-en"]["own_body"]
    english = public_document("Registration", "en")
    assert [block["value"] for block in english["body"]] == [
        '<h2>Quite different</h2><p>One <a href="tel:071155">0711 55</a></p>'
    ]
    assert page("Registration", "en").own_structure
    assert not Translation.objects.filter(source__object_id=page("Melden").translation_key, enabled=True).exists()

    region.change("melden", "en", content="<p>Go.</p><p>Phone <a href='tel:0711'>0711 55</a></p>")
    assert not rows(region, tmp_path)["melden-en"]["own_body"]
    assert public_document("Registration", "en")["body"][0]["id"] == public_document("Melden", "de")["body"][0]["id"]


def test_the_report_covers_words_images_and_pages_missing_from_the_files(county, region, tmp_path):
    run(region)
    region.change(
        "arbeit", "de", content='<p>Text <img src="https://x.example/a.png"></p>', thumbnail="https://x.example/t.png"
    )
    del region.pages["de"]["miete"], region.pages["en"]["miete"]
    run(region, report=tmp_path / "report.csv")
    with (tmp_path / "report.csv").open() as file:
        report = {row["path"]: row for row in csv.DictReader(file)}
    assert report["/auental/de/arbeit/"]["dropped_images"] == "https://x.example/a.png\nhttps://x.example/t.png"
    assert float(report["/auental/de/arbeit/"]["word_share"]) == 1
    assert report["/auental/de/wohnen/miete/"]["status"] == "no longer in the file, left alone"
    assert page("Miete").live


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file"),
        ("{", "is no JSON"),
        ("{}", "a list of pages is expected"),
        ('[{"path": "/auental/de/a/"}]', "page 1: “parent” is missing"),
        ('[{"path": "/auental/de/a/", "title": "", "parent": {"path": null}, "order": 1}]', "the title is empty"),
        ('[{"path": "/a/", "title": "A", "parent": {"path": null}, "order": 1}]', "not of the form"),
        (
            '[{"path": "/auental/en/a/", "title": "A", "content": "", "parent": {"path": null}, "order": 1}]',
            "holds pages in “en”",
        ),
    ],
)  # fmt: skip - each case on a line
def test_a_bad_file_is_a_clear_error_and_nothing_is_written(county, region, content, message):
    files = region.files()
    (region.folder / "de.json").unlink() if content is None else (region.folder / "de.json").write_text(content)
    with pytest.raises(CommandError, match=message):
        call_command("import_integreat", *files, county="Neu", verbosity=0)
    assert not CountyPage.objects.filter(title="Neu").exists()
    assert not ImportedPage.objects.exists()


@pytest.mark.parametrize("argument", ["de", "de=", "xx=a.json"])
def test_a_bad_argument_is_a_clear_error(county, argument):
    with pytest.raises(CommandError, match=r"LANGUAGE=FILE|no language of the hub"):
        call_command("import_integreat", argument, county="Neu")


@pytest.mark.django_db
def test_an_empty_hub_has_a_home_page_for_it(region, public_document):
    run(region)
    assert public_document("Miete", "de")["meta"]["html_url"] == "/de/landkreis-auental/wohnen/miete/"


@pytest.mark.django_db
def test_a_hub_of_other_pages_is_not_touched(region):
    other = Page.objects.get(depth=1).add_child(instance=Page(title="Andere"))
    Site.objects.update(root_page=other)
    with pytest.raises(CommandError, match="No site of the hub has a home page"):
        run(region)


@pytest.mark.parametrize("name", ["Search", "x" * 256])
def test_a_name_that_no_county_can_have_is_a_clear_error(county, region, name):
    with pytest.raises(CommandError, match="No page can be created for the county “"):
        call_command("import_integreat", *region.files(), county=name, verbosity=0)
    assert not InfoPage.objects.exists()


def test_a_page_whose_words_are_lost_is_reported_and_not_published(county, region, tmp_path):
    lost = "<template>Wort</template>"
    region.change("arbeit", "de", content=lost)
    region.change("melden", "en", content=lost)
    with pytest.raises(CommandError, match="2 pages could not be imported"):
        rows(region, tmp_path)
    report = {row["path"]: row for row in json.loads((tmp_path / "report.json").read_text())}
    for path in ("/auental/de/arbeit/", "/auental/en/wohnen-en/melden-en/"):
        assert report[path]["status"] == "failed"
        assert report[path]["problems"] == ["none of its words could be read"]
    assert not page("Arbeit").live
    assert page("Melden").live
    assert not InfoPage.objects.filter(title="Registration").exists()

    region.change("arbeit", "de", content="<p>Text</p>")
    region.change("melden", "en", content="<p>Go to the office.</p><p>Phone <a href='tel:0711'>0711 55</a></p>")
    run(region)
    assert page("Arbeit").live
    assert page("Registration", "en").live


def test_the_worker_publishes_the_documents(county, region):
    run(region)
    assert not Publication.objects.filter(title="Miete").exists()
    work()
    assert Publication.objects.filter(title="Miete").exists()
