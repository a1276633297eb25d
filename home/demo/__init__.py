"""The home plugin's part of the demo: six articles and the legal pages."""

from __future__ import annotations

from home.demo import health, housing, learning, legal, work
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (housing, health, learning, work, legal):
        part.load(demo)
