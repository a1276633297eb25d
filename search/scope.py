"""Where a search looks, and which of what it finds is worth showing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F

from hub.publications.models import Publication, PublicationQuerySet

# (id of a publication, score)
Ranked = tuple[int, float]

MOST = 1000
# Nearly every page shares some gram with a question, and is no answer for that. Measured on real pages and single words
# of them: 0.15 of the best score leaves out 1 of 100 pages that hold the word, 0.3 up to 10.
RELEVANT = 0.15


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
        found = Publication.objects.public().filter(locale__in=self.languages)
        if len(self.languages) > 1:
            found = found.filter(content_locale=F("locale"))
        if self.county:
            found = found.filter(county=self.county)
        return found.filter(kind=self.kind) if self.kind else found


def relevant(ranked: Iterable[Ranked]) -> list[int]:
    """Return the ids of what is worth showing, best first: at most `MOST`, none far worse than the best."""
    best_first = sorted(ranked, key=lambda item: (-item[1], item[0]))[:MOST]
    return [pk for pk, score in best_first if score >= RELEVANT * best_first[0][1]]
