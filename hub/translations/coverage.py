"""How far a page is translated into one language: computed from the fingerprints of texts, never from dates."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from django.dispatch import Signal
from wagtail_localize.models import TranslationSource

from hub.translations.prose import REPLACES
from hub.translations.same_texts import SameTexts

# Sent in the transaction in which words of a translation change, without anything public changing.
# Arguments: `translation_key`.
words_change = Signal()

_TAG = re.compile(r"<[^>]*>")


def words_changed(source: TranslationSource) -> None:
    """Tell that the words of a translation have changed in a way that sends no signal, as by a bulk insert."""
    words_change.send(sender=TranslationSource, translation_key=source.object_id)


def stale_paths(
    source: Mapping[str, str], translated: Mapping[str, str], own_structure: bool, same: SameTexts
) -> set[str]:
    """Return the paths of the texts that differ from what was translated: `source` and `translated` are fingerprints.

    Of a translation with a structure of its own these are also the paths of texts that the source has no more.
    """
    stale = {path for path, mark in source.items() if not same.are_same(path, translated.get(path), mark)}
    if own_structure:
        stale |= {path for path, mark in translated.items() if path not in source and not mark.startswith(REPLACES)}
    return stale


@dataclass(frozen=True)
class Amount:
    """A number of texts and of their words."""

    texts: int
    words: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> Amount:
        texts = list(texts)
        return cls(len(texts), sum(len(_TAG.sub(" ", text).split()) for text in texts))


def missing_texts(
    texts: Mapping[str, tuple[str, ...]], paths: Iterable[str], translated: Container[tuple[str, str]]
) -> list[str]:
    """Return the texts at `paths` that have no translation. `translated` holds (path, text)."""
    return [text for path in paths for text in texts.get(path, ()) if (path, text) not in translated]
