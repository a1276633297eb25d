"""List search: what the hub asks of the app that searches, and where that app registers itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.db.models import Case, F, IntegerField, When

from hub.publications.models import Publication, PublicationQuerySet

MOST = 1000


@dataclass(frozen=True)
class Scope:
    """Languages (none: all), and the slugs of a county and a kind, empty for any.

    In one language all pages are found that are shown in it, those in their source language too; in several each page
    only in the languages that it really has.
    """

    locales: tuple[str, ...] = ()
    county: str = ""
    kind: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.locales or tuple(code for code, _name in settings.LANGUAGES)

    def publications(self) -> PublicationQuerySet:
        """Return the public publications in which to look."""
        publications = Publication.objects.public().filter(locale__in=self.languages)
        if len(self.languages) > 1:
            publications = publications.filter(content_locale=F("locale"))
        if self.county:
            publications = publications.filter(county=self.county)
        return publications.filter(kind=self.kind) if self.kind else publications


class Search(Protocol):
    """Ranks publications."""

    def rank(self, question: str, scope: Scope) -> list[int]:
        """Return the ids of the public publications in `scope` that answer `question`, best first, at most `MOST`."""


_search: Search | None = None


def register(search: Search) -> None:
    """Make `search` the hub's list search."""
    global _search
    _search = search


def is_installed() -> bool:
    return _search is not None


def best_first(publications: PublicationQuerySet, ids: list[int]) -> PublicationQuerySet:
    """Return `publications` in the order of `ids`."""
    ranks = [When(pk=pk, then=rank) for rank, pk in enumerate(ids)]
    return publications.order_by(Case(*ranks, output_field=IntegerField())) if ranks else publications.none()


def rank(question: str, scope: Scope) -> list[int]:
    """Return what the registered search returns. Raises LookupError when there is none."""
    if _search is None:
        raise LookupError("No search app is installed.")
    return _search.rank(question, scope)
