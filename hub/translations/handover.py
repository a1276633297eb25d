"""Hands the texts of a published source page to its translations, in the background and in bulk.

wagtail-localize's `update_from_db` asks the database eight times for each text, changed or not, and empties what has
changed. Here an unchanged text costs nothing, and a changed one keeps its last translation as a start: marked as an
error, so that it counts as missing until somebody confirms it.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import (
    StringTranslation,
    TranslatableObject,
    TranslationSource,
)

from hub.internals.localize import schema_version
from hub.translations.coverage import words_changed
from hub.translations.models import EarlierText, HandOver, TranslatablePage
from hub.translations.prose import digests
from hub.translations.segment_store import write_segments
from hub.translations.segments import hold_pages
from hub.translations.state import CARRIED

logger = logging.getLogger(__name__)

AT_ONCE = 20
ALIKE = 0.4  # of two texts that are no version of each other, the translation is no start


def unconfirmed() -> str:
    """Return what a translator reads beside the last translation of a text that has changed, in the source language."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("The source text has changed. Correct the translation, or save it as it is if it is still right.")


def hand_over_next() -> int:
    """Hand over the texts of the pages that wait the longest; return how many there were.

    A page that fails is tried again later and hinders no other.
    """
    due = HandOver.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
    keys = list(dict.fromkeys(due.values_list("translation_key", flat=True)[:AT_ONCE]))
    for key in keys:
        try:
            hand_over_page(key)
        except (InterfaceError, OperationalError):
            raise  # the database is away: no page's fault
        except Exception as error:
            logger.exception("The texts of page %s could not be handed to its translations.", key)
            rows = HandOver.objects.filter(translation_key=key)
            attempts = min(20, 1 + max(rows.values_list("attempts", flat=True), default=0))
            due_at = timezone.now() + timedelta(seconds=min(600, 2**attempts))
            rows.update(attempts=attempts, due_at=due_at, error=repr(error))
    return len(keys)


@transaction.atomic
def hand_over_page(translation_key: UUID) -> None:
    """Hand over the texts of one page, if it is translated text by text, and take it from the list of those waiting."""
    # The rows first: whatever they name was committed before, so what is read below includes it.
    rows = list(HandOver.objects.filter(translation_key=translation_key).values_list("pk", flat=True))
    source = TranslationSource.objects.filter(object_id=translation_key).first()
    if source:
        with suppress(Page.DoesNotExist):  # deleted meanwhile
            refresh(source)
    HandOver.objects.filter(pk__in=rows).delete()


@transaction.atomic
def source_for(page: TranslatablePage) -> TranslationSource:
    """Return the store of the texts of a source page, as the page is published now; it is made where it is missing."""
    known, _created = TranslatableObject.objects.get_or_create_from_instance(page)
    source, _created = TranslationSource.objects.get_or_create(
        object=known,
        locale=page.locale,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(type(page)),
            "object_repr": str(page)[:200],
            "content_json": "{}",
            "last_updated_at": timezone.now(),
        },
    )
    refresh(source)
    return source


@transaction.atomic
def refresh(source: TranslationSource) -> bool:
    """Make the store of a page's texts equal to the published page; say whether there was anything to do.

    Raises Page.DoesNotExist when the page, or all of its translations, have been deleted.
    """
    hold_pages(source)
    source.refresh_from_db()
    page = source.get_source_instance()
    before, content = json.loads(source.content_json), json.loads(page.to_json())
    if before == content:
        return False
    old_texts = _texts(source)
    write_segments(source, page)
    _keep_words(source, old_texts, _texts(source), _carried(page, before, content))
    source.content_json = json.dumps(content)
    source.object_repr = str(page)[:200]
    source.schema_version = schema_version(page)
    source.last_updated_at = timezone.now()
    source.save(update_fields=["content_json", "object_repr", "schema_version", "last_updated_at"])
    words_changed(source)
    return True


def _texts(source: TranslationSource) -> dict[str, list[tuple[str, int, int]]]:
    """Return (text, id of its string, id of its context) of a page's texts by path, in order (one query)."""
    texts: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    rows = source.stringsegment_set.order_by("order")
    for path, text, string, context in rows.values_list("context__path", "string__data", "string_id", "context_id"):
        texts[path].append((text, string, context))
    return texts


def _carried(page: TranslatablePage, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Return the values that have changed by minor edits alone: path and old fingerprint (one query)."""
    same, old, new = page.same_texts(), digests(type(page), before), digests(type(page), after)
    return {path: old[path] for path in old.keys() & new.keys() if same.are_same(path, old[path], new[path])}


def _keep_words(
    source: TranslationSource,
    before: Mapping[str, list[tuple[str, int, int]]],
    after: Mapping[str, list[tuple[str, int, int]]],
    carried: Mapping[str, str],
) -> None:
    """Give changed texts the last translation of what stood in their place, in every language.

    It counts as missing until a translator confirms it; after a minor edit it counts as translated.
    """
    pairs = {
        (new[1], new[2]): (old[1], path, is_whole)
        for path, texts in after.items()
        for old, new, is_whole in pairs_of_changed(before.get(path, []), texts)
    }
    if not pairs:
        return
    EarlierText.objects.bulk_create(
        [EarlierText(string_id=new, context_id=context, earlier_id=old) for (new, context), (old, *_) in pairs.items()],
        update_conflicts=True,
        unique_fields=["string", "context"],
        update_fields=["earlier"],
    )
    last: dict[tuple[int, int], list[StringTranslation]] = defaultdict(list)
    for row in StringTranslation.objects.filter(
        context_id__in={context for _string, context in pairs},
        translation_of_id__in={old for old, *_rest in pairs.values()},
    ):
        last[row.translation_of_id, row.context_id].append(row)
    error = unconfirmed()
    rows = []
    for (string, context), (old, path, is_whole) in pairs.items():
        for row in last.get((old, context), ()):
            is_minor = path in carried and is_whole and not row.has_error
            kind = row.translation_type
            if is_minor and not kind.startswith(CARRIED):
                kind = f"{CARRIED}{carried[path]}"
            elif not is_minor and kind.startswith(CARRIED):
                kind = StringTranslation.TRANSLATION_TYPE_MANUAL
            rows.append(
                StringTranslation(
                    translation_of_id=string,
                    context_id=context,
                    locale_id=row.locale_id,
                    data=row.data,
                    translation_type=kind,
                    tool_name=row.tool_name,
                    last_translated_by_id=row.last_translated_by_id,
                    has_error=not is_minor,
                    field_error="" if is_minor else error,
                )
            )
    # What was translated before, as when a change is taken back, stays as it is.
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)


def pairs_of_changed(
    before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> Iterator[tuple[tuple[str, int, int], tuple[str, int, int], bool]]:
    """Yield (old, new, whether new stands for all of old) of the texts of one value that seem to be versions of one.

    Where paragraphs were joined or divided, a text has but a part of the words.
    """
    matcher = SequenceMatcher(None, [text for text, *_ids in before], [text for text, *_ids in after], autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation != "replace":
            continue
        old, new = before[start:end], after[new_start:new_end]
        if len(old) == len(new):
            yield from ((*pair, True) for pair in zip(old, new, strict=True))
            continue
        free = list(old)
        for item in new:
            scored = [(SequenceMatcher(None, other[0], item[0], autojunk=False).ratio(), other) for other in free]
            ratio, best = max(scored, default=(0.0, item), key=lambda pair: pair[0])
            if ratio >= ALIKE:
                free.remove(best)
                yield best, item, False
