"""Hands the texts of a published source page to its translations, in the background and in bulk.

wagtail-localize's `update_from_db` asks the database eight times for each text, changed or not, and empties what has
changed. Here an unchanged text costs nothing, and a changed one keeps its last translation as a start: marked as an
error, so that it counts as missing until somebody confirms it.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import InterfaceError, OperationalError, models, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from hub.internals.localize import path_id_of, schema_version, string_id_of, template_id_of
from hub.translations.coverage import words_changed
from hub.translations.models import HandOver, MinorEdit, TranslatablePage
from hub.translations.prose import digests
from hub.translations.same_texts import SameTexts
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
    page = source.get_source_instance()
    before, content = json.loads(source.content_json), json.loads(page.to_json())
    if before == content:
        return False
    old_texts = _texts(source)
    _write_segments(source, page)
    _keep_words(source, old_texts, _texts(source), _carried(type(page), source, before, content))
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


def _carried(
    model: type[models.Model], source: TranslationSource, before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, str]:
    """Return the values that have changed by minor edits alone: path and old fingerprint (one query)."""
    edits = MinorEdit.objects.filter(translation_key=source.object_id).values_list("changes", flat=True)
    same, old, new = SameTexts(edits), digests(model, before), digests(model, after)
    return {path: old[path] for path in old.keys() & new.keys() if same.are_same(path, old[path], new[path])}


def _write_segments(source: TranslationSource, page: TranslatablePage) -> None:
    """Store the segments of a page: what is there already is left alone, what is gone is deleted."""
    values: dict[type, list[Any]] = defaultdict(list)
    for value in extract_segments(page):
        values[type(value)].append(value)
    contexts = _contexts(source, page, {value.path for group in values.values() for value in group})
    strings = _strings(source, values[StringSegmentValue])
    templates = _templates(values[TemplateSegmentValue])
    _replace(
        StringSegment,
        source,
        ("string_id", "attrs"),
        [
            (contexts[value.path], value.order, (strings[value.string.data], _dump(value.attrs)))
            for value in values[StringSegmentValue]
        ],
    )
    _replace(
        TemplateSegment,
        source,
        ("template_id",),
        [
            (contexts[value.path], value.order, (templates[template_id_of(value)],))
            for value in values[TemplateSegmentValue]
        ],
    )
    _replace(
        OverridableSegment,
        source,
        ("data_json",),
        [(contexts[value.path], value.order, (_dump(value.data),)) for value in values[OverridableSegmentValue]],
    )
    _replace(
        RelatedObjectSegment,
        source,
        ("object_id",),
        [(contexts[value.path], value.order, (_object_id(value),)) for value in values[RelatedObjectSegmentValue]],
    )


def _dump(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)


def _object_id(value: RelatedObjectSegmentValue) -> UUID:
    known, _created = TranslatableObject.objects.get_or_create(
        content_type=value.content_type, translation_key=value.translation_key
    )
    return known.pk


def _contexts(source: TranslationSource, page: TranslatablePage, paths: Iterable[str]) -> dict[str, int]:
    """Return the ids of the contexts of `paths`; what is missing is made, with one query for each."""
    known = dict(TranslationContext.objects.filter(object_id=source.object_id).values_list("path", "pk"))
    missing = sorted(set(paths) - known.keys())
    TranslationContext.objects.bulk_create(
        [TranslationContext(object_id=source.object_id, path=path, path_id=path_id_of(path)) for path in missing],
        ignore_conflicts=True,
    )
    if missing:
        for context in TranslationContext.objects.filter(object_id=source.object_id, field_path=""):
            if context.path in missing:
                context.get_field_path(page)
                known[context.path] = context.pk
    return known


def _strings(source: TranslationSource, values: Iterable[StringSegmentValue]) -> dict[str, int]:
    """Return the ids of the texts' strings by text; what is missing is made."""
    texts = {string_id_of(value.string.data): value.string.data for value in values}
    known = String.objects.filter(locale_id=source.locale_id, data_hash__in=texts)
    missing = texts.keys() - set(known.values_list("data_hash", flat=True))
    String.objects.bulk_create(
        [String(locale_id=source.locale_id, data_hash=key, data=texts[key]) for key in missing], ignore_conflicts=True
    )
    return {texts[key]: pk for key, pk in known.all().values_list("data_hash", "pk")}


def _templates(values: Iterable[TemplateSegmentValue]) -> dict[UUID, int]:
    """Return the ids of the templates of rich texts by what identifies them; what is missing is made."""
    wanted = {template_id_of(value): value for value in values}
    known = Template.objects.filter(uuid__in=wanted)
    missing = wanted.keys() - set(known.values_list("uuid", flat=True))
    Template.objects.bulk_create(
        [
            Template(
                uuid=key,
                template=wanted[key].template,
                template_format=wanted[key].format,
                string_count=wanted[key].string_count,
            )
            for key in missing
        ],
        ignore_conflicts=True,
    )
    return dict(known.all().values_list("uuid", "pk"))


def _replace(
    model: type[models.Model], source: TranslationSource, names: tuple[str, ...], wanted: list[tuple[int, int, tuple]]
) -> None:
    """Let a page's segments of one kind be `wanted`: (id of the context, order, values of the fields `names`)."""
    stored: Iterable[Any] = model._default_manager.filter(source=source).order_by("order")
    rows: dict[tuple, list[Any]] = defaultdict(list)
    for row in stored:
        rows[row.context_id, *(getattr(row, name) for name in names)].append(row)
    added, moved = [], []
    for context, order, values in wanted:
        known = rows.get((context, *values))
        if not known:
            added.append(model(source=source, context_id=context, order=order, **dict(zip(names, values, strict=True))))
            continue
        row = known.pop(0)
        if row.order != order:
            row.order = order
            moved.append(row)
    gone = [row.pk for group in rows.values() for row in group]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    model._default_manager.bulk_create(added)
    model._default_manager.bulk_update(moved, ["order"])


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
        (new[1], new[2]): (old[1], path)
        for path, texts in after.items()
        for old, new in pairs_of_changed(before.get(path, []), texts)
    }
    if not pairs:
        return
    last: dict[tuple[int, int], list[StringTranslation]] = defaultdict(list)
    for row in StringTranslation.objects.filter(
        context_id__in={context for _string, context in pairs},
        translation_of_id__in={old for old, _path in pairs.values()},
    ):
        last[row.translation_of_id, row.context_id].append(row)
    error = unconfirmed()
    rows = []
    for (string, context), (old, path) in pairs.items():
        for row in last.get((old, context), ()):
            is_minor = path in carried and not row.has_error
            if is_minor:
                tool_name = row.tool_name if row.tool_name.startswith(CARRIED) else f"{CARRIED}{carried[path]}"
            else:
                tool_name = row.tool_name.partition(CARRIED)[0]
            rows.append(
                StringTranslation(
                    translation_of_id=string,
                    context_id=context,
                    locale_id=row.locale_id,
                    data=row.data,
                    translation_type=row.translation_type,
                    tool_name=tool_name,
                    last_translated_by_id=row.last_translated_by_id,
                    has_error=not is_minor,
                    field_error="" if is_minor else error,
                )
            )
    # What was translated before, as when a change is taken back, stays as it is.
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)


def pairs_of_changed(
    before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> Iterator[tuple[tuple[str, int, int], tuple[str, int, int]]]:
    """Yield (old, new) of the texts of one value that seem to be versions of each other."""
    matcher = SequenceMatcher(None, [text for text, *_ids in before], [text for text, *_ids in after], autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation != "replace":
            continue
        old, new = before[start:end], after[new_start:new_end]
        if len(old) == len(new):
            yield from zip(old, new, strict=True)
            continue
        free = list(old)
        for item in new:
            scored = [(SequenceMatcher(None, other[0], item[0], autojunk=False).ratio(), other) for other in free]
            ratio, best = max(scored, default=(0.0, item), key=lambda pair: pair[0])
            if ratio >= ALIKE:
                free.remove(best)
                yield best, item
