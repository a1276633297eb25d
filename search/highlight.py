"""The lines of a page that best answer a question, with the words they share marked."""

from __future__ import annotations

import heapq
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import chain

from hub.languages import Language
from search.analysis import word_grams, words
from search.meaning.passages import PageText
from search.questions import word_weight

LENGTH = 240  # characters, markup not counted
PIECES = 3
MOST_LINES = 50  # which compete to be shown: those that answer best each by itself
# Measured with bench/search_quality.py: how much a gram still counts when it has been shown, how much a line inherits
# from the one before it (a heading is answered by what follows), how much the likeness of its passage counts, and how
# much longer lines are held back.
REPEATED = 0.3
INHERITED = 0.5
ALIKE = 1
LONG = 2

# Accents and vowel marks, joiners and soft hyphens belong to the word before them.
LETTERS = r"[\w\u00ad\u00b7\u2027\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]*"
TOKEN = re.compile(rf"\w{LETTERS}(?:(?<=[\u0400-\u04ff])['’ʼ‘`´](?=[\u0400-\u04ff]){LETTERS})*")
# Text from right to left would turn the parts of a phone number round.
NUMBER = re.compile(r"(\+\d+(?:[ \u00a0/.()-]{1,3}\d+)*|\d+(?:[ \u00a0/.()-]{1,3}\d+)+)")
SHORTEST_LONG = 4
LEAD = 60  # characters shown before the first word that answers


class Wanted:
    """Folded words that answer a question, with weights, and what is remembered of the words compared with them."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        words_with_grams = [(word, frozenset(word_grams(word))) for word in weights]
        long = [grams for word, grams in words_with_grams if len(word) >= SHORTEST_LONG]
        self._has_long = bool(long)
        self._words = long or [grams for _word, grams in words_with_grams]
        self._of_words = frozenset(chain.from_iterable(self._words))
        self._answers: dict[str, bool] = {}
        self.grams: dict[str, float] = {}
        for word, grams in words_with_grams:
            for gram in grams:
                self.grams[gram] = max(self.grams.get(gram, 0), weights[word])

    def answers(self, token: str) -> bool:
        """Tell whether a word of a text is a form of a word wanted: few grams of the shorter one are missing.

        Words below four letters ("die", "in") answer nothing unless there is no longer one.
        """
        known = self._answers.get(token)
        if known is None:
            known = self._answers[token] = self._compare(token)
        return known

    def _compare(self, token: str) -> bool:
        own, length = token_grams(token)
        if own.isdisjoint(self._of_words) or (self._has_long and length < SHORTEST_LONG):
            return False
        for grams in self._words:
            shared, least = len(own & grams), min(len(own), len(grams))
            if shared and shared >= least - max(1, (least - 1) // 3):
                return True
        return False


def asked_words(question: str, locale: str) -> Wanted:
    """Return the words of a question in a language."""
    return Wanted({word: word_weight(word, locale) for word in words(question)})


@lru_cache(maxsize=20_000)
def token_grams(token: str) -> tuple[frozenset[str], int]:
    """Return the grams of a word of a text and its length, folded."""
    parts = words(token)
    return frozenset(chain.from_iterable(map(word_grams, parts))), sum(map(len, parts))


def highlight(page: PageText, wanted: Wanted, language: str = "", likeness: Sequence[float] = ()) -> str:
    """Return the best part of a page for a question: escaped HTML with `<mark>`, at most about 240 characters.

    `wanted` are the words that answer; `likeness` says how like the question each passage of the page is. What is not
    in `language` says so (`<span lang dir>`); numbers in text from right to left are isolated (`<bdi dir>`). Lines that
    do not follow each other are joined by an ellipsis. Empty when there are no lines.
    """
    excerpt = ""
    before = -1
    for number in choose(page, wanted, by_line(page, likeness)):
        joint = " " if number == before + 1 else " … "
        text, own = shorten(page.lines[number].text, wanted), page.lines[number].language
        html = isolated(text, wanted) if Language(own).dir == "rtl" else marked(text, wanted)
        if language and own != language:
            html = f'<span lang="{own}" dir="{Language(own).dir}">{html}</span>'
        excerpt += (joint if excerpt else "") + html
        before = number
    return excerpt


def by_line(page: PageText, likeness: Sequence[float]) -> list[float]:
    """Return for each line how like the question its passage is, with mean 0 and deviation 1."""
    if len(page.spans) != len(likeness) or len(likeness) < 2:  # none, or those of another version of the page
        return [0.0] * len(page.lines)
    best = [-1.0] * len(page.lines)
    for span, value in zip(page.spans, likeness, strict=True):
        for number in range(*span):
            best[number] = max(best[number], value)
    mean = sum(best) / len(best)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in best) / len(best))
    return [(value - mean) / deviation if deviation else 0.0 for value in best]


def choose(page: PageText, wanted: Wanted, likeness: Sequence[float]) -> list[int]:
    """Return the numbers, ascending, of the lines of a page that together answer best.

    Greedy: line by line, as long as there is room. A line counts for the grams that it shares with the words wanted,
    rare ones more, and for how like the question its passage is. Rarity is that within the page: what is in every line
    of it tells nothing about any of them. A page that shares nothing is shown from its beginning.
    """
    lines, shared = page.lines, shared_grams(page, wanted)
    rarity = {
        gram: wanted.grams[gram] * math.log(1 + (len(lines) - count + 0.5) / (count + 0.5))
        for gram, count in Counter(chain.from_iterable(shared)).items()
    }
    overlaps = [sum([rarity[gram] for gram in own]) for own in shared]
    if not any(overlaps) and not any(likeness):
        likeness = range(len(lines), 0, -1)  # from its beginning
    befores = [0.0, *overlaps]
    scores = [
        overlap + INHERITED * before + ALIKE * alike - LONG * math.log(len(line.text))
        for line, overlap, before, alike in zip(lines, overlaps, befores, likeness, strict=False)
    ]
    # The others answer nothing.
    answering = [number for number in range(len(lines)) if overlaps[number] or befores[number] or likeness[number] > 0]
    competing = heapq.nlargest(MOST_LINES, answering, key=scores.__getitem__)
    chosen: set[int] = set()
    length = pieces = 0
    while competing:
        best = max(competing, key=scores.__getitem__)
        pieces += joins(best, chosen)
        chosen.add(best)
        length += len(lines[best].text) + len(" … ")
        again = {gram: (1 - REPEATED) * rarity.pop(gram) for gram in shared[best] if gram in rarity}
        room = LENGTH - length
        competing = [
            number
            for number in competing
            if number != best and len(lines[number].text) <= room and pieces + joins(number, chosen) <= PIECES
        ]
        if again:
            for number in competing:
                scores[number] -= sum([again[gram] for gram in shared[number] if gram in again])
    return sorted(chosen)


def shared_grams(page: PageText, wanted: Wanted) -> list[list[str]]:
    """Return the grams of the words wanted that each line of a page holds."""
    text, starts = page.marked
    shared: list[list[str]] = [[] for _line in page.lines]
    for gram in wanted.grams:
        at = text.find(gram)
        while at >= 0:
            after = bisect_right(starts, at)
            shared[after - 1].append(gram)
            at = text.find(gram, starts[after])
    return shared


def joins(number: int, numbers: set[int]) -> int:
    """Return how many runs of neighbours there are more with one number more."""
    return 1 - (number - 1 in numbers) - (number + 1 in numbers)


def shorten(line: str, wanted: Wanted) -> str:
    """Return the `LENGTH` characters of a longer line that hold most words of the question, cut between words."""
    if len(line) <= LENGTH:
        return line
    starts = [token.start() for token in TOKEN.finditer(line) if wanted.answers(token[0])] or [0]
    following = [bisect_left(starts, start + LENGTH - LEAD) - number for number, start in enumerate(starts)]
    densest = starts[following.index(max(following))]
    start = line.rfind(" ", 0, max(0, densest - LEAD)) + 1
    end = line.rfind(" ", start, start + LENGTH) if start + LENGTH < len(line) else len(line)
    end = end if end > start else start + LENGTH
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def marked(line: str, wanted: Wanted) -> str:
    """Return `line` as HTML with the words that answer the question in `<mark>`."""
    html, end = "", 0
    for token in TOKEN.finditer(line):
        if wanted.answers(token[0]):
            html += f"{escape(line[end : token.start()])}<mark>{escape(token[0])}</mark>"
            end = token.end()
    return html + escape(line[end:])


def isolated(line: str, wanted: Wanted) -> str:
    """Return `line`, which is from right to left, as HTML with its numbers isolated."""
    parts = NUMBER.split(line)  # every second one is a number
    htmls = [marked(part, wanted) for part in parts]
    return "".join(f'<bdi dir="ltr">{html}</bdi>' if number % 2 else html for number, html in enumerate(htmls))
