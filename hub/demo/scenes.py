"""The demo county's own picture."""

from __future__ import annotations

from hub.demo.drawing import Canvas, arc, curve, darker, lighter, mixed
from hub.demo.props import CREAM, FOREST, OCHRE, SAGE, SAND, SHADE, TEAL, TERRACOTTA, WHITE, tree

WIDTH, HEIGHT = 1600, 1067


def valley() -> Canvas:
    """A river between hills in the morning: a village with a church, fields and mist."""
    canvas = Canvas(WIDTH, HEIGHT, SAGE)
    sky(canvas, 520)
    canvas.glow(1130, 400, 640, 520, "#fff3c4ff")
    canvas.disc(1130, 396, 60, "#fffaf0")
    for x, y, size in ((250, 170, 1.0), (640, 100, 0.7), (1420, 150, 0.8)):
        cloud(canvas, x, y, size)
    ridges = (
        ("#b7bfae", [(0, 430), (260, 360), (560, 440), (880, 380), (1240, 450), (1600, 370)]),
        ("#9db494", [(0, 520), (340, 450), (700, 520), (1060, 460), (1400, 520), (1600, 480)]),
        ("#88a677", [(0, 560), (300, 590), (640, 560), (1000, 590), (1300, 550), (1600, 590)]),
    )
    for colour, edge in ridges:
        canvas.ground(edge, (lighter(colour, 0.3), colour))
        canvas.glow(800, edge[2][1] + 90, 1200, 70, "#fff2d670")
    _fields(canvas)
    _river(canvas)
    _village(canvas, 1090, 640)
    for number, (x, y, height) in enumerate(
        [(90, 760, 210), (230, 700, 130), (1530, 790, 250), (1400, 720, 150), (420, 655, 80), (500, 650, 70)]
    ):
        tree(canvas, x, y, height, mixed(FOREST, SAND, 0.3 - height / 900), number)
    canvas.glow(620, 640, 560, 46, "#fff6e080")
    canvas.ground([(0, 985), (300, 940), (700, 1010), (1150, 990), (1600, 930)], (FOREST, darker(FOREST, 0.4)))
    for x in (60, 130, 330, 1210, 1300, 1480, 1540):
        _reeds(canvas, x, 1010)
    return canvas


def sky(canvas: Canvas, horizon: float) -> None:
    """Draw the sky of a morning: blue above, warm towards the horizon."""
    middle = horizon * 0.6
    canvas.box(0, 0, canvas.width, middle, ("#8cc0ce", "#e3e6d8"))
    canvas.box(0, middle, canvas.width, horizon - middle + 1, ("#e3e6d8", "#ffdcaa"))


def cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    for across, down, radius in ((-95, 8, 38), (-40, -18, 56), (30, -8, 48), (88, 10, 36)):
        canvas.disc(x + across * size, y + down * size, radius * size, "#fffaf0")
    canvas.box(x - 130 * size, y + 4 * size, 252 * size, 42 * size, "#fffaf0", 21 * size)


def house(canvas: Canvas, x: float, y: float, size: float, roof: str = TERRACOTTA, wall: str = CREAM) -> None:
    """Draw a small house from its lower left corner, lit from the right."""
    canvas.box(x, y - size * 0.62, size, size * 0.62, (wall, darker(wall, 0.12)))
    canvas.shape(
        [(x - size * 0.1, y - size * 0.6), (x + size * 0.2, y - size * 1.12), (x + size * 0.8, y - size * 1.12),
         (x + size * 1.1, y - size * 0.6)],
        (lighter(roof, 0.12), roof),
    )  # fmt: skip
    for across in (0.16, 0.62):
        canvas.box(x + size * across, y - size * 0.44, size * 0.2, size * 0.22, darker(TEAL, 0.25))


def _fields(canvas: Canvas) -> None:
    fields = (
        ([(0, 640), (360, 600), (640, 640), (240, 760), (0, 800)], OCHRE),
        ([(0, 780), (260, 730), (520, 700), (360, 860), (0, 960)], "#c9b25f"),
        ([(1180, 690), (1600, 620), (1600, 760), (1360, 800)], "#d9bd68"),
        ([(1120, 780), (1360, 760), (1600, 740), (1600, 960), (1240, 920)], lighter(SAGE, 0.1)),
    )
    for points, colour in fields:
        canvas.blob(points, (mixed(colour, "#f6e4b4", 0.4), colour))
    for number in range(7):
        y = 790 + number * 20
        canvas.bend([(0, y + 10), (180, y - 24), (400 - number * 14, y - 62)], "#8f7a3a60", 4)


def _river(canvas: Canvas) -> None:
    left = [(830, 568), (700, 600), (860, 650), (640, 730), (420, 850), (330, 1067)]
    right = [(1120, 1067), (960, 890), (900, 760), (960, 660), (760, 602), (850, 568)]
    canvas.shape([*curve(left), *curve(right)], ("#fbe6b8", "#5f9aa0"))
    canvas.glow(820, 640, 260, 60, "#fff6dcb0")
    for x, y, width in ((620, 800, 150), (700, 860, 210), (560, 930, 170), (820, 690, 90), (700, 990, 260)):
        canvas.bend([(x, y), (x + width / 2, y - 6), (x + width, y)], "#fff6dc90", 5)


def _village(canvas: Canvas, x: float, y: float) -> None:
    canvas.glow(x + 90, y + 8, 260, 30, SHADE + "50")
    canvas.box(x + 96, y - 150, 44, 150, (WHITE, "#e2cfa8"))
    canvas.shape([(x + 88, y - 148), (x + 118, y - 268), (x + 148, y - 148)], (TEAL, darker(TEAL)))
    canvas.shape(arc(x + 118, y - 112, 9, 15), darker(TEAL, 0.3))
    for across, down, size, roof in (
        (-90, -4, 70, TERRACOTTA), (-10, 6, 84, darker(TERRACOTTA, 0.12)), (150, 0, 90, TERRACOTTA),
        (250, 10, 72, "#b5573a"), (66, 22, 70, lighter(TERRACOTTA, 0.1)),
    ):  # fmt: skip
        house(canvas, x + across, y + down, size, roof)
    for number, across in enumerate((-120, 232, 340)):
        tree(canvas, x + across, y + 16, 90, SAGE, number + 9)


def _reeds(canvas: Canvas, x: float, y: float) -> None:
    for lean, reach in ((-34, 90), (-12, 150), (14, 120), (40, 170)):
        canvas.bend([(x, y + 60), (x + lean * 0.4, y - reach * 0.4), (x + lean, y - reach)], lighter(FOREST, 0.14), 5)
        if reach > 100:
            canvas.line([(x + lean, y - reach), (x + lean * 0.9, y - reach + 34)], "#7d5534", 13)
