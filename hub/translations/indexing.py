"""The admin's search finds a source page by the titles of its translations: these bring its entry up to date."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wagtail.models import Page
from wagtail.search import index

from hub.internals.wagtail import is_draft_save
from hub.translations.models import TranslatablePage
from hub.translations.sources import source_of


def index_source(instance: Any, raw: bool = False, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
    """Index the source page of a translation that was saved, published or unpublished."""
    if isinstance(instance, TranslatablePage) and not raw and not is_draft_save(update_fields):
        _index_source(instance)


def index_source_of_deleted(page: Page) -> None:
    """Index the source page of a translation that was deleted by itself."""
    if isinstance(page, TranslatablePage):
        _index_source(page)


def _index_source(page: TranslatablePage) -> None:
    source = source_of(page) if not page.is_source() else None
    if source is not None:
        index.insert_or_update_object(source)
