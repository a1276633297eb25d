"""Converts the HTML of the content system into sections of clean paragraphs, without losing words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import nh3
from lxml import html as lxml_html

from home.importer import sections
from home.importer.limits import MAX_NESTING
from home.importer.links import IMAGE, INVISIBLE, PageIndex, repair, split_url
from home.importer.sections import Paragraph, ParagraphKind, Run, Section, join_lines, normalize_runs, split_sections

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
BOLD, ITALIC = {"b", "strong", "th", "dt"}, {"i", "em", "cite"}
# One tag on each line would be harder to read.
# fmt: off
BLOCKS = {
    *HEADINGS, *LISTS, "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "header", "li", "main", "nav", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}
# fmt: on
MEDIA = {"iframe", "video", "audio", "embed", "source"}
EMPTY = {"br", "embed", "hr", "img", "source"}
TAG = re.compile(r'<(/?)([a-z0-9]+)(?:[^">]|"[^"]*")*>')
ATTRIBUTES = {"a": {"href"}, **{tag: {"src"} for tag in (*MEDIA, "img")}}
SCHEMES = {"http", "https", "mailto", "tel"}
CELL_SEPARATOR = " – "


class TooNested(Exception):
    """The elements of a page are nested more deeply than MAX_NESTING."""


@dataclass
class Conversion:
    """A page's sections, and what the conversion did to its links and images; addresses are as the HTML had them.

    `links` counts those that are left. `repaired_links` are pairs (address in the HTML, repaired address), `problems`
    pairs (problem, address); see `links.Link`.
    """

    sections: list[Section] = field(default_factory=list)
    links: int = 0
    repaired_links: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    dropped_links: list[str] = field(default_factory=list)
    dropped_images: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Style:
    """What the elements around a text say about it. `link` is an index into `Walker.hrefs`, "" outside a link."""

    kind: ParagraphKind = "p"
    depth: int = 0
    heading_level: int = 0
    bold: bool = False
    italic: bool = False
    link: str = ""

    @property
    def is_single_paragraph(self) -> bool:
        """Whether this is inside a list item or a heading, where a block is no more than a new line."""
        return self.kind in LISTS or self.heading_level > 0

    def inside(self, tag: str) -> Style:
        return replace(self, bold=self.bold or tag in BOLD, italic=self.italic or tag in ITALIC)


def convert(html: str, pages: PageIndex) -> Conversion:
    """Return a page's HTML as sections with repaired links, and what was repaired and dropped.

    Raises TooNested.
    """
    clean_html = nh3.clean(
        html,
        tags={*BLOCKS, *BOLD, *ITALIC, *MEDIA, "a", "br", "hr", "img"},
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    if _nesting(clean_html) > MAX_NESTING:
        raise TooNested
    walker = Walker()
    walker.walk_children(lxml_html.fragment_fromstring(clean_html, create_parent="div"), Style())
    walker.end_paragraph()
    conversion = Conversion(dropped_images=walker.images)
    paragraphs = _split_at_empty_lines(_resolve_links(walker, pages, conversion))
    conversion.sections = split_sections(_renumber_headings(paragraphs))
    return conversion


def _nesting(clean_html: str) -> int:
    """Return how many elements stand inside one another in HTML in which all but empty elements are closed."""
    depth = deepest = 0
    for slash, tag in TAG.findall(clean_html):
        if tag not in EMPTY:
            depth += -1 if slash else 1
            deepest = max(deepest, depth)
    return deepest


class Walker:
    """Walks the elements and collects paragraphs, each with its heading level in the HTML, 0 for other paragraphs.

    The `link` of a collected run is an index into `hrefs`.
    """

    def __init__(self) -> None:
        self.paragraphs: list[tuple[int, Paragraph]] = []
        self.hrefs: list[str] = []
        self.images: list[str] = []
        self._style = Style()
        self._runs: list[Run] = []

    def end_paragraph(self) -> None:
        if self._runs:
            paragraph = Paragraph(self._style.kind, tuple(self._runs), self._style.depth)
            self.paragraphs.append((self._style.heading_level, paragraph))
        self._runs = []

    def add_text(self, text: str, style: Style) -> None:
        if not self._runs:
            self._style = style
        self._runs.append(Run(text.translate(INVISIBLE), style.bold, style.italic, style.link))

    def walk_children(self, element: lxml_html.HtmlElement, style: Style) -> None:
        # A line feed in HTML is a space; in a run it is a line break.
        if element.text:
            self.add_text(element.text.replace("\n", " "), style)
        for child in element:
            self.walk(child, style)
            if child.tail:
                self.add_text(child.tail.replace("\n", " "), style)

    def walk(self, element: lxml_html.HtmlElement, style: Style) -> None:
        tag = element.tag
        if tag == "br":
            self.add_text("\n", style)
        elif tag == "hr":
            self.end_paragraph()
            self.paragraphs.append((0, Paragraph("hr")))
        elif tag == "img":
            self.images.append(element.get("src", ""))
        elif tag in MEDIA:
            if element.get("src"):
                self.walk_link(element, element.get("src"), style)
            else:
                self.walk_children(element, style)
        elif tag == "a":
            self.walk_link(element, element.get("href", ""), style)
        elif tag in LISTS:
            self.end_paragraph()
            self.walk_children(element, replace(style, kind=tag, depth=style.depth + (style.kind in LISTS)))
            self.end_paragraph()
        elif tag == "table" and not style.is_single_paragraph and is_data_table(element):
            self.walk_data_table(element, style)
        elif tag in BLOCKS:
            self.walk_block(element, style)
        else:
            self.walk_children(element, style.inside(tag))

    def walk_block(self, element: lxml_html.HtmlElement, style: Style) -> None:
        tag = element.tag
        inner = style.inside(tag)
        if tag == "li":
            self.end_paragraph()
            self.walk_children(element, replace(style, kind=style.kind if style.kind in LISTS else "ul"))
            self.end_paragraph()
        elif style.is_single_paragraph:
            self.add_text("\n", style)
            self.walk_children(element, replace(inner, bold=inner.bold or tag in HEADINGS))
            self.add_text("\n", style)
        else:
            self.end_paragraph()
            self.walk_children(element, replace(inner, heading_level=int(tag[1])) if tag in HEADINGS else inner)
            self.end_paragraph()

    def walk_link(self, element: lxml_html.HtmlElement, href: str, style: Style) -> None:
        """Collect a link. One that holds only a picture or a player gets its address as text."""
        inner = replace(style, link=str(len(self.hrefs)))
        self.hrefs.append(href)
        image_count = len(self.images)
        self.walk_children(element, inner)
        has_media = element.tag in MEDIA or len(self.images) > image_count
        if has_media and not element.text_content().strip() and href and not IMAGE.search(split_url(href).path):
            self.add_text(" " + href.split("//")[-1].removeprefix("www."), inner)

    def walk_data_table(self, table: lxml_html.HtmlElement, style: Style) -> None:
        """Collect each row of a table as a list item."""
        self.end_paragraph()
        for part in table.iter("caption", "tr"):
            item = replace(style, kind="ul" if part.tag == "tr" else "p")
            cells = [cell for cell in part if cell.text_content().strip()] if part.tag == "tr" else [part]
            for number, cell in enumerate(cells):
                if number:
                    self.add_text(CELL_SEPARATOR, item)
                self.walk_children(cell, item.inside(cell.tag))
            self.end_paragraph()


def is_data_table(table: lxml_html.HtmlElement) -> bool:
    """Whether a table holds rows of plain cells, not a page's layout."""
    if any(True for _ in table.iterdescendants(*HEADINGS, *LISTS, "table")):
        return False
    return any(sum(bool(cell.text_content().strip()) for cell in row) > 1 for row in table.iter("tr"))


def _resolve_links(walker: Walker, pages: PageIndex, conversion: Conversion) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs with repaired addresses in place of the indexes, and add to `conversion` what was done."""
    texts: dict[str, str] = defaultdict(str)
    for _level, paragraph in walker.paragraphs:
        for run in paragraph.runs:
            texts[run.link] += run.text
    hrefs = {"": ""}
    for index, href in enumerate(walker.hrefs):
        hrefs[str(index)] = ""
        text = texts[str(index)]
        if not text.strip() or not href:
            conversion.dropped_links.append(href)
            continue
        link = repair(href, text, pages)
        if link.problem:
            conversion.problems.append((link.problem, href))
        if link.problem == "broken":
            conversion.dropped_links.append(href)
            continue
        hrefs[str(index)] = link.href
        conversion.links += 1
        if link.href != href:
            conversion.repaired_links.append((href, link.href))
    for level, paragraph in walker.paragraphs:
        runs = [replace(run, link=hrefs[run.link]) for run in paragraph.runs]
        if level:
            runs = [Run(run.text.replace("\n", " "), link=run.link) for run in runs]
        yield level, replace(paragraph, runs=normalize_runs(runs))


def _split_at_empty_lines(paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[tuple[int, Paragraph]]:
    """End paragraphs at empty lines; drop empty paragraphs and the empty lines of list items."""
    for level, paragraph in paragraphs:
        parts: list[list[Paragraph]] = [[]]
        for line in paragraph.lines():
            if line.runs:
                parts[-1].append(line)
            elif paragraph.kind == "p" and parts[-1]:
                parts.append([])
        if paragraph.kind == "hr":
            yield level, paragraph
        for part in parts:
            if part:
                yield level, join_lines(part)


def _renumber_headings(paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[Paragraph]:
    """Yield the paragraphs with headings that begin at h2 and skip no level; levels below h4 become h4."""
    open_levels: list[int] = []
    for level, paragraph in paragraphs:
        if not level:
            yield paragraph
            continue
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        kind: ParagraphKind = sections.HEADINGS[min(len(open_levels), 3) - 1]
        yield replace(paragraph, kind=kind)
