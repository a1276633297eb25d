"""The pages that may answer a question, with what each witness says of them, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.conf import settings
from django.db.models import Q

from hub.languages import base_of
from hub.publications.listsearch import Scope
from hub.publications.models import PublicationQuerySet
from search.meaning.memory import Pages
from search.meaning.question import Meaning
from search.meaning.source_grams import scores, source_pages
from search.meaning.vectors import similarities
from search.meaning.word_table import gram_weights
from search.ranking import Scores, combined
from search.relevance import RELEVANT, Ranked

# How many pages each witness names: the others say something of these, too.
BY_WORDS, NAMED = 100, 50
# Pages that the question's words do not find are shown where they are nearly as like it as the best one. So is the page
# that answers for 99 of 100 questions. The best one is like it at least so much, or the question has nothing to do with
# any page (`Xylophon`); of 100 questions not even one is as strange.
LEAST_LIKE = 0.015
NEARLY = 0.1
# Where nobody knows what questions in that language have in common, all pages are alike.
NEARLY_UNCENTRED = 0.03
# How much of what the word table names the best page holds at least.
LEAST_TRANSLATED = 0.25


@dataclass(frozen=True)
class Candidates:
    """Ids and translation keys of publications, what is said of each, whether it is worth showing for that alone."""

    ids: np.ndarray
    keys: list[UUID]
    scores: Scores
    alike: np.ndarray

    def order(self) -> np.ndarray:
        """Return the places of the candidates, best first; last what is there in the question's language, too."""
        own = {key for key, is_own in zip(self.keys, self.scores.own, strict=True) if is_own}
        doubled = np.array([key in own for key in self.keys], bool) & ~self.scores.own
        return np.lexsort((self.ids, -combined(self.scores), doubled))


def candidates(
    meaning: Meaning, by_words: Sequence[Ranked], scope: Scope, publications: PublicationQuerySet
) -> Candidates:
    """Return those of `publications`, which are in `scope`, that any witness names.

    One query, and one for each witness that has changed.
    """
    words = dict(by_words[:BY_WORDS])
    own, original, across, table = witnesses(meaning, scope)
    named = {key for witness in (own, original, across, table) for key in witness.best()}
    found = publications.filter(Q(pk__in=words) | Q(translation_key__in=named))
    rows = list(found.values_list("pk", "translation_key", "content_locale"))
    keys = [key for _pk, key, _locale in rows]
    likeness, translated = across.of(keys), table.of(keys)
    best, most = np.nanmax(likeness, initial=-1), np.nanmax(translated, initial=0)
    if meaning.likeness and meaning.likeness.is_centred:
        is_alike = (likeness >= best - NEARLY) & (best >= LEAST_LIKE)
    else:
        is_alike = likeness >= best - NEARLY_UNCENTRED
    is_alike |= (translated >= RELEVANT * most) & (most >= LEAST_TRANSLATED)
    return Candidates(
        ids=np.array([pk for pk, _key, _locale in rows], int),
        keys=keys,
        scores=Scores(
            own=np.array([base_of(locale) == base_of(meaning.locale) for _pk, _key, locale in rows], bool),
            words=np.array([words.get(pk, 0) for pk, _key, _locale in rows], float),
            meaning=np.where([locale == meaning.locale for _pk, _key, locale in rows], own.of(keys), original.of(keys)),
            across=likeness,
            table=translated,
            known=meaning.known,
        ),
        alike=is_alike,
    )


def witnesses(meaning: Meaning, scope: Scope) -> tuple[Witness, Witness, Witness, Witness]:
    """Return what is said by the vectors of pages in the question's language; by those in the source language, of which
    it is a variant (easy German); by these for pages in all languages; by the word table.
    """
    own = original = across = table = Witness(None, scope)
    if like := meaning.likeness:
        own = Witness(like.own, scope, lambda pages, places: similarities(pages, like.vector, places))
        if meaning.locale != settings.LANGUAGE_CODE and base_of(meaning.locale) == base_of(settings.LANGUAGE_CODE):
            original = Witness(like.source, scope, lambda pages, places: similarities(pages, like.vector, places))
        across = Witness(like.source, scope, lambda pages, places: similarities(pages, like.across, places))
    if grams := gram_weights(meaning.translations):
        table = Witness(source_pages(), scope, lambda pages, places: scores(pages, grams, places))
    return own, original, across, table


class Witness:
    """What is said of the pages of a language in a scope."""

    def __init__(
        self,
        pages: Pages | None,
        scope: Scope,
        say: Callable[[Pages, np.ndarray], np.ndarray] = lambda _pages, _places: np.empty(0),
    ) -> None:
        self.pages = pages
        self.places = pages.within(scope.county, scope.kind) if pages else np.empty(0, int)
        self.values = say(pages, self.places) if pages else np.empty(0)

    def best(self) -> list[UUID]:
        """Return the translation keys of the pages of which most is said."""
        if self.pages is None:
            return []
        most = self.places
        if len(most) > NAMED:
            most = most[np.argpartition(-self.values, NAMED)[:NAMED]]
        return [self.pages.keys[place] for place in most]

    def of(self, keys: Sequence[UUID]) -> np.ndarray:
        """Return what is said of the pages with these keys, NaN for nothing."""
        if self.pages is None:
            return np.full(len(keys), np.nan)
        values = np.full(len(self.pages.keys) + 1, np.nan)
        values[self.places] = self.values
        return values[self.pages.places_of(keys)]
