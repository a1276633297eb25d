"""The scripts behind `make`: starting and supervising processes, waiting, catalogues without a gettext binary."""

import fcntl
import gettext
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE

import catalogues
import pytest
import run_hub
import services

pytestmark = pytest.mark.any_database

SCRIPTS = Path(catalogues.__file__).parent
ENDLESS = "import os, time; os.write(1, b'started\\n'); time.sleep(60)"
SHORT = "import sys; sys.exit(3)"


def python(program: str) -> subprocess.Popen:
    """Run `program` in a process of its own, beside the scripts. Its pipes close when it and all it started ended."""
    return subprocess.Popen([sys.executable, "-c", program], cwd=SCRIPTS, stdout=PIPE, stderr=PIPE, text=True)


@pytest.fixture
def supervisor(tmp_path) -> Callable[[str, str], str]:
    """Return supervisor(web_server, worker): a program that runs these two under the supervisor of `make run`."""

    def supervisor(*programs: str) -> str:
        commands = {}
        for name, program in zip(("web server", "worker"), programs, strict=True):
            path = tmp_path / f"{name}.py"
            path.write_text(program)
            commands[name] = [str(path)]
        # Port 1 never answers, so nothing is announced.
        return f"import sys, run_hub; sys.exit(run_hub.supervise({commands!r}, 1))"

    return supervisor


def test_when_one_process_dies_the_other_is_stopped_and_a_message_says_so(supervisor):
    process = python(supervisor(ENDLESS, SHORT))
    _output, errors = process.communicate(timeout=20)  # the pipes are closed: no process is left that holds them
    assert process.returncode == 1
    assert "The worker ended by itself (status 3)" in errors


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_all_processes_in_peace(supervisor, number):
    process = python(supervisor(ENDLESS, ENDLESS))
    assert [process.stdout.readline() for _process in range(2)] == ["started\n", "started\n"]
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == 0


def test_a_killed_supervisor_leaves_no_process(supervisor):
    process = python(supervisor(ENDLESS, ENDLESS))
    assert [process.stdout.readline() for _process in range(2)] == ["started\n", "started\n"]
    process.kill()
    process.communicate(timeout=20)


def test_a_supervisor_ends_with_the_make_that_started_it(supervisor):
    command = [sys.executable, "-c", supervisor(ENDLESS, ENDLESS)]
    make = python(f"import subprocess; subprocess.run({command!r})")
    assert [make.stdout.readline() for _process in range(2)] == ["started\n", "started\n"]
    make.kill()
    output, _errors = make.communicate(timeout=20)
    assert "Stopping" in output


def test_a_web_server_that_does_not_answer_is_waited_for_aloud(supervisor):
    process = python(f"import run_hub; run_hub.PATIENCE = 0; {supervisor(ENDLESS, ENDLESS)}")
    lines = {process.stdout.readline() for _line in range(3)}
    process.terminate()
    process.communicate(timeout=20)
    assert "Waiting for the web server to answer at 127.0.0.1:1 …\n" in lines


def test_gunicorn_has_the_size_that_is_documented_for_production():
    program, *arguments = run_hub.gunicorn(8000)
    command = " ".join([".venv/bin/gunicorn", *arguments[:5]])
    assert Path(program).exists()
    assert f"{command} " in (services.ROOT / "docs" / "operating.md").read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"PORT": "80a"}, "PORT='80a': use a whole number from 1 to 65535."),
        ({"PORT": "{taken}"}, "Port {taken} is taken. Choose another one, such as PORT="),
        ({"DATABASE_URL": "postgres://hub:geheim@127.0.0.1:1/hub"}, "The database of DATABASE_URL cannot be used: "),
        ({"DATABASE_URL": "sqlite:////nowhere/hub.sqlite3"}, "The database of DATABASE_URL cannot be used: "),
    ],
)
def test_what_keeps_the_hub_from_starting_is_said_in_one_line(variables, message):
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        process = subprocess.run(
            [sys.executable, "-c", "import sys; sys.path.append('..'); import run_hub; run_hub.prepare()"],
            cwd=SCRIPTS,
            env={**os.environ, **{name: value.format(taken=taken) for name, value in variables.items()}},
            capture_output=True,
            text=True,
        )
    (line,) = process.stderr.splitlines()
    assert line.startswith(message.format(taken=taken))
    assert "geheim" not in line
    assert process.returncode == 1


def test_a_state_folder_that_is_none_or_belongs_to_another_user_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match=r"/file cannot be used: "):
        run_hub.check_state(tmp_path / "file")
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != "file")
    with pytest.raises(SystemExit, match=r"/file cannot be read and written"):
        run_hub.check_state(tmp_path)


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
        services.run(sys.executable, "-c", ENDLESS, seconds=0.1, stdout=subprocess.DEVNULL)


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
