"""Django."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import QuerySet


def commit_callbacks() -> Iterator[Callable[[], None]]:
    """Yield the callbacks that wait for the commit of the current transaction, the latest first.

    They are `connection.run_on_commit`: (savepoints, callback, robust). Django drops those of what is rolled back.
    """
    for entry in reversed(connection.run_on_commit):
        yield entry[1]


def delete_without_signals(queryset: QuerySet) -> None:
    """Delete rows with one statement, without their signals and cascades."""
    queryset._raw_delete(queryset.db)
