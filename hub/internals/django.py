"""Django."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile


def commit_callbacks() -> Iterator[Callable[[], None]]:
    """Yield the callbacks that wait for the commit of the current transaction, the latest first.

    They are `connection.run_on_commit`: (savepoints, callback, robust). Django drops those of what is rolled back.
    """
    for entry in reversed(connection.run_on_commit):
        yield entry[1]


def delete_without_signals(queryset: QuerySet) -> None:
    """Delete rows with one statement, without their signals and cascades."""
    queryset._raw_delete(queryset.db)


def is_stored(file: FieldFile) -> bool:
    """Say whether the file of a model's field lies in its storage already, or was just uploaded."""
    return file._committed  # type: ignore[attr-defined]
