"""Words of a question that no page has, in the spelling of the page's word that is one letter away.

The vector of a misspelt word lies far from that of the right one. Grams forgive a wrong letter, so that the engines get
the question as it was typed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import fold

# Shorter words have too many neighbours: `Artzt` may be `Arzt`, but `Amt` is itself.
KNOWN = re.compile(r"[^\W\d_]{4,}")
ASKED = re.compile(r"[^\W\d_]{5,}")
MOST_WORDS = 30_000


def spellings_of(texts: Iterable[str]) -> dict[str, str]:
    """Return the most frequent spelling of each word of `texts` by its folded form, frequent words first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in KNOWN.findall(text):
            found[fold(word)][word] += 1
    frequent = sorted(found, key=lambda word: -found[word].total())[:MOST_WORDS]
    return {word: found[word].most_common(1)[0][0] for word in frequent}


class Speller:
    """Knows the words of a language's pages: `spellings` as `spellings_of` returns them."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._spellings = spellings
        self._words = list(spellings)

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded word is one of them."""
        return word in self._spellings

    def corrected(self, question: str) -> str:
        """Return `question` with the words spelt right that no page has: one letter too many, too few, wrong, or two
        exchanged.
        """
        return ASKED.sub(lambda match: self._corrected(match[0]), question)

    def _corrected(self, word: str) -> str:
        folded = fold(word)
        if folded in self._spellings:
            return word
        near = process.extract(folded, self._words, scorer=OSA.distance, score_cutoff=1, limit=None)
        # The most frequent one.
        return self._spellings[min(near, key=lambda found: found[2])[0]] if near else word
