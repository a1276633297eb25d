"""The scripts behind `make`: supervising processes, waiting for servers, catalogues without a gettext binary."""

import fcntl
import gettext
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE

import catalogues
import pytest
import services

SCRIPTS = Path(catalogues.__file__).parent
ENDLESS = [sys.executable, "-c", "import os, time; os.write(1, b'started\\n'); time.sleep(60)"]
SHORT = [sys.executable, "-c", "import sys; sys.exit(3)"]


def supervise(commands: dict[str, list[str]]) -> subprocess.Popen:
    """Run `commands` under the supervisor of `make run`, in a process of its own."""
    # Port 1 never answers, so nothing is announced.
    program = f"import sys, run_hub; sys.exit(run_hub.supervise({commands!r}, 1))"
    return subprocess.Popen([sys.executable, "-c", program], cwd=SCRIPTS, stdout=PIPE, stderr=PIPE, text=True)


def test_when_one_process_dies_the_other_is_stopped_and_a_message_says_so():
    began = time.monotonic()
    supervisor = supervise({"web server": ENDLESS, "worker": SHORT})
    _output, errors = supervisor.communicate(timeout=20)
    assert supervisor.returncode == 1
    assert "The worker ended by itself (status 3)" in errors
    assert time.monotonic() - began < 20  # the pipes are closed: no process is left that holds them


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_all_processes_in_peace(number):
    supervisor = supervise({"web server": ENDLESS, "worker": ENDLESS})
    assert [supervisor.stdout.readline() for _process in range(2)] == ["started\n", "started\n"]
    os.kill(supervisor.pid, number)
    supervisor.communicate(timeout=20)
    assert supervisor.returncode == 0


def test_the_worker_tells_through_a_pipe_that_it_runs(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=services.ROOT,
        env={**environment, "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3"},
        stdout=PIPE,
        stderr=subprocess.DEVNULL,  # it complains of the empty database
    )
    try:
        assert select.select([worker.stdout], [], [], 60)[0]
        assert worker.stdout.readline() == b"The worker is running.\n"
    finally:
        worker.kill()
        worker.communicate()


def test_a_program_that_takes_too_long_counts_as_missing():
    with pytest.raises(services.Missing, match=r"python\S* was not done within 0.1 seconds"):
        services.run(*ENDLESS, seconds=0.1, stdout=subprocess.DEVNULL)


def test_who_waits_for_a_lock_says_so(tmp_path, monkeypatch):
    path, lines = tmp_path / "lock", []
    with path.open("w") as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)

        def say(line: str) -> None:
            lines.append(line)
            holder.close()

        monkeypatch.setattr(services, "say", say)
        with services.locked(path):
            assert lines == [f"Waiting for another process, which holds {path} …"]


@pytest.fixture
def catalogue(tmp_path, monkeypatch) -> Callable[[str], Path]:
    """Return catalogue(text), which writes the project's only catalogue and returns its path."""
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    path = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)

    def catalogue(text: str) -> Path:
        header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        path.write_text(header + text)
        return path

    return catalogue


def test_a_catalogue_is_compiled_again_when_it_is_newer(catalogue):
    for translation in ("بحث", "ابحث"):
        path = catalogue(f'msgid "Search"\nmsgstr "{translation}"\n')
        compiled = path.with_suffix(".mo")
        if compiled.exists():
            os.utime(compiled, (0, 0))
        catalogues.compile_outdated()
        with compiled.open("rb") as file:
            assert gettext.GNUTranslations(file).gettext("Search") == translation


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ('msgid "%(name)s is new"\nmsgstr "%(name)s ist neu"\n', False),
        ('msgid "%(name)s is new"\nmsgstr "%(nam)s ist neu"\n', True),
        ('msgid "%(name)s is new"\nmsgstr "ist neu"\n', True),
        ('msgid "{name} is new"\nmsgstr "{Name} ist neu"\n', True),
        ('#, fuzzy\nmsgid "%(name)s is new"\nmsgstr "ist neu"\n', False),
        ('msgid "one"\nmsgid_plural "%(n)d pages"\nmsgstr[0] "eine"\nmsgstr[1] "%(n)d Seiten"\n', False),
        ('msgid "one"\nmsgid_plural "%(n)d pages"\nmsgstr[0] "eine"\nmsgstr[1] "%(m)d Seiten"\n', True),
    ],
)
def test_placeholders_that_differ_from_the_original_are_found(catalogue, text, faulty):
    assert bool(list(catalogues.mistakes(catalogue(text)))) is faulty
