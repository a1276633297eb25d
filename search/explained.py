"""Why these results: what each witness says of the pages that a question finds, for people who work in the admin.

It shows nothing that is not public but the errors of servers, and these to administrators of the hub alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django import forms
from django.conf import settings
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from hub.languages import base_of, label
from hub.plugins import kinds
from hub.publications import consumers
from hub.publications.listsearch import Scope
from hub.publications.models import ConsumerState, Publication, Sequence
from hub.site import navigation
from search.answer import LONGEST_QUESTION, Answer, ask
from search.meaning import embeddings, learning
from search.meaning.consumer import VectorConsumer
from search.meaning.question import Meaning
from search.models import LearntWords
from search.ranking import combined, parts

SHOWN = 20
MOST_WORDS = 30
ENGINES = {"database": _("Database"), "elasticsearch": "Elasticsearch"}


Choices = list[tuple[str, Any]]


def languages() -> Choices:
    return [*((code, label(code)) for code, _name in settings.LANGUAGES), ("", _("All languages"))]


def counties() -> Choices:
    public = navigation.counties(settings.LANGUAGE_CODE)
    return [("", _("All counties")), *((teaser["meta"]["slug"], teaser["title"]) for teaser in public)]


def all_kinds() -> Choices:
    return [("", _("All kinds")), *((kind.slug, kind.label) for kind in kinds)]


class QuestionForm(forms.Form):
    """What a visitor asks, and where."""

    q = forms.CharField(label=_("Question"), max_length=LONGEST_QUESTION, widget=forms.TextInput(attrs={"dir": "auto"}))
    language = forms.ChoiceField(label=_("Language"), choices=languages, required=False)
    county = forms.ChoiceField(label=_("County"), choices=counties, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=all_kinds, required=False)

    def scope(self) -> Scope:
        values = self.cleaned_data
        return Scope((values["language"],) if values["language"] else (), values["county"], values["kind"])


@dataclass(frozen=True)
class Said:
    """What a witness says of a page, None for nothing, and what that adds to its score."""

    value: float | None
    added: float


@dataclass(frozen=True)
class Row:
    """A result: its teaser, its score and what the witnesses say of it; of words alone where these decide."""

    teaser: dict
    language: Any
    score: float | None
    said: list[Said]


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Show the first results of a question with the parts of their scores, and what the search knows."""
    form = QuestionForm(request.GET if "q" in request.GET else None)
    context: dict[str, Any] = {"form": form, "vectors": vectors_state(request.user)}
    if form.is_valid():
        answer = ask(form.cleaned_data["q"], form.scope())
        context |= {
            "answer": answer,
            "rows": list(rows(answer)),
            "engine": ENGINES[answer.engine],
            **understood(answer),
        }
    return render(request, "search/admin/explained.html", context)


def rows(answer: Answer) -> Iterator[Row]:
    """Yield the first results that are still public."""
    ids = answer.ids[:SHOWN]
    teasers = dict(Publication.objects.public().filter(pk__in=ids).values_list("pk", "teaser"))
    by_words, scored = dict(answer.by_words), dict(scores(answer))
    others = [Said(None, 0)] * 3 if answer.candidates else []
    for pk in ids:
        if pk in teasers:
            words = by_words.get(pk)
            # What words find beside the candidates has no score.
            alone = (None if answer.candidates else words, [Said(words, 0), *others])
            score, said = scored.get(pk, alone)
            yield Row(teasers[pk], label(teasers[pk]["meta"]["content_locale"]), score, said)


def scores(answer: Answer) -> Iterator[tuple[int, tuple[float, list[Said]]]]:
    """Yield the candidates with their scores and what the witnesses say of each, in the order of `ranking.parts`."""
    if answer.candidates is None:
        return
    witnesses = answer.candidates.scores
    added, totals = parts(witnesses), combined(witnesses)
    for place, pk in enumerate(answer.candidates.ids.tolist()):
        values = {name: float(getattr(witnesses, name)[place]) for name in added}
        said = [Said(None if np.isnan(value) else value, float(added[name][place])) for name, value in values.items()]
        yield pk, (float(totals[place]), said)


def understood(answer: Answer) -> dict[str, Any]:
    """Return what the search makes of the question: `asked_in`, `translations`, `table`, `needs_table`."""
    meaning = answer.meaning or Meaning("")
    locale = meaning.locale
    translations = sorted(meaning.translations.items(), key=lambda item: -item[1])
    tables = LearntWords.objects.filter(locale=locale, source=settings.LANGUAGE_CODE, version=learning.VERSION).defer(
        "translations"
    )
    return {
        "asked_in": label(locale) if locale else "",
        "translations": translations[:MOST_WORDS],
        "table": tables.first(),
        "needs_table": base_of(locale) not in ("", base_of(settings.LANGUAGE_CODE)),
    }


@dataclass(frozen=True)
class VectorsState:
    """How far the vectors follow what is published; `error` is for administrators of the hub."""

    waiting: int
    failing_since: datetime | None = None
    error: str = ""

    @property
    def waiting_text(self) -> str:
        text = ngettext("%(count)d page waits for vectors.", "%(count)d pages wait for vectors.", self.waiting)
        return text % {"count": self.waiting}


def vectors_state(user: Any) -> VectorsState | None:
    """Return how far the vectors are, None where nothing makes any."""
    if embeddings.embedder() is None:
        return None
    consumer = VectorConsumer()
    state = ConsumerState.objects.filter(name=consumer.name).first() or ConsumerState(name=consumer.name)
    cursor = 0 if consumers.begins_again(consumer, state, Sequence.current()) else state.cursor
    waiting = Publication.objects.filter(content_locale=F("locale"), sequence__gt=cursor).count()
    return VectorsState(waiting, state.failing_since, state.error if user.is_superuser else "")
