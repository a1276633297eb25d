"""Turns the HTML of a content system into sections of clean paragraphs, without losing words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import nh3
from lxml import html as lxml_html

from home.importer.links import IMAGE, INVISIBLE, Pages, mend, split
from home.importer.sections import Converted, Paragraph, Run, sections, tidy

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
BOLD, ITALIC = {"b", "strong", "th", "dt"}, {"i", "em", "cite"}
# A tag a line would say no more.
# fmt: off
BLOCKS = {
    *HEADINGS, *LISTS, "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "header", "li", "main", "nav", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}
# fmt: on
FRAMES = {"iframe", "video", "audio", "embed", "source"}
ATTRIBUTES = {"a": {"href"}, **{tag: {"src"} for tag in (*FRAMES, "img")}}
SCHEMES = {"http", "https", "mailto", "tel"}
CELL_GAP = " – "


@dataclass(frozen=True)
class Look:
    """What the elements around a text say of it. `link` is an index into the walker's addresses, "" outside a link."""

    kind: str = "p"
    depth: int = 0
    level: int = 0
    bold: bool = False
    italic: bool = False
    link: str = ""

    @property
    def in_item(self) -> bool:
        """Whether this is inside a list item or a heading, where a block is no more than a new line."""
        return self.kind in LISTS or self.level > 0


def convert(html: str, pages: Pages) -> Converted:
    """Return a page's HTML as sections with mended links, and a list of what was mended and dropped."""
    clean = nh3.clean(
        html,
        tags={*BLOCKS, *BOLD, *ITALIC, *FRAMES, "a", "br", "hr", "img"},
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    walker = Walker()
    walker.children(lxml_html.fragment_fromstring(clean, create_parent="div"), Look())
    walker.end_paragraph()
    result = Converted(dropped_images=walker.images)
    result.sections = sections(_in_order(_split(_link(walker, pages, result))))
    return result


class Walker:
    """Goes through the elements and collects paragraphs, each with its heading's level, 0 for other paragraphs."""

    def __init__(self) -> None:
        self.paragraphs: list[tuple[int, Paragraph]] = []
        self.hrefs: list[str] = []
        self.images: list[str] = []
        self._look = Look()
        self._runs: list[Run] = []

    def end_paragraph(self) -> None:
        if self._runs:
            self.paragraphs.append((self._look.level, Paragraph(self._look.kind, tuple(self._runs), self._look.depth)))
        self._runs = []

    def text(self, text: str, look: Look) -> None:
        if not self._runs:
            self._look = look
        self._runs.append(Run(text.translate(INVISIBLE), look.bold, look.italic, look.link))

    def children(self, element: lxml_html.HtmlElement, look: Look) -> None:
        # A line feed in HTML is a space; here it is a line break.
        if element.text:
            self.text(element.text.replace("\n", " "), look)
        for child in element:
            self.element(child, look)
            if child.tail:
                self.text(child.tail.replace("\n", " "), look)

    def element(self, element: lxml_html.HtmlElement, look: Look) -> None:
        tag = element.tag
        if tag == "br":
            self.text("\n", look)
        elif tag == "hr":
            self.end_paragraph()
            self.paragraphs.append((0, Paragraph("hr")))
        elif tag == "img":
            self.images.append(element.get("src", ""))
        elif tag in FRAMES:
            if element.get("src"):
                self.link(element, element.get("src"), look)
            else:
                self.children(element, look)
        elif tag == "a":
            self.link(element, element.get("href", ""), look)
        elif tag in LISTS:
            self.end_paragraph()
            self.children(element, replace(look, kind=tag, depth=look.depth + (look.kind in LISTS)))
            self.end_paragraph()
        elif tag == "table" and not look.in_item and is_grid(element):
            self.grid(element, look)
        elif tag in BLOCKS:
            self.block(element, look)
        else:
            self.children(element, self.styled(tag, look))

    def styled(self, tag: str, look: Look) -> Look:
        return replace(look, bold=look.bold or tag in BOLD, italic=look.italic or tag in ITALIC)

    def block(self, element: lxml_html.HtmlElement, look: Look) -> None:
        tag = element.tag
        inner = self.styled(tag, look)
        if tag == "li":
            self.end_paragraph()
            self.children(element, replace(look, kind=look.kind if look.kind in LISTS else "ul"))
            self.end_paragraph()
        elif look.in_item:
            self.text("\n", look)
            self.children(element, replace(inner, bold=inner.bold or tag in HEADINGS))
            self.text("\n", look)
        else:
            self.end_paragraph()
            self.children(element, replace(inner, level=int(tag[1])) if tag in HEADINGS else inner)
            self.end_paragraph()

    def link(self, element: lxml_html.HtmlElement, href: str, look: Look) -> None:
        """Collect a link's words; its address becomes the words of one that has only a picture or a player."""
        inner = replace(look, link=str(len(self.hrefs)))
        self.hrefs.append(href)
        images = len(self.images)
        self.children(element, inner)
        framed = element.tag in FRAMES or len(self.images) > images
        if framed and not element.text_content().strip() and href and not IMAGE.search(split(href).path):
            self.text(" " + href.split("//")[-1].removeprefix("www."), inner)

    def grid(self, table: lxml_html.HtmlElement, look: Look) -> None:
        """Make each row of a table an item of a list."""
        self.end_paragraph()
        for part in table.iter("caption", "tr"):
            item = replace(look, kind="ul" if part.tag == "tr" else "p")
            cells = [cell for cell in part if cell.text_content().strip()] if part.tag == "tr" else [part]
            for number, cell in enumerate(cells):
                if number:
                    self.text(CELL_GAP, item)
                self.children(cell, self.styled(cell.tag, item))
            self.end_paragraph()


def is_grid(table: lxml_html.HtmlElement) -> bool:
    """Whether a table holds rows of plain cells, and is not there for the layout only."""
    if any(True for _ in table.iterdescendants(*HEADINGS, *LISTS, "table")):
        return False
    return any(sum(bool(cell.text_content().strip()) for cell in row) > 1 for row in table.iter("tr"))


def _link(walker: Walker, pages: Pages, result: Converted) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs with mended addresses in the place of their indexes."""
    words: dict[str, str] = defaultdict(str)
    for _level, paragraph in walker.paragraphs:
        for run in paragraph.runs:
            words[run.link] += run.text
    mended = {"": ""}
    for index, href in enumerate(walker.hrefs):
        mended[str(index)] = ""
        if not words[str(index)].strip() or not href:
            result.dropped_links.append(href)
            continue
        link = mend(href, words[str(index)], pages)
        if link.problem:
            result.problems.append((link.problem, href))
        if link.problem == "broken":
            result.dropped_links.append(href)
            continue
        mended[str(index)] = link.href
        result.links += 1
        if link.href != href:
            result.mended.append((href, link.href))
    for level, paragraph in walker.paragraphs:
        runs = [replace(run, link=mended[run.link]) for run in paragraph.runs]
        if level:
            runs = [Run(run.text.replace("\n", " "), link=run.link) for run in runs]
        yield level, replace(paragraph, runs=tidy(runs))


def _split(paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[tuple[int, Paragraph]]:
    """Make empty lines the ends of paragraphs, leave out empty paragraphs and the empty lines of list items."""
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


def join_lines(lines: list[Paragraph]) -> Paragraph:
    """Return one paragraph with a line break between the given ones, of the first one's kind."""
    runs = [run for line in lines for run in (Run("\n"), *line.runs)]
    return replace(lines[0], runs=tidy(runs[1:]))


def _in_order(paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[Paragraph]:
    """Yield the paragraphs with headings that begin at h2 and skip no level; what would lie below h4 is h4."""
    open_levels: list[int] = []
    for level, paragraph in paragraphs:
        if not level:
            yield paragraph
            continue
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        yield replace(paragraph, kind=f"h{min(len(open_levels) + 1, 4)}")
