"""wagtail-localize. Its models, fields and segments are documented; its querysets and operations are not.

Its views are in `localize_views`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
    post_save_string_translation,
)
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.segments import OverridableSegmentValue, ingest


def untranslated_paths(translation: Translation) -> list[str]:
    """Return the paths of the source's texts that have no valid translation."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return list(segments.filter(translation__isnull=True).values_list("context__path", flat=True))


def overrides_of(translation: Translation) -> dict[str, datetime]:
    """Return when the values that a translation replaces were last chosen, by path."""
    overrides = translation.source.overridablesegment_set.get_overrides(translation.target_locale)
    return dict(overrides.filter(has_error=False).values_list("context__path", "updated_at"))


def override_of(translation: Translation, segment: OverridableSegment) -> SegmentOverride | None:
    """Return what a translation shows instead of the source's value, None for the source's value."""
    return SegmentOverride.objects.filter(locale=translation.target_locale_id, context=segment.context_id).first()


def forgive_missing_overrides() -> None:
    """Let a picture be deleted that a translation shows instead of its source's: its key becomes null."""
    handle = ingest.handle_related_object

    @wraps(handle)
    def handle_or_none(model: type[Model], source: Locale, target: Locale, segments: list) -> Model | None:
        try:
            return handle(model, source, target, segments)
        except ObjectDoesNotExist:
            if isinstance(segments[0], OverridableSegmentValue):
                return None
            raise

    ingest.handle_related_object = handle_or_none


def path_id_of(path: str) -> UUID:
    """Return the key under which wagtail-localize keeps the texts at a path."""
    return TranslationContext._get_path_id(path)


def create_translations(page: Page, locales: Collection[Locale], user: Any = None) -> None:
    """Make a translation of `page` in each of `locales`; missing parents become live aliases."""
    TranslationCreator(user, locales).create_translations(page)


def cut_draft_titles() -> None:
    """Let a translated title that is too long be stored with its error: the page's draft title takes what fits."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(_set_draft_title, sender=StringTranslation, dispatch_uid="hub.internals.set_draft_title")


def _set_draft_title(instance: StringTranslation, **kwargs: Any) -> None:
    if instance.context.path == "title":
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[: Page._meta.get_field("draft_title").max_length])


def hold_while_saving(hold: Callable[[TranslationSource], None]) -> None:
    """Have the page of every translation saved in a transaction that begins with `hold`."""
    save = TranslationSource.create_or_update_translation

    @wraps(save)
    def save_held(source: TranslationSource, *args: Any, **kwargs: Any) -> tuple[Page, bool]:
        with transaction.atomic():
            hold(source)
            try:
                return save(source, *args, **kwargs)
            except ValidationError as error:
                refusal = error  # which text is wrong is stored already, and stays
        raise refusal

    TranslationSource.create_or_update_translation = save_held
