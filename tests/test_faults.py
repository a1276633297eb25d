"""Small versions of the proofs in `bench/faults`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
