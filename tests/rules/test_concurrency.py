"""Rules 5 and 7 while several people work at once: nobody waits for nobody in a circle, and no reader misses anything.

Real transactions in threads: on PostgreSQL they overlap, on SQLite they take turns.
"""

import random
import threading
from collections.abc import Callable

import pytest
from django.db import close_old_connections, transaction

from hub.publications import worker
from hub.publications.check import check_pages
from hub.publications.consumers import changes_after
from hub.publications.models import OutboxRow, Publication, Sequence
from hub.testing import make_county, work
from tests.rules.stage import article, fresh, link, set_body, text
from tests.rules.threads import in_threads

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

EDITORS = 3
ROUNDS = 4


class Reader:
    """Follows the sequence while others write, and never goes back."""

    def __init__(self) -> None:
        self.cursor, self.copy = 0, {}

    def follow(self) -> None:
        head = Sequence.current().value
        changes = [change for change in changes_after(self.cursor, 50) if change.sequence <= head]
        for change in changes:
            key = change.translation_key, change.locale
            if change.publication is None:
                self.copy.pop(key, None)
            else:
                self.copy[key] = change.sequence
            self.cursor = change.sequence


@pytest.fixture
def pages():
    """Pages that all link to the next one, so that each change is everybody's."""
    county = make_county()
    pages = [article(county, f"Seite {number}") for number in range(2 * EDITORS)]
    for page, following in zip(pages, [*pages[1:], pages[0]], strict=True):
        set_body(page, link(following))
    work()
    return pages


def test_rules_5_and_7_editors_the_worker_and_readers_at_once(pages, caplog):
    finished = threading.Event()
    readers = [Reader(), Reader()]

    def edit(number: int) -> Callable[[], None]:
        mine, chance = pages[number::EDITORS], random.Random(number)

        def act() -> None:
            for turn in range(ROUNDS):
                with transaction.atomic():
                    for page in chance.sample(mine, len(mine)):
                        if turn and chance.random() < 0.4:
                            fresh(page).unpublish()
                        else:
                            set_body(page, link(pages[0]), text(f"<p>{number} {turn}</p>"))

        return act

    def until_finished(action: Callable[[], object]) -> Callable[[], None]:
        def act() -> None:
            while not finished.is_set():
                close_old_connections()
                action()

        return act

    def everybody_edits() -> None:
        try:
            errors.extend(in_threads(*map(edit, range(EDITORS))))
        finally:
            finished.set()

    errors: list[BaseException] = []
    errors += in_threads(
        everybody_edits, until_finished(worker.work_outbox), *(until_finished(reader.follow) for reader in readers)
    )
    assert not errors
    assert "deadlock" not in caplog.text
    work()
    assert not OutboxRow.objects.exists()
    assert not list(check_pages())
    expected = {
        (key, locale): number
        for key, locale, number in Publication.objects.values_list("translation_key", "locale", "sequence")
    }
    for reader in readers:
        reader.follow()
        assert reader.copy == expected


@pytest.mark.postgresql
def test_rule_5_an_editor_who_is_slow_to_commit_keeps_nobody_waiting(pages):
    """An open transaction that has changed a page holds neither the sequence nor any publication."""
    entered, done = threading.Event(), threading.Event()
    slow, quick = pages[:2]

    def edit_slowly() -> None:
        with transaction.atomic():
            set_body(slow, text("<p>Langsam.</p>"))
            entered.set()
            assert done.wait(60), "the other editor waited for this one"

    def edit_quickly() -> None:
        assert entered.wait(60)
        set_body(quick, text("<p>Schnell.</p>"))
        work()
        assert "Schnell" in Publication.objects.get(source_id=quick.pk, locale="de").text
        assert "Langsam" not in Publication.objects.get(source_id=slow.pk, locale="de").text
        done.set()

    assert not in_threads(edit_slowly, edit_quickly)
    assert "Langsam" in Publication.objects.get(source_id=slow.pk, locale="de").text


@pytest.mark.postgresql
def test_rule_5_a_sequence_that_is_held_too_long_delays_documents_not_editors(pages, caplog):
    holding, released = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Sequence.objects.select_for_update().get(pk=1)
            holding.set()
            assert released.wait(60)

    def edit() -> None:
        assert holding.wait(60)
        try:
            set_body(pages[0], text("<p>Neu.</p>"))
        finally:
            released.set()

    assert not in_threads(hold, edit)
    assert "wait for the worker" in caplog.text
    assert "Neu" in str(fresh(pages[0]).body)
    work()
    assert "Neu" in Publication.objects.get(source_id=pages[0].pk, locale="de").text
