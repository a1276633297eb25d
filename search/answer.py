"""Asks the engines: Elasticsearch where there is one, the database when it does not answer or there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from hub.publications.consumers import Unavailable
from hub.publications.models import Publication
from search.engines import database, elasticsearch
from search.highlight import highlight
from search.scope import Scope, relevant

LONGEST_QUESTION = 300


@dataclass(frozen=True)
class Answer:
    """Ids of publications, best first; `degraded` when another engine should have answered."""

    ids: list[int]
    engine: str
    degraded: bool = False


@dataclass(frozen=True)
class Result:
    """A teaser, the part of its page that answers (escaped HTML with `<mark>`), and the title of its county."""

    teaser: dict
    highlight: str
    county: str


def ask(question: str, scope: Scope) -> Answer:
    """Return what answers `question` (its first 300 characters) in `scope`."""
    question = question[:LONGEST_QUESTION]
    if settings.ELASTICSEARCH_URL:
        try:
            return Answer(relevant(elasticsearch.rank(question, scope)), "elasticsearch")
        except Unavailable:
            return Answer(relevant(database.rank(question, scope)), "database", degraded=True)
    return Answer(relevant(database.rank(question, scope)), "database")


def ranked(question: str, locales: Sequence[str], county: str, kind: str) -> list[int]:
    """Be the list search of the hub (`hub.listsearch`)."""
    return ask(question, Scope(tuple(locales), county, kind)).ids


def results(ids: Sequence[int], question: str) -> list[Result]:
    """Return what to show of these publications, in this order; one that has ceased to be public is left out."""
    columns = ("pk", "teaser", "text", "title", "document__meta__county__title")
    found = {row[0]: row[1:] for row in Publication.objects.public().filter(pk__in=ids).values_list(*columns)}
    return [
        Result(teaser, highlight(text, question, title), county or "")
        for teaser, text, title, county in (found[pk] for pk in ids if pk in found)
    ]
