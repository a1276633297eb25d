"""What a question means: its language, its vector, and the words of the source language that it may be about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from django.conf import settings

from hub.languages import base_of
from hub.publications.consumers import Unavailable
from hub.publications.listsearch import Scope
from search.meaning import embeddings
from search.meaning.learning import corrected, source_words, word_table
from search.meaning.memory import Pages
from search.meaning.vectors import dimensions, passage_similarities, question_means, vectors_of

# How much more a question must be like those of another language than like those of the page's to be taken for one: a
# German office word on the Arabic site. No real question of 1,900 in five languages is so far from its own language.
CLEARLY = 0.02


@dataclass(frozen=True)
class Likeness:
    """The vector of a question, and the vectors of pages to compare it with.

    `own` are those of pages in the question's language. Those in the source language are compared with `across`, which
    lacks what questions in one language have in common where that is known (`is_centred`).
    """

    vector: np.ndarray
    across: np.ndarray
    own: Pages | None
    source: Pages | None
    is_centred: bool


@dataclass(frozen=True)
class Meaning:
    """What is known of a question beside its words.

    `locale` is the language that it is asked in, "" when nobody knows. `translations` are words of the source language
    that it may mean, with weights; `known` is how much of it the word table knows, from 0 to 1. `is_degraded` says that
    the model should have been asked and did not answer.
    """

    locale: str
    likeness: Likeness | None = None
    translations: Mapping[str, float] = field(default_factory=dict)
    known: float = 0
    is_degraded: bool = False

    def passages(self, key: UUID, language: str) -> Sequence[float]:
        """Return how like the question each passage of a page is, in the language in which it is shown."""
        like = self.likeness
        if like and language == self.locale and like.own:
            return passage_similarities(like.own, like.vector, key).tolist()
        if like and language == settings.LANGUAGE_CODE and like.source:
            return passage_similarities(like.source, like.across, key).tolist()
        return ()


def understand(question: str, scope: Scope) -> Meaning:
    """Return what `question` means, asked by somebody who searches in `scope`."""
    locale = scope.locales[0] if len(scope.locales) == 1 else ""
    like, is_degraded = None, False
    try:
        if compared := compare(question, locale):
            locale, like = compared
    except Unavailable:
        is_degraded = True
    table = word_table(locale) if base_of(locale) not in ("", base_of(settings.LANGUAGE_CODE)) else None
    if table is None:
        return Meaning(locale, like, is_degraded=is_degraded)
    return Meaning(locale, like, table.translate(question), table.knows(question, source_words()), is_degraded)


def compare(question: str, locale: str) -> tuple[str, Likeness] | None:
    """Return the language of a question and what it is like; None without a model, and while there are no vectors.

    `locale` is the language in which one searches, "" for all. Raises Unavailable.
    """
    model = embeddings.embedder()
    if model is None:
        return None
    known = [vectors_of(code, model.model) for code in dict.fromkeys((settings.LANGUAGE_CODE, locale)) if code]
    if not any(known):
        return None
    vector = model.question(corrected(question, locale) if locale else question)
    if any(pages and dimensions(pages) != len(vector) for pages in known):
        raise Unavailable(f"{model.model}: the vector of a question has another length than those of the pages.")
    means = question_means(model.model)
    locale = language_of(vector, means, locale)
    mean = means.get(base_of(locale))
    source = known[0]
    own = source if locale == settings.LANGUAGE_CODE else vectors_of(locale, model.model)
    across = vector if mean is None else unit(vector - mean)
    return locale, Likeness(vector, across, own, source, is_centred=mean is not None)


def language_of(vector: np.ndarray, means: Mapping[str, np.ndarray], locale: str) -> str:
    """Return the language of a question: that in which one searches, unless it is clearly another one."""
    like = {code: float(vector @ unit(mean)) for code, mean in means.items()}
    best = max(like, key=like.__getitem__, default=settings.LANGUAGE_CODE)
    if not locale:
        return best
    here = like.get(base_of(locale))
    return best if here is not None and like[best] > here + CLEARLY else locale


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / (np.linalg.norm(vector) or 1)
