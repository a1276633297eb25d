"""Gives blocks ids that they keep when a page is imported again, so that translations made in the hub stay."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from uuid import NAMESPACE_URL, uuid5

HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>")


def text_blocks(texts: Sequence[str], stored: Iterable[dict], namespace: str) -> list[dict]:
    """Return the raw data of a StreamField with a text block for each HTML: `[{"type": "text", "value", "id"}]`.

    A block takes the id of the `stored` block (raw data too) with the same HTML, else with the same heading, else, when
    as many are left on both sides, in the same place. Others get an id that follows from `namespace` and their heading.
    """
    unmatched = {block["id"]: block["value"] for block in stored if block["type"] == "text"}
    used_ids = set(unmatched)
    ids: dict[int, str] = {}

    def match(feature: Callable[[str], str | None]) -> None:
        """Pair in their order those that have the same `feature`; None is no feature."""
        candidates: defaultdict[str | None, deque[str]] = defaultdict(deque)
        for block_id, html in unmatched.items():
            candidates[feature(html)].append(block_id)
        candidates.pop(None, None)
        for index, html in enumerate(texts):
            if index not in ids and (same := candidates.get(feature(html))):
                ids[index] = same.popleft()
                del unmatched[ids[index]]

    match(lambda html: html)
    match(lambda html: _heading(html) or None)
    if len(unmatched) == len(texts) - len(ids):
        match(lambda html: "")
    numbers: defaultdict[str, int] = defaultdict(int)
    for index, html in enumerate(texts):
        heading = _heading(html)
        while index not in ids:
            block_id = str(uuid5(NAMESPACE_URL, f"{namespace}#{heading}#{numbers[heading]}"))
            numbers[heading] += 1
            if block_id not in used_ids:
                used_ids.add(block_id)
                ids[index] = block_id
    return [{"type": "text", "value": html, "id": ids[index]} for index, html in enumerate(texts)]


def _heading(html: str) -> str:
    """Return the text of the heading that `html` begins with, whatever its level; empty for none."""
    match = HEADING.match(html)
    return match.group(1) if match else ""
