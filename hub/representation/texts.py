"""The texts of a document for whatever searches or reads them: its prose, and the facts that its kind names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|ul|ol|blockquote)>|<(?:br|hr)\s*/?>")
TAG = re.compile(r"</?[a-z][^>]*>")


class Text(NamedTuple):
    """One line of text without markup: the path of its value in the page, its language, and the words.

    The path is that of the prose (`title`, `body.<block id>.text`), of a fact the dotted path that the kind names.
    """

    path: str
    language: str
    text: str


def text_lines(text: str) -> Iterator[str]:
    """Yield the lines of plain text with single spaces, without empty ones."""
    for line in text.splitlines():
        words = " ".join(line.split())
        if words:
            yield words


def html_lines(html: str) -> Iterator[str]:
    """Yield the words of clean HTML, a line for each paragraph, heading or list item."""
    for part in BLOCK_END.split(html):
        words = " ".join(unescape(TAG.sub("", part)).split())
        if words:
            yield words


def follow(value: Any, path: str) -> Iterator[Any]:
    """Yield the plain values at a dotted path; lists are entered: `topics.slug` are the slugs of all topics."""
    if isinstance(value, list):
        for item in value:
            yield from follow(item, path)
    elif path:
        name, _, rest = path.partition(".")
        if isinstance(value, dict) and value.get(name) is not None:
            yield from follow(value[name], rest)
    elif value not in (None, ""):
        yield value
