"""Submitting a page for translation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page

from hub.internals.localize import create_translations
from hub.translations.handover import source_for
from hub.translations.models import TranslatablePage
from hub.translations.sources import source_of
from hub.tree import lock_tree


@transaction.atomic
def submit(page: TranslatablePage, locales: Iterable[Locale], user: Any = None) -> None:
    """Make drafts of `page`, or of its source, in `locales`, ready for wagtail-localize's editor.

    wagtail-localize makes live aliases of missing parents. Where one stands in the place of the page it becomes the
    draft, so it is unpublished first: else it would be a live page in the wrong language. Raises ValueError for the
    source language: a draft in it would become the source of the page and take it offline.
    """
    locales = list(locales)
    if any(locale.language_code == settings.LANGUAGE_CODE for locale in locales):
        raise ValueError(f"{settings.LANGUAGE_CODE} is the language from which pages are translated.")
    lock_tree()  # missing pages are added after aliases were saved; whoever deletes them goes the other way
    page = source_of(page) or page
    aliases = Page.objects.filter(
        translation_key=page.translation_key, locale__in=locales, alias_of__isnull=False, live=True
    )
    for alias in aliases:
        alias.specific.unpublish(user=user, log_action=False)
    source_for(page)  # in bulk, before wagtail-localize does it text by text
    create_translations(page, locales, user)
