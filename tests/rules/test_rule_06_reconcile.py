"""Rule 6: one idempotent function makes things right; signals only name pages, rather too many."""

import io
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from home.models import InfoPage
from hub.publications import reconcile as module
from hub.publications.check import check_pages
from hub.publications.models import Dependency, FacetValue, OutboxRow, Publication, Sequence, Tombstone
from hub.publications.reconcile import reconcile
from hub.publications.worker import expand
from hub.taxonomy.models import Topic
from hub.testing import languages, publish, translate, work
from tests.rules.stage import (
    article,
    document,
    draft,
    file,
    fresh,
    image,
    link,
    office,
    public,
    restrict,
    set_body,
    text,
    upkeep,
)

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def everything() -> list:
    """Return all that publications and their bookkeeping hold, without the ids of the rows."""
    publications = list(Publication.objects.order_by("sequence").values())
    keys = {row.pop("id"): (row["translation_key"], row["locale"]) for row in publications}
    facets = [(keys[row.publication_id], row.name, row.value) for row in FacetValue.objects.all()]
    notes = [(keys[row.publication_id], row.model, row.object_id) for row in Dependency.objects.all()]
    tombstones = list(
        Tombstone.objects.order_by("sequence").values_list("sequence", "translation_key", "locale", "reason")
    )
    return [publications, sorted(facets, key=str), sorted(notes, key=str), tombstones]


@pytest.fixture
def pages(county, editing) -> list[Page]:
    """Pages of every state: translated, below a draft, private, withdrawn, deleted."""
    with editing():
        first = article(county, "Wohnen", [text("<p>Eins.</p>")])
        second = article(first, "Miete", [link(first)])
        folder = draft(county, "Ordner")
        hidden = article(folder, "Versteckt")
        private, gone, deleted = (article(county, title) for title in ("Intern", "Vorbei", "Gelöscht"))
        desk = office(county)
    with editing():
        translate(first, "ar")
        restrict(private)
        gone.unpublish()
        deleted.delete()
    work()
    return [county, first, second, folder, hidden, private, gone, deleted, desk]


def test_rule_6_reconciling_twice_changes_nothing(pages):
    before = everything()
    head = Sequence.current().value
    outcome = reconcile(Page.objects.values_list("pk", flat=True))
    assert (outcome.changed, outcome.withdrawn, outcome.failures) == ([], [], [])
    assert everything() == before
    assert Sequence.current().value == head


def test_rule_6_any_order_and_any_grouping_gives_the_same(pages):
    before = {(row["translation_key"], row["locale"]): row["content_hash"] for row in everything()[0]}
    ids = list(Page.objects.order_by("-pk").values_list("pk", flat=True))
    Publication.objects.all().delete()
    for pk in ids:
        reconcile([pk])
    work()
    assert {(row["translation_key"], row["locale"]): row["content_hash"] for row in everything()[0]} == before
    assert not list(check_pages())


def test_rule_6_a_page_may_be_named_by_any_of_its_translations(pages, editing):
    translated = pages[1].get_translation(languages()["ar"])
    Publication.objects.filter(translation_key=translated.translation_key).delete()
    reconcile([translated.pk])
    assert {language for language in ("de", "en", "ar") if public(pages[1], language)} == {"de", "en", "ar"}


def test_rule_6_naming_pages_that_are_no_kind_or_not_there_does_no_harm(pages):
    root = Page.objects.get(depth=1)
    outcome = reconcile([0, root.pk, 10**9, pages[0].get_parent().pk])
    assert (outcome.changed, outcome.withdrawn, outcome.failures) == ([], [], [])


@pytest.mark.parametrize("crash_in", ["_leave_tombstones", "_store", "_clear", "queue"])
def test_rule_6_a_crash_in_the_middle_leaves_all_as_it_was_and_is_repeated(pages, editing, unmade, crash_in):
    before = everything()
    with unmade():
        set_body(pages[1], text("<p>Anders.</p>"))
        fresh(pages[2]).unpublish()
    while expand():
        pass
    waiting = OutboxRow.objects.count()
    with patch.object(module, crash_in, side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        work()
    assert everything() == before
    assert OutboxRow.objects.count() == waiting
    work()
    assert "Anders" in public(pages[1]).text
    assert public(pages[2]) is None
    assert not OutboxRow.objects.exists()
    assert not list(check_pages())


# Every change is named


def changes(county, page, editing) -> dict:
    """Return changes that alter the document of `page`, by name: those without a signal of Wagtail's among them."""
    topic = Topic.objects.create(slug="work", names={"de": "Arbeit"})
    picture, paper = image(), file()
    page.topics = [topic]
    page.image, page.image_alt = picture, "Ein Haus"
    with editing():
        publish(page)
        set_body(page, text(f'<p><a linktype="document" id="{paper.pk}">Blatt</a></p>'))

    def rename_topic():
        topic.names = {"de": "Beruf"}
        topic.save()

    def replace_image():
        picture.file.name = image("Anderes").file.name
        picture.width = 300
        picture.save()

    def remove_topics():
        row = fresh(page)
        row.topics = []
        row.save()

    def restore_topics():
        row = fresh(page)
        row.topics = [topic]
        row.save()

    def rename_ancestor():
        row = fresh(county)
        row.slug = "neu-auental"
        publish(row)

    return {
        "a topic renamed": rename_topic,
        "a relation removed": remove_topics,
        "a relation added": restore_topics,
        "a topic deleted": topic.delete,
        "an image replaced": replace_image,
        "an image deleted": picture.delete,
        "a file deleted": paper.delete,
        "an ancestor's slug": rename_ancestor,
    }


def test_rule_6_every_change_that_alters_documents_names_them(county, editing):
    with editing():
        page = article(county, "Wohnen")
    steps = changes(county, page, editing)
    work()
    for name, step in steps.items():
        before = public(page, "ar").sequence
        with editing():
            step()
        work()
        assert public(page, "ar").sequence > before, name
        assert not list(check_pages()), name


def test_rule_6_a_live_page_added_without_publishing_is_named(county, editing):
    with editing():
        page = InfoPage(title="Direkt", slug="direkt", live=True, locale=county.locale)
        fresh(county).add_child(instance=page)
    assert document(page)["title"] == "Direkt"


def test_rule_6_a_lifted_restriction_shows_the_pages_below_again(county, editing):
    with editing():
        page = article(county, "Wohnen")
        below = article(page, "Miete")
        restriction = restrict(page)
    work()
    assert public(below) is None
    with editing():
        restriction.delete()
    work()
    assert public(page)
    assert public(below)


@pytest.mark.parametrize("model", [Site, Locale])
def test_rule_6_a_change_of_sites_or_locales_names_every_page(pages, editing, model):
    with editing():
        model.objects.first().save()
    assert OutboxRow.objects.get().model == "*"
    before = everything()
    work()
    assert everything() == before


def test_rule_6_saving_a_draft_names_no_page(pages, editing, unmade):
    page = fresh(pages[1])
    page.title = "Nur ein Entwurf"
    with unmade():
        page.save_revision()
    assert not OutboxRow.objects.exists()


# What no signal told is found


SILENT = {
    "a title": lambda page: Page.objects.filter(pk=page.pk).update(title="Still"),
    "withdrawn": lambda page: Page.objects.filter(pk=page.pk).update(live=False),
    "expiry": lambda page: Page.objects.filter(pk=page.pk).update(expire_at="2999-01-01T00:00Z"),
    "a lost publication": lambda page: Publication.objects.filter(source_id=page.pk, locale="en").delete(),
}


@pytest.mark.parametrize("name", ["a title", "withdrawn", "expiry", "a lost publication"])
def test_rule_6_the_periodic_run_finds_what_no_signal_told(pages, name):
    SILENT[name](pages[1])
    assert list(check_pages())
    upkeep()
    work()
    assert not list(check_pages())


def test_rule_6_the_periodic_run_finds_a_tree_that_was_repaired(pages):
    Page.objects.filter(pk=pages[2].pk).update(path=pages[2].path[:-1] + "9")
    upkeep()
    work()
    assert public(pages[2]).tree_path.endswith("9")
    call_command("fixtree", "--noinput", "--full", stdout=io.StringIO())
    upkeep()
    work()
    assert not list(check_pages())


def test_rule_6_check_reports_and_mends_and_says_so_by_its_exit_status(pages):
    Page.objects.filter(pk=pages[1].pk).update(title="Still")
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("publications", "check", stdout=out)
    assert "de/auental/wohnen: the publication is out of date" in out.getvalue()
    call_command("publications", "check", "--fix", stdout=out)
    assert document(pages[1])["title"] == "Still"
    call_command("publications", "check", stdout=out)
    assert "no difference" in out.getvalue()


def test_rule_6_a_rebuild_makes_everything_from_nothing(pages):
    before = {(row["translation_key"], row["locale"]): row["content_hash"] for row in everything()[0]}
    Publication.objects.all().delete()
    call_command("publications", "rebuild", stdout=io.StringIO())
    assert {(row["translation_key"], row["locale"]): row["content_hash"] for row in everything()[0]} == before


def test_rule_6_facets_and_dependencies_are_written_only_where_they_have_changed(county, editing):
    work_topic = Topic.objects.create(slug="work", names={"de": "Arbeit"})
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>")], topics=[work_topic])
        other = article(county, "Lernen")

    def rows() -> list[list[int]]:
        of_page = {"publication__source_id": page.pk}
        return [
            list(model.objects.filter(**of_page).values_list("pk", flat=True)) for model in (FacetValue, Dependency)
        ]

    before = rows()
    assert all(before)
    with editing():
        set_body(fresh(page), text("<p>Zwei.</p>"))
    assert "Zwei." in public(page).text
    assert rows() == before
    with editing():
        set_body(fresh(page), link(other))
    assert rows()[0] == before[0]
    assert rows()[1] != before[1]
