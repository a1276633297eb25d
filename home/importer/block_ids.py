"""Gives blocks ids that they keep when a page is imported again, so that translations made in the hub stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from uuid import NAMESPACE_URL, uuid5

HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>")


def text_blocks(texts: Sequence[str], stored: Iterable[dict], namespace: str) -> list[dict]:
    """Return the raw data of a StreamField with a text block for each HTML: `[{"type": "text", "value", "id"}]`.

    A block takes the id of the `stored` block (raw data too) with the same HTML, else with the same heading, else, when
    as many are left on both sides, in the same place. Others get an id that follows from `namespace` and their heading.
    """
    unmatched = [(block["id"], block["value"]) for block in stored if block["type"] == "text"]
    used_ids = {block_id for block_id, _html in unmatched}
    ids: dict[int, str] = {}

    def match(is_same: Callable[[str, str], bool]) -> None:
        for index, html in enumerate(texts):
            block = next((block for block in unmatched if index not in ids and is_same(html, block[1])), None)
            if block:
                unmatched.remove(block)
                ids[index] = block[0]

    match(lambda new, old: new == old)
    match(lambda new, old: _heading(new) != "" and _heading(new) == _heading(old))
    if len(unmatched) == len(texts) - len(ids):
        match(lambda new, old: True)
    for index, html in enumerate(texts):
        number = 0
        while index not in ids:
            block_id = str(uuid5(NAMESPACE_URL, f"{namespace}#{_heading(html)}#{number}"))
            if block_id not in used_ids:
                used_ids.add(block_id)
                ids[index] = block_id
            number += 1
    return [{"type": "text", "value": html, "id": ids[index]} for index, html in enumerate(texts)]


def _heading(html: str) -> str:
    """Return the text of the heading that `html` begins with, whatever its level; empty for none."""
    match = HEADING.match(html)
    return match.group(1) if match else ""
