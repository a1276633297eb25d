"""docs/seeds.md: every concept of real offices' pages has a field, and its value stands where the table says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hub.publications.models import Publication
from hub.representation.texts import follow

TABLES = Path(__file__).parents[1] / "docs" / "seeds.md"


class Row(NamedTuple):
    concept: str
    source: str
    field: str
    page: str
    path: str
    value: str


def rows() -> Iterator[Row]:
    for line in TABLES.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] != "concept" and set(line) - set("|- "):
            yield Row(*cells)


def test_every_row_is_whole():
    for row in rows():
        assert all(row), row
        assert set(re.split(", ", row.source)) <= {"harz", "saalekreis", "wesermarsch", "wittenberg", "projekte"}, row


def missing_values() -> dict[str, object]:
    """Return for each row whose value does not stand in the demo's page what is there instead, by concept."""
    documents = {item.slug: item.document for item in Publication.objects.filter(locale="de")}
    missing: dict[str, object] = {}
    for row in rows():
        found = {str(value) for value in follow(documents.get(row.page), row.path)}
        if row.value not in found or row.value.startswith("<"):
            missing[row.concept] = found or f"nothing at {row.page} {row.path}"
    return missing
