"""What several offices of the demo are declared with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from directory.offices.hours import DAYS
from hub.demo import Block, Prose, Ref, block

WORKDAYS = DAYS[:5]
COORDINATION = Ref("koordinierungsstelle-migration")  # answers for the pages of offices that are not the county's


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
    return _first("monday", timezone.localdate() + timedelta(weeks=weeks))


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def meeting(title: Prose | str, frequency: str, weekday: str, start: str, end: str) -> dict[str, Any]:
    """Return the row of a meeting time that began this month, on the first such weekday."""
    first = _first(weekday, timezone.localdate().replace(day=1))
    return {"title": title, "frequency": frequency, "first": first, "start": start, "end": end}


def _first(weekday: str, day: date) -> date:
    """Return the first such weekday from `day` on."""
    return day + timedelta(days=(DAYS.index(weekday) - day.weekday()) % 7)
