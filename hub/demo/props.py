"""What the demo's scenes are made of: people, plants, furniture, in one warm palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hub.demo.drawing import Canvas, Fill, Point, arc, curve, darker, lighter, mixed, moved

CREAM = "#f8ecd6"
SAND = "#e9d3ab"
OCHRE = "#dfa544"
TERRACOTTA = "#c4643f"
ROSE = "#dc9a86"
SAGE = "#8fa67f"
FOREST = "#4f7057"
TEAL = "#2f6f73"
SKY = "#b9d6d6"
INK = "#33302e"
WOOD = "#a06a42"
WHITE = "#fffaf0"
SHADE = "#3a261c"

SKINS = ("#f3cfae", "#d9a579", "#a86f48", "#7a4b31")


@dataclass(frozen=True)
class Look:
    """An invented person: `hair_style` is one of the keys of _BACK_HAIR."""

    skin: str
    hair: str
    hair_style: str
    clothes: str
    beard: bool = False
    glasses: bool = False


HANNA = Look(SKINS[0], "#b9793f", "bob", TEAL, glasses=True)
SAMIR = Look(SKINS[1], "#2c211d", "short", TERRACOTTA, beard=True)
ADA = Look(SKINS[3], "#231a18", "curls", OCHRE)
LEILA = Look(SKINS[1], "#3b6a66", "scarf", ROSE)
OTTO = Look(SKINS[0], "#d8d2c6", "short", FOREST, glasses=True)
MARA = Look(SKINS[0], "#5a3826", "bun", OCHRE)
JONAS = Look(SKINS[0], "#d2a04e", "short", SAGE)
AMINA = Look(SKINS[2], "#2a1d19", "long", TERRACOTTA)


# People. Their measures are parts of `size`, half the height of a head.


def bust(canvas: Canvas, x: float, y: float, size: float, look: Look, turn: float = 0, length: float = 4) -> None:
    """Draw a person from head to waist. (x, y) is the middle of the head; `turn` is -1 (to the left) to 1."""

    def at(points: Sequence[Point]) -> list[Point]:
        return moved(points, x, y, size)

    canvas.glow(x, y + size * 1.9, size * 2.4, size * 1.6, SHADE + "22")
    _BACK_HAIR[look.hair_style](canvas, x, y, size, look)
    side = [(0.5, 1.2), (1.15, 1.42), (1.56, 1.92), (1.68, 2.8), (1.58, length)]
    body = [*curve([(-across, down) for across, down in reversed(side)]), *curve(side)]
    canvas.shape(at(body), (lighter(look.clothes, 0.12), darker(look.clothes, 0.12)))
    for across in (-1, 1):
        canvas.bend(at([(across * 1.12, 2.2), (across * 1.2, 2.8), (across * 1.22, length)]), SHADE + "38", size * 0.05)
    canvas.shape(at([*arc(0, 1.2, 0.56, 0.42, 0, 180)]), darker(look.skin, 0.1))
    canvas.shape(at([(-0.36, 0.5), (0.36, 0.5), (0.42, 1.3), (-0.42, 1.3)]), darker(look.skin, 0.1))
    canvas.shape(at(arc(0, 1.26, 0.42, 0.26, 0, 180)), darker(look.skin, 0.1))
    canvas.bend(at(arc(0, 1.2, 0.6, 0.5, 10, 170)[::9]), darker(look.clothes, 0.25), size * 0.07)
    head(canvas, x, y, size, look, turn)


def head(canvas: Canvas, x: float, y: float, size: float, look: Look, turn: float = 0) -> None:
    """Draw face and front hair."""

    def at(points: Sequence[Point]) -> list[Point]:
        return moved(points, x, y, size)

    shift = 0.2 * turn
    if look.hair_style != "scarf":
        for across in (-0.79, 0.79):
            canvas.oval(x + across * size - shift * size * 0.6, y + 0.12 * size, 0.13 * size, 0.2 * size, look.skin)
    face = [(0, -0.98), (0.55, -0.82), (0.8, -0.3), (0.78, 0.25), (0.56, 0.72), (0.2, 0.96)]
    face = [*face, *((-across, down) for across, down in reversed(face[1:]))]
    canvas.blob(at(face), (lighter(look.skin, 0.1), darker(look.skin, 0.04)))
    for across in (-0.46, 0.46):
        canvas.glow(x + (across + shift) * size, y + 0.36 * size, 0.26 * size, 0.2 * size, TERRACOTTA + "70")
    if look.beard:
        _beard(canvas, x, y, size, look, shift)
    for across in (-0.32, 0.32):
        eye = x + (across + shift) * size
        canvas.oval(eye, y + 0.05 * size, 0.075 * size, 0.095 * size, INK)
        canvas.disc(eye + 0.025 * size, y + 0.02 * size, 0.024 * size, WHITE)
        brow = arc(eye, y - 0.15 * size, 0.17 * size, 0.09 * size, 205, 335)[::12]
        canvas.bend(brow, mixed(_brow(look), look.skin, 0.2), 0.05 * size)
    nose = [(0.03 + shift * 1.3, 0.1), (0.11 + shift * 1.5, 0.33), (0.0 + shift * 1.2, 0.37)]
    canvas.bend(at(nose), darker(look.skin, 0.24), 0.045 * size)
    canvas.shape(at(arc(shift, 0.52, 0.25, 0.19, 0, 180)), darker(mixed(look.skin, "#a8413a", 0.6), 0.1))
    canvas.shape(at([*arc(shift, 0.52, 0.21, 0.075, 0, 180)]), WHITE)
    if look.glasses:
        for across in (-0.32, 0.32):
            canvas.bend(at(arc(across + shift, 0.06, 0.23, 0.21)[::6]), SHADE, 0.05 * size)
        canvas.line(at([(-0.1 + shift, 0.02), (0.1 + shift, 0.02)]), SHADE, 0.05 * size)
    _front_hair(canvas, x, y, size, look, turn)


def arm(canvas: Canvas, joints: Sequence[Point], width: float, look: Look) -> None:
    """Draw an arm through shoulder, elbow and wrist, and the hand."""
    canvas.bend(joints, darker(look.clothes, 0.16), width)
    canvas.bend([(x - width * 0.06, y - width * 0.08) for x, y in joints], lighter(look.clothes, 0.02), width * 0.8)
    x, y = joints[-1]
    canvas.disc(x, y, width * 0.46, look.skin)


def seated_legs(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Draw the legs of somebody who sits at (x, y) and faces us; `size` is that of the head."""
    for side in (-1, 1):
        knee = x + side * size * 0.72
        canvas.line([(x + side * size * 0.6, y - size * 0.25), (knee, y)], colour, size * 1.22)
        canvas.line([(knee, y + size * 0.1), (knee, y + size * 1.65)], darker(colour, 0.14), size * 0.88)
        canvas.oval(knee + side * size * 0.1, y + size * 2.06, size * 0.55, size * 0.26, SHADE)


def _brow(look: Look) -> str:
    return "#2b201c" if look.hair_style == "scarf" else darker(look.hair, 0.3)


def _no_hair(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    pass


def _bob(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    points = [(0, -1.15), (0.75, -0.95), (1.02, -0.2), (0.98, 0.65), (0.6, 0.95), (-0.6, 0.95), (-0.98, 0.65)]
    canvas.blob(moved([*points, (-1.02, -0.2), (-0.75, -0.95)], x, y, size), darker(look.hair, 0.2))


def _long(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    points = [(0, -1.15), (0.75, -0.95), (1.0, -0.2), (1.02, 0.8), (1.18, 1.75), (0.6, 1.95), (-0.6, 1.95)]
    canvas.blob(
        moved([*points, (-1.18, 1.75), (-1.02, 0.8), (-1.0, -0.2), (-0.75, -0.95)], x, y, size), darker(look.hair, 0.1)
    )


def _bun(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    canvas.disc(x + 0.08 * size, y - 1.24 * size, 0.42 * size, (lighter(look.hair, 0.1), darker(look.hair)))
    canvas.oval(x, y - 0.3 * size, 0.9 * size, 0.85 * size, darker(look.hair, 0.2))


def _curls(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    for across, down in arc(0, -0.3, 0.86, 0.85, 150, 390)[::6]:
        canvas.disc(x + across * size, y + down * size, 0.36 * size, look.hair)
    canvas.oval(x, y - 0.3 * size, 0.95 * size, 0.95 * size, look.hair)


def _scarf(canvas: Canvas, x: float, y: float, size: float, look: Look) -> None:
    points = [(0, -1.18), (0.72, -0.98), (1.0, -0.25), (0.98, 0.5), (1.2, 1.3), (0.9, 1.95), (0, 2.2), (-0.9, 1.95)]
    canvas.blob(
        moved([*points, (-1.2, 1.3), (-0.98, 0.5), (-1.0, -0.25), (-0.72, -0.98)], x, y, size), darker(look.hair, 0.22)
    )


_BACK_HAIR = {"short": _no_hair, "bob": _bob, "long": _long, "bun": _bun, "curls": _curls, "scarf": _scarf}


def _front_hair(canvas: Canvas, x: float, y: float, size: float, look: Look, turn: float) -> None:
    def at(points: Sequence[Point]) -> list[Point]:
        return moved(points, x, y, size)

    fill = (lighter(look.hair, 0.12), look.hair)
    if look.hair_style == "scarf":
        outside = arc(0, -0.08, 1.02, 1.12, 90, 450)
        inside = arc(0.06 * turn, 0.08, 0.69, 0.86, 450, 90)
        canvas.shape(at([*outside, *inside]), fill)
        canvas.blob(
            at([(-0.7, 0.7), (0, 0.98), (0.7, 0.7), (0.9, 1.3), (0, 1.75), (-0.9, 1.2)]), darker(look.hair, 0.12)
        )
        fold = [
            (-0.96, 0.5),
            (-0.4, 1.1),
            (0.3, 1.35),
            (0.95, 1.2),
            (1.12, 1.5),
            (0.5, 1.85),
            (-0.5, 1.6),
            (-1.04, 1.0),
        ]
        canvas.blob(at(fold), (look.hair, darker(look.hair, 0.14)))
        canvas.bend(at([(-0.85, 0.8), (-0.3, 1.3), (0.5, 1.5), (1.0, 1.36)]), darker(look.hair, 0.25), size * 0.045)
        return
    if look.hair_style == "curls":
        for across, down in arc(0, -0.25, 0.72, 0.7, 195, 345)[::9]:
            canvas.disc(x + across * size, y + down * size, 0.24 * size, lighter(look.hair, 0.05))
        return
    temple = 0.1 if look.hair_style == "short" else 0.35
    parting = 0.25 if turn <= 0 else -0.25
    cap = [(-0.86, temple), (-0.93, -0.35), (-0.68, -0.92), (0, -1.2), (0.68, -0.92), (0.93, -0.35), (0.86, temple)]
    fringe = [(0.74, -0.2), (0.55, -0.48), (parting, -0.66), (-0.5, -0.42), (-0.74, -0.15)]
    if parting < 0:
        fringe = [(-across, down) for across, down in reversed(fringe)]
    canvas.shape(at([*curve(cap), *curve(fringe)]), fill)
    shine = [(-0.45, -0.88), (0.05, -1.02), (0.45, -0.9)]
    canvas.bend(at(shine), lighter(look.hair, 0.3), size * 0.05)


def _beard(canvas: Canvas, x: float, y: float, size: float, look: Look, shift: float) -> None:
    outside = [(-0.82, 0.0), (-0.74, 0.5), (-0.45, 0.9), (0, 1.1), (0.45, 0.9), (0.74, 0.5), (0.82, 0.0)]
    inside = [(0.62, 0.3), (0.35, 0.36), (shift, 0.42), (-0.35, 0.36), (-0.62, 0.3)]
    canvas.shape(moved([*curve(outside), *curve(inside)], x, y, size), (look.hair, lighter(look.hair, 0.08)))


# Plants


def tree(canvas: Canvas, x: float, y: float, height: float, colour: str = FOREST, seed: int = 0) -> None:
    """Draw a tree that stands at (x, y), lit from the left."""
    random = Random(seed)  # noqa: S311 - leaves, the same ones each time
    canvas.glow(x + height * 0.12, y, height * 0.4, height * 0.06, SHADE + "70")
    canvas.shape(
        [
            (x - height * 0.03, y),
            (x - height * 0.018, y - height * 0.5),
            (x + height * 0.02, y - height * 0.5),
            (x + height * 0.04, y),
        ],
        (darker(WOOD, 0.2), darker(WOOD, 0.4)),
    )
    crown = [(0.02, -0.64, 0.24)]
    for across, down in arc(0, -0.64, 0.24, 0.19)[:-1:8]:
        crown.append(
            (across + random.uniform(-0.03, 0.03), down + random.uniform(-0.04, 0.04), random.uniform(0.12, 0.17))
        )
    for shift, part, tone in ((0.03, 1, darker(colour, 0.22)), (0, 1, colour), (-0.03, 0.78, lighter(colour, 0.12))):
        for across, down, radius in crown:
            canvas.disc(x + height * (across * part + shift), y + height * (down + shift), height * radius * part, tone)
    for _ in range(14):
        across, down = random.choice(arc(-0.03, -0.67, *[random.uniform(0.03, 0.25)] * 2))
        canvas.oval(x + height * across, y + height * down, height * 0.035, height * 0.02, lighter(colour, 0.24) + "a0")


def pot_plant(canvas: Canvas, x: float, y: float, height: float, colour: str = FOREST) -> None:
    """Draw a plant in a pot that stands at (x, y)."""
    canvas.glow(x, y, height * 0.34, height * 0.07, SHADE + "80")
    for lean, reach, tone in (
        (-0.42, 0.72, darker(colour, 0.2)), (0.42, 0.76, darker(colour, 0.15)), (-0.24, 0.93, colour),
        (0.22, 0.97, lighter(colour, 0.1)), (0.0, 1.05, lighter(colour, 0.05)), (-0.36, 0.5, lighter(colour, 0.15)),
        (0.38, 0.5, colour),
    ):  # fmt: skip
        tip, root = (x + lean * height, y - reach * height), (x + lean * height * 0.1, y - height * 0.28)
        middle = ((tip[0] + root[0]) / 2, (tip[1] + root[1]) / 2)
        wide = height * 0.085
        leaf = [root, (middle[0] - wide, middle[1]), tip, (middle[0] + wide, middle[1] + wide * 0.4)]
        canvas.blob(leaf, tone)
    pot = [(-0.17, -0.3), (0.17, -0.3), (0.12, 0), (-0.12, 0)]
    canvas.shape(moved(pot, x, y, height), (lighter(TERRACOTTA, 0.15), darker(TERRACOTTA, 0.2)))
    canvas.box(x - 0.19 * height, y - 0.33 * height, 0.38 * height, 0.07 * height, lighter(TERRACOTTA, 0.1), 4)


# Rooms


def room(canvas: Canvas, floor: float, wall: Fill = (CREAM, "#f1dcb8"), boards: Fill = ("#c99a68", "#a97548")) -> None:
    """Draw a wall, and from `floor` down a wooden floor."""
    canvas.box(0, 0, canvas.width, floor, wall)
    canvas.box(0, floor, canvas.width, canvas.height - floor, boards)
    centre = canvas.width / 2
    for number in range(-14, 15):
        near, far = centre + number * 190, centre + number * 105
        canvas.line([(far, floor), (near, canvas.height)], "#6d462a38", 3)
    canvas.box(0, floor - 26, canvas.width, 26, WHITE)
    canvas.box(0, floor - 4, canvas.width, 4, SHADE + "40")


def bricks(canvas: Canvas, bottom: float, colour: str, other: str) -> None:
    """Draw a wall of bricks, in shades between two colours, from the top of the picture down to `bottom`."""
    canvas.box(0, 0, canvas.width, bottom, mixed(colour, other, 0.3))
    for row in range(round(bottom / 84) + 1):
        for column in range(9):
            x = column * 200 - (row % 2) * 100
            shade = mixed(colour, other, ((row + column * 2) % 4) / 4)
            canvas.box(x + 5, row * 84 + 5, 190, 74, shade, 5)


def window(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a window from its upper left corner, with hills behind it and a sill."""
    canvas.box(x - 16, y - 16, width + 32, height + 32, WHITE, 6)
    canvas.box(x, y, width, height, ("#a9cfd6", "#f7e3bd"))
    hills = [(x, y + height * 0.72), (x + width * 0.3, y + height * 0.58), (x + width * 0.65, y + height * 0.7)]
    for drop, tone in ((0, mixed(SAGE, SKY, 0.4)), (height * 0.13, SAGE)):
        edge = curve([*((across, down + drop) for across, down in hills), (x + width, y + height * 0.6 + drop)])
        canvas.shape([*edge, (x + width, y + height), (x, y + height)], tone)
    canvas.shape([(x, y), (x + width * 0.35, y), (x + width * 0.1, y + height), (x, y + height)], "#ffffff38")
    canvas.box(x + width / 2 - 7, y, 14, height, WHITE)
    canvas.box(x, y + height * 0.36, width, 12, WHITE)
    canvas.box(x - 34, y + height + 16, width + 68, 22, (WHITE, SAND), 5)
    canvas.glow(x + width / 2, y + height + 44, width * 0.6, 16, SHADE + "50")


def sunlight(canvas: Canvas, x: float, y: float, width: float, height: float, reach: float = 420) -> None:
    """Let light fall from a window at the upper left corner (x, y) towards the lower right."""
    beam = [
        (x, y),
        (x + width, y),
        (x + width + reach * 1.1, y + height + reach),
        (x + reach * 0.7, y + height + reach),
    ]
    canvas.soft(beam, "#fff1c92e", 26)


def table(canvas: Canvas, x: float, y: float, width: float, depth: float, height: float, colour: str = WOOD) -> None:
    """Draw a table whose top has its far edge at y; x is its middle."""
    canvas.glow(x, y + depth + height, width * 0.62, 46, SHADE + "78")
    for side in (-1, 1):
        canvas.box(x + side * width * 0.42 - 15, y + depth, 30, height, (darker(colour, 0.3), darker(colour, 0.45)), 8)
    top = [(x - width * 0.44, y), (x + width * 0.44, y), (x + width / 2, y + depth), (x - width / 2, y + depth)]
    canvas.shape(top, (lighter(colour, 0.26), lighter(colour, 0.08)))
    canvas.box(x - width / 2, y + depth - 2, width, 26, (colour, darker(colour, 0.25)), 6)


def cup(canvas: Canvas, x: float, y: float, size: float, colour: str = WHITE, steam: bool = True) -> None:
    """Draw a cup on a saucer; (x, y) is the middle of its foot."""
    canvas.glow(x + size * 0.2, y + size * 0.08, size * 1.1, size * 0.3, SHADE + "60")
    canvas.oval(x, y, size * 0.85, size * 0.22, darker(colour, 0.06))
    canvas.bend(arc(x + size * 0.52, y - size * 0.42, size * 0.26, size * 0.24, -100, 100)[::8], colour, size * 0.12)
    side = [(-0.52, -0.8), (-0.46, -0.3), (-0.26, -0.02), (0.26, -0.02), (0.46, -0.3), (0.52, -0.8)]
    canvas.shape(moved(curve(side), x, y, size), (lighter(colour, 0.3), darker(colour, 0.16)))
    canvas.oval(x, y - size * 0.8, size * 0.52, size * 0.15, lighter(colour, 0.4))
    canvas.oval(x, y - size * 0.78, size * 0.43, size * 0.11, "#8a5a36")
    if steam:
        for across in (-0.15, 0.15):
            wave = [(across, -1.0), (across + 0.1, -1.25), (across - 0.06, -1.5), (across + 0.06, -1.75)]
            canvas.bend(moved(wave, x, y, size), "#ffffff66", size * 0.07)


def chair(canvas: Canvas, x: float, y: float, size: float, colour: str = TEAL) -> None:
    """Draw a padded chair from the front; (x, y) is the floor between its legs."""
    canvas.glow(x, y, size * 0.6, size * 0.13, SHADE + "80")
    for side in (-1, 1):
        canvas.line(
            [(x + side * size * 0.28, y - size * 0.4), (x + side * size * 0.33, y)], darker(WOOD, 0.3), size * 0.055
        )
    canvas.box(x - size * 0.34, y - size * 1.12, size * 0.68, size * 0.66, (lighter(colour, 0.12), colour), size * 0.12)
    canvas.box(
        x - size * 0.38, y - size * 0.54, size * 0.76, size * 0.2, (lighter(colour, 0.2), darker(colour, 0.2)), 18
    )


def picture_frame(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str = SAGE) -> None:
    """Draw a framed landscape of few shapes."""
    canvas.glow(x + width / 2 + 8, y + height / 2 + 14, width * 0.75, height * 0.72, SHADE + "40")
    canvas.box(x, y, width, height, darker(WOOD, 0.1), 4)
    canvas.box(x + 12, y + 12, width - 24, height - 24, ("#f6dcae", WHITE))
    canvas.disc(x + width * 0.66, y + height * 0.36, height * 0.1, OCHRE)
    hill = curve([(x + 12, y + height * 0.7), (x + width * 0.4, y + height * 0.5), (x + width - 12, y + height * 0.66)])
    canvas.shape([*hill, (x + width - 12, y + height - 12), (x + 12, y + height - 12)], colour)


def lamp(canvas: Canvas, x: float, y: float, size: float, colour: str = OCHRE) -> None:
    """Draw a lamp that hangs from above the picture, with its light; (x, y) is the middle of its lower edge."""
    canvas.line([(x, 0), (x, y - size * 0.5)], SHADE, 5)
    canvas.glow(x, y + size * 0.5, size * 3.4, size * 2.6, "#ffe9b266")
    shade = [(-0.22, -0.62), (0.22, -0.62), (0.6, 0), (-0.6, 0)]
    canvas.shape(moved(shade, x, y, size), (lighter(colour, 0.15), darker(colour, 0.1)))
    canvas.oval(x, y, size * 0.6, size * 0.09, "#fff3cf")
