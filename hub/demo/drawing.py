"""A small vocabulary for drawing the demo's pictures: shapes, light and shadow. It knows no scene.

Points and lengths are pixels of the finished picture. It is drawn at twice that size and scaled down, for smooth edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
# A colour, "#rrggbb" or with opacity "#rrggbbaa"; or two of them: from the top of a shape to its bottom.
Fill = str | tuple[str, str]

SCALE = 2
SHRINK = 4  # what is blurred has no fine parts: it is drawn smaller, which is quicker
STEPS = 12  # between two points of a curve
# Strongest in the middle; towards the edge it fades ever more slowly, so that no edge is seen.
# Pillow's gradient goes from 0 in the middle to 178 at the edge and 255 in the corners.
GLOW = Image.radial_gradient("L").point([round(255 * max(0, 1 - value / 178) ** 2) for value in range(256)])


class Canvas:
    def __init__(self, width: int, height: int, ground: Fill) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * SCALE, height * SCALE))
        self._draw = ImageDraw.Draw(self._image, "RGBA")
        self.box(0, 0, width, height, ground)

    def shape(self, points: Sequence[Point], fill: Fill) -> None:
        """Draw a polygon."""
        self._fill([(x * SCALE, y * SCALE) for x, y in points], fill)

    def blob(self, points: Sequence[Point], fill: Fill) -> None:
        """Draw a closed curve through the points."""
        self.shape(curve(points, closed=True), fill)

    def ground(self, edge: Sequence[Point], fill: Fill) -> None:
        """Draw what lies below a curve, down to the lower edge of the picture: hills, a floor, a river bank."""
        self.shape([*curve(edge), (edge[-1][0], self.height), (edge[0][0], self.height)], fill)

    def box(self, x: float, y: float, width: float, height: float, fill: Fill, radius: float = 0) -> None:
        """Draw a rectangle from its upper left corner; its corners may be round."""
        if radius:
            self.shape(_rounded(x, y, width, height, min(radius, width / 2, height / 2)), fill)
        elif isinstance(fill, str):
            self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)
        else:
            size = (round(width * SCALE), round(height * SCALE))
            self._image.paste(_gradient(fill, size), (round(x * SCALE), round(y * SCALE)))

    def oval(self, x: float, y: float, across: float, down: float, fill: Fill) -> None:
        """Draw an ellipse around its centre, from its two radii."""
        self.shape(arc(x, y, across, down), fill)

    def disc(self, x: float, y: float, radius: float, fill: Fill) -> None:
        self.oval(x, y, radius, radius, fill)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round joints and ends."""
        if len(colour) == 7:
            _stroke(self._draw, [(x * SCALE, y * SCALE) for x, y in points], colour, width * SCALE)
            return
        # Where the parts of a translucent line overlap it would be darker.
        left, top = (min(point[axis] for point in points) - width for axis in (0, 1))
        right, bottom = (max(point[axis] for point in points) + width for axis in (0, 1))
        red, green, blue, opacity = _rgba(colour)
        mask = Image.new("L", (round((right - left) * SCALE), round((bottom - top) * SCALE)))
        inside = [((x - left) * SCALE, (y - top) * SCALE) for x, y in points]
        _stroke(ImageDraw.Draw(mask), inside, opacity, width * SCALE)
        self._image.paste((red, green, blue), (round(left * SCALE), round(top * SCALE)), mask)

    def bend(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a curved line through the points."""
        self.line(curve(points), colour, width)

    def glow(self, x: float, y: float, across: float, down: float, colour: str) -> None:
        """Lay light, or with a dark colour a soft shadow, over an ellipse: none is left at its edge."""
        red, green, blue, opacity = _rgba(colour)
        mask = GLOW.point([value * opacity // 255 for value in range(256)])
        mask = mask.resize((round(2 * across * SCALE), round(2 * down * SCALE)), Image.Resampling.BILINEAR)
        self._image.paste((red, green, blue), (round((x - across) * SCALE), round((y - down) * SCALE)), mask)

    def soft(self, points: Sequence[Point], colour: str, blur: float) -> None:
        """Draw a polygon with blurred edges: a beam of light, the shadow of a house."""
        left, top = (min(point[axis] for point in points) - 3 * blur for axis in (0, 1))
        right, bottom = (max(point[axis] for point in points) + 3 * blur for axis in (0, 1))
        size = (round((right - left) / SHRINK), round((bottom - top) / SHRINK))
        red, green, blue, opacity = _rgba(colour)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([((x - left) / SHRINK, (y - top) / SHRINK) for x, y in points], opacity)
        mask = mask.filter(ImageFilter.GaussianBlur(blur / SHRINK))
        mask = mask.resize((size[0] * SHRINK * SCALE, size[1] * SHRINK * SCALE), Image.Resampling.BILINEAR)
        self._image.paste((red, green, blue), (round(left * SCALE), round(top * SCALE)), mask)

    def finished(self) -> Image.Image:
        return self._image.reduce(SCALE)

    def encoded(self, name: str) -> bytes:
        """Return the file's content, in the format that its name tells: a JPEG or a PNG."""
        file = BytesIO()
        self.finished().save(file, format="PNG" if name.endswith(".png") else "JPEG", quality=86)
        return file.getvalue()

    def _fill(self, points: list[Point], fill: Fill) -> None:
        if isinstance(fill, str):
            self._draw.polygon(points, fill)
            return
        left, top = (round(min(point[axis] for point in points)) for axis in (0, 1))
        right, bottom = (round(max(point[axis] for point in points)) + 1 for axis in (0, 1))
        size = (right - left, bottom - top)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in points], 255)
        self._image.paste(_gradient(fill, size), (left, top), mask)


def curve(points: Sequence[Point], closed: bool = False) -> list[Point]:
    """Return a smooth curve through the points (a Catmull-Rom spline)."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    found: list[Point] = []
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(STEPS):
            t = step / STEPS
            across, down = zip(before, start, end, after, strict=True)
            found.append((_between(*across, t), _between(*down, t)))
    return found if closed else [*found, points[-1]]


def arc(x: float, y: float, across: float, down: float, start: float = 0, end: float = 360) -> list[Point]:
    """Return the points of an ellipse from one angle to another, in degrees; 0 is on the right, 90 below."""
    steps = 72
    angles = [(start + (end - start) * step / steps) * pi / 180 for step in range(steps + 1)]
    return [(x + across * cos(angle), y + down * sin(angle)) for angle in angles]


def moved(points: Iterable[Point], x: float, y: float, scale: float = 1) -> list[Point]:
    """Return the points of a form that is drawn around (0, 0), at another place and size."""
    return [(x + scale * across, y + scale * down) for across, down in points]


def mixed(one: str, other: str, part: float) -> str:
    """Return the colour between two: `part` 0 is the first, 1 the second."""
    pairs = zip(_rgba(one)[:3], _rgba(other)[:3], strict=True)
    return "#" + "".join(f"{round(start + (end - start) * part):02x}" for start, end in pairs)


def darker(colour: str, part: float = 0.15) -> str:
    return mixed(colour, "#2b1d1a", part)


def lighter(colour: str, part: float = 0.2) -> str:
    return mixed(colour, "#fff6e4", part)


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    bend = (2 * before - 5 * start + 4 * end - after) * t * t + (3 * start - before - 3 * end + after) * t * t * t
    return start + ((end - before) * t + bend) / 2


def _stroke(draw: ImageDraw.ImageDraw, points: Sequence[Point], ink: str | int, width: float) -> None:
    radius = width / 2
    draw.line(points, ink, round(width))
    for x, y in points:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), ink)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> list[Point]:
    corners = (
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
        (x + width - radius, y + radius, 270),
    )
    return [point for across, down, angle in corners for point in arc(across, down, radius, radius, angle, angle + 90)]


def _gradient(colours: tuple[str, str], size: tuple[int, int]) -> Image.Image:
    """Return a picture that goes from one colour at its top to the other at its bottom."""
    column = Image.linear_gradient("L").crop((0, 0, 1, 256))
    bands = [
        column.point([start + (end - start) * value // 255 for value in range(256)])
        for start, end in zip(*(_rgba(colour)[:3] for colour in colours), strict=True)
    ]
    column = Image.merge("RGB", bands).resize((1, size[1]), Image.Resampling.BILINEAR)
    return column.resize(size, Image.Resampling.NEAREST)


def _rgba(colour: str) -> tuple[int, int, int, int]:
    red, green, blue, *opacity = ImageColor.getrgb(colour)
    return red, green, blue, opacity[0] if opacity else 255
