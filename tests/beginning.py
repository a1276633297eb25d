"""The migrated database, to which it returns after tests that commit: Django's flush and load take seconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from django.db import connection, transaction


def remember() -> Callable[[], None]:
    """Return what gives the database its present content again."""
    return _remember_postgresql() if connection.vendor == "postgresql" else _remember_sqlite()


def _remember_sqlite() -> Callable[[], None]:
    """All of the file is copied to memory and back."""
    contents = sqlite3.connect(":memory:")
    connection.ensure_connection()
    connection.connection.backup(contents)

    def restore() -> None:
        connection.ensure_connection()
        contents.backup(connection.connection)

    return restore


def _remember_postgresql() -> Callable[[], None]:
    """Rows are copied to a schema of their own; tables that differ from it are written again."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute("CREATE SCHEMA beginning")
        for table in tables:
            cursor.execute(f'CREATE TABLE beginning."{table}" AS TABLE "{table}"')
    digest = "SELECT '{0}', md5(string_agg(line::text, '' ORDER BY line::text)) FROM \"{0}\" AS line"
    digests = " UNION ALL ".join(map(digest.format, tables))

    def read(cursor) -> set[tuple[str, str]]:
        cursor.execute(digests)
        return set(cursor.fetchall())

    with connection.cursor() as cursor:
        before = read(cursor)

    def restore() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for table, _digest in read(cursor) - before:  # foreign keys are checked at the end of the transaction
                cursor.execute(f'DELETE FROM "{table}"')
                cursor.execute(f'INSERT INTO "{table}" TABLE beginning."{table}"')

    return restore
