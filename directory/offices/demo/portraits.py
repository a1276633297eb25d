"""The portraits of those at the offices who have agreed to a photo."""

from __future__ import annotations

from hub.demo.drawing import Canvas
from hub.demo.portraits import portrait
from hub.demo.props import OCHRE, SAGE, SKINS, TEAL, Look

COORDINATOR = Look(SKINS[0], "#8a5431", "bob", TEAL, glasses=True)
DOCTOR = Look(SKINS[1], "#3a5f7d", "scarf", "#f2ede0")


def coordinator() -> Canvas:
    return portrait(COORDINATOR, SAGE, 0.25)


def doctor() -> Canvas:
    return portrait(DOCTOR, OCHRE, 0.2)
