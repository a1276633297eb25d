"""Small versions of the proofs in `bench/faults`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.faults.server_log import ServerLog

ROOT = Path(__file__).resolve().parent.parent


def prove(*arguments: str) -> str:
    """Run a proof in a process and a database of its own and return its report."""
    environment = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
    result = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert result.returncode == 0, result.stdout
    return result.stdout


@pytest.mark.slow
@pytest.mark.postgresql
def test_a_reader_is_equal_although_editors_and_the_worker_are_killed():
    size = ("--changes", "150", "--editors", "2", "--kills", "4", "--pages", "50")
    assert "equal after" in prove("bench.faults", *size)


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
