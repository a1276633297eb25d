"""What an office's page needs to show hours and dates of its document in the visitor's language."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_date

from directory.offices.hours import DAY_NAMES

register = template.Library()


@register.filter
def week(days: list[dict]) -> list[dict]:
    """Return `[{"name", "intervals"}]` of all seven days, or nothing where no day has hours."""
    intervals = {day["day"]: day["intervals"] for day in days}
    return [{"name": name, "intervals": intervals.get(day, [])} for day, name in DAY_NAMES.items()] if days else []


@register.filter
def not_over(closings: list[dict]) -> list[dict]:
    """Return the closings that last until today or end later."""
    today = timezone.localdate().isoformat()
    return [closing for closing in closings if closing["to"] >= today]


@register.filter
def day(value: str) -> date | None:
    """Return the date that a document gives in ISO 8601."""
    return parse_date(value)
