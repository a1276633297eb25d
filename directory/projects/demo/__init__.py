"""The four projects of the demo county. Two are translated into English and Arabic; all of them are invented."""

from __future__ import annotations

from directory.projects.demo import guides, welcome, youth
from hub.demo import Demo


def load(demo: Demo) -> None:
    for part in (guides, welcome, youth):
        part.load(demo)
