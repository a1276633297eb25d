"""Asks the engines: Elasticsearch where there is one, the database when it does not answer or there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from hub.publications.consumers import Unavailable
from hub.publications.listsearch import Scope
from hub.publications.models import Publication, plain_text
from search.analysis import grams
from search.engines import database, elasticsearch
from search.highlight import highlight
from search.relevance import relevant

LONGEST_QUESTION = 300
# How much of the question's grams the best page holds at least; below, all that is found shares a syllable by chance
# (`Telefon` for `Xylophon`). Of the questions of bench/search_quality.py 1 in 500 is below.
LEAST_SHARE = 0.25


@dataclass(frozen=True)
class Answer:
    """Ids of publications, best first; `degraded` when another engine should have answered."""

    ids: list[int]
    engine: str
    degraded: bool = False


@dataclass(frozen=True)
class Result:
    """A teaser, the part of its page that answers, and the title of its county.

    That part is escaped HTML with `<mark>`, and with `lang` where it is in another language.
    """

    teaser: dict
    highlight: str
    county: str


def ask(question: str, scope: Scope) -> Answer:
    """Return what answers `question` (its first 300 characters) in `scope`."""
    question = question[:LONGEST_QUESTION]
    if settings.ELASTICSEARCH_URL:
        try:
            return Answer(drop_irrelevant(relevant(elasticsearch.rank(question, scope)), question), "elasticsearch")
        except Unavailable:
            return Answer(
                drop_irrelevant(relevant(database.rank(question, scope)), question), "database", degraded=True
            )
    return Answer(drop_irrelevant(relevant(database.rank(question, scope)), question), "database")


def drop_irrelevant(ids: list[int], question: str) -> list[int]:
    """Return `ids`, or nothing when even the best page has next to nothing to do with the question (one query)."""
    texts = Publication.objects.filter(pk__in=ids[:1]).values_list("texts", flat=True).first() or []
    wanted = set(grams(question))
    return ids if len(wanted & set(grams(plain_text(texts)))) >= LEAST_SHARE * len(wanted) else []


class ListSearch:
    """The list search of the hub (`hub.publications.listsearch.Search`)."""

    def rank(self, question: str, scope: Scope) -> list[int]:
        return ask(question, scope).ids


def results(ids: Sequence[int], question: str) -> list[Result]:
    """Return what to show of these publications, in this order; one that has ceased to be public is left out."""
    columns = ("pk", "teaser", "texts", "title", "document__meta__county__title")
    rows = {row[0]: row[1:] for row in Publication.objects.public().filter(pk__in=ids).values_list(*columns)}
    return [
        Result(teaser, highlight(texts, question, title, teaser["meta"]["content_locale"]), county or "")
        for teaser, texts, title, county in (rows[pk] for pk in ids if pk in rows)
    ]
