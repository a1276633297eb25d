"""Small versions of the proofs in `bench/faults`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.faults import play
from bench.faults.stage import Stage

ROOT = Path(__file__).resolve().parent.parent
PROOF_SECONDS = 900  # on a busy machine


def prove(*arguments: str) -> str:
    """Run a proof in a process and a database of its own and return its report."""
    environment = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        report, _ = process.communicate(timeout=PROOF_SECONDS)
    except subprocess.TimeoutExpired:
        process.terminate()  # not killed: it stops what it has started
        report, _ = process.communicate(timeout=60)
        pytest.fail(f"Not done within {PROOF_SECONDS} s:\n{report}")
    assert process.returncode == 0, report
    return report


@pytest.fixture
def silent_worker(tmp_path) -> Iterator[play.Actor]:
    """A process that lives and prints nothing."""
    stage = Stage(tmp_path)
    yield play.Actor(stage, "worker", "-c", "import sys; sys.stdin.read()")
    stage.stop()


def test_a_proof_says_whom_it_waited_for_in_vain(silent_worker, monkeypatch):
    monkeypatch.setattr(play, "START_SECONDS", 0)
    with pytest.raises(RuntimeError, match="Waited 0 s for the worker to be ready"):
        silent_worker.start()


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.timeout(PROOF_SECONDS + 100)
def test_a_reader_is_equal_although_editors_and_the_worker_are_killed():
    size = ("--changes", "150", "--editors", "2", "--kills", "4", "--pages", "50")
    assert "equal after" in prove("bench.faults", *size)


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.timeout(PROOF_SECONDS + 100)
def test_searches_are_answered_while_elasticsearch_is_stopped_and_hangs(elasticsearch_url):
    """It starts an Elasticsearch of its own; the fixture tells whether one can be had."""
    assert "searches while hanging" in prove("bench.faults.outage", "--publishes", "5", "--pages", "10")
