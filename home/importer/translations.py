"""Stores one translation: as wagtail-localize's segments, as if an editor had typed them, or with a body of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue

from home.models import InfoPage
from hub.translations.segments import store_translations

TOOL = "Integreat"


@dataclass
class Strings:
    """A translation's strings by the path of their value ("title", "body.<block id>"), in order, as HTML; and addresses
    that differ, by the path of their block and the source's address.
    """

    words: dict[str, list[str]]
    overrides: dict[tuple[str, str], str] = field(default_factory=dict)


def title_string(title: str) -> str:
    return StringValue.from_plaintext(title).data


def foreign_strings(keys: Iterable[UUID]) -> QuerySet[StringTranslation]:
    """Return the strings that somebody has typed in the hub for the pages with these translation keys."""
    return StringTranslation.objects.filter(context__object_id__in=set(keys)).exclude(tool_name=TOOL)


def store_strings(source_page: InfoPage, locale: Locale, strings: Strings) -> InfoPage:
    """Store and publish a translation by segments, and return the page. Raises SegmentMismatch."""
    _page_in(locale, source_page)
    source, _created = TranslationSource.update_or_create_from_instance(source_page)
    store_translations(source, locale, strings.words, tool_name=TOOL)
    _store_overrides(source, locale, strings.overrides)
    Translation.objects.update_or_create(source=source, target_locale=locale, defaults={"enabled": True})
    translated, _created = source.create_or_update_translation(locale, publish=False)
    translated.get_latest_revision().publish()
    return InfoPage.objects.get(pk=translated.pk)


def _store_overrides(source: TranslationSource, locale: Locale, overrides: Mapping[tuple[str, str], str]) -> None:
    SegmentOverride.objects.filter(locale=locale, context__object_id=source.object_id, last_translated_by=None).delete()
    if not overrides:
        return
    contexts = {
        segment.context.path: segment.context_id for segment in source.overridablesegment_set.select_related("context")
    }
    SegmentOverride.objects.bulk_create(
        SegmentOverride(
            locale=locale, context_id=contexts[f"{path}.{quote_path_component(old)}"], data_json=json.dumps(new)
        )
        for (path, old), new in overrides.items()
    )


def store_own_body(source_page: InfoPage, locale: Locale, title: str, body: list[dict]) -> InfoPage:
    """Store and publish a translation with blocks of its own, edited by hand from now on, and return the page."""
    Translation.objects.filter(
        source__object_id=source_page.translation_key, target_locale=locale, enabled=True
    ).update(enabled=False)
    translated = _page_in(locale, source_page)
    translated.alias_of = None
    translated.title, translated.body = title, json.dumps(body)
    translated.save()
    translated.save_revision().publish()
    return InfoPage.objects.get(pk=translated.pk)


def _page_in(locale: Locale, source_page: InfoPage) -> InfoPage:
    """Return the page's translation, a draft without words when there was none.

    Where its parent has no translation Wagtail makes an alias, as it does for editors.
    """
    parent = source_page.get_parent()
    place = parent.get_translation_or_none(locale) or parent.specific.copy_for_translation(
        locale, copy_parents=True, alias=True
    )
    page = source_page.get_translation_or_none(locale)
    if page:
        if not page.is_child_of(place):
            # It was a source page, in the place of one, until the source language arrived.
            page.move(place, pos="last-child")
        return InfoPage.objects.get(pk=page.pk)
    page = InfoPage(
        title=source_page.title,
        slug=find_available_slug(place, source_page.slug),
        translation_key=source_page.translation_key,
        locale=locale,
        live=False,
    )
    return place.add_child(instance=page)
