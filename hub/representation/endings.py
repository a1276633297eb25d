"""Parts of documents that are shown until a moment of their own, such as a name whose owner has agreed to be named.

An object in a document says so with `visible_until`, which maps names of its own to the moment from which they are not
shown, in ISO 8601, or to null where no moment is set and the part may be withdrawn any time; `item` stands for the
object itself. Stored documents are read through `without_ended`, so that a part is gone from every channel in the
second in which it ends. Nothing that may end is given to search indexes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

NAME = "visible_until"
ITEM = "item"
_ENDED: Any = object()


def without_ended(value: Any, moment: datetime) -> Any:
    """Return a document, or a part of it, as it is shown at `moment`."""
    shown = _without(value, moment)
    return None if shown is _ENDED else shown


def without_all(value: Any) -> Any:
    """Return a document without anything that may end."""
    shown = _without(value, None)
    return None if shown is _ENDED else shown


def first_end(value: Any) -> datetime | None:
    """Return when the first part of a document ends; None when no moment is set for any."""
    return min(_ends(value), default=None)


def _without(value: Any, moment: datetime | None) -> Any:
    """Return `value` without what has ended: texts become empty, all else null; items of lists are left out, as blocks
    are whose value has ended.

    Without a moment everything that may end has ended.
    """
    if isinstance(value, list):
        return [shown for item in value if (shown := _without(item, moment)) is not _ENDED]
    if not isinstance(value, dict):
        return value
    ends = value.get(NAME)
    if isinstance(ends, dict):
        ended = {name for name, end in ends.items() if moment is None or _has_passed(end, moment)}
        if ITEM in ended:
            return _ENDED
        empty = {name: "" if isinstance(value.get(name), str) else None for name in ended}
        value = {**value, **empty, NAME: {name: end for name, end in ends.items() if name not in ended}}
    shown = {name: _without(part, moment) for name, part in value.items()}
    if shown.get("value") is _ENDED:
        return _ENDED
    return {name: None if part is _ENDED else part for name, part in shown.items()}


def _has_passed(end: str | None, moment: datetime) -> bool:
    return end is not None and datetime.fromisoformat(end) <= moment


def _ends(value: Any) -> Iterator[datetime]:
    parts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for part in parts:
        yield from _ends(part)
    if isinstance(value, dict) and isinstance(value.get(NAME), dict):
        yield from (datetime.fromisoformat(end) for end in value[NAME].values() if end)
