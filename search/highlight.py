"""The lines of a page that best answer a question, with the words they share marked."""

from __future__ import annotations

import heapq
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from hub.languages import Language
from search.analysis import fold, grams, word_grams, words

LENGTH = 240  # characters, markup not counted
PIECES = 3
MOST_LINES = 300  # which compete to be shown: those that answer best each by itself
# Measured with bench/search_quality.py: how much a gram still counts when it has been shown, how much a line inherits
# from the one before it (a heading is answered by what follows), and how little longer lines are held back.
REPEATED = 0.3
INHERITED = 0.3
LONG = 0.25

SENTENCE_END = re.compile(r"(?<=\w\w\w[.!?؟])\s+(?=[^\s\da-z])")
# Accents and vowel marks, joiners and soft hyphens belong to the word before them.
TOKEN = re.compile(
    r"\w(?:[\w\u00ad\u00b7\u2027\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]"
    r"|(?<=[\u0400-\u04ff])['’ʼ‘`´](?=[\u0400-\u04ff]))*"
)
# Text from right to left would turn the parts of a phone number round.
NUMBER = re.compile(r"(\+?\d+(?:[ \u00a0/.()-]{1,3}\d+)+)")
SHORTEST_LONG = 4
LEAD = 60  # characters shown before the first word that answers


@dataclass(frozen=True)
class Line:
    text: str
    grams: frozenset[str]
    language: str


@dataclass(frozen=True)
class Word:
    text: str
    grams: frozenset[str]


def highlight(texts: Iterable[Sequence[str]], question: str, title: str = "", language: str = "") -> str:
    """Return the best part of a page for `question`: escaped HTML with `<mark>`, at most about 240 characters.

    `texts` are those of a publication: (path, language, line), a sentence or paragraph on each line; one that only
    repeats `title` is left out. What is not in `language` says so (`<span lang dir>`); numbers in text from right to
    left are isolated (`<bdi dir>`). Lines that do not follow each
    other are joined by an ellipsis. Empty when there are no lines.
    """
    lines = [
        Line(part, frozenset(grams(part)), own)
        for _path, own, text in texts
        for part in sentences(text)
        if part != title
    ]
    wanted = [Word(word, frozenset(word_grams(word))) for word in words(question)]
    excerpt = ""
    before = -1
    for number in choose(lines, frozenset(gram for word in wanted for gram in word.grams)):
        joint = " " if number == before + 1 else " … "
        text, own = shorten(lines[number].text, wanted), lines[number].language
        html = isolated(text, wanted) if Language(own).dir == "rtl" else marked(text, wanted)
        if language and own != language:
            html = f'<span lang="{own}" dir="{Language(own).dir}">{html}</span>'
        excerpt += (joint if excerpt else "") + html
        before = number
    return excerpt


def sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for sentence in SENTENCE_END.split(" ".join(line.split())):
            if sentence:
                yield sentence


def choose(lines: Sequence[Line], wanted: frozenset[str]) -> list[int]:
    """Return the numbers, ascending, of the lines that together share most with `wanted`, rare grams counting more.

    Greedy: line by line, as long as there is room and something to add. Rarity is that within the page: what is in
    every line of it tells nothing about any of them. A page that shares nothing is shown from its beginning.
    """
    spread = Counter(gram for line in lines for gram in line.grams & wanted)
    rarity = {gram: math.log(1 + (len(lines) - count + 0.5) / (count + 0.5)) for gram, count in spread.items()}
    overlaps = [sum(rarity[gram] for gram in line.grams & wanted) for line in lines]
    chosen: set[int] = set()
    covered: set[str] = set()
    length = 0

    def fits(number: int) -> bool:
        room = not chosen or length + len(lines[number].text) <= LENGTH
        return number not in chosen and room and runs(chosen | {number}) <= PIECES

    def score(number: int) -> float:
        line = lines[number]
        own = sum(rarity[gram] * (REPEATED if gram in covered else 1) for gram in line.grams & wanted)
        inherited = INHERITED * overlaps[number - 1] if number else 0
        return (own + inherited) / len(line.text) ** LONG

    competing = sorted(heapq.nlargest(MOST_LINES, range(len(lines)), key=score))
    while candidates := [number for number in competing if fits(number)]:
        best = max(candidates, key=score)
        if any(overlaps) and not score(best):
            break
        chosen.add(best)
        covered |= lines[best].grams
        length += len(lines[best].text) + len(" … ")
    return sorted(chosen)


def runs(numbers: set[int]) -> int:
    """Return how many runs of neighbours there are."""
    return sum(number - 1 not in numbers for number in numbers)


def shorten(line: str, wanted: Sequence[Word]) -> str:
    """Return the `LENGTH` characters of a longer line that hold most words of the question, cut between words."""
    if len(line) <= LENGTH:
        return line
    starts = [token.start() for token in TOKEN.finditer(line) if answers(token[0], wanted)] or [0]
    following = [bisect_left(starts, start + LENGTH - LEAD) - number for number, start in enumerate(starts)]
    densest = starts[following.index(max(following))]
    start = line.rfind(" ", 0, max(0, densest - LEAD)) + 1
    end = line.rfind(" ", start, start + LENGTH) if start + LENGTH < len(line) else len(line)
    end = end if end > start else start + LENGTH
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def marked(line: str, wanted: Sequence[Word]) -> str:
    """Return `line` as HTML with the words that answer the question in `<mark>`."""
    html, end = "", 0
    for token in TOKEN.finditer(line):
        if answers(token[0], wanted):
            html += f"{escape(line[end : token.start()])}<mark>{escape(token[0])}</mark>"
            end = token.end()
    return html + escape(line[end:])


def isolated(line: str, wanted: Sequence[Word]) -> str:
    """Return `line`, which is from right to left, as HTML with its numbers isolated."""
    parts = NUMBER.split(line)  # every second one is a number
    htmls = [marked(part, wanted) for part in parts]
    return "".join(f'<bdi dir="ltr">{html}</bdi>' if number % 2 else html for number, html in enumerate(htmls))


def answers(token: str, wanted: Sequence[Word]) -> bool:
    """Tell whether a word of the text is a form of a word of the question: few grams of the shorter one are missing.

    Words below four letters ("die", "in") answer nothing unless the question has no longer one.
    """
    own = frozenset(grams(token))
    long = [word for word in wanted if len(word.text) >= SHORTEST_LONG]
    if long and len(fold(token)) < SHORTEST_LONG:
        return False
    both = [(len(own & word.grams), min(len(own), len(word.grams))) for word in long or wanted]
    return any(shared and shared >= least - max(1, (least - 1) // 3) for shared, least in both)
