"""Which page of several that share a translation key is the source: the owner of structure, facts and visibility."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.conf import settings
from wagtail.models import Page

AnyPage = TypeVar("AnyPage", bound=Page)


def pick_source(siblings: Iterable[AnyPage], languages: Mapping[int, str]) -> AnyPage:
    """Return the source among pages that share a translation key: the one in the source language, else the oldest.

    `languages` are the language codes by locale id. Raises ValueError when there are no pages.
    """
    return min(siblings, key=lambda page: (languages[page.locale_id] != settings.LANGUAGE_CODE, page.pk))


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
