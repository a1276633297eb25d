"""Portraits of invented people: drawings, so that nobody takes them for somebody."""

from __future__ import annotations

from hub.demo.drawing import Canvas, lighter
from hub.demo.props import Look, bust

SIZE = 800


def portrait(look: Look, colour: str, turn: float) -> Canvas:
    """Draw somebody from head to waist in front of `colour`; `turn` is -1 (to the left) to 1."""
    canvas = Canvas(SIZE, SIZE, (lighter(colour, 0.65), lighter(colour, 0.25)))
    canvas.disc(SIZE * 0.56, SIZE * 0.42, SIZE * 0.42, (lighter(colour, 0.55), lighter(colour, 0.4)))
    canvas.glow(SIZE * 0.3, SIZE * 0.2, SIZE * 0.5, SIZE * 0.5, "#fffaf0b0")
    bust(canvas, SIZE * 0.5, SIZE * 0.38, SIZE * 0.2, look, turn, 3.3)
    return canvas
