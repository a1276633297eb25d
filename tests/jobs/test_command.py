"""`manage.py jobs`: what there is, and waiting for it."""

import pytest
from django.core.management import CommandError, call_command

from hub.jobs import running
from hub.jobs.management.commands import jobs as command
from hub.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def working(monkeypatch):
    """Let the worker do a step of a job whenever the command pauses."""
    monkeypatch.setattr(command.time, "sleep", lambda seconds: running.run_step())


def output(capsys, *arguments):
    call_command("jobs", *arguments)
    return capsys.readouterr().out


def test_it_lists_jobs_with_their_progress(begin, admin_user, capsys):
    begin(user=admin_user)
    running.run_step()
    running.run_step()
    assert f"{admin_user}: Write “eins”: running, 1 of 3 1 topics written." in output(capsys)


def test_waiting_ends_with_the_last_job(begin, working, capsys):
    begin()
    begin("zwei")
    lines = output(capsys, "--wait").splitlines()
    assert lines == [f"Write “{name}”: finished, 3 of 3 3 topics written." for name in ("eins", "zwei")]
    assert not Job.objects.unfinished().exists()


def test_waiting_fails_when_a_job_does_and_follows_the_others_all_the_same(begin, kind, working, capsys):
    begin("eins")
    begin("zwei")
    kind.fail_at = 2
    with pytest.raises(CommandError, match="2 of 2"):
        call_command("jobs", "--wait")
    assert capsys.readouterr().out.count("a mistake in the kind") == 2


def test_there_is_nothing_to_wait_for_without_jobs(db, capsys):
    assert output(capsys, "--wait") == ""
