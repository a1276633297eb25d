"""The form between foreign HTML and Wagtail's: a page is sections, a section paragraphs, a paragraph runs of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
# Line breaks with the space around them, one space at an end, or anything between.
PIECES = re.compile(r" *\n[ \n]*|^ | $|[^\n]+?(?= *\n| $|$)")
HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True)
class Run:
    """Text with one look. A line break is "\\n"; `link` is a mended address (see `links`), empty for none."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A heading, a paragraph, an item of a list of depth 0 and more, or a rule, which has no runs."""

    kind: Literal["h2", "h3", "h4", "p", "ul", "ol", "hr"]
    runs: tuple[Run, ...] = ()
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_heading(self) -> bool:
        return self.kind in HEADINGS

    def lines(self) -> list[Paragraph]:
        """Return the paragraph cut at its line breaks."""
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines += [[replace(run, text=text)] for text in others]
        return [replace(self, runs=tidy(line)) for line in lines]


@dataclass(frozen=True)
class Section:
    """A heading with what follows it; the first section of a page may have none. It becomes one block."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def heading(self) -> Paragraph | None:
        return self.paragraphs[0] if self.paragraphs[0].is_heading else None

    @property
    def words(self) -> list[Paragraph]:
        """The paragraphs that hold text: all but the rules."""
        return [paragraph for paragraph in self.paragraphs if paragraph.runs]


@dataclass
class Converted:
    """What became of one page's HTML. `links` and the lists of what was dropped hold addresses as the HTML had them."""

    sections: list[Section] = field(default_factory=list)
    links: int = 0
    mended: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    dropped_links: list[str] = field(default_factory=list)
    dropped_images: list[str] = field(default_factory=list)


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs as Wagtail's editor would store them, so that saving there unchanged changes nothing.

    Space is collapsed, taken off the ends and put outside of bold, italic and links; a link ends with its line;
    neighbours of one look are joined.
    """
    pieces = [piece for run in runs for piece in _pieces(run)]
    for index in range(1, len(pieces) - 1):
        before, gap, after = pieces[index - 1 : index + 2]
        same_link = before.link == after.link
        if gap.text.isspace() and same_link and not (before.link and "\n" in gap.text):
            pieces[index] = Run(gap.text, before.bold and after.bold, before.italic and after.italic, before.link)
    squeezed: list[Run] = []
    for piece in pieces:
        text = piece.text
        if not squeezed or squeezed[-1].text[-1] in " \n":
            text = text.lstrip(" " if squeezed else " \n")
        if text.startswith("\n") and squeezed and squeezed[-1].text == " ":
            squeezed.pop()
        if text:
            squeezed.append(replace(piece, text=text))
    while squeezed and squeezed[-1].text.isspace():
        squeezed.pop()
    joined: list[Run] = []
    for piece in squeezed:
        if joined and replace(joined[-1], text="") == replace(piece, text=""):
            piece = replace(piece, text=joined.pop().text + piece.text)
        joined.append(piece)
    return tuple(joined)


def _pieces(run: Run) -> Iterator[Run]:
    """Yield a run in pieces that are words without space around them, one space, or line breaks."""
    for piece in PIECES.findall(SPACE.sub(" ", run.text)):
        if "\n" in piece:
            yield Run(piece.replace(" ", ""))
        elif piece == " ":
            yield Run(piece)
        else:
            yield replace(run, text=piece)


def sections(paragraphs: Iterable[Paragraph]) -> list[Section]:
    """Cut a page at its headings. Rules at the ends of a section, and second ones, are left out."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.is_heading:
            parts.append([])
        if paragraph.kind != "hr" or (parts[-1] and parts[-1][-1].kind not in {"hr", *HEADINGS}):
            parts[-1].append(paragraph)
    for part in parts:
        if part and part[-1].kind == "hr":
            part.pop()
    return [Section(tuple(part)) for part in parts if part]
