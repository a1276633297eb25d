"""What decides whether a kept answer is still true, read as it is committed now: one query on a connection of its own.

Django's connection may be in a transaction, whose snapshot would hide what others have committed; and its cursors, with
their signals, take many times as long as this query.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from collections.abc import Sequence as Listed
from contextlib import suppress
from datetime import datetime, time, timedelta
from hashlib import md5
from time import monotonic
from typing import Any, NamedTuple

from django.db import Error, connections
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
    epoch, value, tombstones_since, head, withdrawals = _connection.first("state", county)
    return State(epoch, value, tombstones_since, head or 0, withdrawals or "")


def indexes() -> str:
    """Return how far the consumers are, which fill the indexes of search, and what they failed to apply."""
    return repr(_connection.first("indexes"))


def rows(query: str, parameters: Listed[Any]) -> list[tuple]:
    """Return the rows of a query, whose parameters stand as %s, as committed now. Raises django.db.Error."""
    return _connection.rows(query, parameters)


def next_end() -> float:
    """Return when the next publication or part of one ends by itself, in seconds since 1970."""
    now = timezone.now()
    value = connections["default"].ops.adapt_datetimefield_value(now)
    *known, is_late = _connection.first("ends", value, value, value)
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

    def first(self, name: str, *parameters: Any) -> tuple:
        """Return the first row that a query of this module gives. Raises django.db.Error."""
        return self._asked(lambda: self._execute(self._queries[name], parameters).fetchone())

    def rows(self, query: str, parameters: Listed[Any]) -> list[tuple]:
        """Return the rows that a query gives, whose parameters stand as %s. Raises django.db.Error."""
        return self._asked(lambda: self._execute(self._spelt(query), parameters).fetchall())

    def _asked(self, ask: Callable[[], Any]) -> Any:
        if self._django is not None and self._django.close_at and monotonic() >= self._django.close_at:
            self._close()
        if self._django is not None:
            try:
                with self._django.wrap_database_errors:
                    return ask()
            except Error:
                self._close()
        self._open()
        with self._django.wrap_database_errors:
            return ask()

    def _execute(self, query: str, parameters: Listed[Any]) -> Any:
        return self._django.connection.execute(query, parameters)

    def _spelt(self, query: str) -> str:
        return query.replace("%s", "?") if self._django.vendor == "sqlite" else query

    def _open(self) -> None:
        django = connections.create_connection("default")
        django.ensure_connection()
        if django.vendor == "postgresql":
            from psycopg import Cursor  # which a hub on SQLite need not load

            django.connection.cursor_factory = Cursor  # Django's puts values into the text, which prevents preparing
            django.connection.prepare_threshold = 1
        self._django, self._queries = django, queries(django.vendor)

    def _close(self) -> None:
        with suppress(Error):
            self._django.close()
        self._django = None


def queries(vendor: str) -> dict[str, str]:
    """Return the queries of this module for a database."""
    consumers, failed = ConsumerState._meta.db_table, FailedChange._meta.db_table
    heads, outbox = Head._meta.db_table, OutboxRow._meta.db_table
    publications, sequence = Publication._meta.db_table, Sequence._meta.db_table
    # Only names of tables are put into them. SQLite would walk the table in the order of its ids but for the plus.
    if vendor == "sqlite":
        value, seconds = "?", "strftime('%s', min({}))"
        waiting = f"SELECT group_concat(id) FROM (SELECT id FROM {outbox} WHERE withdraw ORDER BY +id)"  # noqa: S608
        listed = "group_concat({})"
    else:
        value, seconds = "%s", "extract(epoch FROM min({}))"
        listed = "string_agg({}, ',')"
        waiting = f"SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM {outbox} WHERE withdraw"  # noqa: S608
    head = f"SELECT value FROM {heads} WHERE county = {value}"  # noqa: S608
    until, changes = (
        f"SELECT {seconds.format(column)} FROM {publications} WHERE {column} > {value}"  # noqa: S608
        for column in ("visible_until", "changes_at")
    )
    row = "name || ' ' || epoch || ' ' || version || ' ' || cursor"
    reached = f"SELECT {listed.format('line')} FROM (SELECT {row} AS line FROM {consumers} ORDER BY name) AS lines"  # noqa: S608
    ids = f"SELECT CAST(id AS text) AS line FROM {failed} ORDER BY id"  # noqa: S608
    refused = f"SELECT {listed.format('line')} FROM ({ids}) AS lines"  # noqa: S608
    is_late = f"EXISTS (SELECT 1 FROM {publications} WHERE changes_at <= {value})"  # noqa: S608
    return {
        "state": f"SELECT epoch, value, tombstones_since, ({head}), ({waiting}) FROM {sequence}",  # noqa: S608
        "indexes": f"SELECT ({reached}), ({refused})",
        "ends": f"SELECT ({until}), ({changes}), {is_late}",
    }


_connection = Connection()
