"""Prepare the database and run the hub on this machine: the web server and the worker, stopped together."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import catalogues

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
GRACE = 10  # seconds in which a process may end what it is at


def main() -> int:
    """Run until a signal comes (returns 0) or one of the processes dies (returns 1)."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.development")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    catalogues.compile_outdated()
    prepare()
    from django.conf import settings

    manage = [sys.executable, "manage.py"]
    return supervise(
        {
            "web server": [*manage, "runserver", "--noreload", f"{HOST}:{settings.PORT}"],
            "worker": [*manage, "work"],
        },
        settings.PORT,
    )


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
    from django.db import connections
    from wagtail.models import Page

    if _is_taken(settings.PORT):
        sys.exit(f"Port {settings.PORT} is taken. Choose another one: make run PORT={settings.PORT + 1}")
    print("Preparing the database …", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    # A hub whose pages were imported, or deleted by somebody, is no place for a demo.
    if not (get_user_model().objects.exists() or Page.objects.filter(depth__gt=2).exists()):
        print("Loading the demo …", flush=True)
        call_command("demo")
    connections.close_all()


def supervise(commands: Mapping[str, list[str]], port: int) -> int:
    """Run `commands`, each under its name, until a signal comes or one of them ends; then stop them all."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    # In sessions of their own Ctrl-C reaches them through us alone, once.
    processes = {name: subprocess.Popen(command, start_new_session=True) for name, command in commands.items()}
    announced = False
    try:
        while not stop.wait(0.2):
            for name, process in processes.items():
                if process.poll() is not None:
                    print(f"The {name} ended by itself (status {process.returncode}): stopping.", file=sys.stderr)
                    return 1
            if not announced and _is_taken(port):
                announce(port)
                announced = True
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
        print(f"Login  admin, password {password.read_text().strip()}")
    print("Ctrl-C stops it.", flush=True)


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
    sys.exit(main())
