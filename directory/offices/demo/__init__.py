"""The offices of the demo: twelve of the first county, one of the second. Half are translated into English and Arabic;
all people are invented.
"""

from __future__ import annotations

from directory.offices.demo import authorities, counselling, meeting_places, neighbour, organisations, practices
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (authorities, counselling, practices, meeting_places, neighbour):
        part.load(demo)
    demo.afterwards(organisations.name_offices)
