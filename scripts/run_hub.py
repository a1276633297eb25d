"""Prepare the database and run the hub on this machine: the web server and the worker, stopped together.

The web server is Django's own or, with --gunicorn, that of production. What is missing is said in one line.
"""

import io
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import catalogues

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
CHILD = ROOT / "scripts" / "run_child.py"
GRACE = 10  # seconds in which a process may end what it is at
PATIENCE = 60  # seconds after which it is said what is waited for
STARTER = os.getppid()  # make; another process becomes our parent when it is killed


def main() -> int:
    """Run until a signal comes (returns 0) or one of the processes dies (returns 1)."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.development")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    check_state(ROOT / "var")
    try:
        catalogues.compile_outdated()
    except OSError as error:
        sys.exit(f"{error.filename} cannot be written: {error.strerror}.")
    prepare()
    from django.conf import settings

    web_server = gunicorn(settings.PORT) if "--gunicorn" in sys.argv else runserver(settings.PORT)
    return supervise({"web server": web_server, "worker": ["manage.py", "work"]}, settings.PORT)


def runserver(port: int) -> list[str]:
    """Return the command of Django's web server."""
    return ["manage.py", "runserver", "--noreload", f"{HOST}:{port}"]


def gunicorn(port: int) -> list[str]:
    """Return the command of the web server with the processes and threads of production."""
    program = str(Path(sys.executable).with_name("gunicorn"))
    size = ["--workers", "2", "--threads", "4"]
    return [program, "hub.wsgi", *size, "--bind", f"{HOST}:{port}", "--log-level", "warning"]


def check_state(folder: Path) -> None:
    """Make `folder`, which holds the database and the files, and end with a message when it cannot be used."""
    try:
        folder.mkdir(exist_ok=True)
        for path in (folder, *folder.iterdir()):
            if not os.access(path, os.R_OK | os.W_OK):
                sys.exit(f"{path} cannot be read and written: it belongs to another user.")
    except OSError as error:
        sys.exit(f"{folder} cannot be used: {error.strerror}.")


def prepare() -> None:
    """Load Django, bring the database up to date and fill an empty one; a mistake of the user's ends in one message."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    from hub.plugins import PluginError

    try:
        django.setup()
    except (ImproperlyConfigured, PluginError) as error:
        sys.exit(f"{error}")
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import DatabaseError, connection, connections
    from wagtail.models import Page

    if _is_taken(settings.PORT):
        sys.exit(f"Port {settings.PORT} is taken. Choose another one, such as PORT={settings.PORT + 1}.")
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        sys.exit(f"The database of DATABASE_URL cannot be used: {' '.join(str(error).split())}")
    print("Preparing the database …", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("languages", stdout=io.StringIO())
    # A hub whose pages were imported, or deleted by somebody, is no place for a demo.
    if not (get_user_model().objects.exists() or Page.objects.filter(depth__gt=2).exists()):
        print("Loading the demo …", flush=True)
        call_command("demo")
    connections.close_all()


def supervise(commands: Mapping[str, list[str]], port: int) -> int:
    """Run the Python programs `commands`, each under its name, until a signal comes or one of them ends.

    Then stop them all; they also stop when this process is killed, or `make`, which started it.
    """
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    # In sessions of their own Ctrl-C reaches them through us alone, once.
    processes = {
        name: subprocess.Popen([sys.executable, CHILD, *command], stdin=subprocess.PIPE, start_new_session=True)
        for name, command in commands.items()
    }
    announced = False
    reminder = time.monotonic() + PATIENCE
    try:
        while not stop.wait(0.2) and os.getppid() == STARTER:
            for name, process in processes.items():
                if process.poll() is not None:
                    print(f"The {name} ended by itself (status {process.returncode}): stopping.", file=sys.stderr)
                    return 1
            if not announced and _is_taken(port):
                announce(port)
                announced = True
            if not announced and time.monotonic() > reminder:
                print(f"Waiting for the web server to answer at {HOST}:{port} …", flush=True)
                reminder += PATIENCE
        print("\nStopping …")
        return 0
    finally:
        _stop(processes.values())


def announce(port: int) -> None:
    """Print where the hub is and how to log in."""
    from django.urls import reverse

    site = f"http://{HOST}:{port}"
    print(f"\nSite   {site}/\nAdmin  {site}{reverse('wagtailadmin_home')}\nAPI    {site}/api/v2/pages/")
    password = ROOT / "var" / "demo-login"
    if password.exists():
        print(logins(password.read_text().strip()))
    print("Ctrl-C stops it.", flush=True)


def logins(password: str) -> str:
    """Return a table of the demo's people who are there."""
    from django.contrib.auth import get_user_model
    from django.db import connections

    from hub.demo.people import PEOPLE

    there = set(get_user_model().objects.values_list("username", flat=True))
    connections.close_all()  # this process only waits from now on
    rows = [("Login", "Password", "")]
    rows += [(person.username, password, person.duty) for person in PEOPLE if person.username in there]
    return "\n".join(f"{name:<10} {word:<{len(password)}} {duty}".rstrip() for name, word, duty in rows)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def _stop(processes: Iterable[subprocess.Popen]) -> None:
    for process in processes:
        _signal(process, signal.SIGTERM)
    for process in processes:
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            _signal(process, signal.SIGKILL)
            process.wait()


def _signal(process: subprocess.Popen, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it has ended already
        os.killpg(process.pid, number)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nInterrupted.")
