"""The home plugin's part of the demo: seven articles, and the legal pages of both counties."""

from __future__ import annotations

from home.demo import health, housing, learning, legal, mobility, neighbour, work
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (housing, health, learning, work, mobility, legal, neighbour):
        part.load(demo)
