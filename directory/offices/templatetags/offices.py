"""What an office's page needs to show hours and dates of its document in the visitor's language."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.offices import responsible
from directory.offices.hours import DAY_NAMES
from directory.offices.meetings import next_days
from directory.offices.opening import whole
from directory.offices.public_holidays import public_holidays
from hub.languages import Language
from hub.publications.models import Publication

register = template.Library()

RANGE = re.compile(r"\d\d:\d\d–\d\d:\d\d")


@register.filter
def week(days: list[dict]) -> list[dict]:
    """Return `[{"name", "intervals"}]` of all seven days, or nothing where no day has hours."""
    intervals = {day["day"]: day["intervals"] for day in days}
    return [{"name": name, "intervals": intervals.get(day, [])} for day, name in DAY_NAMES.items()] if days else []


@register.filter
def ranges(summary: str) -> SafeString:
    """Return the hours in one line with each range as an element, which no line break and no direction takes apart."""
    text = conditional_escape(summary.replace("\u2066", "").replace("\u2069", ""))
    return mark_safe(RANGE.sub(r'<bdi class="range" dir="ltr">\g<0></bdi>', text))  # noqa: S308  # escaped above


@register.filter
def to_visit(addresses: list[dict]) -> dict | None:
    """Return the first address of a document that can be visited."""
    return next((item["value"] for item in addresses if item["value"]["kind"] != "postal"), None)


@register.simple_tag
def opening_data(hours: dict, county: dict | None) -> dict[str, Any]:
    """Return what opening.js needs to say in the visitor's language whether the office is open."""
    year = timezone.localdate().year
    language = Language(get_language())
    return {
        "hours": whole(hours),
        "holidays": public_holidays((county or {}).get("land") or "", (year, year + 1), language.code),
        "language": language.code,
        "words": {
            "until": _("Open now until {time}."),
            "open": _("Open day and night."),
            "today": _("Opens today at {time}."),
            "opens": _("Opens on {day} at {time}."),
            "shut": _("Closed now."),
            "shut_today": _("Closed today."),
            "holiday": _("Closed today: public holiday ({label})."),
            "closed": _("Closed today: {label}."),
            "appointment": _("Only by appointment."),
        },
    }


@register.inclusion_tag("offices/parts/responsible_form.html")
def responsible_form(county: dict, what: str, prefix: str) -> dict[str, Any]:
    """Show the form that asks who is responsible in a county (a document), with `what` chosen.

    The ids of its fields begin with `prefix`. It costs four queries.
    """
    form = responsible.form_of(county, Publication.objects.public(), get_language(), what)
    return {"form": form, "prefix": prefix}


@register.filter
def not_over(closings: list[dict]) -> list[dict]:
    """Return the closings that last until today or end later."""
    today = timezone.localdate().isoformat()
    return [closing for closing in closings if closing["to"] >= today]


@register.filter
def to_come(specials: list[dict]) -> list[dict]:
    """Return the special days that are today or later, in their order."""
    today = timezone.localdate().isoformat()
    return sorted((special for special in specials if special["date"] >= today), key=lambda special: special["date"])


@register.simple_tag
def coming_days(meeting: dict, hours: dict, county: dict | None) -> list[date]:
    """Return the next days of a meeting time, without those on which the office is closed."""
    today = timezone.localdate()
    holidays = public_holidays((county or {}).get("land") or "", (today.year, today.year + 1), get_language())
    return next_days(meeting, whole(hours), holidays, today)


@register.filter
def is_to_come(value: str | None) -> bool:
    """Say whether a day of a document, in ISO 8601, is today or later."""
    return value is not None and value >= timezone.localdate().isoformat()


@register.filter
def day(value: str) -> date | None:
    """Return the date that a document gives in ISO 8601."""
    return parse_date(value)
