"""Reports what became of each page: a row for each page and language, as a file and as a summary."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

LOSS_THRESHOLD = 0.97  # a page with a lower share of its source's words is listed in the summary


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EDITED = "edited in the hub, unchanged in the file"
    CONFLICT = "changed in the file but edited in the hub, left alone"
    DELETED = "deleted in the hub, left alone"
    ELSEWHERE = "stands in another county, left alone"
    NO_SOURCE = "its source page is not in the files, left alone"
    MISSING = "no longer in the file, left alone"
    FAILED = "failed"


ROUTINE = {Status.NEW, Status.CHANGED, Status.UNCHANGED, Status.EDITED}


@dataclass
class Row:
    """A page in one language. `words` counts those of the file's HTML, `word_share` is the share the page preserves.

    `own_body` says that a translation does not follow its source's blocks; `repaired_links` are pairs (address in the
    file, repaired address); `problems` say in English what somebody should look at.
    """

    language: str
    path: str
    title: str = ""
    status: Status = Status.UNCHANGED
    page_id: int | None = None
    words: int = 0
    word_share: float = 1.0
    own_body: bool = False
    links: int = 0
    repaired_links: list[tuple[str, str]] = field(default_factory=list)
    dropped_links: list[str] = field(default_factory=list)
    dropped_images: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def is_unreadable(self) -> bool:
        """Whether the file has words for the page, and the conversion preserved none of them."""
        return self.words > 0 and self.word_share == 0


def write(rows: Sequence[Row], path: Path) -> None:
    """Write the rows as CSV when the file's name ends so, else as JSON."""
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
    # A spreadsheet would run a text that begins with one of these as a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in set("=+-@") else value


def summary(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the summary, the pages that somebody should look at last."""
    in_files = [row for row in rows if row.status != Status.MISSING]
    for language, number in Counter(row.language for row in in_files).items():
        statuses = Counter(row.status for row in in_files if row.language == language)
        yield f"{language}: {number} pages, " + ", ".join(
            f"{statuses[status]} {status}" for status in Status if statuses[status]
        )
    with_text = [row for row in in_files if row.words]
    if with_text:
        mean = sum(row.word_share * row.words for row in with_text) / sum(row.words for row in with_text)
        lowest = min(row.word_share for row in with_text)
        yield f"Words kept: {mean:.2%}, on no page less than {lowest:.2%}."
    yield (
        f"Links: {sum(row.links for row in in_files)} kept, "
        f"{sum(len(row.repaired_links) for row in in_files)} of them repaired, "
        f"{sum(len(row.dropped_links) for row in in_files)} dropped. "
        f"Images: {sum(len(row.dropped_images) for row in in_files)} not imported; the report lists them."
    )
    for row in rows:
        remarks = [] if row.status in ROUTINE else [str(row.status)]
        if row.own_body:
            remarks.append("has a body of its own")
        if row.word_share < LOSS_THRESHOLD:
            remarks.append(f"keeps only {row.word_share:.1%} of the words")
        if remarks:
            yield f"  {row.path}: {'; '.join(remarks)}"
