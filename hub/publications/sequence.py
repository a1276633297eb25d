"""The global sequence: one row, whose lock makes sequence order commit order."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from hub.publications.models import Sequence


@contextmanager
def sequence_lock() -> Iterator[Sequence]:
    """Open a transaction of its own that holds the sequence; `value` is stored when it ends.

    What it reads is one snapshot of what was committed before. Page, ancestors and restrictions are several queries: a
    private section that was moved between two of them would look public. On SQLite every transaction begins with the
    write lock (`transaction_mode: IMMEDIATE`), so nobody commits meanwhile. Raises RuntimeError inside another
    transaction: an editor's transaction must never hold this lock.
    """
    is_outermost = not connection.in_atomic_block  # tests may wrap it in a transaction of theirs
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            isolation = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; " if is_outermost else ""
            # A lock of the table, not of the row: a query that waited would go on with the snapshot of its start.
            lock = f"LOCK TABLE {Sequence._meta.db_table} IN EXCLUSIVE MODE"
            with connection.cursor() as cursor:
                cursor.execute(f"{isolation}SET LOCAL lock_timeout = '10s'; {lock}")
        sequence = Sequence.objects.get(pk=1)
        before = sequence.value
        yield sequence
        if sequence.value != before:
            sequence.save(update_fields=["value"])


def make_room(seconds: float) -> None:
    """Pause longer than the sequence was held: editors come first, who wait for the same lock on SQLite."""
    if not connection.in_atomic_block:
        time.sleep(min(5, 1.1 * seconds))


def next_number(sequence: Sequence) -> int:
    """Return the next number of a locked sequence."""
    sequence.value += 1
    return sequence.value
