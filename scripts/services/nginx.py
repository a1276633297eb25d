"""The web server in front, for the test of the documented example: an installed nginx, else Debian's package."""

import os
import shutil

from services import Missing, apt_get

FOLDERS = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"])


def program() -> str:
    """Return the path of nginx. Raises Missing."""
    found = _installed()
    if not found and apt_get("nginx-light"):
        found = _installed()
    if not found:
        raise Missing("no nginx here; install one, or name it in NGINX.")
    return found


def _installed() -> str | None:
    return shutil.which(os.environ.get("NGINX") or "nginx", path=FOLDERS)
