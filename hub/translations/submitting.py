"""Submitting a page for translation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.operations import TranslationCreator

from hub.pages import HubPage


@transaction.atomic
def submit(page: HubPage, locales: Iterable[Locale], user: Any = None) -> None:
    """Make drafts of `page` in `locales`, ready for wagtail-localize's editor.

    wagtail-localize makes live aliases of missing parents. Where one stands in the place of the page it becomes the
    draft, so it is unpublished first: else it would be a live page in the wrong language.
    """
    locales = list(locales)
    aliases = Page.objects.filter(
        translation_key=page.translation_key, locale__in=locales, alias_of__isnull=False, live=True
    )
    for alias in aliases:
        alias.specific.unpublish(user=user, log_action=False)
    TranslationCreator(user, locales).create_translations(page)
