"""The values of a document's facets: by which lists are filtered, and what readers see of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import override

from hub.plugins import Facet, FacetType, Kind
from hub.representation.texts import follow

LONGEST = 255


class FacetValue(NamedTuple):
    """One value of the facet `name`, as it stands in addresses; `number` is what ranges compare."""

    name: str
    value: str
    label: str
    number: float | None


def facet_values(kind: Kind, document: dict, language: str) -> list[FacetValue]:
    """Return the values that a document has of its kind's facets, each once, in a fixed order."""
    with override(language):
        found = (value for facet in kind.facets for value in values_of(facet, document))
        return sorted({(value.name, value.value): value for value in found}.values(), key=lambda value: value[:2])


def values_of(facet: Facet, document: dict) -> Iterator[FacetValue]:
    """Yield the values of a facet, with labels in the active language; what is not of its type is passed over."""
    above, _dot, name = facet.source.rpartition(".")
    label_name = facet.label_source.rpartition(".")[2]
    for holder in follow(document, above):
        for raw in follow(holder, name):
            kind = "boolean" if facet.type == "text" and isinstance(raw, bool) else facet.type
            try:
                value, number = read(kind, raw)
            except ValueError:
                continue
            label = next(follow(holder, label_name), value) if label_name else label_of(kind, value)
            yield FacetValue(facet.name, value, str(label)[:LONGEST], number)


def read(kind: FacetType, raw: Any) -> tuple[str, float | None]:
    """Return a value as it stands in addresses, and the number by which it is compared, if by any.

    `raw` stands in a document or in an address. Raises ValueError, which says what would be right.
    """
    if kind == "number":
        number = read_number(raw)
        return str(json_number(number)), number
    if kind == "date":
        day = read_date(raw)
        return day.isoformat(), day.toordinal()
    text = str(raw)[:LONGEST]
    if kind == "boolean":
        text = text.lower()
        if text not in ("true", "false"):
            raise ValueError("it must be true or false")
    return text, None


def read_number(raw: Any) -> float:
    try:
        number = float(raw)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise ValueError("it must be a number")
    return number


def read_date(raw: Any) -> date:
    """Return the day of a date or, in the hub's time zone, of a time in ISO 8601."""
    try:
        moment = parse_datetime(str(raw))
    except ValueError:
        moment = None
    if moment is None:
        raise ValueError("it must be a date such as 2026-12-31")
    return (timezone.localtime(moment) if timezone.is_aware(moment) else moment).date()


def label_of(kind: FacetType, value: str) -> str:
    """Return what readers of the active language see of a value that has no label in the document."""
    if kind == "number":
        return formats.localize(json_value(kind, value))
    if kind == "date":
        return formats.date_format(date.fromisoformat(value))
    if kind == "boolean":
        return _("Yes") if value == "true" else _("No")
    return value


def json_value(kind: FacetType, value: str) -> str | bool | int | float:
    """Return a value, as it stands in addresses, in the facet's type."""
    if kind == "number":
        return json_number(float(value))
    return value == "true" if kind == "boolean" else value


def json_number(number: float) -> int | float:
    return int(number) if number == int(number) else number
