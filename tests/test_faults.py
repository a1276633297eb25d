"""Small versions of the proofs in `bench/faults`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.faults import play
from bench.faults.embeddings import MODEL, StandIn
from bench.faults.server_log import ServerLog
from bench.faults.stage import Stage
from hub.publications.consumers import Unavailable
from search.meaning import embeddings
from search.meaning.embeddings import embedder

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
    stage = Stage(tmp_path, server_log=None)
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
def test_searches_are_answered_while_elasticsearch_and_embeddings_are_stopped_and_hang(elasticsearch_url):
    """It starts an Elasticsearch of its own; the fixture tells whether one can be had."""
    assert "searches, both hanging" in prove("bench.faults.outage", "--publishes", "6", "--pages", "10")


class TestStandIn:
    @pytest.fixture
    def stand_in(self, settings) -> Iterator[StandIn]:
        stand_in = StandIn()
        settings.EMBEDDINGS_URL, settings.EMBEDDINGS_MODEL = stand_in.url, MODEL
        settings.EMBEDDINGS_QUESTION_PREFIX = settings.EMBEDDINGS_PASSAGE_PREFIX = ""
        stand_in.start()
        yield stand_in
        stand_in.go_on()
        stand_in.stop()

    def test_texts_that_share_grams_are_alike(self, stand_in):
        one, same, other = embedder().passages(["Wo melde ich mich an?", "Wo meldet man sich an?", "Öffnungszeiten"])
        assert len(one) == 64
        assert one @ same > 0.3 > one @ other

    def test_stopped_it_does_not_answer_and_started_again_it_does(self, stand_in):
        stand_in.stop()
        with pytest.raises(Unavailable, match="does not answer"):
            embedder().passages(["eins"])
        stand_in.start()
        assert len(embedder().passages(["eins"])) == 1

    def test_hanging_it_takes_requests_and_answers_none(self, stand_in, monkeypatch):
        monkeypatch.setattr(embeddings, "PASSAGES_SECONDS", 0.1)
        stand_in.hang()
        with pytest.raises(Unavailable, match="ReadTimeoutError"):
            embedder().passages(["eins"])


def test_the_servers_log_tells_who_waited_for_whom(tmp_path):
    log = tmp_path / "log"
    log.write_text(LOG)
    assert ServerLog(log).waits() == [1.25]
    (detail,) = ServerLog(log).deadlocks()
    assert detail.splitlines() == [
        "Process 7 waits for ShareLock on transaction 70; blocked by process 8.",
        "Process 8 waits for ShareLock on transaction 80; blocked by process 7.",
        "Process 7: UPDATE page",
        "Process 8: INSERT INTO page",
    ]


LOG = """\
2026-01-31 22:10:01.123 UTC [7] LOG:  process 7 still waiting for ShareLock on transaction 70 after 200.100 ms
2026-01-31 22:10:01.123 UTC [7] DETAIL:  Process holding the lock: 9. Wait queue: 7.
2026-01-31 22:10:02.123 UTC [7] LOG:  process 7 acquired ShareLock on transaction 70 after 1250.000 ms
2026-01-31 22:10:03.123 UTC [7] ERROR:  deadlock detected
2026-01-31 22:10:03.123 UTC [7] DETAIL:  Process 7 waits for ShareLock on transaction 70; blocked by process 8.
\tProcess 8 waits for ShareLock on transaction 80; blocked by process 7.
\tProcess 7: UPDATE page
\tProcess 8: INSERT INTO page
2026-01-31 22:10:03.123 UTC [7] HINT:  See server log for query details.
2026-01-31 22:10:03.123 UTC [7] STATEMENT:  UPDATE page
2026-01-31 22:10:04.123 UTC [8] LOG:  process 8 still waiting for ShareLock on transaction 71 after 200.200 ms
2026-01-31 22:10:04.123 UTC [8] DETAIL:  Process holding the lock: 9. Wait queue: 8.
2026-01-31 22:10:05.123 UTC [9] ERROR:  duplicate key value violates unique constraint "page_path_key"
2026-01-31 22:10:05.123 UTC [9] DETAIL:  Key (path)=(0001) already exists.
"""
