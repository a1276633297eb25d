"""The 4-grams of pages in the source language, for the words of it that a question in another language may mean.

The engines hold them, too, but weigh no single gram of a question; the many translations of its words need that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery

from hub.publications.models import Publication
from search.analysis import grams
from search.meaning.memory import Memory, Pages, for_a_second
from search.models import Entry

K1, B = 4, 0.75
# A gram is known by so many bits of its checksum: of 200 grams asked for, about one in a thousand others is taken for
# one of them.
BITS = 18
ID_BYTES = 4
MOST_OFTEN = 255


def gram_id(gram: str) -> int:
    return crc32(gram.encode()) % 2**BITS


def packed(text: str) -> bytes:
    """Return the grams of a text: all their ids, uint32, then how often each occurs, uint8."""
    often = Counter(map(gram_id, grams(text)))
    return np.array(list(often), "<u4").tobytes() + bytes(min(count, MOST_OFTEN) for count in often.values())


def read(rows: QuerySet) -> Pages:
    """Return rows of Entry with the ids of their grams and how often they occur."""
    published = Publication.objects.filter(pk=OuterRef("publication_id"))
    places = {name: Subquery(published.values(name)[:1]) for name in ("county", "kind")}
    found = list(rows.annotate(**places).values_list("pk", "translation_key", "county", "kind", "grams"))
    counts = [len(data) // (ID_BYTES + 1) for *_others, data in found]
    parts = [(bytes(row[4]), count * ID_BYTES) for row, count in zip(found, counts, strict=True)]
    return Pages(
        rows=tuple(row[0] for row in found),
        keys=tuple(row[1] for row in found),
        counties=np.array([row[2] for row in found], object),
        kinds=np.array([row[3] for row in found], object),
        counts=np.array(counts, int),
        columns=(
            np.frombuffer(b"".join(data[:end] for data, end in parts), "<u4"),
            np.frombuffer(b"".join(data[end:] for data, end in parts), np.uint8),
        ),
    )


memory = Memory(read)


@for_a_second
def source_pages() -> Pages | None:
    """Return the pages in the source language with their grams, None without any."""
    rows = Entry.objects.filter(locale=settings.LANGUAGE_CODE, grams__isnull=False)
    return memory.get("source", rows)


@dataclass(frozen=True)
class Index:
    """The grams of pages turned round: the places of the pages that hold each gram, one gram after the other."""

    ends: np.ndarray  # of the places of each gram, by its id
    places: np.ndarray
    shares: np.ndarray  # BM25 of the gram in that page, but for its rarity


@lru_cache(maxsize=2)
def index_of(pages: Pages) -> Index:
    """Return the index of these pages: 15 ms for 1,000."""
    grams, often = pages.columns
    lengths = np.add.reduceat(often, pages.starts, dtype=np.int64)
    norms = np.repeat(K1 * (1 - B + B * lengths / lengths.mean()), pages.counts).astype(np.float32)
    order = np.argsort(grams)
    return Index(
        ends=np.cumsum(np.bincount(grams, minlength=2**BITS)),
        places=np.repeat(np.arange(len(pages.rows), dtype=np.int32), pages.counts)[order],
        shares=(often * np.float32(K1 + 1) / (often + norms))[order],
    )


def scores(pages: Pages, weights: Mapping[str, float], places: np.ndarray) -> np.ndarray:
    """Return the BM25 scores of these pages for weighed grams, as shares of what a page with all of them has."""
    index = index_of(pages)
    by_id = {gram_id(gram): weight for gram, weight in weights.items()}
    ids = np.array(list(by_id), int)
    ends = index.ends[ids]
    documents = ends - np.where(ids, index.ends[ids - 1], 0)
    wanted = np.array(list(by_id.values())) * np.log1p((len(pages.rows) - documents + 0.5) / (documents + 0.5))
    items = np.repeat(ends - np.cumsum(documents), documents) + np.arange(documents.sum())
    values = index.shares[items] * np.repeat(wanted, documents)
    return np.bincount(index.places[items], values, len(pages.rows))[places] / (wanted.sum() or 1)
