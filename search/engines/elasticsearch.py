"""The Elasticsearch engine: a weighted sum of stemmed words, pairs of them, 4-grams, first lines and the title."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence

from django.conf import settings
from elasticsearch import ApiError, TransportError

from hub.publications.consumers import Unavailable
from hub.publications.listsearch import MOST, Scope
from hub.publications.models import PublicationQuerySet
from search.analysis import comparable_words, fold, words
from search.asked import NUMBER_WEIGHT
from search.engines.indexes import alias, client, locale_of
from search.numbers import numbers
from search.questions import word_weight
from search.relevance import Ranked
from search.servers import SECONDS, attempt

logger = logging.getLogger(__name__)

# Measured with bench/search_quality.py; figures around these differ little.
WEIGHTS = {"words": 1.0, "first_lines": 0.4, "title": 0.2, "grams": 0.8}
PAIRS_WEIGHT = 0.4
# Keywords occur once: with k1 = 4 they reach a fifth of what a word may.
NUMBERS_WEIGHT = 5 * NUMBER_WEIGHT


def rank(question: str, scope: Scope, publications: PublicationQuerySet) -> list[Ranked]:
    """Return those of `publications`, which are in `scope`, that match `question`, with scores; at most `MOST`.

    Raises Unavailable when the server does not answer within a second, or did not do so a moment ago.
    """
    hits = search(question, scope)
    # The index may lag behind: what is public now is asked of the publications.
    found = publications.filter(translation_key__in={key for key, _locale, _score in hits})
    ids = {(str(key), locale): pk for pk, key, locale in found.values_list("pk", "translation_key", "locale")}
    return [(ids[key, locale], score) for key, locale, score in hits if (key, locale) in ids]


def search(question: str, scope: Scope) -> list[tuple[str, str, float]]:
    """Return (translation key, locale, score) of the best hits, public or not."""
    url = settings.ELASTICSEARCH_URL
    with attempt("Elasticsearch", url):
        try:
            answer = client(url, SECONDS).search(
                index=[alias(locale) for locale in scope.languages],
                query=query(question, scope),
                size=MOST,
                source=False,
            )
        except (TransportError, ApiError) as error:
            logger.warning("Elasticsearch does not answer, the database does: %s", error)
            raise Unavailable(str(error)) from error
    return [(hit["_id"], locale_of(hit["_index"]), hit["_score"]) for hit in answer["hits"]["hits"]]


def query(question: str, scope: Scope) -> dict:
    found = numbers(fold(question))
    weights = weigh(question, scope.languages)
    matches = [
        match(field, text, boost * weight)
        for weight, words_of_it in weights.items()
        for field, boost in WEIGHTS.items()
        if (text := text_for(field, " ".join(words_of_it), scope.languages))
    ]
    matches.append(match("words.pairs", text_for("words", question, scope.languages), PAIRS_WEIGHT))
    matches += [match("grams", phone, WEIGHTS["grams"]) for phone in found.phones]
    matches += [match("numbers", number, NUMBERS_WEIGHT) for number in dict.fromkeys(found.whole)]
    filters = [{"term": {name: value}} for name, value in (("county", scope.county), ("kind", scope.kind)) if value]
    return {"bool": {"should": matches, "minimum_should_match": 1, "filter": filters}}


def match(field: str, text: str, boost: float) -> dict:
    return {"match": {field: {"query": text, "boost": boost}}}


def text_for(field: str, text: str, locales: Sequence[str]) -> str:
    """Return `text` as `field` is indexed, in each of the languages."""
    if field == "grams":
        return fold(text)
    return " ".join(dict.fromkeys(comparable_words(text, locale) for locale in locales))


def weigh(question: str, locales: Sequence[str]) -> dict[float, list[str]]:
    """Return the words of `question` by their weight, to a tenth; all of them when none has any."""
    weights: dict[float, list[str]] = defaultdict(list)
    for token in question.split():
        weight = max((word_weight(word, locale) for word in words(token) for locale in locales), default=0.0)
        weights[round(weight, 1)].append(token)
    if not any(weights):
        return {1.0: question.split()}
    weights.pop(0.0, None)
    return weights
