"""What only the scenes of offices are made of: a half-timbered house, people from behind, things in rooms."""

from __future__ import annotations

from hub.demo.drawing import Canvas, arc, curve, darker, lighter, mixed, moved
from hub.demo.props import CREAM, INK, OCHRE, ROSE, SAGE, SAND, SHADE, TEAL, TERRACOTTA, WHITE, WOOD, Look

BEAM = "#6d4630"  # the beams of a half-timbered house


def timber_front(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw the front of a half-timbered house from its upper left corner."""
    canvas.shape(
        [(x - 60, y + 20), (x + 90, y - 140), (x + width - 90, y - 140), (x + width + 60, y + 20)],
        (lighter(TERRACOTTA, 0.12), darker(TERRACOTTA, 0.12)),
    )
    for row in range(1, 5):
        inset = 150 * (1 - row * 34 / 160)
        canvas.line(
            [(x - 60 + inset, y - 140 + row * 34), (x + width + 60 - inset, y - 140 + row * 34)], SHADE + "28", 4
        )
    canvas.box(x, y, width, height, (WHITE, "#eedcb8"))
    canvas.box(x, y, width, 40, SHADE + "30")
    columns = [x + width * part / 6 for part in range(7)]
    for storey in (0.0, 0.5):
        top, bottom = y + height * storey, y + height * (storey + 0.5)
        for number, left in enumerate(columns[:-1]):
            right = columns[number + 1]
            if number in (0, 5):
                ends = [(left, bottom), (right, top)] if number == 0 else [(left, top), (right, bottom)]
                canvas.line(ends, BEAM, 16)
            elif (storey, number) not in ((0.5, 2), (0.5, 3)):
                small_window(canvas, left + 34, top + 66, right - left - 68, height * 0.5 - 120)
        canvas.box(x - 10, top - 10, width + 20, 22, BEAM)
    for column in columns:
        canvas.box(column - 9, y, 18, height, BEAM)
    canvas.box(x - 10, y + height - 40, width + 20, 54, ("#b8a486", "#96845f"))


def small_window(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.box(x - 8, y - 8, width + 16, height + 16, WHITE)
    canvas.box(x, y, width, height, ("#5d8d93", "#c4dad0"))
    canvas.box(x + width / 2 - 3, y, 6, height, WHITE)
    canvas.box(x, y + height * 0.4, width, 6, WHITE)
    canvas.box(x - 14, y + height + 8, width + 28, 18, TERRACOTTA, 6)
    for number in range(5):
        canvas.disc(x - 4 + number * (width + 8) / 4, y + height + 6, 11, SAGE)
        canvas.disc(x - 4 + number * (width + 8) / 4, y + height - 2, 6, (ROSE, OCHRE)[number % 2])


def entrance_with_ramp(canvas: Canvas) -> None:
    canvas.shape([*arc(800, 680, 92, 92, 180, 360), (892, 820), (708, 820)], BEAM)
    canvas.shape([*arc(800, 684, 76, 76, 180, 360), (876, 820), (724, 820)], (TEAL, darker(TEAL, 0.3)))
    canvas.box(796, 612, 8, 208, darker(TEAL, 0.4))
    canvas.disc(782, 734, 7, OCHRE)
    for step in range(3):
        canvas.box(690 - step * 26, 806 + step * 26, 220 + step * 40, 28, ("#efe2c8", "#cbb68f"), 3)
    canvas.shape([(940, 808), (1420, 884), (1420, 904), (940, 904)], ("#e9dabb", "#bda67d"))
    canvas.shape([(940, 802), (1424, 880), (1424, 892), (940, 814)], "#f6ecd4")
    for part in range(5):
        x, y = 952 + part * 115, 806 + part * 18.5
        canvas.line([(x, y), (x, y - 74)], darker(TEAL, 0.1), 8)
    canvas.line([(940, 730), (1424, 806)], TEAL, 11)


def shelf(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a shelf with files."""
    canvas.glow(x + width / 2 + 10, y + height / 2 + 16, width * 0.75, height * 0.75, SHADE + "40")
    canvas.box(x, y, width, height, darker(WOOD, 0.1), 6)
    colours = (TERRACOTTA, OCHRE, TEAL, SAGE, ROSE, CREAM)
    for row in range(2):
        top = y + 14 + row * height / 2
        canvas.box(x + 14, top, width - 28, height / 2 - 24, darker(WOOD, 0.45))
        for number in range(int((width - 40) // 44)):
            tall = height / 2 - 44 - (number * 7 + row * 5) % 3 * 10
            left, base = x + 22 + number * 44, top + height / 2 - 24
            colour = colours[(number * 5 + row * 2) % len(colours)]
            canvas.box(left, base - tall, 38, tall, (lighter(colour, 0.1), darker(colour, 0.12)), 4)
            canvas.box(left + 9, base - tall * 0.75, 20, tall * 0.3, WHITE, 3)


def paper(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a written sheet that lies on a table."""
    canvas.shape(moved([(-0.75, 0.02), (-0.45, -0.16), (0.85, -0.14), (0.7, 0.08)], x + 6, y + 6, size), SHADE + "40")
    canvas.shape(moved([(-0.75, 0.02), (-0.45, -0.16), (0.85, -0.14), (0.7, 0.08)], x, y, size), WHITE)
    for row in range(3):
        across, down = -0.42 - row * 0.07, -0.11 + row * 0.05
        canvas.line(moved([(across, down), (across + 1.0 - row * 0.15, down + 0.015)], x, y, size), "#8a9796", 4)


def digits(canvas: Canvas, number: str, x: float, y: float, height: float) -> None:
    """Draw a number in the seven bars of a display."""
    bars = {"2": "abged", "7": "abc"}
    half = height / 2
    lines = {
        "a": ((0, 0), (half, 0)), "b": ((half, 0), (half, half)), "c": ((half, half), (half, height)),
        "d": ((0, height), (half, height)), "e": ((0, half), (0, height)), "g": ((0, half), (half, half)),
    }  # fmt: skip
    for position, digit in enumerate(number):
        for bar in bars[digit]:
            canvas.line(moved(lines[bar], x + position * height * 1.1, y), "#ffb84d", height * 0.13)


def board_drawings(canvas: Canvas) -> None:
    """Draw what stands on the board: a house, a sun, a cup, with lines beside them for words."""
    chalk = "#f4efdd"
    house = [(430, 300), (430, 220), (480, 170), (530, 220), (530, 300), (430, 300)]
    canvas.line(house, chalk, 6)
    canvas.disc(480, 410, 30, OCHRE)
    for across, down in arc(480, 410, 50, 50)[::9]:
        canvas.line([(480 + (across - 480) * 0.82, 410 + (down - 410) * 0.82), (across, down)], OCHRE, 5)
    for y, width in ((240, 150), (290, 90), (400, 130), (440, 170)):
        canvas.bend([(580, y), (580 + width / 2, y - 5), (580 + width, y)], chalk, 7)


def from_behind(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    shoulders = [(-0.4, 0.7), (-1.3, 1.2), (-1.8, 2.0), (-1.85, 4)]
    body = [*curve([(-across, down) for across, down in reversed(shoulders)]), *curve(shoulders)]
    canvas.shape(moved(body, x, y, size), (lighter(look.clothes, 0.05), darker(look.clothes, 0.25)))
    canvas.box(x - size * 0.32, y + size * 0.4, size * 0.64, size * 0.6, darker(look.skin, 0.12), 14)
    if look.hair_style == "scarf":
        canvas.blob(
            moved([(0, -1.1), (0.95, -0.5), (1.1, 1.2), (0, 1.7), (-1.1, 1.2), (-0.95, -0.5)], x, y, size), look.hair
        )
        canvas.bend(moved([(0.5, -0.6), (0.35, 0.4), (0.6, 1.3)], x, y, size), darker(look.hair, 0.2), 6)
        return
    hair = (lighter(look.hair, 0.18), look.hair)
    if look.hair_style == "long":
        canvas.blob(
            moved(
                [(0, -1.1), (0.85, -0.5), (1.0, 1.0), (0.7, 1.8), (-0.7, 1.8), (-1.0, 1.0), (-0.85, -0.5)], x, y, size
            ),
            hair,
        )
        for across in (-0.4, 0.35):
            canvas.bend(
                moved([(across * 0.5, -0.6), (across, 0.4), (across * 0.9, 1.5)], x, y, size),
                lighter(look.hair, 0.2),
                5,
            )
        return
    for side in (-1, 1):
        canvas.oval(x + side * size * 0.84, y + size * 0.1, size * 0.12, size * 0.2, look.skin)
    canvas.blob(
        moved(
            [(0, -1.1), (0.75, -0.75), (0.84, 0.1), (0.5, 0.75), (-0.5, 0.75), (-0.84, 0.1), (-0.75, -0.75)], x, y, size
        ),
        hair,
    )


def cross(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    canvas.box(x - size / 6, y - size / 2, size / 3, size, (lighter(colour, 0.1), colour), size * 0.04)
    canvas.box(x - size / 2, y - size / 6, size, size / 3, mixed(lighter(colour, 0.1), colour, 0.5), size * 0.04)


def teddy(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a sitting teddy with a bandaged arm; (x, y) is the floor below it."""
    fur, light = "#b98750", "#e3c08d"
    canvas.glow(x, y, size * 1.5, size * 0.3, SHADE + "90")
    for side in (-1, 1):
        canvas.disc(x + side * size * 0.5, y - size * 2.35, size * 0.26, fur)
        canvas.disc(x + side * size * 0.5, y - size * 2.35, size * 0.14, light)
        canvas.oval(x + side * size * 0.86, y - size * 1.0, size * 0.26, size * 0.5, darker(fur, 0.08))
    canvas.oval(x, y - size * 0.8, size * 0.8, size * 0.85, (lighter(fur, 0.12), darker(fur, 0.1)))
    canvas.oval(x, y - size * 0.75, size * 0.46, size * 0.55, light)
    for side in (-1, 1):
        canvas.oval(x + side * size * 0.75, y - size * 0.2, size * 0.42, size * 0.34, fur)
        canvas.oval(x + side * size * 0.8, y - size * 0.18, size * 0.24, size * 0.2, light)
    canvas.oval(x, y - size * 1.9, size * 0.72, size * 0.64, (lighter(fur, 0.15), fur))
    canvas.oval(x, y - size * 1.7, size * 0.36, size * 0.28, light)
    canvas.oval(x, y - size * 1.8, size * 0.13, size * 0.09, SHADE)
    canvas.bend(arc(x, y - size * 1.72, size * 0.16, size * 0.14, 20, 160)[::12], SHADE, size * 0.05)
    for side in (-1, 1):
        canvas.disc(x + side * size * 0.27, y - size * 2.0, size * 0.075, INK)
    canvas.box(x + size * 0.6, y - size * 1.16, size * 0.54, size * 0.24, (WHITE, "#e7dcc4"), size * 0.06)
    canvas.box(x + size * 0.82, y - size * 1.12, size * 0.1, size * 0.16, TERRACOTTA)


def stethoscope(canvas: Canvas, x: float, y: float, size: float) -> None:
    tube = [(-0.7, -0.9), (-0.5, -0.35), (0, -0.15), (0.5, -0.35), (0.7, -0.9)]
    canvas.glow(x, y, size, size * 0.25, SHADE + "50")
    canvas.bend(moved(tube, x, y, size), INK, size * 0.09)
    canvas.bend(moved([(0, -0.15), (0.1, 0.2), (0.6, 0.3), (0.95, 0.12)], x, y, size), INK, size * 0.09)
    for across in (-0.7, 0.7):
        canvas.line(moved([(across, -0.9), (across * 0.8, -1.15)], x, y, size), "#aeb4b0", size * 0.07)
    canvas.disc(x + size * 1.0, y + size * 0.08, size * 0.2, "#9aa19d")
    canvas.disc(x + size * 1.0, y + size * 0.06, size * 0.14, "#dfe3dd")


def pushchair(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.glow(x, y, size * 0.9, size * 0.14, SHADE + "90")
    canvas.line(moved([(-0.5, -0.15), (0.3, -0.75), (0.62, -1.15)], x, y, size), INK, 9)
    canvas.line(moved([(0.5, -0.15), (-0.2, -0.6)], x, y, size), INK, 9)
    canvas.shape(moved([(-0.62, -0.98), (0.34, -0.98), (0.2, -0.5), (-0.42, -0.5)], x, y, size), (OCHRE, darker(OCHRE)))
    canvas.shape(
        [*moved(arc(-0.14, -0.98, 0.48, 0.48, 180, 290), x, y, size), (x - 0.14 * size, y - 0.98 * size)], TERRACOTTA
    )
    for across in (-0.5, 0.5):
        canvas.disc(x + across * size, y - size * 0.15, size * 0.16, INK)
        canvas.disc(x + across * size, y - size * 0.15, size * 0.08, SAND)


def armchair(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    canvas.glow(x, y, size * 0.75, size * 0.14, SHADE + "90")
    for side in (-1, 1):
        canvas.line([(x + side * size * 0.38, y - size * 0.16), (x + side * size * 0.42, y - 4)], darker(WOOD, 0.3), 18)
    canvas.box(x - size * 0.44, y - size * 1.05, size * 0.88, size * 0.8, (lighter(colour, 0.14), colour), size * 0.2)
    canvas.glow(x, y - size * 0.62, size * 0.3, size * 0.26, SHADE + "30")
    canvas.box(x - size * 0.4, y - size * 0.46, size * 0.8, size * 0.24, (lighter(colour, 0.22), colour), size * 0.08)
    for side in (-1, 1):
        left = x + side * size * 0.46 - size * 0.11
        canvas.box(
            left, y - size * 0.62, size * 0.22, size * 0.5, (lighter(colour, 0.1), darker(colour, 0.15)), size * 0.1
        )


def cake(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.glow(x, y + size * 0.1, size * 1.2, size * 0.3, SHADE + "50")
    canvas.oval(x, y, size, size * 0.24, WHITE)
    canvas.box(x - size * 0.7, y - size * 0.42, size * 1.4, size * 0.38, ("#d8a763", "#b37d41"))
    canvas.oval(x, y - size * 0.05, size * 0.7, size * 0.17, "#b37d41")
    canvas.oval(x, y - size * 0.42, size * 0.7, size * 0.18, "#f3dcae")
    for across, down in arc(0, -0.42, 0.45, 0.1)[::9]:
        canvas.disc(x + across * size, y + down * size, size * 0.08, TERRACOTTA)


def spool(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Draw a spool of thread that stands at (x, y)."""
    canvas.box(x - size * 0.36, y - size * 0.16, size * 0.72, size * 0.16, lighter(WOOD, 0.25), 4)
    canvas.box(
        x - size * 0.27, y - size * 0.95, size * 0.54, size * 0.8, (lighter(colour, 0.12), darker(colour, 0.12)), 5
    )
    for row in range(3):
        down = y - size * (0.3 + row * 0.2)
        canvas.line([(x - size * 0.25, down), (x + size * 0.25, down - 4)], darker(colour, 0.2), 2)
    canvas.box(x - size * 0.36, y - size * 1.1, size * 0.72, size * 0.16, lighter(WOOD, 0.35), 4)


def sewing_machine(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a sewing machine from the front; (x, y) is the middle of its foot."""
    canvas.glow(x, y + size * 0.1, size * 0.9, size * 0.16, SHADE + "80")
    canvas.box(x - size * 0.7, y - size * 0.08, size * 1.4, size * 0.2, (lighter(TEAL, 0.1), darker(TEAL, 0.25)), 16)
    canvas.box(x - size * 0.62, y - size * 0.85, size * 0.34, size * 0.8, (lighter(TEAL, 0.16), TEAL), 20)
    canvas.box(x - size * 0.62, y - size * 0.92, size * 1.2, size * 0.3, (lighter(TEAL, 0.28), TEAL), 34)
    canvas.box(x + size * 0.3, y - size * 0.7, size * 0.24, size * 0.34, (lighter(TEAL, 0.1), TEAL), 16)
    canvas.line([(x + size * 0.42, y - size * 0.36), (x + size * 0.42, y - size * 0.08)], "#d9d6cc", 8)
    canvas.box(x + size * 0.32, y - size * 0.12, size * 0.2, size * 0.05, "#d9d6cc", 4)
    canvas.disc(x - size * 0.72, y - size * 0.74, size * 0.14, "#d9d6cc")
    canvas.disc(x - size * 0.72, y - size * 0.74, size * 0.06, darker(TEAL, 0.2))
    canvas.disc(x - size * 0.1, y - size * 0.77, size * 0.07, OCHRE)
    spool(canvas, x - size * 0.42, y - size * 0.9, size * 0.2, TERRACOTTA)
