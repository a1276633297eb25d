"""Renders sections as Wagtail stores rich text: byte for byte what its editor saves when nothing is changed there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from html import escape
from itertools import groupby

from home.importer.links import PAGE
from home.importer.sections import Run, Section


def render(section: Section, page_ids: Mapping[str, int]) -> str:
    """Return a section's HTML. `page_ids` maps the keys of linked articles to the ids of their pages."""
    html: list[str] = []
    open_lists: list[str] = []
    used_keys: set[str] = set()
    numbers: defaultdict[str, int] = defaultdict(int)

    def close_lists(depth: int, kind: str = "") -> None:
        while len(open_lists) > depth or (open_lists and len(open_lists) == depth and open_lists[-1] != kind):
            html.append(f"</li></{open_lists.pop()}>")

    for paragraph in section.paragraphs:
        if paragraph.kind == "hr":
            close_lists(0)
            html.append("<hr/>")
            continue
        content = "".join(
            _render_link(link, render_inline(runs), page_ids)
            for link, runs in groupby(paragraph.runs, key=lambda run: run.link)
        )
        attribute = f' data-block-key="{_block_key(paragraph.text, used_keys, numbers)}"'
        if paragraph.kind not in {"ul", "ol"}:
            close_lists(0)
            html.append(f"<{paragraph.kind}{attribute}>{content}</{paragraph.kind}>")
            continue
        # Wagtail's editor nests lists by depth and knows no item that only holds a list.
        depth = min(paragraph.depth, len(open_lists)) + 1
        close_lists(depth, paragraph.kind)
        if len(open_lists) == depth:
            html.append("</li>")
        else:
            html.append(f"<{paragraph.kind}>")
            open_lists.append(paragraph.kind)
        html.append(f"<li{attribute}>{content}")
    close_lists(0)
    return "".join(html)


def render_inline(runs: Iterable[Run]) -> str:
    """Return the HTML of runs without their links."""
    html = ""
    for is_bold, group in groupby(runs, key=lambda run: run.bold):
        inner = "".join(_render_italic(run) for run in group)
        html += f"<b>{inner}</b>" if is_bold else inner
    return html


def _render_italic(run: Run) -> str:
    html = "<br/>".join(escape(line, quote=False) for line in run.text.split("\n"))
    return f"<i>{html}</i>" if run.italic else html


def _render_link(link: str, html: str, page_ids: Mapping[str, int]) -> str:
    if link.startswith(PAGE):
        return f'<a linktype="page" id="{page_ids[link.removeprefix(PAGE)]}">{html}</a>'
    return f'<a href="{escape(link)}">{html}</a>' if link else html


def _block_key(text: str, used_keys: set[str], numbers: defaultdict[str, int]) -> str:
    """Return a key that follows from a paragraph's text, where Wagtail's editor takes a random one.

    `numbers` holds how many keys each text has tried, so that a text that is repeated often tries none again.
    """
    while True:
        key = blake2b(f"{text}\n{numbers[text]}".encode(), digest_size=3).hexdigest()[:5]
        numbers[text] += 1
        if key not in used_keys:
            used_keys.add(key)
            return key
