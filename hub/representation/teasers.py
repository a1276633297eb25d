"""Teasers: the few fields of a page that lists, maps, search results and links from other documents show."""

from __future__ import annotations

from hub.representation.context import Context, address, api_address
from hub.representation.fields import field_value
from hub.representation.library import Group, Library, Teaser
from hub.representation.shapes import TeaserMeta

TEASER_FIELDS = ("summary", "image")


def make_teaser(library: Library, group: Group, language: str) -> Teaser:
    """Return the teaser of a page in a language in which it is shown, with what the teaser refers to."""
    context = Context(library, group, language, is_teaser=True)
    names = ["title", *TEASER_FIELDS, *group.kind.teaser_fields]
    values = {name: field_value(context, name) for name in names}
    return Teaser({"id": context.page_id, **values, "meta": teaser_meta(context)}, context.dependencies, context.ends)


def teaser_meta(context: Context) -> TeaserMeta:
    group, language = context.group, context.language
    return {
        "type": group.source._meta.label,
        "kind": group.kind.slug,
        "slug": group.source.slug,
        "locale": language,
        "content_locale": context.content_language,
        "translation_key": str(group.source.translation_key),
        "detail_url": api_address(context.page_id, context.content_language == language, language),
        "html_url": address(group, language),
    }
