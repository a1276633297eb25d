"""Pages that end by themselves: with a day, a moment, or an object that ends, such as the record of an agreement.

A page model names the fields in `ends`. A day ends at midnight in the hub's time zone. An object that a key names has
`visible_until`, the moment of its end or None, and `erased`, which says that copies of the page must not be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.utils import timezone


def end_of_day(day: date) -> datetime:
    """Return the first moment after `day` in the hub's time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def end_of(page: Any) -> datetime | None:
    """Return the moment from which `page` by itself is not shown any more; None when none is set."""
    return min(_moments(page), default=None)


def is_erased(page: Any) -> bool:
    """Say whether an object with which `page` ends asks for copies of the page to be deleted."""
    return any(getattr(page, name).erased for name in end_keys(type(page)) if getattr(page, name))


def end_keys(model: type[models.Model]) -> dict[str, str]:
    """Return the keys among a page model's `ends`, each with the label of the model that it refers to."""
    fields = {name: model._meta.get_field(name) for name in getattr(model, "ends", ())}
    return {
        name: field.related_model._meta.label_lower
        for name, field in fields.items()
        if isinstance(field, models.ForeignKey)
    }


def ends_pages(model: type[models.Model]) -> bool:
    """Say whether pages may end with objects of this model."""
    return all(hasattr(model, name) for name in ("visible_until", "erased"))


def _moments(page: Any) -> Iterator[datetime]:
    for name in getattr(page, "ends", ()):
        value = getattr(page, name)
        end = getattr(value, "visible_until", value)
        if isinstance(end, datetime):
            yield end
        elif end:
            yield end_of_day(end)
