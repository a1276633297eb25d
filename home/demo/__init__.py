"""The home plugin's part of the demo: seven articles and the legal pages."""

from __future__ import annotations

from home.demo import health, housing, learning, legal, mobility, work
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (housing, health, learning, work, mobility, legal):
        part.load(demo)
