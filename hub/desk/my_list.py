"""What waits for a translator: the pages of their languages that need work, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page

from hub.internals.wagtail_rights import own_pages
from hub.languages import label
from hub.publications.models import Publication
from hub.translations.models import Coverage
from hub.wishes.models import Wish

State = Coverage.State
PER_PAGE = 50


def is_only_translator(user: Any) -> bool:
    """Say whether translations are all that `user` works on."""
    if user.is_superuser:
        return False
    languages = languages_of_pages(own_pages(user))
    return bool(languages) and settings.LANGUAGE_CODE not in languages.values()


def translated_by(user: Any) -> QuerySet[Coverage]:
    """Return the coverage of the pages, in the languages, into which `user` translates; for superusers all.

    Who edits in one county and translates in another one is no translator of both.
    """
    if user.is_superuser:
        return Coverage.objects.all()
    pages = own_pages(user)
    languages = languages_of_pages(pages)
    tops = Page.objects.filter(translation_key__in={page.translation_key for page in pages})
    condition = Q(pk__in=[])
    for key, path in tops.values_list("translation_key", "path"):
        own = [languages[page.locale_id] for page in pages if page.translation_key == key]
        condition |= Q(source__path__startswith=path, locale__in=own)
    return Coverage.objects.filter(condition)


def languages_of_pages(pages: Iterable[Page]) -> dict[int, str]:
    """Return the codes of the languages of pages by the ids of their locales (one query)."""
    ids = {page.locale_id for page in pages}
    return dict(Locale.objects.filter(pk__in=ids).values_list("pk", "language_code"))


def waiting(user: Any) -> QuerySet[Coverage]:
    """Return what waits for `user`, the most pressing first, with `asked`: how many readers have asked for it.

    What readers see and is out of date comes first, then what somebody has begun, then what nobody has. Among these
    come first the pages that more readers asked for; then those that stand higher in the tree, where more readers pass;
    then those that have waited longest; then the order of the tree.
    """
    wishes = Wish.objects.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale"))
    ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate((State.OUTDATED, State.IN_WORK))]
    rows = translated_by(user).filter(state__in=Coverage.TO_DO).select_related("source")
    return rows.annotate(
        asked=Coalesce(Subquery(wishes.values("count")[:1]), 0),
        county_title=county_title(),
        rank=Case(*ranks, default=Value(len(ranks))),
    ).order_by("rank", "-asked", "source__depth", F("since").asc(nulls_last=True), "source__path", "locale")


def county_title() -> Subquery:
    """Return the public title of the county of coverage."""
    counties = Publication.objects.filter(locale=settings.LANGUAGE_CODE, path=OuterRef("county"))
    return Subquery(counties.values("title")[:1])


def totals_of(rows: QuerySet[Coverage]) -> dict[str, int]:
    """Return the numbers of `pages`, `texts` and `words` to do (one query)."""
    return rows.order_by().aggregate(
        pages=Count("pk"), texts=Coalesce(Sum("texts_to_do"), 0), words=Coalesce(Sum("words_to_do"), 0)
    )


@dataclass(frozen=True)
class Item:
    """A page that waits for its translation into a language, as lists show it."""

    row: Any  # of `waiting()`

    @property
    def title(self) -> str:
        """The published title, as what is to do is that of the published page."""
        return self.row.source.title

    @property
    def language(self) -> str:
        return label(self.row.locale)

    @property
    def anchor(self) -> str:
        """The id of the page's row on “My list”."""
        return f"page-{self.row.source_id}-{self.row.locale}"

    @property
    def is_ready(self) -> bool:
        """Whether every text is translated, so that somebody has to publish it only."""
        return self.row.texts_to_do == 0

    @property
    def amount(self) -> str:
        return amount(texts=self.row.texts_to_do, words=self.row.words_to_do)

    @property
    def action(self) -> str | Promise:
        """What a translator does next."""
        if self.is_ready:
            return _("Review and publish")
        return {State.OUTDATED: _("Update"), State.IN_WORK: _("Continue translating"), State.MISSING: _("Begin")}[
            self.row.state
        ]

    @property
    def address(self) -> str:
        """The address of the draft; of its row on “My list”, where a button makes it, as long as there is none."""
        if self.row.page_id:
            return reverse("hub_desk", args=[self.row.page_id])
        return f"{reverse('hub_my_translations')}#{self.anchor}"


def amount(texts: int, words: int, pages: int | None = None) -> str:
    """Return how much there is to do, in words: “12 pages, 48 texts, 310 words”."""
    parts = [
        (texts, ngettext("%(count)s text", "%(count)s texts", texts)),
        (words, ngettext("%(count)s word", "%(count)s words", words)),
    ]
    if pages is not None:
        parts.insert(0, (pages, ngettext("%(count)s page", "%(count)s pages", pages)))
    return ", ".join(text % {"count": number_format(number, force_grouping=True)} for number, text in parts)
