"""Several workers: one at a time works in each role, another takes over, and what overlaps does no harm."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from hub.publications import consumers, leases, worker
from hub.publications.leases import Leases
from hub.publications.models import ConsumerState, Lease, OutboxRow, Publication
from hub.publications.worker import OUTBOX, Worker, drain, is_alive, role_of
from hub.testing import make_county, work
from tests.rules.stage import article, later, public, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

ROOT = Path(__file__).resolve().parents[2]


class Copy(consumers.Consumer):
    """Takes every change for the newest, as a mirror of files would; `meanwhile` happens before it takes a batch."""

    batch_size = 4

    def __init__(self, name="copy"):
        self.name, self.numbers, self.meanwhile = name, {}, None

    def apply(self, changes):
        act, self.meanwhile = self.meanwhile, None
        if act:
            act()
        for change in changes:
            self.numbers[change.translation_key, change.locale] = change.sequence

    def reset(self):
        self.numbers.clear()


@pytest.fixture
def copy(monkeypatch):
    consumer = Copy()
    monkeypatch.setattr(consumers, "_consumers", {consumer.name: consumer})
    return consumer


@pytest.fixture
def workers():
    """Two workers, of which the first holds all roles."""
    first, second = Worker(), Worker()
    while first.step():
        pass
    return first, second


def expected():
    return {
        (key, locale): number
        for key, locale, number in Publication.objects.values_list("translation_key", "locale", "sequence")
    }


def test_one_worker_works_and_the_other_waits(county, unmade, copy, workers):
    first, second = workers
    with unmade():
        page = article(county)
    second.step()
    assert OutboxRow.objects.exists()
    assert {lease.holder for lease in Lease.objects.all()} == {first.leases.holder}
    first.step()
    assert public(page)


def test_the_other_takes_over_when_a_lease_ends(county, unmade, copy, workers):
    first, second = workers
    with unmade():
        page = article(county)
    second.step()
    with later(seconds=leases.DURATION.total_seconds() + 1):
        second.step()
        assert public(page)
        assert Lease.objects.get(role=OUTBOX).holder == second.leases.holder
        assert not first.leases.hold(OUTBOX), "who wakes up after its lease has ended waits"


def test_a_worker_that_works_keeps_its_leases(county, workers):
    first, second = workers
    for minutes in range(1, 4):
        with later(minutes=minutes):
            first.step()
            second.step()
        assert Lease.objects.get(role=OUTBOX).holder == first.leases.holder


def test_a_lease_is_renewed_early_enough_for_a_piece_of_work(county):
    assert leases.RENEWAL <= leases.DURATION / 2
    own = Leases()
    own.hold(OUTBOX)
    before = Lease.objects.get().expires_at
    with later(seconds=1):
        own.hold(OUTBOX)
    assert Lease.objects.get().expires_at == before, "not with every step: each renewal takes SQLite's write lock"
    with later(seconds=leases.RENEWAL.total_seconds()):
        own.hold(OUTBOX)
    assert Lease.objects.get().expires_at > before


def test_a_worker_that_stops_hands_over_at_once(county, monkeypatch):
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)  # it is the test's, too
    first, second = Worker(), Worker()
    first.run(iter([False, True, True]).__next__)
    assert not Lease.objects.exists()
    assert not is_alive()
    assert second.leases.hold(OUTBOX)


def test_a_worker_that_stops_without_a_database_stops_all_the_same(county, monkeypatch):
    def fail(self):
        raise worker.Error("the server is gone")

    monkeypatch.setattr(Leases, "release", fail)
    Worker().run(lambda: True)


def test_the_worker_is_alive_while_the_lease_of_the_outbox_lasts(county):
    assert not is_alive()
    Worker().step()
    assert is_alive()
    with later(seconds=leases.DURATION.total_seconds()):
        assert not is_alive()


@pytest.mark.parametrize("name", ["worker", "outbox", "schedule", "upkeep"])
def test_a_consumer_may_have_the_name_of_a_role(county, unmade, monkeypatch, name):
    consumer = Copy(name)
    monkeypatch.setattr(consumers, "_consumers", {name: consumer})
    worker = Worker()
    while worker.step():
        pass
    assert consumer.numbers == expected()
    assert is_alive()


def test_a_consumer_that_two_workers_fed_at_once_ends_with_the_newest(county, editing, copy):
    """One is paused while it gives changes to the consumer; the other takes over, goes on, and the first wakes up."""
    with editing():
        page = article(county)
    while consumers.follow(copy):
        pass
    ConsumerState.objects.update(cursor=0)

    def take_over():
        with editing():
            set_body(page, text("<p>Neu.</p>"))
        while consumers.follow(copy):
            pass

    copy.meanwhile = take_over
    consumers.follow(copy)
    while consumers.follow(copy):
        pass
    assert copy.numbers == expected()


def test_a_cursor_is_not_moved_back_by_a_worker_that_was_overtaken_without_giving_anything(county, copy):
    state, _created = ConsumerState.objects.get_or_create(name=copy.name)
    while consumers.follow(copy):
        pass
    end = ConsumerState.objects.get().cursor
    assert end
    consumers.move(state, 0)
    assert ConsumerState.objects.get().cursor == end, "it was read before the consumer began: another epoch"


def test_draining_leaves_a_consumer_to_the_worker_that_feeds_it(county, editing, copy, monkeypatch):
    other = Leases()
    other.hold(role_of(copy))
    waited = []

    def work_meanwhile(seconds):
        waited.append(seconds)
        assert not copy.numbers
        while consumers.follow(copy):
            pass

    monkeypatch.setattr(worker.time, "sleep", work_meanwhile)
    with editing():
        article(county)
    drain()
    assert waited
    assert copy.numbers == expected()
    assert Lease.objects.get().holder == other.holder


def test_draining_gives_up_what_it_held(county, copy):
    drain()
    assert copy.numbers == expected()
    assert not Lease.objects.exists()


WORK = """
import os
from datetime import timedelta

import django

django.setup()

from django.core.management import call_command

from hub.publications import consumers, leases


class Telling(consumers.Consumer):
    name = "telling"

    def apply(self, changes):
        lines = [f"{os.getpid()} {change.sequence}" for change in changes]
        os.write(1, "".join(f"applied {line}\\n" for line in lines).encode())

    def reset(self):
        os.write(1, f"began {os.getpid()}\\n".encode())


consumers._consumers = {"telling": Telling()}
leases.DURATION, leases.RENEWAL, leases.RETRY = (timedelta(seconds=number) for number in (6, 2, 1))
call_command("work")
"""


@contextmanager
def processes(number):
    """Yield `number` worker processes of the test's database, and what they write, line by line."""
    database = connection.settings_dict
    login = "{USER}:{PASSWORD}@{HOST}:{PORT}".format(**database)
    url = f"postgres://{login}/{database['NAME']}"
    reading, writing = os.pipe()
    started = []
    try:
        for _ in range(number):
            environment = {**os.environ, "DATABASE_URL": url}
            started.append(subprocess.Popen([sys.executable, "-c", WORK], cwd=ROOT, env=environment, stdout=writing))
        os.close(writing)
        with os.fdopen(reading) as lines:
            yield started, lines
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_worker_processes_apply_each_change_once_and_one_takes_over_from_a_dead_one():
    county = make_county()
    for number in range(5):
        article(county, f"Seite {number}")
    work()
    applied = []

    def read_to_the_end(lines):
        """Read what the workers applied, up to the newest change; return the process that applied it."""
        newest = max(Publication.objects.values_list("sequence", flat=True))
        for line in lines:
            word, process, *sequence = line.split()
            if word == "applied":
                applied.append(int(sequence[0]))
                if applied[-1] == newest:
                    return int(process)
        raise AssertionError("The workers have stopped.")

    with processes(2) as (started, lines):
        first = read_to_the_end(lines)
        article(county, "Noch eine")
        work()
        assert read_to_the_end(lines) == first
        assert applied == sorted(Publication.objects.values_list("sequence", flat=True)), "each once, in order"

        dead = next(process for process in started if process.pid == first)
        dead.kill()
        dead.wait()
        article(county, "Und noch eine")
        work()
        applied.clear()
        assert read_to_the_end(lines) != first
        numbers = sorted(Publication.objects.values_list("sequence", flat=True))
        assert applied in (numbers[-3:], numbers[-6:]), "it may have died before it had moved the cursor"

        survivor = next(process for process in started if process.pid != first)
        survivor.send_signal(signal.SIGTERM)
        assert survivor.wait() == 0
        assert not Lease.objects.filter(holder__contains=f" {survivor.pid} ").exists()
