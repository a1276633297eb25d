"""Days on which the demo's groups meet."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def next_day(weekday: str, weeks: int) -> date:
    """Return the first such weekday that is at least so many weeks from today; before today for a negative number."""
    day = timezone.localdate() + timedelta(weeks=weeks)
    return day + timedelta(days=(WEEKDAYS.index(weekday) - day.weekday()) % 7)
