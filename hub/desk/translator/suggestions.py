"""What suggests translations of a text: the contract of sources, and those that are registered.

An app registers a source in its `ready()`: `suggestions.register(glossary.suggest)`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

logger = logging.getLogger(__name__)

MOST = 5


@dataclass(frozen=True)
class Query:
    """The text for which translations are asked.

    `string_id` and `context_id` are the ids of wagtail-localize's String and TranslationContext, `text` is the source
    text as a piece of HTML, in which links are `<a id="a1">`. The languages are codes. `user` is who translates.
    """

    string_id: int
    context_id: int
    text: str
    source_language: str
    target_language: str
    user: Any


@dataclass(frozen=True)
class Suggestion:
    """A translation that somebody may take over.

    `text` is a piece of HTML with no other links than those of the text at hand. `source_text` is what it translates,
    `similarity` how much that resembles the text at hand, from 0 to 100. `origin` says where it comes from.
    """

    text: str
    source_text: str
    similarity: int
    origin: str

    @property
    def is_equal(self) -> bool:
        """Whether it translates the very text at hand."""
        return self.similarity == 100


Source = Callable[[Query], Iterable[Suggestion]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Have `source` asked for suggestions, which its user may see. Raises ValueError when it is registered already."""
    if source in _sources:
        raise ValueError(f"{source!r} suggests translations already.")
    _sources.append(source)


def suggest(query: Query) -> list[Suggestion]:
    """Return the best suggestions of all sources, each text once. A source that fails is logged and left out."""
    suggestions: list[Suggestion] = []
    for source in _sources:
        try:
            suggestions += source(query)
        except Exception:
            logger.exception("%r could not suggest a translation.", source)
    suggestions.sort(key=lambda suggestion: -suggestion.similarity)
    best: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        best.setdefault(suggestion.text, suggestion)
    return list(best.values())[:MOST]
