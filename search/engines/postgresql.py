"""Grams in PostgreSQL: its full text search finds the candidates, and ranks them with rarities counted on our side.

`ts_rank` knows neither how rare a word is nor how long a text, but it sums the weights of the words found, and the four
weights are parameters. So BM25 is put together from it:

* An entry's `vector` holds each gram once, labelled D, C, B or A by how often it occurs (`LABELS`).
* The four weights that go with the labels are the BM25 term of such a frequency in a text of the entry's `length`.
* The grams asked for fall into classes of about equal rarity; each adds its rarity times its `ts_rank`.

Reading vectors takes most of the time, so only candidates are ranked: entries that hold one of the rarest grams.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from django.db import connection

from hub.publications.listsearch import MOST
from hub.publications.models import PublicationQuerySet
from search.analysis import grams
from search.asked import Asked, gram_weights
from search.models import Entry, GramCount
from search.relevance import Ranked

K1, B = 4, 0.75
# Label, from which frequency on, for which frequency it stands in the score.
LABELS = (("D", 1, 1), ("C", 2, 2), ("B", 3, 4), ("A", 6, 9))
CLASS_WIDTH = 0.5
LEAST_RARITY = 0.01
# How many candidates there may be, about. Among 20,000 publications in three languages this saves two thirds of the
# time, and 99 in 100 of the ten best are the same.
CANDIDATES = 4000

ENTRIES = Entry._meta.db_table
COUNTS = GramCount._meta.db_table


def add(entries: Sequence[Entry], texts: Sequence[str]) -> None:
    frequencies = [Counter(grams(text)) for text in texts]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {ENTRIES} SET vector = made.vector::tsvector, length = made.length
            FROM unnest(%s::bigint[], %s::text[], %s::int[]) AS made (id, vector, length)
            WHERE {ENTRIES}.id = made.id
            """,  # noqa: S608 - names of tables
            [
                [entry.pk for entry in entries],
                [" ".join(f"'{gram}':1{label(often)}" for gram, often in counted.items()) for counted in frequencies],
                [counted.total() for counted in frequencies],
            ],
        )
    count(entries, 1)


def remove(entries: Sequence[Entry]) -> None:
    """Take entries that are about to be deleted out of the counts."""
    count(entries, -1)


def count(entries: Sequence[Entry], sign: int) -> None:
    """Add the grams of stored entries to the counts, or take them off."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {COUNTS} (locale, gram, documents)
            SELECT locale, gram, %s * count(*) FROM {ENTRIES}, unnest(tsvector_to_array(vector)) AS gram
            WHERE id = ANY(%s) GROUP BY locale, gram ORDER BY locale, gram
            ON CONFLICT (locale, gram) DO UPDATE SET documents = {COUNTS}.documents + excluded.documents
            """,  # noqa: S608 - names of tables
            [sign, [entry.pk for entry in entries]],
        )


def label(often: int) -> str:
    """Return the label of a gram that occurs `often` times."""
    return next(name for name, least, _worth in reversed(LABELS) if often >= least)


def rank(wanted: Sequence[Asked], locale: str, publications: PublicationQuerySet) -> list[Ranked]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*), avg(length)::float FROM {ENTRIES} WHERE locale = %s", [locale])  # noqa: S608
        total, average = cursor.fetchone()
        known = weighed(wanted, locale, total)
        if not known:
            return []
        classes: dict[float, list[Gram]] = defaultdict(list)
        for gram in known.values():
            classes[gram.weight].append(gram)
        # ts_rank divides by the number of grams.
        score = " + ".join(
            f"{weight * len(members)} * ts_rank(weights, vector, %s::tsquery)" for weight, members in classes.items()
        )
        weights = ", ".join(f"{worth} / ({worth} + norm)" for _label, _least, worth in LABELS)
        public, parameters = publications.filter(locale=locale).values("pk").query.sql_with_params()
        # OFFSET 0 keeps the subquery apart; the concatenation makes a vector be read from storage once, not per class.
        cursor.execute(
            f"""
            SELECT publication_id, {score} AS score
            FROM (
                SELECT publication_id, vector || ''::tsvector AS vector, ARRAY[{weights}]::float4[] AS weights
                FROM (
                    SELECT publication_id, vector, {K1} * ({1 - B} + {B} * length / %s::float) AS norm
                    FROM {ENTRIES} WHERE locale = %s AND vector @@ %s::tsquery AND publication_id IN ({public})
                ) AS candidate
                OFFSET 0
            ) AS weighed
            ORDER BY score DESC LIMIT {MOST}
            """,  # noqa: S608 - names of tables, numbers and a query of Django's; all values are parameters
            [
                *map(any_of, classes.values()),
                average,
                locale,
                any_of(finders(wanted, known)),
                *parameters,
            ],
        )
        return cursor.fetchall()


@dataclass(frozen=True)
class Gram:
    """A gram asked for: in how many entries it is, and its rarity times the weight of its word, rounded so that few
    classes are left.
    """

    text: str
    documents: int
    weight: float


def weighed(wanted: Sequence[Asked], locale: str, total: int) -> dict[str, Gram]:
    """Return those grams that some of the `total` entries of a language hold.

    Rarity is BM25's inverse document frequency, as FTS5 has it.
    """
    weights = gram_weights(wanted)
    counts = GramCount.objects.filter(locale=locale, gram__in=weights, documents__gt=0)
    grams = {}
    for text, documents in counts.values_list("gram", "documents"):
        rarity = math.log((total - documents + 0.5) / (documents + 0.5)) if documents < total else 0
        grams[text] = Gram(
            text, documents, max(round(rarity * weights[text] / CLASS_WIDTH) * CLASS_WIDTH, LEAST_RARITY)
        )
    return grams


def finders(wanted: Sequence[Asked], known: Mapping[str, Gram]) -> list[Gram]:
    """Return the grams by which to find candidates: the rarest of each word, then each word's second rarest, …

    Those that together are in too many entries are left out, but for the first.
    """
    by_word = [
        sorted((known[text] for text in word.grams if text in known), key=lambda gram: gram.documents)
        for word in wanted
    ]
    rounds = [sorted(filter(None, nth), key=lambda gram: gram.documents) for nth in zip_longest(*by_word)]
    chosen: list[Gram] = []
    for gram in chain.from_iterable(rounds):
        if not chosen or sum(one.documents for one in chosen) + gram.documents <= CANDIDATES:
            chosen.append(gram)
    return chosen


def any_of(grams: Sequence[Gram]) -> str:
    """Return the text of a tsquery; grams hold letters, digits and underscores only."""
    return " | ".join(f"'{gram.text}'" for gram in grams)
