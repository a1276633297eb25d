"""The four offices of the demo county; their people are invented."""

from __future__ import annotations

from directory.offices.demo.german import add_adult_education, add_immigration_office
from directory.offices.demo.translated import add_coordination, add_counselling
from hub.demo import Demo


def load(demo: Demo) -> None:
    for add in (add_coordination, add_counselling, add_immigration_office, add_adult_education):
        add(demo)
