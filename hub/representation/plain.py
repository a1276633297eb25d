"""Values as JSON: whatever a field, a block or a method gives passes here on its way into a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.duration import duration_iso_string
from django.utils.functional import Promise


def plain(value: Any) -> Any:
    """Return `value` as JSON, lazy strings in the active language. Raises TypeError for what has no such form.

    Dates, times and durations become ISO 8601, moments in UTC; decimals and UUIDs text, tuples lists.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str | Promise | Decimal | UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    raise TypeError(f"a {type(value).__name__} ({value!r}) has no form in JSON")
