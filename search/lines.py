"""The sentences of a page: what is shown of a result, and what its passages are made of."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SENTENCE_END = re.compile(r"(?<=\w\w\w[.!?؟])\s+(?=[^\s\da-z])")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and its language."""

    text: str
    language: str


def lines_of(texts: Iterable[Sequence[str]], title: str = "") -> list[Line]:
    """Return the sentences of a publication's `texts` ([path, language, line]) but for those that repeat `title`."""
    return [
        Line(part, sys.intern(language))  # one string for all lines, not one for each
        for _path, language, text in texts
        for part in sentences(text)
        if part != title
    ]


def sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for sentence in SENTENCE_END.split(" ".join(line.split())):
            if sentence:
                yield sentence
