"""Rule 5: an editor's action never fails, waits or is undone because of the read side."""

import logging
import re
from html import escape
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.db import DataError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from home.models import InfoPage
from hub.publications import reconcile, sequence, triggers, worker
from hub.publications.models import OutboxRow, Publication, Sequence
from hub.publications.sequence import sequence_lock
from hub.publications.worker import Worker
from hub.representation import documents
from hub.taxonomy.models import Topic
from hub.testing import publish, translate, work
from tests.rules.stage import article, draft, fresh, later, link, public, restrict, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def page(county, editing) -> InfoPage:
    with editing():
        return article(county, "Wohnen", [text("<p>Eins.</p>", "a")])


def failing_for(page: Page, monkeypatch) -> None:
    """Let no document of `page` be made."""
    make = documents.make

    def fail(library, group, language):
        if group.source.pk == page.pk:
            raise ValueError("a plugin's mistake")
        return make(library, group, language)

    monkeypatch.setattr(documents, "make", fail)


# What happens in an editor's own transaction


def actions(county) -> dict:
    """Return the changes that editors make, by name."""
    page = article(county, "Wohnen")
    below, other = article(page, "Miete"), article(county, "Arbeit")
    topic = Topic.objects.create(slug="work", names={"de": "Arbeit"})
    return {
        "publish": lambda: set_body(page, text("<p>Neu.</p>")),
        "rename": lambda: topic.save(),
        "unpublish": lambda: fresh(other).unpublish(),
        "move": lambda: fresh(below).move(fresh(county), "last-child"),
        "restrict": lambda: restrict(page),
        "unrestrict": lambda: PageViewRestriction.objects.get().delete(),
        "delete": lambda: fresh(other).delete(),
    }


def test_rule_5_an_editors_transaction_only_inserts_outbox_rows(county, editing, unmade):
    with editing():
        steps = actions(county)
    written = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "publications_\w+"|FROM "publications_.* FOR .*UPDATE')
    for name, step in steps.items():
        with CaptureQueriesContext(connection) as queries, unmade():
            step()
        found = {match[0] for query in queries if (match := written.search(query["sql"]))}
        assert found == {'INSERT INTO "publications_outboxrow"'}, name
    work()


def test_rule_5_nobody_holds_the_sequence_within_another_transaction(county):
    with pytest.raises(RuntimeError), transaction.atomic(), sequence_lock():
        pass
    with pytest.raises(RuntimeError), transaction.atomic():
        reconcile.reconcile([county.pk])


def test_rule_5_what_is_rolled_back_leaves_nothing(page, editing):
    before = public(page).sequence
    with editing(), pytest.raises(ZeroDivisionError), transaction.atomic():
        set_body(page, text("<p>Neu.</p>"))
        assert OutboxRow.objects.exists()
        raise ZeroDivisionError
    assert not OutboxRow.objects.exists()
    assert public(page).sequence == before
    with patch.object(triggers, "reconcile") as reconciled, editing():
        publish(page)
    assert [call.args[0] for call in reconciled.call_args_list] == [[page.pk]], (
        "pages of the lost transaction are forgotten"
    )


def test_rule_5_many_changes_of_one_transaction_are_made_together(county, editing):
    with editing():
        pages = [article(county, f"Seite {number}") for number in range(3)]
    with patch.object(triggers, "reconcile") as reconciled, editing(), transaction.atomic():
        for page in pages:
            set_body(page, text("<p>Neu.</p>"))
    assert [call.args[0] for call in reconciled.call_args_list] == [[page.pk for page in pages]]


def test_rule_5_an_import_leaves_the_making_to_the_worker(page, editing):
    with triggers.deferred(), editing():
        set_body(page, text("<p>Neu.</p>"))
    assert "Eins" in public(page).text
    work()
    assert "Neu" in public(page).text


# What happens when documents cannot be made


def test_rule_5_publishing_succeeds_though_the_document_cannot_be_made(page, editing, monkeypatch, admin_client):
    with monkeypatch.context() as broken:
        failing_for(page, broken)
        with editing():
            set_body(page, text("<p>Neu.</p>"))
        assert "Neu" in str(fresh(page).body), "published"
        assert "Eins" in public(page).text, "the last good document stays"
        row = OutboxRow.objects.get()
        assert "a plugin's mistake" in row.error
        assert escape("a plugin's mistake") in admin_client.get("/admin/").content.decode(), "reported"
        with later(seconds=5):
            work()
        assert OutboxRow.objects.get().attempts == 2
        assert OutboxRow.objects.get().due_at > row.due_at
    with later(hours=1):
        work()
    assert "Neu" in public(page).text
    assert not OutboxRow.objects.exists()


def test_rule_5_publishing_in_the_admin_succeeds_though_the_document_cannot_be_made(
    page, editing, monkeypatch, admin_client
):
    failing_for(page, monkeypatch)
    form = {
        "title": "Mieten",
        "slug": "wohnen",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
    with editing():
        answer = admin_client.post(f"/admin/pages/{page.pk}/edit/", form)
    assert answer.status_code == 302
    assert fresh(page).title == "Mieten"
    assert public(page).title == "Wohnen"


@pytest.mark.parametrize("error", [OperationalError("the lock is held"), RuntimeError("anything")])
def test_rule_5_publishing_succeeds_though_nothing_can_be_made(page, editing, caplog, error):
    with patch.object(reconcile, "sequence_lock", side_effect=error), editing(), caplog.at_level(logging.CRITICAL):
        set_body(page, text("<p>Neu.</p>"))
    assert "Eins" in public(page).text
    work()
    assert "Neu" in public(page).text


def test_rule_5_a_process_that_dies_after_the_commit_loses_nothing(page, unmade):
    with unmade():
        set_body(page, text("<p>Neu.</p>"))
    assert "Eins" in public(page).text
    work()
    assert "Neu" in public(page).text


def test_rule_5_a_field_that_gives_no_json_hinders_no_other_page(page, county, editing, monkeypatch):
    with editing():
        other = article(county, "Arbeit")
    monkeypatch.setattr(InfoPage, "api_fields", [*InfoPage.api_fields, "changed_on"])
    monkeypatch.setattr(
        InfoPage, "changed_on", lambda self, language: object() if self.pk == page.pk else "heute", raising=False
    )
    with editing(), transaction.atomic():
        set_body(page, text("<p>Neu.</p>"))
        set_body(other, text("<p>Neu.</p>"))
    assert "Neu" in public(other).text
    assert "Eins" in public(page).text
    assert "JSON" in OutboxRow.objects.get().error


def test_rule_5_a_page_that_the_database_refuses_hinders_no_other(page, county, editing, monkeypatch):
    with editing():
        others = [article(county, f"Seite {number}") for number in range(4)]
    store = reconcile._store

    def refuse(written, *stored):
        if any(document.source_id == page.pk for document, _number in written):
            raise DataError("value too long")
        store(written, *stored)

    monkeypatch.setattr(reconcile, "_store", refuse)
    with editing(), transaction.atomic():
        for some in (*others[:2], page, *others[2:]):
            set_body(some, text("<p>Neu.</p>"))
    assert all("Neu" in public(other).text for other in others)
    assert "Eins" in public(page).text
    row = OutboxRow.objects.get()
    assert (row.page_id, "value too long" in row.error) == (page.pk, True)


def test_rule_5_links_with_ids_that_no_database_takes_hinder_nothing(county, editing):
    body = [text(f'<p><a linktype="page" id="{"9" * 30}">a</a> <a linktype="document" id="²">b</a></p>')]
    with editing():
        page = article(county, "Wohnen", body)
    assert public(page).document["body"][0]["value"] == "<p><a>a</a> <a>b</a></p>"


# Withdrawals hide at once, before anything is made


def is_hidden(page: Page, client, language: str = "de") -> bool:
    """Say whether no channel shows `page`, lists and counts included."""
    assert public(page, language) is None
    stored = Publication.objects.filter(translation_key=page.translation_key, locale=language).first()
    if stored is None:
        return True
    answer = client.get("/api/v2/pages/", {"locale": language})
    assert stored.page_id not in {item["id"] for item in answer.json()["items"]}
    assert answer.json()["meta"]["total_count"] == Publication.objects.public().filter(locale=language).count()
    assert client.get(f"/api/v2/pages/{stored.page_id}/").status_code == 404
    assert client.get(f"/{language}/{stored.path}/").status_code in (301, 302, 404)
    for item in client.get("/api/v2/changes/?since=0").json()["items"]:
        meta = item["document"]["meta"] if "document" in item else {}
        assert (meta.get("translation_key"), meta.get("locale")) != (str(page.translation_key), language)
    tree = client.get("/api/v2/navigation/", {"county": "auental", "locale": language})
    assert stored.document["title"] not in tree.content.decode()
    return True


@pytest.fixture
def family(county, editing):
    """A page and one below it, both also in Arabic."""
    with editing():
        page = article(county, "Wohnen")
        below = article(page, "Miete")
    with editing():
        translate(page, "ar")
        translate(below, "ar")
    work()
    return page, below


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("step", ["unpublish", "restrict", "delete", "move away"])
def test_rule_5_a_withdrawn_page_is_hidden_from_the_commit_on(family, county, editing, unmade, client, step, language):
    page, below = family
    with editing():
        private = article(county, "Intern")
        restrict(private)
    work()
    with unmade():
        match step:
            case "unpublish":
                fresh(page).unpublish()
            case "restrict":
                restrict(page)
            case "delete":
                fresh(page).delete()
            case "move away":
                fresh(page).move(fresh(private), "last-child")
    assert is_hidden(page, client, language)
    assert step == "unpublish" or is_hidden(below, client, language)
    work()
    assert not OutboxRow.objects.exists()
    assert is_hidden(page, client, language)


def test_rule_5_what_stands_below_a_draft_becomes_public_when_it_is_moved_away(county, editing, client):
    with editing():
        page = article(draft(county, "Ordner"), "Wohnen")
    work()
    assert is_hidden(page, client)
    with editing():
        fresh(page).move(fresh(county), "last-child")
    work()
    assert public(page).path == "auental/wohnen"


def test_rule_5_a_page_put_elsewhere_in_its_row_stays_public(county, editing):
    with editing():
        first, page = article(county, "Anfang"), article(county, "Wohnen")
    with editing():
        fresh(page).move(fresh(first), "left")
    assert public(page)


def test_rule_5_a_page_that_was_moved_to_a_public_place_comes_back(family, county, editing):
    page, below = family
    with editing():
        target = article(county, "Leben")
    with editing():
        fresh(page).move(fresh(target), "last-child")
    work()
    assert public(below, "ar").path == "auental/leben/wohnen/miete"


def test_rule_5_an_unpublished_county_hides_all_its_pages(family, county, unmade, client):
    page, below = family
    with unmade():
        fresh(county).unpublish()
    assert is_hidden(page, client)
    assert is_hidden(below, client, "ar")
    work()
    assert not Publication.objects.exists()


def test_rule_5_more_withdrawals_than_a_query_can_list_are_hidden_too(family, county, client):
    page, below = family
    OutboxRow.objects.bulk_create(
        OutboxRow(page_id=100_000 + number, withdraw=True, subtree=number % 2 == 0) for number in range(2_400)
    )
    assert public(page) is not None
    OutboxRow.objects.create(page_id=page.pk, withdraw=True, subtree=True)
    assert public(page) is not None, "the row of a subtree stands for the descendants"
    assert is_hidden(below, client, "ar")
    OutboxRow.objects.create(page_id=page.pk, withdraw=True)
    assert is_hidden(page, client)
    assert public(county)


def test_rule_5_making_a_page_private_in_the_admin_is_one_transaction(page, admin_client):
    admin_client.raise_request_exception = False
    with patch.object(triggers, "restricted", side_effect=OperationalError("crash")):
        answer = admin_client.post(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "login"})
    assert answer.status_code == 500
    assert not PageViewRestriction.objects.exists(), "without its outbox row it would be private, yet public"
    admin_client.post(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "login"})
    assert public(page) is None


# Batches


def test_rule_5_the_sequence_is_held_for_few_documents_at_a_time(county, editing, monkeypatch):
    with editing():
        pages = [article(county, f"Seite {number}") for number in range(5)]
    monkeypatch.setattr(reconcile, "batch_size", lambda: 6)
    sizes = []
    represent = reconcile.represent
    monkeypatch.setattr(reconcile, "represent", lambda ids: sizes.append(len(ids)) or represent(ids))
    reconcile.reconcile([page.pk for page in pages])
    assert sizes == [2, 2, 1], "two pages in three languages are six documents"


def test_rule_5_what_depends_on_a_withdrawn_page_is_made_in_one_batch_and_the_rest_hidden(county, editing, monkeypatch):
    with editing():
        target = article(county, "Ziel")
        pages = [article(county, f"Seite {number}", [link(target)]) for number in range(5)]
    monkeypatch.setattr(reconcile, "batch_size", lambda: 6)
    with editing():
        target.unpublish()
    shown = [public(page) for page in pages]
    assert len([item for item in shown if item]) == 2
    assert not any("ziel" in item.document["body"][0]["value"] for item in shown if item)
    work()
    assert all(public(page) for page in pages)


def test_rule_5_the_worker_pauses_longer_than_it_held_the_sequence(page, unmade, monkeypatch):
    rests = []
    monkeypatch.setattr(worker, "make_room", rests.append)
    with unmade():
        set_body(page, text("<p>Neu.</p>"))
    assert Worker().work_outbox()
    assert rests == [pytest.approx(1, abs=1)]


def test_rule_5_whoever_makes_many_pages_pauses_between_the_batches(county, unmade, monkeypatch):
    rests, pauses = [], []
    monkeypatch.setattr(reconcile, "make_room", rests.append)
    monkeypatch.setattr(reconcile, "batch_pages", lambda: 1)
    with unmade():
        pages = [article(county, f"Seite {number}") for number in range(3)]
    reconcile.reconcile([page.pk for page in pages])
    assert len(rests) == 2
    monkeypatch.setattr(sequence.time, "sleep", pauses.append)
    monkeypatch.setattr(sequence, "connection", SimpleNamespace(in_atomic_block=False))
    sequence.make_room(2)
    assert pauses == [pytest.approx(2.2)]


def test_rule_5_an_error_in_one_part_of_the_worker_hinders_no_other(page, unmade, monkeypatch):
    monkeypatch.setattr(worker.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(Worker, "follow", lambda self: 1 / 0)
    monkeypatch.setattr(worker, "run_schedule", lambda: 1 / 0)
    with unmade():
        set_body(page, text("<p>Neu.</p>"))
    Worker().step()
    assert "Neu" in public(page).text
    assert worker.is_alive()


def test_rule_5_sequence_numbers_of_a_failed_batch_are_not_kept(page, editing):
    before = Sequence.current().value
    with pytest.raises(ZeroDivisionError), sequence_lock() as sequence:
        sequence.value += 5
        raise ZeroDivisionError
    assert Sequence.current().value == before


def test_rule_5_a_page_that_fails_for_months_hinders_no_other(page, county, editing, unmade, monkeypatch):
    failing_for(page, monkeypatch)
    OutboxRow.objects.create(page_id=page.pk, translation_key=page.translation_key, attempts=32767)
    with unmade():
        other = article(county, "Andere")
    work()
    assert public(other)
    assert OutboxRow.objects.get().attempts < 100
