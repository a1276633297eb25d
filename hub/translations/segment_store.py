"""Writes the segments of a page into wagtail-localize's store, in bulk."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
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

from hub.internals.localize import path_id_of, string_id_of, template_id_of


def write_segments(source: TranslationSource, page: Page) -> None:
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


def _contexts(source: TranslationSource, page: Page, paths: Iterable[str]) -> dict[str, int]:
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
