"""Grams in SQLite: an FTS5 table for each language, so that rarity is that within the language.

A language's table is made when its first page is published: the languages of a hub change without a migration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection

from hub.publications.listsearch import MOST
from hub.publications.models import PublicationQuerySet
from search.analysis import grams
from search.asked import Asked, gram_weights
from search.models import Entry
from search.relevance import Ranked

# FTS5 fixes k1 at 1.2 and b at 0.75. A column's weight multiplies how often a gram occurs, but not the length of the
# text: the weight 0.3 makes it BM25 with k1 = 1.2 / 0.3 = 4 (https://www.sqlite.org/fts5.html#the_bm25_function).
WEIGHT = 0.3


def add(entries: Sequence[Entry], texts: Sequence[str]) -> None:
    rows = defaultdict(list)
    for entry, text in zip(entries, texts, strict=True):
        rows[entry.locale].append((entry.pk, " ".join(grams(text))))
    with connection.cursor() as cursor:
        for locale, found in rows.items():
            # The tokenizer `ascii` takes every letter beyond ASCII as part of a word: it leaves our grams as they are.
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {table(locale)} "
                "USING fts5(grams, tokenize = \"ascii tokenchars '_'\")"
            )
            cursor.executemany(f"INSERT OR REPLACE INTO {table(locale)} (rowid, grams) VALUES (%s, %s)", found)  # noqa: S608


def remove(entries: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        for entry in entries:
            cursor.execute(f"DELETE FROM {table(entry.locale)} WHERE rowid = %s", [entry.pk])  # noqa: S608


def rank(wanted: Sequence[Asked], locale: str, publications: PublicationQuerySet) -> list[Ranked]:
    public, parameters = publications.filter(locale=locale).values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s", [table(locale).strip('"')])
        if cursor.fetchone() is None:
            return []
        # CROSS JOIN keeps SQLite from asking the full text once for each entry.
        cursor.execute(
            f"""
            SELECT entry.publication_id, -bm25({table(locale)}, {WEIGHT}) AS score
            FROM {table(locale)} CROSS JOIN {Entry._meta.db_table} AS entry ON entry.id = {table(locale)}.rowid
            WHERE {table(locale)} MATCH %s AND entry.publication_id IN ({public})
            ORDER BY score DESC LIMIT {MOST}
            """,  # noqa: S608 - names of tables and a query of Django's; all values are parameters
            [any_of(wanted), *parameters],
        )
        return cursor.fetchall()


def any_of(wanted: Sequence[Asked]) -> str:
    """Return the text of an FTS5 query that names each gram as often as its weight says, since FTS5 counts each naming.

    Words that weigh next to nothing are left out, unless there are no others; halves and quarters find no better.
    """
    times = {gram: round(weight) for gram, weight in gram_weights(wanted).items()}
    return " OR ".join(f'"{gram}"' for gram, count in times.items() for _ in range(count if any(times.values()) else 1))


def table(locale: str) -> str:
    """Return the quoted name of a language's table; `locale` holds letters, digits and hyphens."""
    return f'"search_{locale.replace("-", "_").lower()}_grams"'
