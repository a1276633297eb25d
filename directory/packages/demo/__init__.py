"""The welcome packages of the demo: one for whoever has just moved in, whole in three languages, and one in German.

What they say about law is general; counties and offices are invented.
"""

from __future__ import annotations

from directory.packages.demo import first_weeks, ukraine
from hub.demo import Demo


def load(demo: Demo) -> None:
    first_weeks.load(demo)
    ukraine.load(demo)
