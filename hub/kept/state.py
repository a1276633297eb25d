"""What decides whether a kept answer is still true, read as it is committed now: one query on a connection of its own.

Django's connection may be in a transaction, whose snapshot would hide what others have committed; and its cursors, with
their signals, take many times as long as this query.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence as Listed
from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import cache
from hashlib import md5
from time import monotonic
from typing import Any, NamedTuple

from django.db import Error, connection, connections
from django.utils import timezone

from hub.publications.models import ConsumerState, FailedChange, Head, OutboxRow, Publication, Sequence
from hub.representation.endings import first_end


class State(NamedTuple):
    """The sequence, the number of the last change in a county (0 for none), and what tells the waiting withdrawals."""

    epoch: str
    value: int
    tombstones_since: int
    head: int
    withdrawals: str

    def of(self, county: str) -> tuple:
        """Return what an answer made of the publications of a county depends on, "" for all counties."""
        changed = (self.head,) if county else (self.value, self.tombstones_since)
        return (self.epoch, md5(self.withdrawals.encode(), usedforsecurity=False).digest(), *changed)


def read(county: str) -> State:
    """Return the state as committed now. Raises django.db.Error when the database does not answer."""
    epoch, value, tombstones_since, head, withdrawals = _first("state", county)
    return State(epoch, value, tombstones_since, head or 0, withdrawals or "")


def indexes() -> str:
    """Return how far the consumers are, which fill the indexes of search, and what they failed to apply."""
    return repr(_first("indexes"))


def rows(query: str, parameters: Listed[Any]) -> list[tuple]:
    """Return the rows of a query, whose parameters stand as %s, as committed now. Raises django.db.Error."""
    return _connection.rows(query, parameters)


def next_end() -> float:
    """Return when the next publication or part of one ends by itself, in seconds since 1970."""
    now = timezone.now()
    value = connections["default"].ops.adapt_datetimefield_value(now)
    *known, is_late = _first("ends", value, value, value)
    ends = [float(end) for end in known if end is not None]
    if is_late:
        # The worker has not renewed the document of what has ended: what is left of it tells when more of it ends.
        late = Publication.objects.filter(changes_at__lte=now).values_list("document", flat=True)
        ends += [end.timestamp() for document in late if (end := first_end(document))]
    return min(ends, default=float("inf"))


def next_midnight() -> float:
    """Return when the day ends in the hub's time zone: pages say what is today, and what is over."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min)).timestamp()


class Connection(threading.local):
    """A connection of this thread in autocommit, which is opened anew when it is lost."""

    def __init__(self) -> None:
        self._django: Any = None
        self._cursor: Any = None  # one for all queries: each takes its whole answer at once

    def rows(self, query: str, parameters: Listed[Any]) -> list[tuple]:
        """Return the rows that a query gives, whose parameters stand as %s. Raises django.db.Error."""
        if self._django is not None and self._django.close_at and monotonic() >= self._django.close_at:
            self._close()
        if self._django is not None:
            try:
                return self._ask(query, parameters)
            except Error:
                self._close()
        self._open()
        return self._ask(query, parameters)

    def _ask(self, query: str, parameters: Listed[Any]) -> list[tuple]:
        with self._django.wrap_database_errors:
            return self._cursor.execute(spelt(query, self._django.vendor), parameters).fetchall()

    def _open(self) -> None:
        django = connections.create_connection("default")
        django.ensure_connection()
        if django.vendor == "postgresql":
            from psycopg import Cursor  # which a hub on SQLite need not load

            django.connection.cursor_factory = Cursor  # Django's puts values into the text, which prevents preparing
            django.connection.prepare_threshold = 1
        self._django, self._cursor = django, django.connection.cursor()

    def _close(self) -> None:
        with suppress(Error):
            self._django.close()
        self._django = self._cursor = None


def spelt(query: str, vendor: str) -> str:
    """Return a query as the driver of a database expects it."""
    return query.replace("%s", "?") if vendor == "sqlite" else query


def _first(name: str, *parameters: Any) -> tuple:
    """Return the first row that a query of this module gives. Raises django.db.Error."""
    return rows(queries()[name], parameters)[0]


@cache
def queries() -> dict[str, str]:
    """Return the queries of this module for the hub's database."""
    consumers, failed = ConsumerState._meta.db_table, FailedChange._meta.db_table
    heads, outbox = Head._meta.db_table, OutboxRow._meta.db_table
    publications, sequence = Publication._meta.db_table, Sequence._meta.db_table
    # Only names of tables are put into them. SQLite would walk the table in the order of its ids but for the plus.
    if connection.vendor == "sqlite":
        seconds = "unixepoch(min({}))"
        waiting = f"SELECT group_concat(id) FROM (SELECT id FROM {outbox} WHERE withdraw ORDER BY +id)"
        listed = "group_concat({})"
    else:
        seconds = "extract(epoch FROM min({}))"
        listed = "string_agg({}, ',')"
        waiting = f"SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM {outbox} WHERE withdraw"
    head = f"SELECT value FROM {heads} WHERE county = %s"
    until, changes = (
        f"SELECT {seconds.format(column)} FROM {publications} WHERE {column} > %s"
        for column in ("visible_until", "changes_at")
    )
    row = "name || ' ' || epoch || ' ' || version || ' ' || cursor"
    reached = f"SELECT {listed.format('line')} FROM (SELECT {row} AS line FROM {consumers} ORDER BY name) AS lines"
    ids = f"SELECT CAST(id AS text) AS line FROM {failed} ORDER BY id"
    refused = f"SELECT {listed.format('line')} FROM ({ids}) AS lines"
    is_late = f"EXISTS (SELECT 1 FROM {publications} WHERE changes_at <= %s)"
    return {
        "state": f"SELECT epoch, value, tombstones_since, ({head}), ({waiting}) FROM {sequence}",
        "indexes": f"SELECT ({reached}), ({refused})",
        "ends": f"SELECT ({until}), ({changes}), {is_late}",
    }


_connection = Connection()
