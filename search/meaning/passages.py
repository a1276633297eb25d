"""Cuts what a publication shows into passages: about 500 characters of neighbouring sentences, after the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate

from search.analysis import fold, folded_words
from search.lines import Line, lines_of

LENGTH = 500  # characters; 240 find hardly better (.009 in German) and are twice as many
HASH_BYTES = 16


@dataclass(frozen=True)
class Passage:
    """What gets a vector, and the numbers of the first sentence in it and of the first one after it."""

    text: str
    start: int
    end: int

    @property
    def hash(self) -> bytes:
        return blake2b(self.text.encode(), digest_size=HASH_BYTES).digest()


@dataclass(frozen=True)
class PageText:
    """The lines of a page under its title, and the passages that they make."""

    title: str
    lines: list[Line]

    @property
    def passages(self) -> list[Passage]:
        return passages_of(self.title, self.lines)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each passage starts and ends."""
        return [(passage.start, passage.end) for passage in self.passages]

    @cached_property
    def marked(self) -> tuple[str, list[int]]:
        """The folded words of all lines in one string that holds their 4-grams: `_das_amt_`; where each line begins in
        it, and its length.
        """
        folded = fold("\n".join(line.text for line in self.lines)).split("\n")  # much faster than line by line
        marked = [f"_{'_'.join(folded_words(line))}_\n" for line in folded]
        return "".join(marked), [0, *accumulate(map(len, marked))]


def page_text(title: str, texts: Sequence[Sequence[str]]) -> PageText:
    """Return the text of a publication; `texts` are its own: [path, language, line]."""
    return PageText(title, lines_of(texts, title))


def passages_of(title: str, lines: Sequence[Line]) -> list[Passage]:
    """Return the passages of a page, at least one. A long sentence is cut between words into several."""
    room = max(LENGTH - len(title) - 2, LENGTH // 2)
    passages: list[Passage] = []
    text, start, end = "", 0, 0
    for number, line in enumerate(lines):
        for part in parts(line.text, room):
            if text and len(text) + 1 + len(part) > room:
                passages.append(Passage(f"{title}. {text}", start, end))
                text, start = "", number
            text = f"{text} {part}" if text else part
            end = number + 1
    if text or not passages:
        passages.append(Passage(f"{title}. {text}" if text else title, start, end))
    return passages


def parts(text: str, room: int) -> Iterator[str]:
    """Yield `text` in pieces of at most `room` characters, cut between words where there are any."""
    while len(text) > room:
        cut = text.rfind(" ", room // 2, room + 1)
        cut = cut if cut > 0 else room
        yield text[:cut]
        text = text[cut:].strip()
    if text:
        yield text
