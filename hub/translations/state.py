"""What a translation has translated: the fingerprint of each source text, recorded when a revision of it is made.

A document shows a translated value only where the record names its path, so half translated text never becomes public;
a fingerprint that no longer fits the source's text makes the page outdated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail_localize.models import Translation

from hub.internals.localize import carried_marks, overrides_of, translated_otherwise, untranslated_paths
from hub.translations.prose import digests, leaves, replaced, set_prose, stream_data, variants_in
from hub.translations.sources import source_of

# Kind of translation of words that a minor edit has carried over to a new text, before the fingerprint of what they
# translate. wagtail-localize's own kinds are "manual" and "machine"; whoever saves the words sets one of these.
CARRIED = "minor:"


class HalfTranslated(ValidationError):
    """Publishing a translation in which a prose value of the source has no translation."""


def active_translation(page: Any) -> Translation | None:
    """Return wagtail-localize's record of a page that is translated segment by segment, None when it is edited by
    hand.
    """
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source__locale", "target_locale")
        .first()
    )


def record(page: Any) -> None:
    """Set `translated_from` and `own_structure` of a translation to what its words translate.

    A page translated by segments translates the texts of wagtail-localize's source that have a translation. A text that
    has changed since it was translated keeps its last confirmed translation, which wagtail-localize has replaced by the
    source's words, and the fingerprint of what that translates; so do words that a minor edit has carried over. A page
    edited by hand translates those texts of the published source that it has other words for. The same words count only
    if they did before: copies of a page begin with the words of the source.

    A picture or file that stands in for the source's is recorded with the mark of what it replaces. A page edited by
    hand keeps those that it had: its other pictures and files are unread copies.
    """
    translation = active_translation(page)
    if translation:
        missing = set(untranslated_paths(translation))
        source_data = json.loads(translation.source.content_json)
        source = digests(type(page), source_data)
        words = digests(type(page), page.serializable_data())
        # A page that was not saved with its translators' words holds the source's.
        unsaved = [path for path, mark in source.items() if path not in missing and words.get(path) == mark]
        missing |= translated_otherwise(translation, unsaved) if unsaved else set()
        confirmed = confirmed_translation(page)
        waiting = {path: confirmed[path] for path in missing if path in source and path in confirmed}
        set_prose(page, {path: text for path, (text, _fingerprint) in waiting.items()})
        page.own_structure = False
        page.translated_from = {
            **{path: mark for path, mark in source.items() if path not in missing},
            **{path: mark for path, mark in carried_over(page, translation, source).items() if path not in missing},
            **{path: fingerprint for path, (_text, fingerprint) in waiting.items()},
            **replaced_by_override(page, translation, source_data),
        }
        return
    source_page = source_of(page)
    if source_page is None:
        return
    known = page.translated_from or {}
    source_data, target_data = source_page.serializable_data(), page.serializable_data()
    source, words = digests(type(page), source_data), digests(type(page), target_data)
    page.own_structure = has_own_structure(
        structure(type(page), source_data),
        structure(type(page), target_data),
        {path.split(".")[1] for path in known if "." in path},
    )
    page.translated_from = (
        source
        if page.own_structure
        else {path: mark for path, mark in source.items() if path in words and (words[path] != mark or path in known)}
    ) | {path: known[path] for path in replaced_paths(page, source_data) if path in known}


def carried_over(page: Any, translation: Translation, source: Mapping[str, str]) -> dict[str, str]:
    """Return what words translate that minor edits have carried over, by path; while these edits lead to the source."""
    marks = carried_marks(translation, CARRIED)
    same = page.same_texts() if marks else None
    return {path: mark for path, mark in marks if same and path in source and same.are_same(path, mark, source[path])}


def replaced_by_override(page: Any, translation: Translation, source_data: Mapping[str, Any]) -> dict[str, str]:
    """Return the marks of what a page translated by segments replaces, by path.

    Where the source shows another picture or file since then, the mark stays the old one until somebody chooses again.
    """
    latest = page.latest_revision
    known = (latest.content.get("translated_from") or {}) if latest else {}
    chosen = overrides_of(translation)
    return {
        path: known[path] if path in known and chosen[path] <= latest.created_at else replaced(pk)
        for path, pk in replaced_paths(page, source_data).items()
        if path in chosen
    }


def replaced_paths(page: Any, source_data: Mapping[str, Any]) -> dict[str, int]:
    """Return the id in the source of each picture and file for which a page holds another one, by path."""
    own = variants_in(type(page), page.serializable_data())
    source = variants_in(type(page), source_data)
    return {path: pk for path, (model, pk) in source.items() if path in own and own[path] != (model, pk)}


def confirmed_translation(page: Any) -> dict[str, tuple[str, str]]:
    """Return what the latest revision of a translation translates, by path: (words, fingerprint of the source text).

    That revision keeps the words of all before it (one query).
    """
    content = page.latest_revision.content if page.latest_revision else {}
    fingerprints = content.get("translated_from") or {}
    return {path: (text, fingerprints[path]) for path, text in leaves(type(page), content) if path in fingerprints}


def hindering_texts(page: Any, translation: Translation) -> set[str]:
    """Return the paths of the texts without which a page that is translated text by text cannot be published."""
    never_translated = set(untranslated_paths(translation)) - confirmed_translation(page).keys()
    return never_translated & wanted_texts(page, never_translated)


def wanted_texts(page: Any, source: set[str]) -> set[str]:
    """Return which of the source's texts, named by their paths, must be translated before a page is published.

    They are all for a page that readers do not see yet. A public one may be corrected while new texts wait, which its
    document leaves out; it must not lose what it has.
    """
    shown = (page.live_revision.content.get("translated_from") or {}) if page.live and page.live_revision else {}
    return source & set(shown) if "title" in shown else source


def structure(model: Any, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return type and id of the blocks of a page's body, in order."""
    if "body" not in model.prose:
        return []
    return [(child["type"], child["id"]) for child in stream_data(content.get("body"))]


def has_own_structure(source: list[tuple[str, str]], target: list[tuple[str, str]], translated: set[str]) -> bool:
    """Say whether a body is no longer its source's.

    Blocks that the source has gained are no difference: they wait for their translation. Blocks with other ids or in
    another order are one, and blocks that were translated (ids in `translated`) and then left out.
    """
    remaining = set(target)
    return [block for block in source if block in remaining] != target or any(
        block_id in translated for kind, block_id in source if (kind, block_id) not in remaining
    )


def refuse_half_translated(page: Any, revision: Revision) -> None:
    """Raise HalfTranslated when a text that readers have to have (see `wanted_texts`) has no translation in `revision`.

    A page with a structure of its own is complete when its title is.
    """
    source = source_of(page)
    if source is None:
        return
    content = revision.content
    translated = content.get("translated_from") or {}
    wanted = {"title"} if content.get("own_structure") else set(digests(type(page), source_content(page, source)))
    missing = wanted_texts(page, wanted) - set(translated)
    if missing:
        text = _(
            "“%(title)s” is half translated: %(count)d texts have no translation yet. Translate them, then publish."
        )
        error = ValidationError(text, "half_translated", {"title": page.title, "count": len(missing)})
        # wagtail-localize reads the errors by field.
        raise HalfTranslated({NON_FIELD_ERRORS: error})


def source_content(page: Any, source: Any) -> Mapping[str, Any]:
    """Return the texts that a translation must cover: those handed to the translator, else the published source's."""
    translation = active_translation(page)
    return json.loads(translation.source.content_json) if translation else source.serializable_data()
