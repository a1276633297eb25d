"""The form between foreign HTML and Wagtail's: a page is sections, a section paragraphs, a paragraph runs of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
# Line breaks with the space around them, one space at an end, or anything between.
PIECES = re.compile(r" *\n[ \n]*|^ | $|[^\n]+?(?= *\n| $|$)")


ParagraphKind = Literal["h2", "h3", "h4", "p", "ul", "ol", "hr"]
HEADINGS: tuple[ParagraphKind, ...] = ("h2", "h3", "h4")


@dataclass(frozen=True)
class Run:
    """Text with uniform formatting. A line break is "\\n"; `link` is a repaired address (see `links`), "" for none."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A heading, a paragraph, a list item (nested when `depth` is above 0), or a rule, which has no runs."""

    kind: ParagraphKind
    runs: tuple[Run, ...] = ()
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_heading(self) -> bool:
        return self.kind in HEADINGS

    def lines(self) -> list[Paragraph]:
        """Return the paragraph split at its line breaks."""
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines += [[replace(run, text=text)] for text in others]
        return [replace(self, runs=normalize_runs(line)) for line in lines]


def join_lines(lines: list[Paragraph]) -> Paragraph:
    """Return one paragraph of the kind of the first of `lines`, with a line break between each two."""
    runs = [run for line in lines for run in (Run("\n"), *line.runs)]
    return replace(lines[0], runs=normalize_runs(runs[1:]))


@dataclass(frozen=True)
class Section:
    """A heading with what follows it; the first section of a page may have none. It becomes one block."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def heading(self) -> Paragraph | None:
        return self.paragraphs[0] if self.paragraphs[0].is_heading else None

    @property
    def text_paragraphs(self) -> list[Paragraph]:
        """The paragraphs that hold text: all but the rules."""
        return [paragraph for paragraph in self.paragraphs if paragraph.runs]


def split_sections(paragraphs: Iterable[Paragraph]) -> list[Section]:
    """Split a page at its headings. Drop rules at the ends of a section and repeated ones."""
    sections: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.is_heading:
            sections.append([])
        if paragraph.kind != "hr" or (sections[-1] and sections[-1][-1].kind not in {"hr", *HEADINGS}):
            sections[-1].append(paragraph)
    for section in sections:
        if section and section[-1].kind == "hr":
            section.pop()
    return [Section(tuple(section)) for section in sections if section]


def normalize_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs as Wagtail's editor would store them, so that saving there unchanged changes nothing.

    Collapse space, trim it at the ends and move it out of bold, italic and links; end a link with its line; merge
    neighbours with the same formatting.
    """
    pieces = [piece for run in runs for piece in _pieces(run)]
    for index in range(1, len(pieces) - 1):
        before, gap, after = pieces[index - 1 : index + 2]
        same_link = before.link == after.link
        if gap.text.isspace() and same_link and not (before.link and "\n" in gap.text):
            pieces[index] = Run(gap.text, before.bold and after.bold, before.italic and after.italic, before.link)
    return tuple(_merge_neighbours(_collapse_space(pieces)))


def _pieces(run: Run) -> Iterator[Run]:
    """Yield a run in pieces that are words without space around them, one space, or line breaks."""
    for piece in PIECES.findall(SPACE.sub(" ", run.text)):
        if "\n" in piece:
            yield Run(piece.replace(" ", ""))
        elif piece == " ":
            yield Run(piece)
        else:
            yield replace(run, text=piece)


def _collapse_space(pieces: Iterable[Run]) -> list[Run]:
    """Drop space at both ends, and where a space or line break precedes it."""
    collapsed: list[Run] = []
    for piece in pieces:
        text = piece.text
        if not collapsed or collapsed[-1].text[-1] in " \n":
            text = text.lstrip(" " if collapsed else " \n")
        if text.startswith("\n") and collapsed and collapsed[-1].text == " ":
            collapsed.pop()
        if text:
            collapsed.append(replace(piece, text=text))
    while collapsed and collapsed[-1].text.isspace():
        collapsed.pop()
    return collapsed


def _merge_neighbours(runs: Iterable[Run]) -> list[Run]:
    """Merge neighbours with the same formatting."""
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            run = replace(run, text=merged.pop().text + run.text)
        merged.append(run)
    return merged
