"""Recurring meeting times: their rule as RFC 5545 writes it, in words, and the next days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from directory.offices.hours import DAY_NAMES, DAYS
from directory.offices.opening import closure

FREQUENCIES = {
    "weekly": _("every week"),
    "fortnightly": _("every two weeks"),
    "monthly": _("monthly"),
}
WEEKS = [_("first in the month"), _("second in the month"), _("third in the month"), _("fourth in the month")]
LAST_DAY_OF_FOURTH_WEEK = 28
LOOKED_THROUGH = 60  # times, among which those are looked for on which the office is not closed


def rrule_text(frequency: str, first: date) -> str:
    """Return the rule of a series that begins on `first`, without that day."""
    day = DAYS[first.weekday()][:2].upper()
    if frequency == "monthly":
        return f"FREQ=MONTHLY;BYDAY={week_of(first)}{day}"
    return f"FREQ=WEEKLY;BYDAY={day}" if frequency == "weekly" else f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"


def week_of(day: date) -> int:
    """Return 1 for the first such weekday of the month, up to 4 for the fourth."""
    return min((day.day - 1) // 7 + 1, len(WEEKS))


def in_words(frequency: str, first: date) -> str:
    """Return the rhythm in the active language."""
    rhythm = WEEKS[week_of(first) - 1] if frequency == "monthly" else FREQUENCIES[frequency]
    return _now("%(weekday)s, %(rhythm)s") % {"weekday": DAY_NAMES[DAYS[first.weekday()]], "rhythm": rhythm}


def next_days(
    meeting: Mapping[str, Any], hours: dict, holidays: Mapping[str, str], today: date, number: int = 3
) -> list[date]:
    """Return the next days of a meeting time in a document on which the office is not closed."""
    return list(islice(_days(meeting, hours, holidays, today), number))


def _days(meeting: Mapping[str, Any], hours: dict, holidays: Mapping[str, str], today: date) -> Iterator[date]:
    first = datetime.combine(date.fromisoformat(meeting["first"]), time())
    until = meeting["until"] and date.fromisoformat(meeting["until"])
    rule = rrulestr(meeting["rrule"], dtstart=first)
    for moment in rule.xafter(datetime.combine(today, time()), count=LOOKED_THROUGH, inc=True):
        day = moment.date()
        if until and day > until:
            return
        if not closure(day, hours, holidays)[0]:
            yield day
