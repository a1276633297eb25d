"""wagtail-localize: what it stores about pages that are deleted."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    TranslatableObject,
    cleanup_translation_on_delete,
)

from hub.internals.django import delete_without_signals

# All that keeps a TranslatableObject from being deleted. The one receiver, of a deleted StringTranslation, resets the
# draft title of a page that is being deleted, with two queries for each.
WITHOUT_SIGNALS = (
    StringTranslation,
    SegmentOverride,
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
)


def forget_pages(translation_keys: Collection[UUID]) -> None:
    """Delete what is stored about pages that are deleted in every language, with a constant number of queries.

    wagtail-localize's own `cleanup_translation_on_delete` needs more than twenty for each page.
    """
    for model in WITHOUT_SIGNALS:
        delete_without_signals(model.objects.filter(context__object__in=translation_keys))
    TranslatableObject.objects.filter(pk__in=translation_keys).delete()


def forget_translations(pages: QuerySet[Page]) -> None:
    """Delete what is stored about translations whose source page stays."""
    known = TranslatableObject.objects.filter(pk__in=pages.values("translation_key"))
    for page in pages.filter(translation_key__in=known.values("pk")):
        cleanup_translation_on_delete(page)
