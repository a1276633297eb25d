"""The projects of the demo: four of the first county, one of the second. Three are translated into English and Arabic.

All of them are invented.
"""

from __future__ import annotations

from directory.projects.demo import guides, neighbour, welcome, youth
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (guides, welcome, youth, neighbour):
        part.load(demo)
