"""Vectors as numbers: how they are stored, and how like one the pages of a language are.

Each number is stored as an int8 with one scale per vector, which finds as well as float32 (bench/search_quality.py).
"""

from __future__ import annotations

from uuid import UUID

import numpy as np
from django.db.models import QuerySet

from search.meaning.memory import Memory, Pages, begins, for_a_second
from search.meaning.passages import HASH_BYTES
from search.models import PageVectors, QuestionMean

# How much a page's best passage counts against the others: the mean of exp(60 s), measured.
SHARPNESS = 60
SCALE_BYTES = 4
BLOCK = 4096  # passages multiplied at once: their float32 numbers stay in the processor's cache


def to_bytes(vectors: np.ndarray) -> list[bytes]:
    """Return vectors, float32 (n, dimensions), each in the form of which `PageVectors.numbers` are made."""
    scales = np.abs(vectors).max(axis=1, keepdims=True).astype(np.float32) / 127
    numbers = np.rint(vectors / scales).astype(np.int8)
    return [row.tobytes() for row in np.hstack([scales.view(np.int8), numbers])]


def read(rows: QuerySet) -> Pages:
    """Return rows of PageVectors with the scales and the numbers (int8, n x dimensions) of their passages."""
    columns = ("pk", "translation_key", "county", "kind", "hashes", "numbers")
    found = list(rows.values_list(*columns).iterator(chunk_size=1000))
    counts = [len(hashes) // HASH_BYTES for *_others, hashes, _numbers in found]
    data = np.frombuffer(b"".join(bytes(numbers) for *_others, numbers in found), np.int8)
    data = data.reshape(sum(counts), -1) if found else np.empty((0, SCALE_BYTES), np.int8)
    return Pages(
        rows=tuple(row[0] for row in found),
        keys=tuple(row[1] for row in found),
        counties=np.array([row[2] for row in found], object),
        kinds=np.array([row[3] for row in found], object),
        counts=np.array(counts, int),
        columns=(
            data[:, :SCALE_BYTES].copy().view(np.float32).ravel(),
            np.ascontiguousarray(data[:, SCALE_BYTES:]),
        ),
    )


memory = Memory(read)


@for_a_second
def vectors_of(locale: str, model: str) -> Pages | None:
    """Return the vectors that there are in a language now, None without any."""
    return memory.get((locale, model), PageVectors.objects.filter(model=model, locale=locale))


def dimensions(pages: Pages) -> int:
    return pages.columns[1].shape[1]


def similarities(pages: Pages, vector: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return how like a vector each of these pages is: about as its best passage."""
    if not len(places):
        return np.empty(0, np.float32)
    counts = pages.counts[places]
    each = np.exp(SHARPNESS * products(pages, vector, pages.items(places)))
    return np.log(np.add.reduceat(each, begins(counts)) / counts) / SHARPNESS


def passage_similarities(pages: Pages, vector: np.ndarray, key: UUID) -> np.ndarray:
    """Return how like a vector each passage of a page is; nothing for a page that has no vectors."""
    place = pages.places.get(key)
    return np.empty(0, np.float32) if place is None else products(pages, vector, pages.items(np.array([place])))


def products(pages: Pages, vector: np.ndarray, passages: np.ndarray) -> np.ndarray:
    scales, numbers = pages.columns
    blocks = (passages[at : at + BLOCK] for at in range(0, len(passages), BLOCK))
    return np.concatenate([numbers[block].astype(np.float32) @ vector * scales[block] for block in blocks])


_means: dict[str, tuple[int, dict[str, np.ndarray]]] = {}


@for_a_second
def question_means(model: str) -> dict[str, np.ndarray]:
    """Return the mean of everyday questions in each language for which it is known (one query)."""
    stored = QuestionMean.objects.filter(model=model)
    number = stored.count()
    known = _means.get(model)
    if known is None or known[0] != number:
        means = {locale: np.frombuffer(vector, np.float32) for locale, vector in stored.values_list("locale", "vector")}
        known = _means[model] = (number, means)
    return known[1]
