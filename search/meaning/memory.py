"""Rows of a table as arrays in the memory of this process, each row with a varying number of items.

Search compares a question with all pages of a language. Read from the database each time, they would take longer than
the comparison.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Count, Max, QuerySet

SECONDS = 1  # after which what has been asked is asked again
MANY = 500  # new rows; for more all are read again


@dataclass(frozen=True, eq=False)
class Pages:
    """Pages in the order of their rows, and their items, page after page."""

    rows: tuple[int, ...]  # ids
    keys: tuple[UUID, ...]  # translation keys
    counties: np.ndarray  # slugs
    kinds: np.ndarray  # slugs
    counts: np.ndarray  # of the items of each page, 1 or more
    columns: tuple[np.ndarray, ...]  # of the items

    @cached_property
    def stamp(self) -> tuple[int, int]:
        """How many rows these are, and the greatest id: another one if any row has come or gone."""
        return len(self.rows), max(self.rows, default=0)

    @cached_property
    def starts(self) -> np.ndarray:
        return np.cumsum(self.counts) - self.counts

    @cached_property
    def places(self) -> dict[UUID, int]:
        return {key: place for place, key in enumerate(self.keys)}

    def places_of(self, keys: Iterable[UUID]) -> np.ndarray:
        """Return the place of each page, -1 for an unknown one."""
        return np.array([self.places.get(key, -1) for key in keys], int)

    def within(self, county: str, kind: str) -> np.ndarray:
        """Return the places of the pages of a county and a kind, "" for any."""
        chosen = np.ones(len(self.keys), bool)
        if county:
            chosen &= self.counties == county
        if kind:
            chosen &= self.kinds == kind
        return np.flatnonzero(chosen)

    def items(self, places: np.ndarray) -> np.ndarray:
        """Return the numbers of the items of these pages, one page after the other."""
        counts = self.counts[places]
        return np.repeat(self.starts[places] - begins(counts), counts) + np.arange(counts.sum())

    def only(self, places: list[int]) -> Pages:
        if len(places) == len(self.rows):
            return self
        chosen = np.array(places, int)
        items = self.items(chosen)
        return Pages(
            tuple(self.rows[place] for place in places),
            tuple(self.keys[place] for place in places),
            self.counties[chosen],
            self.kinds[chosen],
            self.counts[chosen],
            tuple(column[items] for column in self.columns),
        )

    def and_others(self, others: Pages) -> Pages:
        if not (self.rows and others.rows):
            return self if self.rows else others
        return Pages(
            self.rows + others.rows,
            self.keys + others.keys,
            np.concatenate([self.counties, others.counties]),
            np.concatenate([self.kinds, others.kinds]),
            np.concatenate([self.counts, others.counts]),
            tuple(np.concatenate(both) for both in zip(self.columns, others.columns, strict=True)),
        )


def begins(counts: np.ndarray) -> np.ndarray:
    """Return where each group of items begins that follow each other."""
    return np.cumsum(counts) - counts


def for_a_second(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Return `ask` as a function that remembers for a second what it answered to the same arguments.

    Else each search would ask the database several times whether anything is new; that may be found a second later.
    """
    known: dict[tuple, tuple[float, Any]] = {}

    @wraps(ask)
    def remembering(*arguments: Any) -> Any:
        now = time.monotonic()
        last = known.get(arguments)
        if last is None or now - last[0] >= SECONDS:
            last = known[arguments] = now, ask(*arguments)
        return last[1]

    return remembering


class Memory:
    """Remembers the pages of some querysets; `read` makes them of rows, in the order of their ids."""

    def __init__(self, read: Callable[[QuerySet], Pages]) -> None:
        self._read = read
        self._known: dict[Hashable, Pages] = {}
        self._lock = threading.Lock()

    def get(self, name: Hashable, rows: QuerySet) -> Pages | None:
        """Return the pages of `rows`, which are remembered under `name`; None for no rows.

        One query where nothing has changed: rows come and go, but never change.
        """
        now = rows.aggregate(number=Count("pk"), last=Max("pk", default=0))
        known = self._known.get(name)
        if known is None or known.stamp != (now["number"], now["last"]):
            with self._lock:
                known = self._known[name] = self._changed(self._known.get(name), rows)
        return known if known.rows else None

    def forget(self) -> None:
        self._known.clear()

    def _changed(self, known: Pages | None, rows: QuerySet) -> Pages:
        ids = set(rows.values_list("pk", flat=True))
        new = ids.difference(known.rows) if known else ids
        if known is None or len(new) > MANY:
            return self._read(rows.order_by("pk"))
        left = known.only([place for place, pk in enumerate(known.rows) if pk in ids])
        return left.and_others(self._read(rows.filter(pk__in=new).order_by("pk"))) if new else left
