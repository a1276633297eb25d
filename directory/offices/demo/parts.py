"""What several offices of the demo are declared with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from hub.demo import Block, Prose, block

WORKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def lines(*texts: Prose | str) -> list[dict[str, Any]]:
    """Return the rows of a list such as an office's tasks."""
    return [{"text": text} for text in texts]


def county_post(department: str) -> Block:
    """Return the postal address of a department of the county."""
    return block(
        "address",
        kind="postal",
        name=f"Landkreis Auental, {department}",
        po_box="11 20",
        postal_code="05108",
        town="Auenstadt",
    )


def turn_of_the_year() -> Block:
    """Return the closing days between Christmas and New Year's Eve of this year."""
    year = timezone.localdate().year
    return block("closed", first=f"{year}-12-24", last=f"{year}-12-31", reason="holidays")


def first_monday(weeks: int) -> date:
    """Return the Monday that is at least so many weeks from today."""
    day = timezone.localdate() + timedelta(weeks=weeks)
    return day + timedelta(days=-day.weekday() % 7)
