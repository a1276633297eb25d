"""The home plugin's part of the demo: thirteen articles of the first county, two of the second, their legal pages."""

from __future__ import annotations

from home.demo import everyday, health, housing, learning, legal, mobility, money, neighbour, offers, work
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (housing, health, learning, work, mobility, money, everyday, offers, legal, neighbour):
        part.load(demo)
