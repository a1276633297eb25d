"""Jobs: nothing is done twice and nothing is lost, whatever fails, and no job stops another one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, transaction

from hub.jobs import kinds, running
from hub.jobs.models import Job, State
from hub.jobs.running import run_step, start, try_again
from hub.publications import leases
from hub.publications.worker import Worker
from tests.jobs.stage import KIND, WriteTopics, written
from tests.rules.stage import article, later, public, upkeep

pytestmark = pytest.mark.django_db


def run():
    while run_step():
        pass


def fresh(job):
    return Job.objects.get(pk=job.pk)


def test_a_job_is_counted_then_done_step_by_step(begin):
    job = begin(number=2)
    assert job.state == State.WAITING
    states = []
    while run_step():
        job = fresh(job)
        states.append((job.state, job.done, job.total))
    assert states == [("running", 0, 2), ("running", 1, 2), ("finished", 2, 2)]
    assert job.started_at < job.finished_at
    assert written() == ["eins-0", "eins-1"]


def test_the_same_job_is_not_started_twice_while_it_is_unfinished(begin):
    job = begin()
    assert begin() == job
    run_step()
    assert begin() == job
    assert begin("zwei") != job
    run()
    assert begin() != job


def test_the_database_refuses_a_second_one_that_is_unfinished(begin):
    job = begin()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind=KIND, fingerprint=job.fingerprint)


def test_a_kind_that_nobody_registered_is_refused(db):
    with pytest.raises(LookupError):
        start("nonsense", {})


def test_two_kinds_cannot_have_one_name(kind):
    with pytest.raises(ValueError, match="already"):
        kinds.register(KIND, WriteTopics())


def test_a_step_that_fails_leaves_nothing_and_is_done_when_tried_again(begin, kind):
    job, kind.fail_at = begin(), 1
    run()
    job = fresh(job)
    assert (job.state, job.done, job.cursor) == (State.FAILED, 1, {"next": 1})
    assert "a mistake in the kind" in job.error
    assert written() == ["eins-0"]
    kind.fail_at = None
    try_again(job)
    assert fresh(job).error == ""
    run()
    assert fresh(job).state == State.FINISHED
    assert written() == ["eins-0", "eins-1", "eins-2"]


def test_a_worker_killed_in_the_middle_of_a_step_repeats_and_loses_nothing(begin, kind):
    job, kind.fail_at, kind.error = begin(), 1, SystemExit()
    with pytest.raises(SystemExit):
        run()
    assert fresh(job).state == State.RUNNING
    assert written() == ["eins-0"]
    kind.fail_at = None
    run()
    assert written() == ["eins-0", "eins-1", "eins-2"]


def test_a_failing_job_stops_no_other(begin, kind):
    first, second = begin(), begin("zwei")
    kind.fail_at = 0
    run_step()
    run_step()
    kind.fail_at = None
    run()
    assert fresh(first).state == State.FAILED
    assert fresh(second).state == State.FINISHED


def test_what_a_kind_refuses_is_told_in_its_words(begin, kind):
    job, kind.fail_at, kind.error = begin(), 0, ValidationError("Die Datei ist leer.")
    run()
    assert fresh(job).error == "Die Datei ist leer."


def test_a_job_whose_plugin_is_gone_fails(begin, monkeypatch):
    job = begin()
    monkeypatch.delitem(kinds._kinds, KIND)
    run()
    job = fresh(job)
    assert job.state == State.FAILED
    assert job.label == "write topics: eins"


def test_a_step_that_the_database_refuses_is_tried_again_a_few_times(begin, kind):
    job, kind.fail_at, kind.error = begin(), 0, OperationalError("deadlock detected")
    run_step()
    for _ in range(running.MAX_REFUSALS - 1):
        with pytest.raises(OperationalError):
            run_step()
        assert fresh(job).state == State.RUNNING
    assert run_step()
    assert fresh(job).state == State.FAILED
    assert written() == []


def test_refusals_are_forgotten_with_the_next_step(begin, kind):
    job, kind.fail_at, kind.error = begin(), 0, OperationalError("deadlock detected")
    run_step()
    with pytest.raises(OperationalError):
        run_step()
    assert fresh(job).refusals == 1
    kind.fail_at = None
    run_step()
    assert fresh(job).refusals == 0


def test_a_cancelled_job_does_no_further_step_and_goes_on_when_tried_again(begin):
    job = begin()
    run_step()
    run_step()
    running.cancel(job)
    assert not run_step()
    assert fresh(job).state == State.CANCELLED
    try_again(job)
    run()
    assert written() == ["eins-0", "eins-1", "eins-2"]


def test_a_finished_job_is_neither_cancelled_nor_tried_again(begin):
    job = begin()
    run()
    running.cancel(job)
    try_again(job)
    assert fresh(job).state == State.FINISHED


def test_a_failed_job_stays_failed_while_the_same_one_runs_anew(begin, kind):
    job, kind.fail_at = begin(), 0
    run()
    again = begin()
    try_again(job)
    assert fresh(job).state == State.FAILED
    assert fresh(again).state == State.WAITING


def test_the_worker_that_holds_the_lease_does_the_steps_and_another_takes_over(begin):
    job = begin()
    first, second = Worker(), Worker()
    first.step()
    second.step()
    assert (fresh(job).state, fresh(job).done) == (State.RUNNING, 0)
    first.step()
    second.step()
    assert fresh(job).done == 1
    with later(seconds=leases.DURATION.total_seconds() + 1):
        second.step()
        first.step()
        assert fresh(job).done == 2
        second.step()
    assert fresh(job).state == State.FINISHED
    assert written() == ["eins-0", "eins-1", "eins-2"]


def test_pages_are_made_between_the_steps_of_a_job(county, unmade, begin):
    begin(number=5)
    worker = Worker()
    while not worker.leases.hold("outbox") or worker.work_outbox():
        pass
    with unmade():
        page = article(county)
    worker.step()
    assert public(page)
    assert len(written()) <= 1


def test_jobs_that_ended_long_ago_are_forgotten(county, begin):
    ended = begin()
    run()
    waiting = begin("zwei")
    with later(days=29):
        upkeep()
        assert fresh(ended)
    with later(days=31):
        upkeep()
    assert list(Job.objects.all()) == [waiting]


def test_asking_for_a_step_where_there_is_none_costs_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert not run_step()
    assert not connection.needs_rollback
