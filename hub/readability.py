"""How easy a German text is to read: help for those who write easy language, never a rule.

The measure is LIX, from the length of sentences and the share of long words (C. H. Björnsson, “Läsbarhet”, 1968), which
needs no dictionary and is in use for German: below 40 are books for children, above 60 texts for experts
(W. and A. Lenhard, “Berechnung des Lesbarkeitsindex LIX”, https://www.psychometrica.de/lix.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import strip_tags

LONG = 6  # letters: longer words are LIX's long ones
# From which length on the panel names a sentence (words) or a word without a dividing dot (letters).
LONG_SENTENCE = 12
LONG_WORD = 14
NAMED = 8

BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Readability:
    """`lix` is None without a word; `words_per_sentence` is a mean; the longest come first."""

    lix: int | None
    words_per_sentence: float
    long_sentences: list[str]
    long_words: list[str]


def readability(texts: Iterable[str]) -> Readability:
    """Measure texts, plain or HTML. The parts of a word divided by a middle dot count as words."""
    plain = "\n".join(strip_tags(BLOCK_END.sub("\n", text)) for text in texts)
    sentences = [(part.strip(), len(words_in(part))) for part in SENTENCE_END.split(plain)]
    sentences = [(sentence, length) for sentence, length in sentences if length]
    found = words_in(plain)
    if not found:
        return Readability(None, 0, [], [])
    mean = len(found) / len(sentences)
    share = sum(len(word) > LONG for word in found) / len(found)
    long_sentences = sorted(
        (item for item in sentences if item[1] > LONG_SENTENCE), key=lambda item: item[1], reverse=True
    )
    long_words = sorted({word for word in found if len(word) > LONG_WORD}, key=lambda word: (-len(word), word))
    return Readability(
        round(mean + 100 * share),
        round(mean, 1),
        [sentence for sentence, _length in long_sentences[:NAMED]],
        long_words[:NAMED],
    )


def words_in(text: str) -> list[str]:
    return WORD.findall(text)
