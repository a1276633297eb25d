"""The browser of the browser tests: an installed Chromium or Chrome, else Debian's package."""

import os
import shutil

from services import Missing, apt_get

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def program() -> str:
    """Return the path of the browser. Raises Missing."""
    found = _installed()
    if not found and apt_get("chromium"):
        found = _installed()
    if not found:
        raise Missing("no Chromium or Chrome here; install one, or name it in CHROMIUM.")
    return found


def _installed() -> str | None:
    candidates = [os.environ.get("CHROMIUM", ""), *NAMES, *MACOS]
    return next(filter(None, map(shutil.which, filter(None, candidates))), None)
