"""The browser of the browser tests: an installed Chromium or Chrome, else Debian's package."""

import os
import shutil
import sys

from services import ANSWER_SECONDS, Missing, apt_get, run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def program() -> str:
    """Return the path of a browser that Playwright can drive. Raises Missing."""
    found = _installed()
    if not found and apt_get("chromium"):
        found = _installed()
    if not found:
        raise Missing("no Chromium or Chrome here; install one, or name it in CHROMIUM.")
    error = _driver_error()
    # The driver's Node needs this library, which a minimal Debian lacks.
    if error and apt_get("libatomic1"):
        error = _driver_error()
    if error:
        raise Missing(f"Playwright does not start: {error}")
    return found


def _installed() -> str | None:
    candidates = [os.environ.get("CHROMIUM", ""), *NAMES, *MACOS]
    return next(filter(None, map(shutil.which, filter(None, candidates))), None)


def _driver_error() -> str:
    """Return why Playwright's driver does not start; empty if it does."""
    started = run(sys.executable, "-m", "playwright", "--version", seconds=ANSWER_SECONDS, capture_output=True)
    return started.stderr.strip() if started.returncode else ""
