"""Reading wagtail-localize's string data: text with inline marks (`<b>`, `<a id="a1">`, `<br>`), escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

TAG = re.compile(r"<(/?)([a-z]+)(?:\s+id=[\"']([^\"']*)[\"'])?[^<>]*>", re.IGNORECASE)
WHITESPACE = re.compile(r" *[\t\r\n][\t\r\n ]*")  # how HTML was written, not what it shows
SAME = {"strong": "b", "em": "i"}


@dataclass(frozen=True)
class Mark:
    """An inline element other than `<br>`: `name` is "b" for `<strong>` too, "i" for `<em>`; `id` is "" without one."""

    name: str
    id: str
    text: str


@dataclass(frozen=True)
class StringData:
    """`text` is plain, with a line break for each `<br>`."""

    text: str
    marks: tuple[Mark, ...]


@lru_cache(maxsize=4096)
def read(data: str) -> StringData:
    """Read string data, also where a translator has left an element open."""
    text = ""
    end = 0
    open_marks: list[tuple[str, str, int]] = []
    marks: list[tuple[int, Mark]] = []
    data = WHITESPACE.sub(" ", data)
    for tag in TAG.finditer(data):
        text += unescape(data[end : tag.start()])
        end = tag.end()
        name = SAME.get(tag[2].lower(), tag[2].lower())
        if name == "br":
            text += "\n"
        elif not tag[1]:
            open_marks.append((name, tag[3] or "", len(text)))
        elif open_marks and open_marks[-1][0] == name:
            name, identifier, start = open_marks.pop()
            marks.append((start, Mark(name, identifier, text[start:].strip())))
    text += unescape(data[end:])
    return StringData(text, tuple(mark for _start, mark in sorted(marks, key=lambda item: item[0])))
