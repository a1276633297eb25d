"""Stores a translation: as wagtail-localize's segments, as if an editor had typed them, or with a body of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Locale
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue

from home.models import InfoPage
from hub.internals.wagtail import free_slug
from hub.translations.handover import source_for
from hub.translations.segments import store_translations

TOOL_NAME = "Integreat"


@dataclass
class Segments:
    """A translation's texts by path (see `hub.translations.segments`), and URLs that differ from the source's.

    `url_overrides` maps the path of a block and a URL in the source to the translation's URL.
    """

    texts: dict[str, list[str]]
    url_overrides: dict[tuple[str, str], str] = field(default_factory=dict)


def title_text(title: str) -> str:
    """Return a title as wagtail-localize stores it."""
    return StringValue.from_plaintext(title).data


def hub_translations(keys: Iterable[UUID]) -> QuerySet[StringTranslation]:
    """Return the texts that were translated in the hub, not by imports, for the pages with these translation keys."""
    return StringTranslation.objects.filter(context__object_id__in=set(keys)).exclude(tool_name=TOOL_NAME)


def publish_segments(source_page: InfoPage, locale: Locale, segments: Segments) -> InfoPage:
    """Store and publish a translation by segments, and return its page. Raises SegmentMismatch."""
    _translated_page(source_page, locale)
    source = source_for(source_page)
    store_translations(source, locale, segments.texts, tool_name=TOOL_NAME)
    _store_url_overrides(source, locale, segments.url_overrides)
    Translation.objects.update_or_create(source=source, target_locale=locale, defaults={"enabled": True})
    page, _created = source.create_or_update_translation(locale, publish=False)
    page.get_latest_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


def _store_url_overrides(
    source: TranslationSource, locale: Locale, url_overrides: Mapping[tuple[str, str], str]
) -> None:
    """Replace the overrides of earlier imports; an editor's have a user."""
    SegmentOverride.objects.filter(locale=locale, context__object_id=source.object_id, last_translated_by=None).delete()
    if not url_overrides:
        return
    contexts = {
        segment.context.path: segment.context_id for segment in source.overridablesegment_set.select_related("context")
    }
    SegmentOverride.objects.bulk_create(
        SegmentOverride(
            locale=locale,
            context_id=contexts[f"{path}.{quote_path_component(source_url)}"],
            data_json=json.dumps(url),
        )
        for (path, source_url), url in url_overrides.items()
    )


def publish_own_body(source_page: InfoPage, locale: Locale, title: str, body: list[dict]) -> InfoPage:
    """Store and publish a translation with blocks of its own, which editors then edit as any page; return its page."""
    Translation.objects.filter(
        source__object_id=source_page.translation_key, target_locale=locale, enabled=True
    ).update(enabled=False)
    page: Any = _translated_page(source_page, locale)
    page.alias_of = None
    page.title, page.body = title, json.dumps(body)
    page.save()
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


def _translated_page(source_page: InfoPage, locale: Locale) -> InfoPage:
    """Return the page's translation, a draft with the source's title when there was none.

    Where the parent has no translation, Wagtail creates an alias of it, as it does for editors.
    """
    source_parent = source_page.get_parent()
    parent = source_parent.get_translation_or_none(locale) or source_parent.specific.copy_for_translation(
        locale, copy_parents=True, alias=True
    )
    page = source_page.get_translation_or_none(locale)
    if page:
        if not page.is_child_of(parent):
            # It was a source page, below a page of the source language, until that language was imported.
            page.move(parent, pos="last-child")
        return InfoPage.objects.get(pk=page.pk)
    page = InfoPage(
        title=source_page.title,
        slug=free_slug(parent, source_page.slug),
        translation_key=source_page.translation_key,
        locale=locale,
        live=False,
    )
    return parent.add_child(instance=page)
