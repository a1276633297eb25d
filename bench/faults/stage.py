"""What the proofs play on: a PostgreSQL database of their own, a web server, and processes that may be killed."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from services import ROOT, cache_dir, free_port, postgresql

from bench.faults.server_log import ServerLog


class Visitor:
    """A client of the web server that follows no redirects and sends no cookies."""

    def __init__(self, host: str) -> None:
        self.host = host

    def get(self, path: str) -> tuple[int, bytes]:
        """Return status and body. Raises OSError when the server does not answer within 30 seconds."""
        connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except http.client.HTTPException as error:
            raise OSError(str(error)) from error
        finally:
            connection.close()

    def json(self, path: str) -> Any:
        """Return the decoded body. Raises OSError for any status but 200."""
        status, body = self.get(path)
        if status != 200:
            raise OSError(f"{status} at {path}: {body[:200]!r}")
        return json.loads(body)


class Stage:
    """The running proof: `folder` takes logs and temporary files, `visitor` knows the web server.

    `server_log` is None on a server that is not the proof's own: its log cannot be read from here.
    """

    def __init__(self, folder: Path, server_log: ServerLog | None) -> None:
        self.folder = folder
        self.server_log = server_log
        self.visitor = Visitor(f"127.0.0.1:{free_port()}")
        self.processes: list[subprocess.Popen] = []
        self.is_over = False

    def start(self, name: str, *arguments: str) -> subprocess.Popen:
        """Start Python with `arguments`. It is spoken to through pipes; its errors go to the log `name`.

        Raises RuntimeError when the proof is over: threads that keep processes alive end then.
        """
        if self.is_over:
            raise RuntimeError("The proof is over.")
        with (self.folder / f"{name}.log").open("a") as log:
            process = subprocess.Popen(
                [sys.executable, "-u", *arguments],  # its lines are waited for
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                bufsize=1,
            )
        self.processes.append(process)
        return process

    def start_server(self, application: str = "hub.wsgi") -> None:
        """Start the web server and return when it answers."""
        address = ["--bind", self.visitor.host, "--workers", "2", "--threads", "4"]
        self.start("server", "-m", "gunicorn", application, *address, "--log-level", "warning")

        def answers() -> bool:
            try:
                return self.visitor.get("/api/v2/locales/")[0] == 200
            except OSError:
                return False

        if wait_for(answers, 60) is None:
            raise RuntimeError(f"The web server does not start:\n{self.log('server')}")

    def log(self, name: str) -> str:
        path = self.folder / f"{name}.log"
        return path.read_text() if path.exists() else ""

    def stop(self) -> None:
        self.is_over = True
        processes = list(self.processes)
        for process in processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def staged(settings: str = "hub.settings.test") -> Iterator[Stage]:
    """Make a database with the hub's tables, make it Django's, and yield a stage; remove everything at the end.

    `settings` is the module of settings of all processes.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    with ExitStack() as stack:
        url, server_log = stack.enter_context(own_database())
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="hub-faults-", ignore_cleanup_errors=True))
        )
        os.environ["DATABASE_URL"] = url
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
        # What killed processes leave lies here and goes with it.
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
        os.environ["MEDIA_ROOT"] = str(folder / "media")
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        stage = Stage(folder, server_log)
        stack.callback(connections.close_all)
        stack.callback(stage.stop)
        yield stage


@contextmanager
def web_server(application: str = "hub.wsgi") -> Iterator[tuple[str, int]]:
    """Start gunicorn on Django's database; yield its host and process id."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), server_log=None)
        try:
            stage.start_server(application)
            yield stage.visitor.host, stage.processes[0].pid
        finally:
            stage.stop()


def children(parent: int, column: str) -> list[int]:
    """Return a column of `ps` for each child of a process: `pid`, or `rss`, how much memory it has in kB."""
    table = subprocess.run(["ps", "-A", "-o", f"ppid=,{column}="], capture_output=True, text=True, check=True).stdout
    return [int(value) for ppid, value in map(str.split, table.splitlines()) if int(ppid) == parent]


@contextmanager
def own_database() -> Iterator[tuple[str, ServerLog | None]]:
    """Yield the URL of an empty database and the server's log, if it can be read; drop the database at the end.

    It is made on the server of DATABASE_URL, or on a temporary one.
    """
    url = os.environ.get("DATABASE_URL", "")
    server_log = None
    with ExitStack() as stack:
        if not url.startswith("postgres"):
            instance = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="faults-", dir=cache_dir())))
            instance.chmod(0o711)
            stack.callback(postgresql.stop, instance / "postgresql")
            url = postgresql.start(instance / "postgresql")
            server_log = ServerLog(instance / "postgresql" / "log")
        name = f"hub_faults_{os.getpid()}"
        server = stack.enter_context(psycopg.connect(url, autocommit=True))
        if server_log:
            server_log.begin(server)
        # One that is migrated already saves a minute; it is on the server of DATABASE_URL.
        template = os.environ.get("TEST_TEMPLATE_DATABASE") if server_log is None else None
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(create.format(sql.Identifier(name), sql.Identifier(template or "template1")))
        stack.callback(server.execute, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        yield urlsplit(url)._replace(path=f"/{name}").geturl(), server_log


def wait_for(condition: Callable[[], bool], seconds: float) -> float | None:
    """Return after how many seconds `condition` held; None when it did not within `seconds`."""
    began = time.monotonic()
    while True:
        held, passed = condition(), time.monotonic() - began
        if held:
            return passed
        if passed > seconds:
            return None
        time.sleep(0.25)


def tell(what: str, how: str) -> None:
    """Print one line of the report."""
    print(f"{what + ':':34}{how}", flush=True)
