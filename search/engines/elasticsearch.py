"""The Elasticsearch engine: a weighted sum of stemmed words, 4-grams, and 4-grams of the title."""

from __future__ import annotations

import logging
import time

from django.conf import settings
from elasticsearch import ApiError, TransportError

from hub.publications.consumers import Unavailable
from hub.publications.listsearch import MOST, Scope
from search.analysis import comparable_words, fold
from search.engines.indexes import alias, client, locale_of
from search.relevance import Ranked

logger = logging.getLogger(__name__)

SECONDS = 1
# How long a server that did not answer is left alone, so that not every visitor waits a second for it.
REST_SECONDS = 5
# Measured with bench/search_quality.py; figures around these differ little.
WEIGHTS = {"words": 1.0, "grams": 0.8, "title_grams": 0.3}

_resting_until: dict[str, float] = {}


def rank(question: str, scope: Scope) -> list[Ranked]:
    """Return the public publications in `scope` that match `question`, with scores; at most `MOST`.

    Raises Unavailable when the server does not answer within a second, or did not do so a moment ago.
    """
    hits = search(question, scope)
    # The index may lag behind: what is public now is asked of the publications.
    publications = scope.publications().filter(translation_key__in={key for key, _locale, _score in hits})
    ids = {(str(key), locale): pk for pk, key, locale in publications.values_list("pk", "translation_key", "locale")}
    return [(ids[key, locale], score) for key, locale, score in hits if (key, locale) in ids]


def search(question: str, scope: Scope) -> list[tuple[str, str, float]]:
    """Return (translation key, locale, score) of the best hits, public or not."""
    url = settings.ELASTICSEARCH_URL
    if time.monotonic() < _resting_until.get(url, 0):
        raise Unavailable("Elasticsearch did not answer a moment ago.")
    if url in _resting_until:  # one visitor tries; the others do not wait with them
        rest(url)
    try:
        answer = client(url, SECONDS).search(
            index=[alias(locale) for locale in scope.languages], query=query(question, scope), size=MOST, source=False
        )
    except (TransportError, ApiError) as error:
        rest(url)
        logger.warning("Elasticsearch does not answer, the database does: %s", error)
        raise Unavailable(str(error)) from error
    _resting_until.pop(url, None)
    return [(hit["_id"], locale_of(hit["_index"]), hit["_score"]) for hit in answer["hits"]["hits"]]


def rest(url: str) -> None:
    _resting_until[url] = time.monotonic() + REST_SECONDS


def query(question: str, scope: Scope) -> dict:
    words = " ".join(dict.fromkeys(comparable_words(question, locale) for locale in scope.languages))
    texts = {"words": words, "grams": fold(question), "title_grams": fold(question)}
    matches = [{"match": {name: {"query": texts[name], "boost": weight}}} for name, weight in WEIGHTS.items()]
    filters = [{"term": {name: value}} for name, value in (("county", scope.county), ("kind", scope.kind)) if value]
    return {"bool": {"should": matches, "minimum_should_match": 1, "filter": filters}}
