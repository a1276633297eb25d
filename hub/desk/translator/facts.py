"""The facts of a page that help to understand its texts: shown at the desk, never edited there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField

from hub.translations.prose import Fact, Variant, field_names, items, stream_data

Facts = list[tuple[str, str]]


def facts_in(model: Any, content: Mapping[str, Any]) -> dict[str, Facts]:
    """Return (label, text) of the facts that tell a reader something, by block or inline child (`body.<block id>`).

    Those of the page itself are at "". `content` is a page's serialized data.
    """
    found: dict[str, Facts] = defaultdict(list)
    found[""] = list(_fields(model, content))
    for name in model.prose:
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            for child in stream_data(content.get(name)):
                block = field.stream_block.child_blocks.get(child["type"])
                if block is not None:
                    found[f"{name}.{child['id']}"] = list(_block(block, child["value"]))
        elif isinstance(field, models.ManyToOneRel):
            for child in content.get(name) or []:
                found[f"{name}.{child['translation_key']}"] = list(_fields(field.related_model, child))
    return found


def _fields(model: Any, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in field_names(model):
        field = model._meta.get_field(name)
        value = content.get(name)
        if name in model.prose or not isinstance(value, str) or not value or isinstance(field, models.SlugField):
            continue
        if isinstance(field, models.DateField):
            value = _date(value)
        elif isinstance(field, models.CharField | models.TextField | models.URLField):
            value = str(dict(field.flatchoices).get(value, value))
        else:
            continue
        yield str(capfirst(field.verbose_name)), value


def _block(block: blocks.Block, raw: Any) -> Iterator[tuple[str, str]]:
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _block(child, (raw or {}).get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in items(raw):
            yield from _block(block.child_block, item["value"])
    elif isinstance(block, blocks.StreamBlock):
        for child in raw or []:
            if (definition := block.child_blocks.get(child["type"])) is not None:
                yield from _block(definition, child["value"])
    elif isinstance(raw, str) and raw and isinstance(block, Fact) and block.informs and not isinstance(block, Variant):
        label = str(block.label)  # type: ignore[attr-defined]  # every fact is a block
        if isinstance(block, blocks.ChoiceBlock):
            raw = str(dict(block.field.choices).get(raw, raw))
        elif isinstance(block, blocks.DateBlock):
            raw = _date(raw)
        yield label, raw


def _date(value: str) -> str:
    day = parse_date(value[:10])
    return date_format(day, "SHORT_DATE_FORMAT") if day else value
