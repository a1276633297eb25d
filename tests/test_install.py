"""Installing into `.venv`: once, again when it has to be, and with one line when it cannot be done."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

INSTALLING = "Installing what tests and checks need into .venv …\n"
SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


def program(path: Path, script: str) -> None:
    """Write a program for the shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A folder with what `make` needs to install, and with a Python in `.venv` whose pip obeys `answer.sh`."""
    (tmp_path / "scripts").mkdir()
    for name in ("install", "create-venv"):
        shutil.copy(SCRIPTS / name, tmp_path / "scripts")
    (tmp_path / "hub").mkdir()
    for name in ("requirements.txt", "requirements-dev.txt", "hub/__init__.py"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    program(tmp_path / ".venv" / "bin" / "python", 'case "$*" in *install*) . ./answer.sh ;; esac')
    return tmp_path


def install(checkout: Path, answer: str = "") -> tuple[str, str]:
    """Have the packages for tests installed with a pip that does `answer`; return output and errors."""
    (checkout / "answer.sh").write_text(answer)
    process = subprocess.run([checkout / "scripts" / "install", "development"], capture_output=True, text=True)
    assert process.returncode == bool(process.stderr)
    return process.stdout, process.stderr


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("echo 'ERROR: first'; echo 'ERROR: No space left on device'; exit 1", "No space left on device"),
        (
            "echo 'WARNING: Retrying (Retry(total=4))'; echo 'ERROR: No matching distribution'; exit 1",
            "the package index cannot be reached",
        ),
        ("echo '  error: subprocess-exited-with-error'; exit 1", "subprocess-exited-with-error"),
        ("echo Killed; exit 137", "see the log"),
    ],
)
def test_a_failed_installation_ends_in_one_line_and_is_repeated(checkout, answer, reason):
    line = f"requirements-dev.txt could not be installed: {reason} (pip's log: .venv/pip.log)\n"
    for _time in range(2):
        assert install(checkout, answer) == (INSTALLING, line)
    assert install(checkout) == (INSTALLING, "")


def test_what_is_installed_is_not_installed_again_until_the_requirements_change(checkout):
    assert install(checkout) == (INSTALLING, "")
    assert install(checkout) == ("", "")
    later = time.time() + 60
    os.utime(checkout / "requirements.txt", (later, later))
    assert install(checkout) == (INSTALLING, "")


@pytest.mark.parametrize(
    ("lacks", "message"),
    [
        (
            "version_info <",
            "Python 3.11 or later is needed; PYTHON=/path/to/python3 names one that is not on the PATH.\n",
        ),
        (
            "import ensurepip",
            "Python's venv module is missing: install it (Debian: apt-get install python3.11-venv).\n",
        ),
    ],
)
def test_a_python_that_will_not_do_is_said_in_one_line(checkout, lacks, message):
    tools = checkout / "tools"
    tools.mkdir()
    for name in ("dirname", "id"):
        (tools / name).symlink_to(shutil.which(name))
    program(tools / "python3", f'case "$*" in *"{lacks}"*) exit 1 ;; *) echo python3.11-venv ;; esac')
    process = subprocess.run(
        [checkout / "scripts" / "create-venv"], env={"PATH": str(tools)}, capture_output=True, text=True
    )
    assert (process.returncode, process.stderr) == (1, message)


def test_an_environment_whose_python_has_gone_is_created_again(checkout):
    assert install(checkout) == (INSTALLING, "")
    python = checkout / ".venv" / "bin" / "python"
    python.rename(checkout / "moved")
    program(checkout / "scripts" / "create-venv", "rm -r .venv; mkdir -p .venv/bin; mv moved .venv/bin/python")
    assert install(checkout) == (INSTALLING, "")
