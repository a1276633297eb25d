"""The home plugin's part of the demo: the site, six articles and the legal pages."""

from __future__ import annotations

from home.demo import health, housing, learning, legal, work
from home.models import HomePage
from hub.demo import Demo


def load(demo: Demo) -> None:
    demo.site(HomePage, "Integration Hub")
    for part in (housing, health, learning, work, legal):
        part.load(demo)
