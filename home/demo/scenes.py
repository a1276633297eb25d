"""The pictures of the demo's articles."""

from __future__ import annotations

from hub.demo.drawing import Canvas, arc, curve, darker, lighter, mixed, moved
from hub.demo.props import (
    AMINA,
    CREAM,
    FOREST,
    HANNA,
    INK,
    JONAS,
    LEILA,
    OCHRE,
    ROSE,
    SAGE,
    SAMIR,
    SAND,
    SHADE,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    Look,
    arm,
    bricks,
    bust,
    pot_plant,
    room,
    seated_legs,
    sunlight,
    table,
    tree,
    window,
)
from hub.demo.scenes import HEIGHT, WIDTH, cloud, house, sky


def bus_stop() -> Canvas:
    """A bus at a stop with a shelter, at the edge of a village."""
    canvas = _meadow()
    for x, size in ((70, 150), (290, 190), (560, 150)):
        house(canvas, x, 590, size, darker(TERRACOTTA, x / 4000))
    for number, (x, y, height) in enumerate([(20, 600, 190), (790, 600, 250), (1500, 690, 320)]):
        tree(canvas, x, y, height, FOREST, number)
    canvas.box(0, 780, WIDTH, 300, ("#7d7772", "#5d5855"))
    canvas.box(0, 752, WIDTH, 34, ("#d8c7aa", "#b5a185"))
    for x in range(-60, WIDTH, 260):
        canvas.shape([(x + 20, 945), (x + 150, 945), (x + 130, 962), (x - 4, 962)], "#f2e6cc")
    _shelter(canvas, 1010, 760)
    _bus(canvas, 90, 950)
    return canvas


def bench() -> Canvas:
    """Two people on a bench under a tree look at a map on a phone."""
    canvas = _meadow()
    tree(canvas, 330, 800, 760, FOREST, 5)
    tree(canvas, 1480, 700, 330, SAGE, 8)
    canvas.blob([(600, 1067), (760, 860), (1160, 800), (1700, 770), (1700, 860), (1360, 920), (1250, 1067)], "#e6cf9f")
    canvas.glow(860, 960, 520, 70, SHADE + "70")
    for y in (640, 706):
        canvas.box(430, y, 860, 44, (lighter(WOOD, 0.1), darker(WOOD)), 12)
    for x in (520, 1170):
        canvas.box(x, 620, 30, 330, darker(INK, 0.1), 8)
    bust(canvas, 730, 420, 105, LEILA, 0.7, 4.4)
    bust(canvas, 1010, 400, 105, JONAS, -0.7, 4.6)
    canvas.box(410, 850, 900, 56, (lighter(WOOD, 0.16), darker(WOOD, 0.1)), 14)
    for x, colour in ((735, "#4d5f74"), (1010, "#6a5a4a")):
        seated_legs(canvas, x, 866, 105, colour)
    arm(canvas, [(590, 650), (610, 800), (800, 778)], 72, LEILA)
    arm(canvas, [(1150, 640), (1130, 810), (960, 790)], 74, JONAS)
    _phone_map(canvas, 880, 700)
    return canvas


def moving_in() -> Canvas:
    """A key is handed over in front of an open door, moving boxes beside it."""
    canvas = Canvas(WIDTH, HEIGHT, SAND)
    bricks(canvas, 830, "#edd2a0", "#e6bf90")
    canvas.box(0, 830, WIDTH, 240, ("#c9b594", "#a99372"))
    canvas.box(610, 120, 420, 720, WHITE, 10)
    canvas.box(640, 150, 360, 690, ("#fbe8bd", "#e0b877"))
    canvas.glow(820, 430, 240, 380, "#fff6d6c0")
    canvas.shape([(640, 150), (480, 190), (480, 890), (640, 840)], (TEAL, darker(TEAL, 0.25)))
    canvas.disc(505, 540, 13, OCHRE)
    canvas.shape([(560, 840), (1080, 840), (1130, 890), (510, 890)], ("#e5d6ba", "#c8b592"))
    for x, y, size in ((1340, 930, 220), (1370, 755, 170)):
        _moving_box(canvas, x, y, size)
    bust(canvas, 380, 500, 130, AMINA, 0.7, 4.6)
    bust(canvas, 1120, 480, 130, JONAS, -0.7, 4.8)
    arm(canvas, [(530, 780), (580, 950), (708, 830)], 88, AMINA)
    arm(canvas, [(970, 770), (930, 940), (806, 830)], 90, JONAS)
    canvas.disc(756, 800, 42, OCHRE)
    canvas.disc(756, 800, 18, "#f3d9a0")
    canvas.line([(756, 842), (756, 960)], OCHRE, 18)
    for y in (920, 952):
        canvas.line([(756, y), (790, y)], OCHRE, 16)
    return canvas


def homework() -> Canvas:
    """Two children do their homework at a table; a woman helps them."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 780, ("#e3ecdc", "#d0dec8"))
    window(canvas, 110, 120, 360, 330)
    sunlight(canvas, 110, 120, 360, 330)
    canvas.box(1120, 130, 360, 260, WOOD, 8)
    canvas.box(1136, 146, 328, 228, ("#e7c894", "#d9b57a"))
    for x, y, colour in (
        (1160, 170, WHITE),
        (1280, 164, ROSE),
        (1380, 190, WHITE),
        (1190, 280, OCHRE),
        (1320, 276, SAGE),
    ):
        canvas.box(x, y, 76, 84, (lighter(colour, 0.2), colour), 3)
        canvas.disc(x + 38, y + 8, 7, TERRACOTTA)
    pot_plant(canvas, 1510, 850, 300)
    bust(canvas, 800, 330, 108, HANNA, 0.1, 7)
    bust(canvas, 480, 530, 94, GIRL, 0.6, 6)
    bust(canvas, 1120, 530, 94, BOY, -0.6, 6)
    table(canvas, 800, 800, 1260, 130, 240)
    for x in (560, 1010):
        _exercise_book(canvas, x, 866, 120)
    arm(canvas, [(370, 710), (350, 850), (490, 868)], 60, GIRL)
    arm(canvas, [(590, 710), (640, 800), (600, 850)], 60, GIRL)
    canvas.line([(592, 858), (640, 776)], OCHRE, 11)
    arm(canvas, [(1240, 710), (1260, 850), (1110, 872)], 60, BOY)
    arm(canvas, [(910, 530), (960, 700), (950, 830)], 68, HANNA)
    for number, colour in enumerate((TEAL, TERRACOTTA, OCHRE)):
        canvas.box(740 - number * 6, 830 - number * 24, 140, 24, (lighter(colour, 0.1), darker(colour)), 4)
    canvas.disc(808, 748, 32, ("#d9694a", "#b04a32"))
    canvas.bend([(808, 722), (814, 706), (826, 700)], darker(WOOD, 0.3), 6)
    return canvas


def bicycle_workshop() -> Canvas:
    """A young man repairs a bicycle that hangs in a stand; tools on the wall."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 820, ("#e9dcc6", "#d8c4a2"), ("#a79b8a", "#857a6b"))
    window(canvas, 1180, 120, 300, 320)
    sunlight(canvas, 1180, 120, 300, 320, -260)
    canvas.box(110, 120, 430, 330, ("#8d6a48", "#78583a"), 8)
    for number in range(5):
        x = 160 + number * 82
        canvas.line([(x, 180), (x, 330 - number % 3 * 34)], "#d5d2c8", 14)
        canvas.disc(x, 178, 24 - number % 2 * 6, "#d5d2c8")
        canvas.disc(x, 178, 10, "#8d6a48")
        canvas.line([(x, 330 - number % 3 * 34), (x, 390 - number % 3 * 34)], (TERRACOTTA, TEAL, OCHRE)[number % 3], 22)
    for radius in (96, 78):
        canvas.bend(arc(690, 250, radius, radius)[::6], INK if radius > 80 else "#b8b2a5", 13 if radius > 80 else 5)
    bust(canvas, 400, 490, 122, SAMIR, 0.7, 6)
    _bicycle(canvas, 960, 640, 250)
    canvas.line([(960, 500), (960, 990)], "#5d5a57", 20)
    canvas.line([(820, 1000), (960, 960), (1100, 1000)], "#5d5a57", 18)
    arm(canvas, [(540, 720), (590, 860), (712, 752)], 84, SAMIR)
    canvas.line([(700, 770), (790, 690)], "#d5d2c8", 17)
    canvas.disc(800, 682, 22, "#d5d2c8")
    canvas.disc(808, 674, 11, "#8f8a80")
    canvas.glow(1400, 990, 170, 30, SHADE + "90")
    canvas.box(1260, 860, 280, 130, (TERRACOTTA, darker(TERRACOTTA, 0.2)), 12)
    canvas.bend([(1330, 860), (1340, 806), (1460, 806), (1470, 860)], INK, 14)
    canvas.box(1260, 900, 280, 12, darker(TERRACOTTA, 0.3))
    return canvas


def _meadow() -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, SAGE)
    sky(canvas, 560)
    canvas.glow(1280, 220, 420, 360, "#fff2c4c0")
    for x, y, size in ((240, 170, 1.0), (760, 110, 0.8), (1330, 230, 0.9)):
        cloud(canvas, x, y, size)
    canvas.ground([(0, 500), (400, 430), (820, 510), (1240, 440), (1600, 500)], mixed(SAGE, "#dfe0c0", 0.5))
    canvas.ground([(0, 590), (500, 560), (1000, 600), (1600, 550)], (lighter(SAGE, 0.2), darker(SAGE, 0.1)))
    return canvas


def _bus(canvas: Canvas, x: float, y: float) -> None:
    """Draw a bus from the lower left corner of its body."""
    canvas.glow(x + 430, y + 34, 500, 44, "#201610b0")
    canvas.box(x, y - 330, 860, 330, (OCHRE, darker(OCHRE, 0.1)), 44)
    canvas.box(x, y - 96, 860, 34, CREAM)
    for number in range(5):
        canvas.box(x + 36 + number * 128, y - 286, 112, 122, ("#3f6d74", "#86b3b3"), 14)
        if number in (1, 3):
            canvas.disc(x + 92 + number * 128, y - 214, 24, darker(WOOD, 0.5))
            canvas.blob(
                [(x + 56 + number * 128, y - 164), (x + 92 + number * 128, y - 190), (x + 128 + number * 128, y - 164)],
                darker(TEAL, 0.5),
            )
    canvas.box(x + 686, y - 286, 84, 262, ("#3f6d74", "#7fadad"), 10)
    canvas.line([(x + 728, y - 282), (x + 728, y - 28)], darker(OCHRE, 0.3), 6)
    canvas.shape(
        [(x + 792, y - 286), (x + 840, y - 286), (x + 858, y - 140), (x + 792, y - 140)], ("#3f6d74", "#9cc6c4")
    )
    canvas.box(x + 812, y - 62, 46, 24, "#fff3c4", 12)
    canvas.box(x + 80, y - 322, 300, 22, INK, 8)
    for wheel in (170, 620):
        canvas.disc(x + wheel, y, 72, darker(INK, 0.2))
        canvas.disc(x + wheel, y, 38, "#cfc6b8")
        canvas.disc(x + wheel, y, 14, INK)


def _shelter(canvas: Canvas, x: float, y: float) -> None:
    canvas.glow(x + 220, y + 6, 300, 30, SHADE + "80")
    canvas.box(x, y - 340, 440, 330, "#dff0ee80")
    canvas.shape([(x + 40, y - 340), (x + 170, y - 340), (x + 60, y - 10), (x, y - 10), (x, y - 200)], "#ffffff50")
    for post in (0, 214, 428):
        canvas.box(x + post, y - 350, 14, 350, TEAL)
    canvas.box(x - 30, y - 378, 504, 34, (lighter(TEAL, 0.12), darker(TEAL, 0.2)), 8)
    bust(canvas, x + 130, y - 250, 46, AMINA, -0.5, 3.6)
    canvas.box(x + 40, y - 94, 350, 22, WOOD, 6)
    seated_legs(canvas, x + 130, y - 84, 44, "#4d5f74")
    canvas.box(x + 250, y - 290, 120, 150, WHITE, 6)
    for row in range(5):
        canvas.box(x + 264, y - 272 + row * 25, 92 if row % 2 else 70, 9, mixed(TEAL, WHITE, 0.4), 4)
    canvas.box(x + 520, y - 470, 14, 470, INK)
    canvas.disc(x + 527, y - 500, 58, OCHRE)
    canvas.disc(x + 527, y - 500, 44, FOREST)
    canvas.box(x + 503, y - 524, 48, 40, CREAM, 8)
    for wheel in (513, 541):
        canvas.disc(x + wheel, y - 482, 8, CREAM)


def _phone_map(canvas: Canvas, x: float, y: float) -> None:
    """Draw a phone that shows a map with a route and a pin."""
    canvas.box(x - 66, y - 122, 132, 244, INK, 22)
    canvas.box(x - 56, y - 106, 112, 212, ("#f4e9cf", "#e9ddbd"), 10)
    canvas.shape(
        [*curve([(x - 56, y + 20), (x - 10, y + 40), (x + 56, y + 10)]), (x + 56, y + 50), (x - 56, y + 66)], "#9cc6cc"
    )
    canvas.box(x + 6, y - 100, 46, 62, mixed(SAGE, WHITE, 0.3), 8)
    for street in ([(x - 56, y - 60), (x + 56, y - 26)], [(x - 20, y - 106), (x - 34, y + 106)]):
        canvas.line(street, WHITE, 9)
    canvas.bend([(x - 30, y + 90), (x - 26, y - 20), (x + 24, y - 40)], TERRACOTTA, 7)
    canvas.shape([*arc(x + 26, y - 66, 18, 18, 150, 390), (x + 26, y - 36)], TERRACOTTA)
    canvas.disc(x + 26, y - 66, 7, WHITE)


def _moving_box(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.glow(x + size / 2, y, size * 0.7, size * 0.14, SHADE + "90")
    canvas.box(x, y - size * 0.8, size, size * 0.8, (lighter(WOOD, 0.35), lighter(WOOD, 0.12)), 6)
    canvas.box(x + size * 0.42, y - size * 0.8, size * 0.16, size * 0.8, SAND)
    canvas.box(x + size * 0.14, y - size * 0.5, size * 0.2, size * 0.1, darker(WOOD, 0.3), size * 0.05)


def _exercise_book(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw an open exercise book that lies on a table."""
    for side in (-1, 1):
        page = [(0, -0.14), (side * 0.7, -0.16), (side * 0.86, 0.12), (0, 0.14)]
        canvas.shape(moved(page, x, y, size), lighter(SAND, 0.7) if side < 0 else WHITE)
        for row in range(3):
            down = -0.08 + row * 0.07
            canvas.line(moved([(side * 0.12, down), (side * (0.55 + row * 0.05), down)], x, y, size), "#9fb4b4", 4)
    canvas.line(moved([(0, -0.14), (0, 0.14)], x, y, size), darker(SAND, 0.2), 4)


def _bicycle(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a bicycle around the middle of its frame."""
    rear, front, pedals = (
        (x - size * 0.85, y + size * 0.4),
        (x + size * 0.85, y + size * 0.4),
        (x - size * 0.1, y + size * 0.42),
    )
    saddle, head = (x - size * 0.28, y - size * 0.35), (x + size * 0.5, y - size * 0.32)
    for wheel in (rear, front):
        rim = arc(*wheel, size * 0.5, size * 0.5)
        for spoke in rim[::6]:
            canvas.line([wheel, spoke], "#c9c3b6", 3)
        canvas.bend(rim[::6], INK, 15)
        canvas.disc(*wheel, size * 0.05, "#8f8a80")
    for tube in ((rear, pedals), (rear, saddle), (saddle, head), (pedals, head), (pedals, saddle)):
        canvas.line(tube, TEAL, 17)
    canvas.line([(head[0] - size * 0.04, head[1] - size * 0.16), head, front], darker(TEAL, 0.2), 17)
    canvas.bend(
        [
            (head[0] - size * 0.04, head[1] - size * 0.16),
            (head[0] + size * 0.1, head[1] - size * 0.24),
            (head[0] + size * 0.16, head[1] - size * 0.1),
        ],
        INK,
        14,
    )
    canvas.line([saddle, (saddle[0] - size * 0.03, saddle[1] - size * 0.14)], darker(TEAL, 0.2), 14)
    canvas.box(saddle[0] - size * 0.18, saddle[1] - size * 0.2, size * 0.32, size * 0.08, WOOD, 14)
    canvas.bend(arc(*pedals, size * 0.12, size * 0.12)[::6], "#8f8a80", 10)
    canvas.line([pedals, (pedals[0] + size * 0.12, pedals[1] + size * 0.16)], INK, 10)
    canvas.box(pedals[0] + size * 0.05, pedals[1] + size * 0.15, size * 0.16, size * 0.05, INK, 4)


GIRL = Look("#a86f48", "#231a18", "long", ROSE)
BOY = Look("#f3cfae", "#c98f4a", "short", OCHRE)
