"""The global sequence: one row, whose lock makes sequence order commit order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from hub.publications.models import Sequence


@contextmanager
def sequence_lock() -> Iterator[Sequence]:
    """Open a transaction of its own that holds the sequence; `value` is stored when it ends.

    On SQLite every transaction begins with the write lock (`transaction_mode: IMMEDIATE`). Raises RuntimeError inside
    another transaction: an editor's transaction must never hold this lock.
    """
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '10s'")
        sequence = Sequence.objects.select_for_update().get(pk=1)
        before = sequence.value
        yield sequence
        if sequence.value != before:
            sequence.save(update_fields=["value"])


def next_number(sequence: Sequence) -> int:
    """Return the next number of a locked sequence."""
    sequence.value += 1
    return sequence.value
