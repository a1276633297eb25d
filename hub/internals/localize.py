"""wagtail-localize. Its models, fields and segments are documented; its querysets and operations are not.

Its views are in `localize_views`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator


def untranslated_paths(translation: Translation) -> list[str]:
    """Return the paths of the source's texts that have no valid translation."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return list(segments.filter(translation__isnull=True).values_list("context__path", flat=True))


def create_translations(page: Page, locales: Collection[Locale], user: Any = None) -> None:
    """Make a translation of `page` in each of `locales`; missing parents become live aliases."""
    TranslationCreator(user, locales).create_translations(page)
