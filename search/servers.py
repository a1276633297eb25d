"""How long a visitor's search waits for a server, and how long a server that failed is left alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from hub.publications.consumers import Unavailable

SECONDS = 1
# So that not every visitor waits a second for a server that is down.
REST_SECONDS = 5

_lock = Lock()
_resting_until: dict[str, float] = {}


@contextmanager
def attempt(name: str, url: str) -> Iterator[None]:
    """Ask the server at `url` within this block; when that raises Unavailable, the server rests for 5 seconds.

    Raises Unavailable, with `name` in its message, while the server rests, or while somebody tries it after a rest.
    """
    with _lock:
        until = _resting_until.get(url)
        if until is not None and time.monotonic() < until:
            raise Unavailable(f"{name} did not answer a moment ago.")
        if until is not None:  # one visitor tries; the others do not wait with them
            rest(url)
    try:
        yield
    except Unavailable:
        rest(url)
        raise
    _resting_until.pop(url, None)


def rest(url: str) -> None:
    _resting_until[url] = time.monotonic() + REST_SECONDS
