"""Upkeep walks through all pages in small steps that keep nothing else waiting."""

import logging

import pytest
from django.db import OperationalError, connection
from wagtail.models import Page

from home.models import InfoPage
from hub.plugins import kinds
from hub.publications import check, upkeep, worker
from hub.publications.check import check_pages, next_pages, pages_to_compare
from hub.publications.leases import DURATION
from hub.publications.models import OutboxRow, Publication, UpkeepRound
from hub.publications.upkeep import begin_round, work_upkeep
from hub.publications.worker import Worker
from hub.testing import translate, work
from tests.rules.stage import article, fresh, later, link, office, public, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def compared(monkeypatch):
    """The ids of the pages that were compared, batch by batch. A batch has two pages."""
    monkeypatch.setattr(check, "batch_pages", lambda: 2)
    batches, compare = [], upkeep.compare

    def compare_and_tell(page_ids):
        batches.append(page_ids)
        return compare(page_ids)

    monkeypatch.setattr(upkeep, "compare", compare_and_tell)
    return batches


@pytest.fixture
def pages(county, editing):
    with editing():
        pages = [article(county, f"Seite {number}") for number in range(6)]
    work()
    begin_round()
    return pages


@pytest.fixture
def idle():
    """A worker that has nothing to do but upkeep."""
    idle = Worker()
    while idle._attempt(idle.work_outbox) or idle._attempt(idle.follow):
        pass
    return idle


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_at_the_end_of_a_round_sqlite_knows_how_large_its_tables_are(pages, idle):
    while work_upkeep():
        pass
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [Publication._meta.db_table])
        counts = [int(stat.split()[0]) for (stat,) in cursor.fetchall()]
    assert counts
    assert set(counts) <= {0, Publication.objects.count()}  # an index may hold some rows alone


def test_a_step_does_one_batch_at_most(pages, compared, idle):
    for number in range(1, 4):
        idle.step()
        assert len(compared) == number
    assert max(map(len, compared)) == 2


def test_a_round_compares_every_page_once_with_its_translations(pages, editing, compared):
    with editing():
        translate(pages[0], "ar")
    while work_upkeep():
        pass
    ids = [pk for batch in compared for pk in batch]
    assert ids == sorted(pages_to_compare().values_list("pk", flat=True))
    keys = Page.objects.filter(pk__in=ids).values_list("translation_key", flat=True)
    assert sorted(keys) == sorted(set(Page.objects.values_list("translation_key", flat=True)))


def test_outbox_and_heartbeat_go_on_in_the_middle_of_a_round(pages, unmade, compared, idle):
    idle.step()
    for number, page in enumerate(pages[:2], start=1):
        with unmade():
            set_body(page, text("<p>Neu.</p>"))
        before = len(compared)
        with later(seconds=number * DURATION.total_seconds()):
            assert not worker.is_alive()
            assert idle.step()
            assert worker.is_alive()
        assert "Neu" in public(page).text
        assert len(compared) == before, "upkeep waits while there is something else to do"
        while idle.step():
            pass
    assert not UpkeepRound.objects.get().finished


def test_a_worker_that_starts_again_goes_on_where_the_last_one_was(pages, compared, idle):
    idle.step()
    idle.leases.release()
    Worker().step()
    assert compared[0][-1] < compared[1][0]


def test_a_round_begins_ten_minutes_after_the_last_began(pages, compared):
    while work_upkeep():
        pass
    batches = len(compared)
    with later(minutes=5):
        assert not work_upkeep()
    with later(minutes=10):
        assert work_upkeep()
    assert compared[batches:] == compared[:1]


def test_a_worker_that_was_overtaken_does_not_move_the_round_on(pages, compared):
    overtaken = UpkeepRound.objects.get()
    work_upkeep()
    begin_round()
    overtaken.move_on(page_id=10**9)
    assert UpkeepRound.objects.get().page_id == 0


def test_a_publication_whose_page_is_gone_is_found(pages):
    page = pages[0]
    fresh(page).delete()
    OutboxRow.objects.all().delete()
    assert {finding.page_id for finding in check_pages()} == {page.pk}
    while work_upkeep():
        pass
    work()
    assert not Publication.objects.filter(source_id=page.pk).exists()
    assert not list(check_pages())


def test_pages_that_cannot_be_compared_are_reconciled_and_do_not_stop_the_round(pages, monkeypatch, caplog):
    InfoPage.objects.filter(pk=pages[-1].pk).update(title="Still")
    monkeypatch.setattr(check, "batch_pages", lambda: 2)
    represent = check.represent

    def fail_for_first(page_ids):
        if pages[0].pk in page_ids:
            raise ValueError("a mistake in a kind")
        return represent(page_ids)

    monkeypatch.setattr(check, "represent", fail_for_first)
    while work_upkeep():
        pass
    waiting = set(OutboxRow.objects.values_list("page_id", flat=True))
    assert {pages[0].pk, pages[-1].pk} <= waiting
    assert len(waiting) == 3
    assert [record.levelno for record in caplog.records if record.name == "hub.publications.upkeep"] == [logging.ERROR]


def test_a_database_that_is_away_does_not_make_a_round_pass_over_pages(pages, monkeypatch):
    def fail(page_ids):
        raise OperationalError("the server is gone")

    monkeypatch.setattr(check, "represent", fail)
    with pytest.raises(OperationalError):
        work_upkeep()
    assert UpkeepRound.objects.get().page_id == 0


def test_the_next_pages_are_found_without_loading_all(pages, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr(check, "batch_pages", lambda: 2)
    with django_assert_num_queries(1) as queries:
        ids = next_pages(pages[0].pk)
    assert ids == [pages[1].pk, pages[2].pk]
    assert "LIMIT 2" in queries[0]["sql"]


def test_a_worker_that_starts_notices_that_a_plugin_was_removed_and_is_back(county, editing, client, monkeypatch):
    with editing():
        page = office(county, "Amt")
        linking = article(county, "Wohnen", [link(page, "Amt")])
    before = public(linking).document
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 200  # loads the addresses while all kinds are there
    installed = kinds._by_slug
    monkeypatch.setattr(kinds, "_by_slug", {slug: kind for slug, kind in installed.items() if slug != "offices"})
    worker = Worker()
    worker.step()
    worker.leases.release()
    assert public(page) is None
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404
    assert public(linking).document != before
    monkeypatch.setattr(kinds, "_by_slug", installed)
    worker = Worker()
    while worker.step():
        pass
    assert public(page).title == "Amt"
    assert public(linking).document == before
