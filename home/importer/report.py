"""Tells what became of each page: a row for each page and language, a file of them, and a summary."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from html import unescape
from pathlib import Path

from home.importer.links import INVISIBLE

WORD = re.compile(r"\w+")
WHOLE = 0.97  # the least share of a source's words that is not reported as a loss
INLINE_TAG = re.compile(r"</?(?:a|abbr|b|em|font|i|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]*>", re.IGNORECASE | re.DOTALL)


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"
    EDITED = "edited in the hub, unchanged in the file"
    CONFLICT = "changed in the file but edited in the hub, left alone"
    DELETED = "deleted in the hub, left alone"
    NO_SOURCE = "its source page is not in the files, left alone"
    LEFT_OUT = "no longer in the file, left alone"
    FAILED = "failed"


@dataclass
class Row:
    """One page in one language. `words` counts those of the file's HTML, `kept` the share of them that the page has.

    `own_body` says that a translation does not follow its source's blocks; `mended` are pairs of addresses; `problems`
    name what somebody should look at.
    """

    language: str
    path: str
    title: str = ""
    status: Status = Status.SAME
    page_id: int | None = None
    words: int = 0
    kept: float = 1.0
    own_body: bool = False
    links: int = 0
    mended: list[tuple[str, str]] = field(default_factory=list)
    dropped_links: list[str] = field(default_factory=list)
    dropped_images: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def lost(self) -> bool:
        """Whether there are words in the file, and not one of them would be on the page."""
        return self.words > 0 and self.kept == 0


def words_of_html(html: str) -> Counter[str]:
    """Count the words that a reader of `html` sees; it is read independently of the conversion."""
    text = TAG.sub(" ", INLINE_TAG.sub("", html))
    return words_of_text(unescape(text))


def words_of_text(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.translate(INVISIBLE)))


def share(wanted: Counter[str], found: Counter[str]) -> float:
    """Return which share of the words of `wanted`, each as often as it stands there, is in `found`."""
    return (wanted & found).total() / wanted.total() if wanted else 1.0


def write(rows: Sequence[Row], path: Path) -> None:
    """Write the rows as CSV when the file is named so, else as JSON."""
    records = [asdict(row) for row in rows]
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, records[0] if records else [])
            writer.writeheader()
            writer.writerows({name: _cell(value) for name, value in record.items()} for record in records)
    else:
        path.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "\n".join(item if isinstance(item, str) else " → ".join(item) for item in value)
    # A spreadsheet takes a text that begins so for a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in set("=+-@") else value


def summary(rows: Sequence[Row]) -> Iterable[str]:
    """Yield the lines of the summary, the pages that somebody should look at last."""
    read = [row for row in rows if row.status != Status.LEFT_OUT]
    for language, number in Counter(row.language for row in read).items():
        states = Counter(row.status for row in read if row.language == language)
        yield f"{language}: {number} pages, " + ", ".join(
            f"{states[state]} {state}" for state in Status if states[state]
        )
    with_text = [row for row in read if row.words]
    if with_text:
        mean = sum(row.kept * row.words for row in with_text) / sum(row.words for row in with_text)
        lowest = min(row.kept for row in with_text)
        yield f"Words kept: {mean:.2%}, on no page less than {lowest:.2%}."
    yield (
        f"Links: {sum(row.links for row in read)} kept, {sum(len(row.mended) for row in read)} of them mended, "
        f"{sum(len(row.dropped_links) for row in read)} dropped. "
        f"Images: {sum(len(row.dropped_images) for row in read)} not taken over; the report lists them."
    )
    for row in rows:
        notes = [row.status] if row.status not in {Status.NEW, Status.CHANGED, Status.SAME, Status.EDITED} else []
        notes += ["has a body of its own"] * row.own_body
        notes += [f"keeps only {row.kept:.1%} of the words"] * (row.kept < WHOLE)
        if notes:
            yield f"  {row.path}: {'; '.join(notes)}"
