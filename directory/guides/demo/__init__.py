"""The guides of the demo: six of the first county, two of the second, three of them with their names, and the pages of
both counties about becoming one. Half are translated into English and Arabic; all people are invented.
"""

from __future__ import annotations

from directory.guides.demo import nameless, neighbour, programme, translated
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (translated, nameless, neighbour, programme):
        part.load(demo)
