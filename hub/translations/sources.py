"""Which page of several that share a translation key is the source: the owner of structure, facts and visibility."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

AnyPage = TypeVar("AnyPage", bound=Page)


def pick_source(siblings: Iterable[AnyPage], languages: Mapping[int, str]) -> AnyPage:
    """Return the source among pages that share a translation key: the one in the source language, else the oldest.

    `languages` are the language codes by locale id. Raises ValueError when there are no pages.
    """
    return min(siblings, key=lambda page: (languages[page.locale_id] != settings.LANGUAGE_CODE, page.pk))


def sources_by_key(pages: Iterable[AnyPage]) -> dict[UUID, AnyPage]:
    """Return the source page by translation key, among pages that are all with these keys (one query)."""
    siblings: dict[UUID, list[AnyPage]] = defaultdict(list)
    for page in pages:
        siblings[page.translation_key].append(page)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    return {key: pick_source(group, languages) for key, group in siblings.items()}


def source_of(page: Any) -> Any:
    """Return the source page of a translation, None when `page` is the source itself (one query)."""
    siblings = list(type(page).objects.filter(translation_key=page.translation_key).select_related("locale"))
    source = pick_source(siblings, {row.locale_id: row.locale.language_code for row in siblings}) if siblings else page
    return None if source.pk == page.pk else source


def is_source(page: Page) -> bool:
    """Say whether `page` is the source of its siblings (one query for a page that is not in the source language)."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return True
    siblings = Page.objects.filter(translation_key=page.translation_key).order_by("pk")
    languages = list(siblings.values_list("locale__language_code", "pk"))
    return settings.LANGUAGE_CODE not in dict(languages) and (not languages or languages[0][1] == page.pk)


def source_pages() -> QuerySet[Page]:
    """Return the source pages. Search accepts `pages.filter(pk__in=source_pages())`, but no filter by language."""
    in_source_language = Q(locale__language_code=settings.LANGUAGE_CODE)
    siblings = Page.objects.filter(translation_key=OuterRef("translation_key"))
    before = siblings.filter(in_source_language | Q(pk__lt=OuterRef("pk")))
    return Page.objects.filter(in_source_language | ~Exists(before))


def titles_of_translations(page: Page) -> list[str]:
    """Return the titles of the published translations of a source page, none for a translation (one query)."""
    siblings = list(Page.objects.filter(translation_key=page.translation_key).select_related("locale").order_by("pk"))
    languages = {sibling.locale_id: sibling.locale.language_code for sibling in siblings}
    if not siblings or pick_source(siblings, languages).pk != page.pk:
        return []
    return [sibling.title for sibling in siblings if sibling.live and sibling.pk != page.pk]


def with_source_path(pages: PageQuerySet) -> PageQuerySet:
    """Annotate pages, in the same query, with what `language_and_source_path` would else ask for page by page.

    `source_url_path` is None for a source page that is not in the source language.
    """
    return pages.annotate(
        page_language_code=F("locale__language_code"), source_url_path=source_url_path(settings.LANGUAGE_CODE)
    )


@cache  # every query of pages asks for it
def source_url_path(source_language: str) -> Coalesce:
    """Return the expression for the url path of a page's source page, None for one in another language."""
    siblings = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by("pk").values("url_path")
    in_source_language = siblings.filter(locale__language_code=source_language)
    older = siblings.filter(pk__lt=OuterRef("pk"))
    return Coalesce(Subquery(in_source_language[:1]), Subquery(older[:1]))


def language_and_source_path(page: Page) -> tuple[str, str]:
    """Return the language code of a page and the url path of its source page, its own for the source.

    Up to two queries, none for a page that was read `with_source_path`.
    """
    is_annotated = "source_url_path" in vars(page)
    language = page.page_language_code if is_annotated else page.locale.language_code
    if language == settings.LANGUAGE_CODE:
        return language, page.url_path
    if is_annotated:
        return language, page.source_url_path or page.url_path
    return language, (source_of(page) or page).url_path
