"""The pictures of the demo's offices: what one sees there."""

from __future__ import annotations

from dataclasses import replace

from directory.offices.demo.props import (
    armchair,
    board_drawings,
    cake,
    cross,
    digits,
    entrance_with_ramp,
    from_behind,
    paper,
    pushchair,
    sewing_machine,
    shelf,
    spool,
    stethoscope,
    teddy,
    timber_front,
)
from hub.demo.drawing import Canvas, arc, darker, lighter, mixed, moved
from hub.demo.props import (
    ADA,
    AMINA,
    CREAM,
    FOREST,
    HANNA,
    INK,
    JONAS,
    LEILA,
    MARA,
    OCHRE,
    OTTO,
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
    chair,
    cup,
    lamp,
    picture_frame,
    pot_plant,
    room,
    seated_legs,
    sunlight,
    table,
    tree,
    window,
)
from hub.demo.scenes import HEIGHT, WIDTH, cloud, sky

SCREEN = ("#3d5a60", "#27393d")
CHILD = Look("#c98f60", "#2c211d", "short", OCHRE)
NURSE = Look("#f3cfae", "#7c4a2c", "bun", "#7fb0a8")
SAMIR_YOUNG = Look("#a86f48", "#231a18", "curls", SAGE)


def town_hall() -> Canvas:
    """A half-timbered town hall with a small tower, steps and a ramp."""
    canvas = Canvas(WIDTH, HEIGHT, SAND)
    sky(canvas, 760)
    canvas.glow(300, 260, 520, 420, "#fff3c4d0")
    for x, y, size in ((210, 160, 1.0), (1380, 210, 0.9)):
        cloud(canvas, x, y, size)
    canvas.ground([(0, 660), (500, 620), (1100, 650), (1600, 610)], (lighter(SAGE, 0.2), SAGE))
    for number, (x, height) in enumerate([(120, 420), (1490, 460)]):
        tree(canvas, x, 850, height, FOREST, number + 3)
    canvas.box(0, 830, WIDTH, 240, ("#dcc7a0", "#c0a67c"))
    for row in range(6):
        y = 846 + row * row * 7 + row * 14
        canvas.line([(0, y), (WIDTH, y)], "#8f74503c", 3)
    canvas.soft([(380, 850), (1250, 850), (1500, 960), (520, 960)], SHADE + "60", 24)
    timber_front(canvas, 370, 340, 860, 510)
    canvas.box(820, 210, 120, 120, (WHITE, SAND))
    canvas.shape([(800, 214), (880, 70), (960, 214)], (TEAL, darker(TEAL, 0.2)))
    canvas.disc(880, 264, 36, WOOD)
    canvas.disc(880, 264, 30, WHITE)
    canvas.line([(880, 264), (880, 244)], INK, 5)
    canvas.line([(880, 264), (896, 272)], INK, 5)
    entrance_with_ramp(canvas)
    return canvas


def counter() -> Canvas:
    """Two people talk at a counter; papers lie between them."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 780)
    window(canvas, 110, 130, 320, 330)
    sunlight(canvas, 110, 130, 320, 330)
    shelf(canvas, 1130, 120, 360, 330)
    lamp(canvas, 800, 190, 110)
    bust(canvas, 1060, 400, 104, HANNA, -0.8)
    canvas.box(1230, 470, 230, 160, SCREEN, 10)
    canvas.box(1325, 630, 40, 40, INK)
    canvas.shape([(520, 668), (1600, 668), (1600, 716), (480, 716)], (lighter(WOOD, 0.4), lighter(WOOD, 0.2)))
    canvas.box(480, 714, 1120, 353, (WOOD, darker(WOOD, 0.25)))
    for x in (520, 880, 1240):
        canvas.box(x, 760, 320, 260, (lighter(WOOD, 0.1), darker(WOOD, 0.12)), 12)
    arm(canvas, [(930, 600), (900, 680), (800, 690)], 66, HANNA)
    paper(canvas, 690, 684, 110)
    bust(canvas, 330, 420, 118, SAMIR, 0.8, 6)
    arm(canvas, [(470, 640), (520, 760), (620, 680)], 78, SAMIR)
    pot_plant(canvas, 1520, 690, 210)
    return canvas


def waiting_room() -> Canvas:
    """A waiting room: people on a row of chairs, a sign with a number above a door."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 800, ("#f2ead8", "#e8d9b9"), ("#b9b1a0", "#96907f"))
    canvas.box(1170, 250, 290, 560, WHITE, 6)
    canvas.box(1194, 274, 242, 536, (lighter(SAGE, 0.1), SAGE))
    canvas.disc(1408, 560, 12, OCHRE)
    canvas.box(1220, 300, 190, 210, "#dfeee8")
    canvas.glow(1315, 160, 240, 130, "#ffd98a70")
    canvas.box(1210, 100, 210, 120, INK, 14)
    digits(canvas, "27", 1250, 122, 76)
    window(canvas, 150, 130, 420, 300)
    sunlight(canvas, 150, 130, 420, 300)
    picture_frame(canvas, 730, 180, 260, 190, TEAL)
    pot_plant(canvas, 1080, 850, 330)
    for x in (200, 460, 720, 980):
        chair(canvas, x, 900, 330, TEAL)
    for x, y, look, turn, colour in (
        (200, 470, LEILA, 0.5, "#5c5148"), (460, 450, OTTO, -0.4, "#4d5f74"), (980, 460, ADA, -0.6, "#4d5f74"),
    ):  # fmt: skip
        bust(canvas, x, y, 74, look, turn, 3.9)
        seated_legs(canvas, x, 760, 74, colour)
    canvas.box(700, 690, 60, 84, TERRACOTTA, 6)
    canvas.box(708, 698, 44, 26, CREAM, 4)
    return canvas


def advice() -> Canvas:
    """An adviser and a visitor at a table with letters and tea; it is bright and quiet."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 790, ("#f6e7cb", "#eed3ab"))
    window(canvas, 560, 110, 480, 350)
    sunlight(canvas, 560, 110, 480, 350)
    shelf(canvas, 90, 170, 300, 300)
    picture_frame(canvas, 1220, 170, 250, 200, ROSE)
    pot_plant(canvas, 1490, 880, 360)
    bust(canvas, 420, 430, 116, MARA, 0.8, 6)
    bust(canvas, 1150, 430, 116, SAMIR, -0.8, 6)
    table(canvas, 790, 740, 980, 130, 240)
    arm(canvas, [(560, 660), (590, 800), (740, 790)], 76, MARA)
    arm(canvas, [(1010, 660), (990, 810), (880, 800)], 78, SAMIR)
    paper(canvas, 810, 800, 130)
    cup(canvas, 500, 840, 66, TERRACOTTA)
    cup(canvas, 1120, 842, 66, TEAL)
    return canvas


def classroom() -> Canvas:
    """A German course: a teacher at the board, two learners seen from behind."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 820)
    canvas.box(330, 100, 940, 440, WOOD, 10)
    canvas.box(352, 122, 896, 396, ("#3f6a5c", "#2f5348"))
    canvas.box(352, 500, 896, 18, lighter(WOOD, 0.2))
    board_drawings(canvas)
    window(canvas, 60, 130, 180, 330)
    sunlight(canvas, 60, 130, 180, 330, 520)
    bust(canvas, 1010, 370, 96, ADA, -0.5, 5.2)
    arm(canvas, [(905, 560), (850, 480), (790, 400)], 62, ADA)
    canvas.shape([(700, 790), (1320, 790), (1350, 850), (670, 850)], (lighter(WOOD, 0.3), lighter(WOOD, 0.1)))
    canvas.box(670, 848, 680, 110, (WOOD, darker(WOOD, 0.2)), 6)
    for number, colour in enumerate((TERRACOTTA, OCHRE, TEAL)):
        canvas.box(730, 772 - number * 20, 150 - number * 12, 20, colour, 4)
    pot_plant(canvas, 1490, 850, 300)
    for x, look in ((330, replace(SAMIR, clothes=FOREST)), (620, AMINA), (1240, LEILA)):
        from_behind(canvas, x, 780, 110, look)
    return canvas


def youth() -> Canvas:
    """Three young people on the steps of a house, with a laptop and a ball."""
    canvas = Canvas(WIDTH, HEIGHT, SAND)
    bricks(canvas, 700, "#d98c66", "#ebb08a")
    canvas.box(0, 700, WIDTH, HEIGHT - 700, SAND)
    canvas.glow(260, 120, 900, 700, "#fff1c990")
    canvas.box(590, 90, 420, 600, WHITE, 8)
    canvas.box(616, 116, 368, 574, (TEAL, darker(TEAL, 0.25)))
    for x in (640, 812):
        canvas.box(x, 150, 148, 280, ("#9cc6c4", "#cfe2d4"), 6)
    canvas.disc(800, 470, 10, OCHRE)
    for step, (y, inset) in enumerate(((660, 260), (760, 160), (870, 60))):
        canvas.box(inset, y, WIDTH - 2 * inset, 34, ("#f1e2c4", "#dcc7a0"), 5)
        canvas.box(inset + 10, y + 32, WIDTH - 2 * inset - 20, 78, (darker("#cdb68e", 0.04 * step), "#b59d75"))
    canvas.box(0, 975, WIDTH, 92, ("#c3ad86", "#a08a66"))
    for x, y, look, turn, colour in (
        (430, 400, AMINA, 0.6, "#4d5f74"), (800, 360, SAMIR_YOUNG, 0.1, "#5c5148"), (1160, 410, HANNA, -0.6, "#4d5f74"),
    ):  # fmt: skip
        bust(canvas, x, y, 92, look, turn, 3.6)
        seated_legs(canvas, x, y + 360, 92, colour)
    canvas.shape([(705, 640), (895, 640), (915, 740), (685, 740)], (lighter("#9aa0a0", 0.3), "#8d9392"))
    arm(canvas, [(690, 520), (650, 640), (705, 712)], 58, SAMIR_YOUNG)
    arm(canvas, [(910, 520), (950, 640), (895, 712)], 58, SAMIR_YOUNG)
    canvas.glow(1420, 1000, 110, 24, SHADE + "90")
    canvas.disc(1420, 930, 72, (WHITE, "#dccfb4"))
    for points in (arc(1420, 930, 30, 70)[::6], [(1350, 930), (1420, 912), (1490, 930)]):
        canvas.bend(points, TERRACOTTA, 8)
    return canvas


def health_office() -> Canvas:
    """A vaccination at the health authority: a nurse, a mother with her child on her lap."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 800, ("#eef0e2", "#dfe3cc"), ("#c7bfa9", "#a49c86"))
    window(canvas, 120, 130, 360, 320)
    sunlight(canvas, 120, 130, 360, 320)
    canvas.box(1120, 120, 360, 300, (WHITE, "#ece3cd"), 10)
    canvas.line([(1300, 120), (1300, 420)], SAND, 6)
    for x in (1278, 1322):
        canvas.box(x - 6, 250, 12, 50, TEAL, 6)
    cross(canvas, 1300, 80, 54, FOREST)
    bust(canvas, 560, 500, 116, LEILA, 0.7, 5)
    bust(canvas, 700, 700, 84, CHILD, 0.6, 4.6)
    arm(canvas, [(420, 740), (450, 960), (660, 1000)], 80, LEILA)
    bust(canvas, 1090, 490, 116, NURSE, -0.8, 5)
    arm(canvas, [(950, 720), (930, 860), (836, 890)], 80, NURSE)
    canvas.box(782, 862, 70, 48, ROSE, 12)
    canvas.line([(802, 886), (832, 886)], WHITE, 8)
    canvas.line([(817, 871), (817, 901)], WHITE, 8)
    table(canvas, 1330, 830, 460, 80, 200, lighter(WOOD, 0.3))
    for number in range(3):
        canvas.box(1240, 836 - number * 18, 150, 20, (OCHRE, TERRACOTTA, OCHRE)[number], 4)
    teddy(canvas, 1460, 855, 46)
    return canvas


def practice_door() -> Canvas:
    """The door of a doctor's practice without steps, a green cross beside it."""
    canvas = Canvas(WIDTH, HEIGHT, ("#f4e2c1", "#ecd0a0"))
    for row in range(11):
        canvas.line([(0, 80 * row), (WIDTH, 80 * row)], "#c9a46c30", 3)
    canvas.box(0, 860, WIDTH, 210, ("#d9cbb2", "#b8a88a"))
    canvas.box(0, 826, WIDTH, 36, (darker(SAND, 0.2), darker(SAND, 0.3)))
    canvas.soft([(500, 860), (1080, 860), (1180, 940), (560, 940)], SHADE + "50", 18)
    canvas.box(500, 130, 570, 736, WHITE, 8)
    canvas.box(528, 158, 514, 708, (lighter(TEAL, 0.06), darker(TEAL, 0.2)))
    for x in (548, 794):
        canvas.box(x, 182, 228, 684, ("#bfdad6", "#eef1dd"), 6)
        canvas.shape([(x + 20, 182), (x + 120, 182), (x + 40, 866), (x, 866), (x, 400)], "#ffffff60")
    for x in (752, 804):
        canvas.box(x, 470, 14, 150, INK, 7)
    canvas.shape([(420, 110), (1150, 110), (1190, 158), (380, 158)], (TERRACOTTA, darker(TERRACOTTA, 0.2)))
    canvas.glow(1300, 330, 250, 250, "#d9f0c8a0")
    canvas.line([(1300, 224), (1300, 130), (1170, 130)], INK, 10)
    canvas.box(1190, 220, 220, 220, (WHITE, "#eee5cf"), 26)
    cross(canvas, 1300, 330, 150, FOREST)
    canvas.box(1200, 540, 200, 130, (WHITE, "#eee5cf"), 10)
    for row, width in enumerate((150, 110, 130)):
        canvas.box(1222, 566 + row * 32, width, 11, mixed(TEAL, WHITE, 0.3), 5)
    canvas.box(150, 230, 240, 320, WHITE, 6)
    canvas.box(168, 248, 204, 284, ("#7fb0b4", "#d9e3cf"))
    canvas.shape([(168, 248), (260, 248), (200, 532), (168, 532)], "#ffffff50")
    canvas.box(130, 560, 280, 70, (TERRACOTTA, darker(TERRACOTTA)), 8)
    for number, x in enumerate(range(150, 410, 36)):
        canvas.disc(x, 556 - (number % 2) * 16, 24, SAGE)
        canvas.disc(x + 6, 540 - (number % 3) * 12, 13, (ROSE, OCHRE, WHITE)[number % 3])
    pot_plant(canvas, 450, 905, 280)
    pot_plant(canvas, 1130, 905, 280)
    pushchair(canvas, 1360, 950, 150)
    return canvas


def play_corner() -> Canvas:
    """The play corner of a children's practice: a teddy with a bandage, bricks, a stethoscope."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 700, ("#d7e3d2", "#c6d8c4"))
    window(canvas, 980, 110, 380, 320)
    sunlight(canvas, 980, 110, 380, 320, -300)
    for number, x in enumerate((120, 330, 540, 750)):
        canvas.bend([(x, 90), (x + 105, 150), (x + 210, 90)], SHADE, 4)
        canvas.shape([(x + 60, 134), (x + 150, 134), (x + 105, 220)], (TERRACOTTA, OCHRE, TEAL, ROSE)[number])
    canvas.oval(800, 900, 720, 150, darker(SAND, 0.12))
    canvas.oval(800, 890, 700, 140, lighter(ROSE, 0.35))
    canvas.oval(800, 890, 560, 104, lighter(ROSE, 0.55))
    teddy(canvas, 640, 860, 150)
    for x, y, size, colour in (
        (960, 900, 130, TERRACOTTA), (1100, 930, 120, OCHRE), (1010, 775, 115, TEAL), (1250, 900, 105, SAGE),
    ):  # fmt: skip
        canvas.glow(x + size / 2, y + 4, size * 0.8, 26, SHADE + "70")
        canvas.box(x, y - size, size, size, (lighter(colour, 0.12), darker(colour, 0.12)), 12)
        canvas.disc(x + size / 2, y - size / 2, size * 0.24, lighter(colour, 0.45))
    stethoscope(canvas, 330, 860, 170)
    chair(canvas, 170, 800, 300, OCHRE)
    return canvas


def consulting_room() -> Canvas:
    """A calm consulting room: two armchairs, a screen, flowers and a lamp."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 760, ("#f4dfcf", "#ebc9b3"))
    window(canvas, 600, 110, 420, 350)
    canvas.line([(470, 66), (1150, 66)], darker(WOOD, 0.1), 14)
    for outside, inside in ((490, 640), (1130, 980)):
        for fold in range(4):
            left, right = (outside + (inside - outside) * part / 4 for part in (fold, fold + 1))
            lower = outside + (left - outside) * 0.8, outside + (right - outside) * 0.8
            colour = lighter(TERRACOTTA, 0.5 - fold % 2 * 0.12)
            canvas.shape([(left, 70), (right, 70), (lower[1], 590), (lower[0], 590)], (colour, darker(colour, 0.08)))
    sunlight(canvas, 600, 110, 420, 350)
    for number in range(3):
        x = 1180 + number * 120
        canvas.shape([(x, 250 + number % 2 * 14), (x + 120, 264 - number % 2 * 14), (x + 120, 800), (x, 800)],
                     (lighter(SAGE, 0.4 - number % 2 * 0.15), SAGE))  # fmt: skip
        canvas.line([(x, 256), (x, 815)], WOOD, 9)
    picture_frame(canvas, 170, 170, 260, 210, TEAL)
    armchair(canvas, 360, 920, 330, TEAL)
    armchair(canvas, 1130, 920, 330, TERRACOTTA)
    table(canvas, 745, 800, 320, 60, 150)
    canvas.box(708, 690, 60, 120, ("#dcebe4", "#a9c6be"), 16)
    for lean, reach, colour in ((-70, 150, ROSE), (-20, 190, TERRACOTTA), (40, 165, OCHRE), (80, 120, ROSE)):
        canvas.bend([(738, 700), (738 + lean * 0.4, 640), (738 + lean, 730 - reach)], FOREST, 7)
        canvas.disc(738 + lean, 722 - reach, 28, colour)
        canvas.disc(738 + lean, 722 - reach, 10, lighter(OCHRE, 0.4))
    cup(canvas, 840, 838, 42, WHITE)
    return canvas


def language_cafe() -> Canvas:
    """Four people around a round table with cups, cake and word cards."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 760, ("#f3dcb4", "#eacb98"))
    window(canvas, 110, 120, 300, 330)
    window(canvas, 1190, 120, 300, 330)
    sunlight(canvas, 110, 120, 300, 330)
    lamp(canvas, 800, 230, 150, TERRACOTTA)
    for x, y, size, look, turn in (
        (610, 400, 90, OTTO, 0.4), (990, 400, 90, AMINA, -0.4),
        (300, 470, 104, LEILA, 0.8), (1300, 470, 104, JONAS, -0.8),
    ):  # fmt: skip
        bust(canvas, x, y, size, look, turn, 5 if y < 450 else 7)
    canvas.glow(800, 1010, 640, 60, SHADE + "90")
    canvas.box(740, 860, 120, 220, (darker(WOOD, 0.2), darker(WOOD, 0.4)))
    canvas.oval(800, 826, 640, 152, darker(WOOD, 0.15))
    canvas.oval(800, 800, 640, 152, lighter(WOOD, 0.3))
    canvas.glow(760, 770, 420, 100, "#fff1c980")
    arm(canvas, [(440, 690), (470, 800), (560, 810)], 68, LEILA)
    arm(canvas, [(1165, 690), (1140, 800), (1040, 815)], 70, JONAS)
    for x, y, colour in ((430, 850, TEAL), (700, 740, WHITE), (930, 735, TERRACOTTA), (1180, 850, OCHRE)):
        cup(canvas, x, y, 54, colour)
    cake(canvas, 800, 850, 120)
    for x, y, colour in ((600, 870, ROSE), (1000, 880, SAGE), (1010, 780, OCHRE)):
        canvas.shape(moved([(-60, 0), (30, -22), (70, 6), (-22, 30)], x, y), WHITE)
        canvas.disc(x + 4, y + 3, 14, colour)
    return canvas


def sewing_table() -> Canvas:
    """A sewing machine, fabrics and thread; a woman sews, another one watches."""
    canvas = Canvas(WIDTH, HEIGHT, CREAM)
    room(canvas, 780, ("#efe0cf", "#e4c9ae"))
    window(canvas, 640, 110, 360, 320)
    sunlight(canvas, 640, 110, 360, 320)
    canvas.box(110, 150, 340, 14, darker(WOOD, 0.1))
    canvas.box(110, 330, 340, 14, darker(WOOD, 0.1))
    for row, y in enumerate((150, 330)):
        for number, colour in enumerate((TERRACOTTA, TEAL, OCHRE, ROSE, SAGE)):
            spool(canvas, 145 + number * 66, y, 44, (colour, lighter(colour, 0.3))[row])
    lamp(canvas, 1180, 220, 110)
    bust(canvas, 830, 440, 108, MARA, -0.5, 7)
    bust(canvas, 1220, 430, 108, LEILA, -0.8, 7)
    table(canvas, 800, 760, 1360, 130, 260)
    canvas.blob([(300, 830), (520, 770), (900, 790), (980, 850), (700, 930), (420, 940), (330, 980)], TERRACOTTA)
    for x, y in ((440, 850), (560, 820), (690, 860), (820, 830), (480, 900), (620, 895)):
        canvas.disc(x, y, 15, lighter(OCHRE, 0.4))
    sewing_machine(canvas, 500, 800, 250)
    arm(canvas, [(690, 660), (640, 790), (700, 836)], 72, MARA)
    arm(canvas, [(965, 660), (990, 800), (860, 850)], 72, MARA)
    for x, colour in ((1080, TEAL), (1160, OCHRE), (1250, ROSE)):
        spool(canvas, x, 866, 62, colour)
    return canvas
