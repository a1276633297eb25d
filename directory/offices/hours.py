"""Opening hours: one line of text for each weekday, as people write them, stored as intervals."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

# As schema.org names them, in the order of ISO 8601.
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORKING_DAYS = 5
DAY_NAMES = {day: WEEKDAYS[number] for number, day in enumerate(DAYS)}

TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?"
INTERVAL = re.compile(rf"{TIME}\s*(?:-|–|—|bis|to)\s*{TIME}", re.IGNORECASE)
SEPARATOR = re.compile(r"[,;/+&]|\b(?:und|and)\b", re.IGNORECASE)

Interval = list[str]


def read_day(text: str) -> list[Interval]:
    """Return the intervals written in `text`: `"8.30-12, 13-16 Uhr"` gives `[["08:30", "12:00"], ["13:00", "16:00"]]`.

    A day may end at 24:00. Raises ValidationError for what is no interval, ends before it starts, or overlaps.
    """
    intervals = sorted(_read_interval(part.strip()) for part in SEPARATOR.split(text) if part.strip())
    for earlier, later in pairwise(intervals):
        if later[0] < earlier[1]:
            raise ValidationError(
                _("%(earlier)s and %(later)s overlap."),
                params={"earlier": "–".join(earlier), "later": "–".join(later)},
            )
    return intervals


def _read_interval(text: str) -> Interval:
    match = INTERVAL.fullmatch(text)
    hours = [(int(match[group]), int(match[group + 1] or 0)) for group in (1, 3)] if match else []
    if not hours or any((hour, minute) > (24, 0) or minute > 59 for hour, minute in hours):
        raise ValidationError(
            _("“%(text)s” is not understood. Write it such as 8:30–12, 13–16; leave the day empty when closed."),
            params={"text": text},
        )
    start, end = (f"{hour:02}:{minute:02}" for hour, minute in hours)
    if end <= start:
        raise ValidationError(
            _("%(interval)s ends before it starts. Write hours of the same day."), params={"interval": f"{start}–{end}"}
        )
    return [start, end]


def write_day(intervals: list[Interval]) -> str:
    """Return intervals as an editor sees them: `"08:30–12:00, 13:00–16:00"`."""
    return ", ".join("–".join(interval) for interval in intervals)


def summary(hours: dict[str, list[Interval]]) -> str:
    """Return a week in one line of the active language: `"Mon–Thu 08:30–12:00, 13:00–16:00; Fri 08:30–12:00"`.

    Each interval is between characters that keep its order in a language written from right to left.
    """
    comma, semicolon = pgettext("between the items of a list", ", "), pgettext("between the days of a week", "; ")
    runs: list[tuple[list[str], list[Interval]]] = []
    for number, day in enumerate(DAYS):
        intervals = hours.get(day, [])
        name = str(WEEKDAYS_ABBR[number])
        if runs and runs[-1][1] == intervals:
            runs[-1][0].append(name)
        else:
            runs.append(([name], intervals))
    return semicolon.join(
        f"{names[0] if len(names) == 1 else f'{names[0]}–{names[-1]}'} "
        + comma.join(f"\u2066{start}–{end}\u2069" for start, end in intervals)
        for names, intervals in runs
        if intervals
    )


class HoursWidget(forms.MultiWidget):
    """One line for each weekday. A script offers to copy the hours of one to the working days after it."""

    template_name = "offices/hours_widget.html"
    use_fieldset = True

    class Media:
        css = {"all": ["offices/hours_widget.css"]}
        js = ["offices/hours_widget.js"]

    def __init__(self) -> None:
        super().__init__({day: forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}) for day in DAYS})

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        for widget, day in zip(context["widget"]["subwidgets"], DAYS, strict=True):
            widget["label"] = DAY_NAMES[day]
            widget["is_copied"] = day in DAYS[: WORKING_DAYS - 1]
            if day in DAYS[:WORKING_DAYS]:
                widget["attrs"]["data-working-day"] = ""
            if "aria-invalid" in widget["attrs"] and _is_right(widget["value"]):
                del widget["attrs"]["aria-invalid"]  # Django marks all days where one is wrong
        return context

    def decompress(self, value: dict | None) -> list[str]:
        return [write_day((value or {}).get(day, [])) for day in DAYS]


def _is_right(text: str | None) -> bool:
    try:
        read_day(text or "")
    except ValidationError:
        return False
    return True


class HoursFormField(forms.MultiValueField):
    widget = HoursWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            [forms.CharField(required=False, max_length=100) for _day in DAYS], require_all_fields=False, **kwargs
        )

    def compress(self, texts: list[str]) -> dict[str, str]:
        return {day: text for day, text in zip(DAYS, texts, strict=False) if text}

    def clean(self, value: Any) -> dict[str, list[Interval]]:
        return read_week(super().clean(value))


def read_week(week: dict[str, str | list[Interval]]) -> dict[str, list[Interval]]:
    """Return the hours of a week, given as text or intervals by day, without the closed days.

    Raises ValidationError with a message for each day that is wrong.
    """
    if not isinstance(week, dict) or not set(week) <= set(DAYS):
        raise ValidationError(_("Give the hours by day, from monday to sunday."))
    hours, errors = {}, []
    for day in DAYS:
        given = week.get(day) or ""
        try:
            hours[day] = read_day(given if isinstance(given, str) else write_day(given))
        except ValidationError as error:
            message = error.message % (error.params or {})
            errors.append(
                ValidationError(_("%(day)s: %(message)s"), params={"day": DAY_NAMES[day], "message": message})
            )
    if errors:
        raise ValidationError(errors)
    return {day: intervals for day, intervals in hours.items() if intervals}


class HoursField(models.JSONField):
    """Hours by day: `{"monday": [["08:30", "12:00"]]}`. Until it is cleaned a day may be text: `"8:30-12, 13-16"`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return HoursFormField(label=capfirst(self.verbose_name), help_text=self.help_text, required=not self.blank)

    def clean(self, value: Any, model_instance: models.Model | None) -> dict[str, list[Interval]]:
        return read_week(value or {})
