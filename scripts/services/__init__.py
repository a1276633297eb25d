"""Servers and programs that developers and tests need: found on this machine, or fetched once into a cache.

Knows nothing of the hub, and uses the standard library only, so that it runs before there is a virtual environment.
"""

import argparse
import fcntl
import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent.parent
ANSWER_SECONDS = 60  # for a program that tells its version or state
INSTALL_SECONDS = 900


class Missing(Exception):
    """Something is not on this machine and cannot be obtained; the text says what would help."""


class Service(Protocol):
    """What each server's module offers; `instance` is the folder of its data, logs and state."""

    NAME: str

    def start(self, instance: Path) -> str:
        """Return the address of the server, started if it was not running. Raises Missing."""

    def stop(self, instance: Path) -> None:
        """Stop the server if it is running."""

    def status(self, instance: Path) -> str | None:
        """Return the address of the running server, or None."""


def is_root() -> bool:
    """Tell whether this process may do everything."""
    return os.geteuid() == 0


def cache_dir() -> Path:
    """Return the folder, outside the repository, of what is fetched once and used by every checkout.

    Servers that refuse to run as root run as `nobody`, who may not look into root's home.
    """
    if is_root():
        path = Path("/var/cache/integration-hub")
    else:
        path = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "integration-hub"
    path.mkdir(parents=True, exist_ok=True)
    return path


def unprivileged() -> dict[str, Any]:
    """Return the arguments that make subprocess start a program as a user who is not root."""
    if not is_root():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def hand_over(folder: Path) -> None:
    """Make `folder` and all in it belong to the user of `unprivileged()`."""
    if is_root():
        nobody = pwd.getpwnam("nobody")
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)


def free_port() -> int:
    """Return a TCP port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time into the block: others say that they wait, until it is done or has died."""
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for another process, which holds {path} …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def run(*command: str | Path, seconds: float, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `command` without input, its output as text, and return the result.

    `options` are those of subprocess.run. Raises Missing when it takes longer than `seconds`.
    """
    try:
        return subprocess.run(command, timeout=seconds, text=True, stdin=subprocess.DEVNULL, **options)
    except subprocess.TimeoutExpired as error:
        raise Missing(f"{Path(command[0]).name} was not done within {seconds:g} seconds.") from error


def say(message: str) -> None:
    """Tell what takes a while; the standard output is kept for addresses."""
    print(message, file=sys.stderr, flush=True)


def apt_get(*packages: str) -> bool:
    """Install Debian packages where that is allowed and possible, and tell whether it succeeded. Raises Missing."""
    if not (is_root() and Path("/etc/debian_version").exists() and shutil.which("apt-get")):
        return False
    say(f"Installing {', '.join(packages)} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        result = run(
            "apt-get",
            *command,
            seconds=INSTALL_SECONDS,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    if result.returncode:
        say(result.stdout[-2000:])
    return result.returncode == 0


def main(service: Service) -> None:
    """Be the command line of `service`: start, stop, status."""
    parser = argparse.ArgumentParser(description=f"The {service.NAME} server of developers and tests.")
    parser.add_argument("action", choices=["start", "stop", "status"])
    parser.add_argument("--instance", type=Path, default=None, help="folder of its data, logs and state")
    arguments = parser.parse_args()
    instance = (arguments.instance or cache_dir() / f"{service.NAME.lower()}-instance").resolve()
    try:
        if arguments.action == "stop":
            service.stop(instance)
            return
        address = service.start(instance) if arguments.action == "start" else service.status(instance)
    except Missing as error:
        sys.exit(f"{service.NAME}: {error}")
    if not address:
        sys.exit(f"{service.NAME} is not running.")
    print(address)
