"""Gives blocks ids that they keep when a page is imported again, so that what was translated in the hub stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from uuid import NAMESPACE_URL, uuid5

HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>")


def body(texts: Sequence[str], stored: Iterable[dict], name: str) -> list[dict]:
    """Return the raw data of a StreamField with a text block for each HTML: `[{"type": "text", "value", "id"}]`.

    A block takes the id of the `stored` block (raw data too) with the same HTML, else with the same heading, else, when
    as many are left on both sides, the one in the same place. Others get an id made from `name` and their heading.
    """
    free = [(item["id"], item["value"]) for item in stored if item["type"] == "text"]
    taken = {block_id for block_id, _html in free}
    ids: dict[int, str] = {}

    def pair(fits: Callable[[str, str], bool]) -> None:
        for index, html in enumerate(texts):
            match = next((item for item in free if index not in ids and fits(html, item[1])), None)
            if match:
                free.remove(match)
                ids[index] = match[0]

    pair(lambda new, old: new == old)
    pair(lambda new, old: _heading(new) != "" and _heading(new) == _heading(old))
    if len(free) == len(texts) - len(ids):
        pair(lambda new, old: True)
    for index, html in enumerate(texts):
        number = 0
        while index not in ids:
            made = str(uuid5(NAMESPACE_URL, f"{name}#{_heading(html)}#{number}"))
            if made not in taken:
                taken.add(made)
                ids[index] = made
            number += 1
    return [{"type": "text", "value": html, "id": ids[index]} for index, html in enumerate(texts)]


def _heading(html: str) -> str:
    """Return the words of the heading that `html` begins with, whatever its level; empty for none."""
    found = HEADING.match(html)
    return found.group(1) if found else ""
