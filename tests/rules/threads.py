"""Several people at once: actions in threads, each with a database connection of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from django.db import connection, transaction


def in_threads(*actions: Callable[[], None]) -> list[BaseException]:
    """Run all at once, wait for them, and return what they raised."""
    errors = []

    def run(action: Callable[[], None]) -> None:
        try:
            action()
        except BaseException as error:  # noqa: BLE001 - reported to the test's own thread
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads)
    return errors


def interleaved(
    first: Callable[[], object], second: Callable[[], object], then: Callable[[], object] = lambda: None
) -> list[BaseException]:
    """Run `first`, then `second` in another transaction until it waits for the first one, then `then` in the first.

    Returns what they raised. Needs PostgreSQL.
    """
    entered, finished = threading.Event(), threading.Event()

    def slow() -> None:
        try:
            with transaction.atomic():
                first()
                entered.set()
                while not somebody_waits_for_us() and not finished.is_set():
                    time.sleep(0.01)
                then()
        finally:
            entered.set()

    def quick() -> None:
        assert entered.wait(60)
        try:
            second()
        finally:
            finished.set()

    return in_threads(slow, quick)


def somebody_waits_for_us() -> bool:
    """Say whether another session waits for a lock that this one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]
