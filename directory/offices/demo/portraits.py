"""Portraits of invented people: drawings, so that nobody takes them for somebody."""

from __future__ import annotations

from hub.demo.drawing import Canvas, lighter
from hub.demo.props import OCHRE, SAGE, SKINS, TEAL, Look, bust

SIZE = 800
COORDINATOR = Look(SKINS[0], "#8a5431", "bob", TEAL, glasses=True)
DOCTOR = Look(SKINS[1], "#3a5f7d", "scarf", "#f2ede0")


def coordinator() -> Canvas:
    return _portrait(COORDINATOR, SAGE, 0.25)


def doctor() -> Canvas:
    return _portrait(DOCTOR, OCHRE, 0.2)


def _portrait(look: Look, colour: str, turn: float) -> Canvas:
    canvas = Canvas(SIZE, SIZE, (lighter(colour, 0.65), lighter(colour, 0.25)))
    canvas.disc(SIZE * 0.56, SIZE * 0.42, SIZE * 0.42, (lighter(colour, 0.55), lighter(colour, 0.4)))
    canvas.glow(SIZE * 0.3, SIZE * 0.2, SIZE * 0.5, SIZE * 0.5, "#fffaf0b0")
    bust(canvas, SIZE * 0.5, SIZE * 0.38, SIZE * 0.2, look, turn, 3.3)
    return canvas
