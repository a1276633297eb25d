"""The twelve offices of the demo county. Six are translated into English and Arabic; all people are invented."""

from __future__ import annotations

from directory.offices.demo import authorities, counselling, meeting_places, practices
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (authorities, counselling, practices, meeting_places):
        part.load(demo)
