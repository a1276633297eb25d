"""Until when something has to be done, counted from an event: “within 2 weeks”."""

from __future__ import annotations

from typing import TypedDict

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

UNITS = {"days": _("days"), "weeks": _("weeks"), "months": _("months")}

# The functional form: `from` is a word of Python. It names the event, and may be empty; `duration` is one of ISO 8601.
Deadline = TypedDict("Deadline", {"number": int, "unit": str, "duration": str, "text": str, "from": str})


def deadline(number: int | None, unit: str | None, event: str) -> Deadline | None:
    """Return the API form of a deadline with its words in the active language, None for none."""
    if not number or unit not in UNITS:
        return None
    return {
        "number": number,
        "unit": unit,
        "duration": f"P{number}{unit[0].upper()}",
        "text": in_words(number, unit),
        "from": event,
    }


def in_words(number: int, unit: str) -> str:
    values = {"number": number}
    if unit == "days":
        return ngettext("within %(number)d day", "within %(number)d days", number) % values
    if unit == "weeks":
        return ngettext("within %(number)d week", "within %(number)d weeks", number) % values
    return ngettext("within %(number)d month", "within %(number)d months", number) % values
