"""Logos of the demo's invented organisations: a few plain forms on white."""

from __future__ import annotations

from hub.demo.drawing import Canvas, arc, curve, lighter
from hub.demo.props import FOREST, OCHRE, ROSE, SAGE, TEAL, TERRACOTTA

SIZE = 400
PAPER = "#ffffff"
MIDDLE = SIZE / 2


def county() -> Canvas:
    """A shield with a hill, a river and the sun."""
    canvas = _sheet()
    shield = [(70, 60), (330, 60), *curve([(330, 60), (322, 220), (200, 350), (78, 220), (70, 60)])]
    canvas.shape(shield, TEAL)
    canvas.disc(250, 130, 34, OCHRE)
    canvas.shape([*curve([(76, 210), (150, 150), (230, 205), (324, 165)]), (300, 250), (200, 345), (100, 250)], SAGE)
    for y in (236, 272):
        canvas.bend([(104 + (y - 236), y), (170, y - 14), (230, y + 8), (296 - (y - 236), y - 8)], PAPER, 12)
    return canvas


def ministry() -> Canvas:
    """Three columns below an arch."""
    canvas = _sheet()
    canvas.shape([*arc(MIDDLE, 170, 140, 100, 180, 360), (340, 190), (60, 190)], TERRACOTTA)
    for x in (80, 175, 270):
        canvas.box(x, 205, 50, 110, TERRACOTTA)
    canvas.box(60, 328, 280, 22, OCHRE)
    return canvas


def federal_office() -> Canvas:
    """An arrow that arrives in a ring."""
    canvas = _sheet()
    canvas.bend(arc(220, MIDDLE, 120, 120, -135, 135)[::6], FOREST, 34)
    canvas.line([(50, MIDDLE), (210, MIDDLE)], OCHRE, 34)
    canvas.shape([(190, 140), (276, MIDDLE), (190, 260)], OCHRE)
    return canvas


def bridge() -> Canvas:
    """A bridge with its reflection."""
    canvas = _sheet()
    canvas.box(50, 130, 300, 26, TERRACOTTA, 8)
    for x in (125, 275):
        canvas.bend(arc(x, 220, 62, 64, 180, 360)[::6], TERRACOTTA, 24)
    for y, width in ((250, 260), (284, 190), (318, 110)):
        canvas.box(MIDDLE - width / 2, y, width, 14, lighter(TEAL, 0.1), 7)
    return canvas


def welfare() -> Canvas:
    """Two hands, as two leaves, that hold a circle."""
    canvas = _sheet()
    for side, colour in ((-1, TEAL), (1, SAGE)):
        leaf = [(0, 330), (side * 120, 290), (side * 150, 150), (side * 95, 215), (side * 20, 250)]
        canvas.blob([(MIDDLE + x, y) for x, y in leaf], colour)
    canvas.disc(MIDDLE, 140, 68, OCHRE)
    return canvas


def parish() -> Canvas:
    """A house with a tower and an open door."""
    canvas = _sheet()
    canvas.shape([(70, 340), (70, 230), (190, 150), (310, 230), (310, 340)], ROSE)
    canvas.shape([(230, 340), (230, 130), (280, 50), (330, 130), (330, 340)], TERRACOTTA)
    canvas.shape([*arc(140, 286, 34, 40, 180, 360), (174, 340), (106, 340)], PAPER)
    return canvas


def sports_club() -> Canvas:
    """A ball with a swing."""
    canvas = _sheet()
    canvas.disc(230, 180, 110, OCHRE)
    canvas.bend(arc(230, 180, 46, 108)[::6], PAPER, 12)
    canvas.line([(122, 180), (338, 180)], PAPER, 12)
    canvas.bend([(50, 250), (150, 340), (330, 330)], FOREST, 26)
    return canvas


def foundation() -> Canvas:
    """A tree of four leaves."""
    canvas = _sheet()
    canvas.box(188, 210, 24, 140, FOREST, 8)
    for x, y, colour in ((140, 140, SAGE), (260, 140, OCHRE), (150, 240, FOREST), (250, 240, TERRACOTTA)):
        side = -1 if x < MIDDLE else 1
        canvas.blob([(MIDDLE, y + 60), (x + side * 50, y + 30), (x, y - 60), (x - side * 30, y - 10)], colour)
    return canvas


def _sheet() -> Canvas:
    return Canvas(SIZE, SIZE, PAPER)
