"""Days, months or years, stored as ISO 8601 writes them: "2017-11-12", "2017-11", "2017"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import formats
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

STORED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
MONTH = re.compile(r"(\d{1,2}) ?[./] ?(\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})\. ?)?([^\W\d]+)\.? (\d{4})")
HOW_TO_WRITE = _("Write a day, a month or a year: 12.11.2017, 11/2017 or 2017.")


def first_day(text: str) -> date:
    """Return the first day of the stored `text`. Raises ValueError when it is none."""
    if not STORED.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(f"{text}-01-01"[:10])


def is_before(text: str, other: str) -> bool:
    """Say whether the stored `text` is earlier than `other`, as far as both are known."""
    known = min(len(text), len(other))
    return text[:known] < other[:known]


def in_words(text: str) -> str:
    """Return the stored `text` in the active language: "12. November 2017", "November 2017", "2017"."""
    style = {4: "Y", 7: "YEAR_MONTH_FORMAT", 10: "DATE_FORMAT"}[len(text)]
    return formats.date_format(first_day(text), style)


def input_text(text: str) -> str:
    """Return the stored `text` as forms show and take it: "12.11.2017" in German."""
    day = first_day(text)
    return {4: text, 7: f"{day:%m/%Y}", 10: formats.localize_input(day)}[len(text)]


def parse(text: str) -> str:
    """Return what `text`, typed in the active language, is stored as. Raises ValidationError saying how to write it."""
    text = " ".join(text.split())
    try:
        if STORED.fullmatch(text):
            first_day(text)
            return text
        if match := MONTH.fullmatch(text):
            return date(int(match[2]), int(match[1]), 1).strftime("%Y-%m")
        if (match := NAMED.fullmatch(text)) and (month := _month(match[2])):
            day = date(int(match[3]), month, int(match[1] or 1)).isoformat()
            return day if match[1] else day[:7]
        return forms.DateField(localize=True).clean(text).isoformat()
    except (ValueError, ValidationError) as error:
        raise ValidationError(HOW_TO_WRITE) from error


def _month(name: str) -> int | None:
    names = ((number, str(word)) for words in (MONTHS, MONTHS_3) for number, word in words.items())
    return next((number for number, word in names if word.casefold() == name.casefold()), None)


def is_stored(text: str) -> bool:
    """Say whether `text` has the form in which partial dates are stored."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def validate(text: str) -> None:
    """Raise ValidationError for what is not stored like this."""
    if not is_stored(text):
        raise ValidationError(HOW_TO_WRITE)


class PartialDateFormField(forms.CharField):
    """Takes a day, a month or a year, as people write them."""

    def prepare_value(self, value: Any) -> Any:
        return input_text(value) if isinstance(value, str) and is_stored(value) else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return parse(text) if text else text

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or "") != self.clean(data)
        except ValidationError:
            return True


class PartialDateField(models.CharField):
    """A day, a month or a year; empty text for none. Sorts by time as the text that it is."""

    default_validators = [validate]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 10, **kwargs})

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PartialDateFormField, "max_length": None, **kwargs})
