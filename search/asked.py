"""What of a question counts, and how much: words, the less the more common they are among questions, and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from search.analysis import WORD, fold, word_grams
from search.numbers import numbers
from search.questions import word_weight


@dataclass(frozen=True)
class Asked:
    """A word or a number of a question: its grams, and how much they count."""

    grams: tuple[str, ...]
    weight: float


# How many times as much as a word a number counts that is compared as a whole: who asks for one means it.
NUMBER_WEIGHT = 16.0


def asked(question: str, locale: str) -> list[Asked]:
    """Return the words and the numbers of `question`, each once."""
    found = numbers(fold(question))
    words = dict.fromkeys(WORD.findall(found.rest) + found.phones)
    return [
        *(Asked(tuple(word_grams(word)), word_weight(word, locale)) for word in words),
        *(Asked((number,), NUMBER_WEIGHT) for number in dict.fromkeys(found.whole)),
    ]


def gram_weights(wanted: Iterable[Asked]) -> dict[str, float]:
    """Return the grams of all that is asked, with the weight of the heaviest word that has them."""
    weights: dict[str, float] = {}
    for word in wanted:
        for gram in word.grams:
            weights[gram] = max(word.weight, weights.get(gram, 0))
    return weights
