"""Which words of the source language a question in another language may mean, learnt from the hub's own translations.

Each line of a public translation is paired with the line of its source. How likely one word stands for another is what
IBM model 1 makes of the pairs (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section 4), in
both directions, where words at a like place of their lines are more likely to be meant (Dyer et al. 2013, "A Simple,
Fast, and Effective Reparameterization of IBM Model 2"). The words come back whole: the engines find their 4-grams, so
that no stemmer is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import Self

import numpy as np

from hub.languages import base_of
from hub.publications.models import Publication
from search.analysis import word_grams, words
from search.questions import word_weight

# Beginnings of words find more than stems do (MRR@10 .68, with stems .66, with whole words .66), and need no stemmer.
KEY_LENGTH = 6
# "and", "with", "as", "for", "the" are written as one word with the next one; the longest that fits is cut off.
ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال")
ARABIC_LETTERS = ("و", "ب", "ل")

ROUNDS = 5
# exp(-this) is how likely the last word of a line stands for the first one of the other, beside the last one.
# Measured with bench/search_quality.py: .01 MRR@10 of the table alone.
STRAIGHT = 1
BEST = 6
LEAST_PROBABILITY = 0.03
# A line has this many words at most: pairs of words grow with its square.
LONGEST_LINE = 60
# About 600 pages: 6 seconds on a busy core and 160 MB while it learns, 1 MB stored. Of more pages they are a sample.
MAX_PAIRS = 15_000

# A name or a number means itself, and so may any word: what it adds to the translations of a known one.
OWN_WEIGHT = 0.2


Pair = tuple[str, str]


class WordTable:
    """For words of one language the words of the source language that they may stand for, with probabilities."""

    def __init__(self, locale: str, translations: Mapping[str, Iterable[tuple[str, float]]]) -> None:
        self.locale = locale
        self.translations = translations

    @classmethod
    def learn(cls, pairs: Iterable[Pair], locale: str) -> Self:
        """Learn from pairs of a text in `locale` and its original, the first `MAX_PAIRS` of them.

        A word that occurs once is learnt, too: leaving these out loses .05 of MRR@10.
        """
        different: dict[Pair, None] = {}
        for pair in pairs:
            different[pair] = None
            if len(different) == MAX_PAIRS:
                break
        keys, originals = Vocabulary(), Vocabulary()
        lines = [
            (keys.numbers(word_key(word, locale) for word in words(text)), originals.numbers(words(original)))
            for text, original in different
        ]
        translations: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key, original, probability in aligned(lines, len(originals)):
            translations[keys.word(key)].append((originals.word(original), round(probability, 3)))
        for likely in translations.values():
            likely.sort(key=lambda item: -item[1])
            del likely[BEST:]
        return cls(locale, dict(translations))

    def translate(self, question: str) -> dict[str, float]:
        """Return the folded words that `question` may mean with weights; the more common among questions, the less."""
        weights: dict[str, float] = defaultdict(float)
        for word, weight in self._weights(question).items():
            known = self._known(word)
            weights[word] += weight * (OWN_WEIGHT if known else 1)
            for original, probability in known:
                weights[original] += weight * probability
        return dict(weights)

    def knows(self, question: str, originals: Container[str] = ()) -> float:
        """Return how much of a question is known, from 0 to 1: has translations, is a number or one of `originals`."""
        weights = self._weights(question)
        # The last two mean themselves.
        known = [word for word in weights if self._known(word) or word in originals or not word.isalpha()]
        return sum(weights[word] for word in known) / sum(weights.values()) if known else 0

    def _weights(self, question: str) -> dict[str, float]:
        return {word: word_weight(word, self.locale) for word in words(question)}

    def _known(self, word: str) -> Iterable[tuple[str, float]]:
        return self.translations.get(word_key(word, self.locale), ())


def gram_weights(weighted_words: Mapping[str, float]) -> dict[str, float]:
    """Return the 4-grams of words, weighed so that the many grams of a long word do not outdo the others."""
    weights: dict[str, float] = defaultdict(float)
    for word, weight in weighted_words.items():
        grams = word_grams(word)
        for gram in grams:
            weights[gram] += weight / len(grams) ** 0.5
    return dict(weights)


def word_key(word: str, locale: str) -> str:
    """Return by what the forms of a folded word are known as one: its beginning, without what Arabic prefixes."""
    if base_of(locale) == "ar":
        prefix = next((prefix for prefix in ARABIC_PREFIXES if word.startswith(prefix)), "")
        if prefix and len(word) - len(prefix) >= 2:
            word = word.removeprefix(prefix)
        elif len(word) >= 5 and word.startswith(ARABIC_LETTERS):
            word = word[1:]
    return word[:KEY_LENGTH]


class Vocabulary:
    """Numbers words in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []

    def __len__(self) -> int:
        return len(self._words)

    def word(self, number: int) -> str:
        return self._words[number]

    def numbers(self, line: Iterable[str]) -> list[int]:
        """Return the numbers of the different words of a line, at most `LONGEST_LINE`."""
        different = list(islice(dict.fromkeys(line), LONGEST_LINE))
        for word in different:
            if word not in self._numbers:
                self._numbers[word] = len(self._words)
                self._words.append(word)
        return [self._numbers[word] for word in different]


def aligned(lines: Iterable[tuple[list[int], list[int]]], originals: int) -> Iterator[tuple[int, int, float]]:
    """Yield (word, original word, probability) of what is likely; `originals` is how many original words there are.

    The probability is the geometric mean of both directions.
    """
    # One item for each pair of words in a line: the words, their places in the whole text, and how likely one stands
    # for the other by their places in the line.
    lefts, rights, left_places, right_places, straight = [], [], [], [], []
    left_end = right_end = 0
    for line, other in lines:
        lefts.append(np.repeat(np.array(line, np.int64), len(other)))
        rights.append(np.tile(np.array(other, np.int64), len(line)))
        left_places.append(np.repeat(np.arange(left_end, left_end + len(line)), len(other)))
        right_places.append(np.tile(np.arange(right_end, right_end + len(other)), len(line)))
        straight.append(np.exp(-STRAIGHT * np.abs(shares(line)[:, None] - shares(other))).ravel())
        left_end += len(line)
        right_end += len(other)
    if not left_end:
        return
    pairs = np.concatenate(lefts) * originals + np.concatenate(rights)
    links, link_of_pair = np.unique(pairs, return_inverse=True)
    left, right = np.divmod(links, originals)
    by_place = np.concatenate(straight)
    forward = expectation_maximization(link_of_pair, by_place, np.concatenate(right_places), left)
    backward = expectation_maximization(link_of_pair, by_place, np.concatenate(left_places), right)
    probability = np.sqrt(forward * backward)
    likely = probability >= LEAST_PROBABILITY
    yield from zip(left[likely].tolist(), right[likely].tolist(), probability[likely].tolist(), strict=True)


def shares(line: list[int]) -> np.ndarray:
    """Return where in a line each word stands, from 0 to 1."""
    return (np.arange(len(line)) + 0.5) / max(1, len(line))


def expectation_maximization(
    link_of_pair: np.ndarray, by_place: np.ndarray, place_of_pair: np.ndarray, given: np.ndarray
) -> np.ndarray:
    """Return the probability of each link between two words, given the first of them.

    A pair of words in a line is an instance of a link, and one of several to explain the word at its place, as likely
    as `by_place` says; `given` is the first word of each link.
    """
    probability = np.ones(len(given))
    for _round in range(ROUNDS):
        share = probability[link_of_pair] * by_place
        share /= np.bincount(place_of_pair, share)[place_of_pair]
        expected = np.bincount(link_of_pair, share, len(given))
        probability = expected / np.bincount(given, expected)[given]
    return probability


def paired_lines(page: Publication, original: Publication) -> Iterator[Pair]:
    """Yield the lines of a translation with those at the same path of its original, one by one if they are as many."""
    lines, originals = lines_by_path(page.texts, page.locale), lines_by_path(original.texts, original.locale)
    for path, own in lines.items():
        others = originals.get(path, [])
        if len(own) == len(others):
            yield from zip(own, others, strict=True)
        elif others:
            yield "\n".join(own), "\n".join(others)


def lines_by_path(texts: list[list[str]], locale: str) -> dict[str, list[str]]:
    """Return the lines that are in the language `locale`; what is missing in a translation stands in another one."""
    lines: dict[str, list[str]] = defaultdict(list)
    for path, language, line in texts:
        if language == locale:
            lines[path].append(line)
    return lines
