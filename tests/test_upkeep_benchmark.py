"""The benchmark of upkeep still runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_it_measures_a_round_of_upkeep():
    script = Path(__file__).parent.parent / "bench" / "upkeep.py"
    result = subprocess.run([sys.executable, script, "30"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert re.match(r"33 publications, 1 batches in \d+ s, ", result.stdout)
    assert "between heartbeats" in result.stdout
