"""Reads and writes translated texts in wagtail-localize's store, in bulk.

A page's texts are grouped by the path of their value ("title", "body.<block id>"), in order, each as a piece of HTML. A
rich text has a text for each paragraph, any other value has one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bs4.exceptions import ParserRejectedMarkup
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue, extract_strings, validate_translation_links

from hub.translations.coverage import words_changed
from hub.translations.lengths import length_error, source_model
from hub.translations.prose import marked_leaves
from hub.tree import lock_tree

UPDATED_FIELDS = [
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by",
    "updated_at",
    "has_error",
    "field_error",
]


class SegmentMismatch(ValueError):
    """A value has another number of texts in the translation than in its source; the message names page and path."""


def extract_texts(page: Page) -> dict[str, list[str]]:
    """Return the texts of `page` by path, as wagtail-localize would hand them to translators."""
    texts: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(segment.string.data)
    return dict(texts)


@lru_cache(maxsize=20_000)  # 0.3 ms for a paragraph, and pages are measured again with each of their changes
def split(text: str, is_rich: bool) -> tuple[str, ...]:
    """Return the texts that translators are given of one value: its paragraphs if it is rich text, else itself.

    Rich text that wagtail-localize cannot take apart, as with `<abbr lang>`, is one text.
    """
    try:
        strings = (
            [string for string, _attrs in extract_strings(text)[1]] if is_rich else [StringValue.from_plaintext(text)]
        )
    except (ValueError, RecursionError, ParserRejectedMarkup):
        return (text,)
    return tuple(string.data for string in strings if string.data.strip())


def texts_in(model: Any, content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the texts of a page's serialized data by path, as `extract_texts` does for a page."""
    return {path: split(text, is_rich) for path, text, is_rich in marked_leaves(model, content)}


def source_segments(source: TranslationSource) -> dict[str, list[StringSegment]]:
    """Return the segments of `source` by path, in order, each with its `string` (one query)."""
    segments: dict[str, list[StringSegment]] = defaultdict(list)
    for segment in source.stringsegment_set.select_related("context", "string").order_by("order"):
        segments[segment.context.path].append(segment)
    return dict(segments)


def hold_pages(source: TranslationSource) -> None:
    """Keep the pages of `source` in all languages from being deleted until the transaction ends.

    Whoever deletes one holds its rows first, and then deletes its words. The rows are locked from the oldest, which is
    the source, to the newest, because more may be added between two calls. Raises Page.DoesNotExist when `source` went
    with its page, or with its last translation.
    """
    pages = Page.objects.select_for_update(no_key=True).filter(translation_key=source.object_id)
    list(pages.order_by("pk").values_list("pk"))
    if not TranslationSource.objects.filter(pk=source.pk).exists():
        raise Page.DoesNotExist(f"“{source.object_repr}” was deleted, or has no translation any more.")


def hold_tree_and_pages(source: TranslationSource) -> None:
    """Hold the pages of `source` for a change that may add one or change a slug. Raises as `hold_pages` does.

    A transaction that does both calls this first: who holds a page must not wait for the tree.
    """
    lock_tree()  # before the rows, as all do
    hold_pages(source)


@transaction.atomic
def store_translations(
    source: TranslationSource,
    locale: Locale,
    texts: Mapping[str, Sequence[str]],
    *,
    tool_name: str = "",
    partial: bool = False,
) -> None:
    """Store `texts`, by path, as the translations of the segments of `source`: three queries to read, one upsert.

    `tool_name` says where the texts come from; with `partial` some of the source's paths may be missing. A text that
    occurs twice at a path has one translation, the first of `texts`. No signals are sent: a page's draft title follows
    when its draft is saved. Raises SegmentMismatch, and stores nothing, when the number of texts at a path differs from
    the source's, and Page.DoesNotExist as `hold_pages` does.
    """
    hold_pages(source)
    segments = source_segments(source)
    for path in texts if partial else {**segments, **texts}:
        expected, count = len(segments.get(path, ())), len(texts.get(path, ()))
        if count != expected:
            raise SegmentMismatch(
                f"{source.object_repr}, {locale.language_code}: {path} has {count} texts instead of {expected}."
            )
    words: dict[tuple[int, int], tuple[StringSegment, str]] = {}
    for path, path_texts in texts.items():
        for segment, text in zip(segments.get(path, ()), path_texts, strict=True):
            words.setdefault((segment.string_id, segment.context_id), (segment, text))
    store_words(source, locale, words.values(), tool_name=tool_name)


def store_words(
    source: TranslationSource,
    locale: Locale,
    words: Iterable[tuple[StringSegment, str]],
    *,
    tool_name: str = "",
    user: Any = None,
    checked: bool = False,
) -> None:
    """Store translations of segments of `source` with one upsert, each text of a path once.

    Texts that `StringTranslation.save` and its signals would mark are marked, unless the caller has `checked` that
    there are none; the draft title is the caller's. Call it in a transaction that holds the pages.
    """
    model = source_model(source)
    translations = []
    for segment, text in words:
        unusable = not checked and bool(unusable_markup(text, segment.string.data))
        too_long = "" if checked or unusable else length_error(model, segment.context.path, text)
        translations.append(
            StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=text,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                tool_name=tool_name,
                last_translated_by=user,
                has_error=unusable or bool(too_long),
                field_error=too_long,
            )
        )
    StringTranslation.objects.bulk_create(
        translations,
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=UPDATED_FIELDS,
    )
    words_changed(source)


def unusable_markup(text: str, source_text: str) -> str:
    """Return why wagtail-localize cannot use `text` as the translation of a text; "" where it can.

    `StringTranslation.save` asks the same, which a bulk insert bypasses.
    """
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(source_text, text)
    except (ValueError, ParserRejectedMarkup) as error:
        return str(error)
    except RecursionError:
        return _("Its tags are nested too deeply.")
    return ""
