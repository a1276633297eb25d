"""wagtail-localize. Its models, fields and segments are documented; its querysets and operations are not.

Its views are in `localize_views`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import F, Model
from django.db.models.signals import post_save
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    String,
    StringTranslation,
    Template,
    Translation,
    TranslationContext,
    TranslationSource,
    get_schema_version,
    post_save_string_translation,
)
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.segments import OverridableSegmentValue, TemplateSegmentValue, ingest


def untranslated_paths(translation: Translation) -> list[str]:
    """Return the paths of the source's texts that have no valid translation."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return list(segments.filter(translation__isnull=True).values_list("context__path", flat=True))


def translated_otherwise(translation: Translation, paths: Collection[str]) -> set[str]:
    """Return those of `paths` at which some text has a valid translation that is not the source's own words."""
    segments = translation.source.stringsegment_set.filter(context__path__in=paths)
    segments = segments.annotate_translation(translation.target_locale).exclude(translation=F("string__data"))
    return set(segments.filter(translation__isnull=False).values_list("context__path", flat=True))


def carried_marks(translation: Translation, prefix: str) -> list[tuple[str, str]]:
    """Return (path, what follows `prefix` in the kind of translation) of the source's texts that have such a kind."""
    rows = translation.source.stringsegment_set.get_translations(translation.target_locale)
    rows = rows.filter(has_error=False, translation_type__startswith=prefix)
    return [(path, kind.removeprefix(prefix)) for path, kind in rows.values_list("context__path", "translation_type")]


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


def string_id_of(text: str) -> UUID:
    """Return the key under which wagtail-localize keeps a text."""
    return String._get_data_hash(text)


def template_id_of(value: TemplateSegmentValue) -> UUID:
    """Return the key under which wagtail-localize keeps what is around the texts of a rich text.

    It is what `Template.from_value` computes.
    """
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def schema_version(page: Page) -> str:
    """Return by which wagtail-localize notices that a model has changed since its texts were read."""
    return get_schema_version(page._meta.app_label)


def create_translations(page: Page, locales: Collection[Locale], user: Any = None) -> None:
    """Make a translation of `page` in each of `locales`; missing parents become live aliases."""
    TranslationCreator(user, locales).create_translations(page)


def cut_draft_titles() -> None:
    """Let a translated title that is too long be stored with its error: the page's draft title takes what fits."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(_set_draft_title, sender=StringTranslation, dispatch_uid="hub.internals.set_draft_title")


def _set_draft_title(instance: StringTranslation, **kwargs: Any) -> None:
    if instance.context.path == "title":
        set_draft_title(instance.context.object_id, instance.locale_id, instance.data)


def set_draft_title(translation_key: UUID, locale_id: int, title: str) -> None:
    """Let the admin's lists name a translation by its newly translated title, as wagtail-localize does."""
    pages = Page.objects.filter(translation_key=translation_key, locale_id=locale_id)
    pages.update(draft_title=title[: Page._meta.get_field("draft_title").max_length])


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
