"""Prose, facts and variants: which values of a page are words to translate, and where they are.

A model names its prose, everything else is a fact; a variant is a fact that a translation may replace. A block is prose
when it is a text or rich text block, a fact when it mixes in `Fact`; structures contain both. A value is addressed by
its path, the same as wagtail-localize's: `title`, `body.<block id>.text`, `staff.<translation key>.function`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.functional import classproperty
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField
from wagtail_localize.segments import OverridableSegmentValue

REPLACES = "#"
PROSE_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


class Fact:
    """Mixin for a block whose value is the same in every language: wagtail-localize finds nothing to translate in it.

    `informs` says that the value tells a reader something by itself, as a phone number does and a choice of colour does
    not: an item that holds such a fact is shown even while its prose is not translated.
    """

    informs = True

    def get_translatable_segments(self, value: Any) -> list:
        return []

    def restore_translated_segments(self, value: Any, segments: list) -> Any:
        return value


class Variant(Fact):
    """Mixin for the choosers of pictures and files: a translation may show another one, with words in its language."""

    model_class: Any

    def get_translatable_segments(self, value: Any) -> list:
        return [OverridableSegmentValue("", value.pk)] if value else []

    def restore_translated_segments(self, value: Any, segments: list) -> Any:
        """Return what the translation shows; `value`, the source's, where that is gone."""
        return self.model_class.objects.filter(pk=segments[0].data).first() or value


class ProseMixin(models.Model):
    """Mixin for models with words: `prose` names the translated fields and child relations; the rest are facts.

    `variants` names the keys to pictures and files that a translation may replace.
    """

    prose: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @classproperty
    def translatable_fields(cls) -> list[TranslatableField | SynchronizedField]:  # noqa: N805 - a class property
        """What wagtail-localize asks every translatable model for."""
        return [
            TranslatableField(name) if name in cls.prose else SynchronizedField(name, overridable=name in cls.variants)
            for name in field_names(cls)  # type: ignore[arg-type]  # a class property gets the class
        ]


class Item(ProseMixin, TranslatableMixin):
    """Abstract base of a page's inline children that hold words. Subclasses name their `prose`."""

    class Meta(TranslatableMixin.Meta):
        abstract = True


# `proofread_on` is a translation's own.
NO_CONTENT = {"id", "sort_order", "translation_key", "locale", "proofread_on"}


def field_names(model: type[models.Model]) -> list[str]:
    """Return the names of the fields and child relations of `model` that an editor fills."""
    # Of Wagtail's own page fields the hub uses two; the rest is bookkeeping.
    internals = (
        {field.name for field in Page._meta.get_fields()} - {"title", "slug"} if issubclass(model, Page) else set()
    )
    names = []
    for field in model._meta.get_fields():
        if field.name in internals:
            continue
        if isinstance(field, models.ManyToOneRel):
            if isinstance(field.field, ParentalKey):
                names.append(field.name)
        elif isinstance(field, ParentalKey) or field.auto_created or not getattr(field, "editable", False):
            continue
        elif field.name not in NO_CONTENT and not field.many_to_many:
            names.append(field.name)
    return names


def digest(text: str) -> str:
    """Return a short fingerprint of a prose value, to see later whether it changed."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


def replaced(pk: int) -> str:
    """Return the mark of a picture or file of the source that a translation replaces. No fingerprint looks like it."""
    return f"{REPLACES}{pk}"


def stream_data(value: Any) -> list[dict]:
    """Return a stream's raw data: a list of `{"type", "value", "id"}`; accepts a StreamValue, JSON text or raw data."""
    if isinstance(value, str):
        return json.loads(value or "[]")
    if value is None:
        return []
    return value.get_prep_value() if hasattr(value, "get_prep_value") else value


def items(raw: list) -> list[dict]:
    """Return a ListBlock's raw data as `{"value", "id"}`, whichever of Wagtail's two formats it is stored in."""
    return [
        item if isinstance(item, dict) and item.get("type") == "item" else {"value": item, "id": None}
        for item in raw or []
    ]


def leaves(model: Any, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every prose value that is not empty.

    `content` is a page's or child's serialized data, as in a revision: field name to value.
    """
    for path, text, _is_rich in marked_leaves(model, content):
        yield path, text


def marked_leaves(model: Any, content: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Yield (path, text, whether it is rich text) of every prose value that is not empty."""
    for name in model.prose:
        field = model._meta.get_field(name)
        value = content.get(name)
        if isinstance(field, StreamField):
            for path, block, text in _stream_leaves(field.stream_block, stream_data(value)):
                if not isinstance(block, Fact):
                    yield f"{name}.{path}", text, isinstance(block, blocks.RichTextBlock)
        elif isinstance(field, models.ManyToOneRel):
            for child in value or []:
                for path, text, is_rich in marked_leaves(field.related_model, child):
                    yield f"{name}.{child['translation_key']}.{path}", text, is_rich
        elif value:
            yield name, value, isinstance(field, RichTextField)


def labels(model: Any, content: Mapping[str, Any]) -> dict[str, str]:
    """Return what the admin's forms call each prose value of `content`, by path: `Text`, `Phone: Label`."""
    names: dict[str, str] = {}
    for name in model.prose:
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            for child in stream_data(content.get(name)):
                definition = field.stream_block.child_blocks.get(child["type"])
                if definition is None:
                    continue
                for path, block, _value in _block_leaves(definition, child["value"], child["id"]):
                    parts = [definition.label] if block is definition else [definition.label, block.label]
                    names[f"{name}.{path}"] = ": ".join(str(part) for part in parts if part)
        elif isinstance(field, models.ManyToOneRel):
            item = capfirst(field.related_model._meta.verbose_name)
            for child in content.get(name) or []:
                for path, label in labels(field.related_model, child).items():
                    names[f"{name}.{child['translation_key']}.{path}"] = f"{item}: {label}"
        else:
            names[name] = str(capfirst(field.verbose_name))
    return names


def variants_in(model: Any, content: Mapping[str, Any]) -> dict[str, tuple[type[models.Model], int]]:
    """Return model and id of every picture and file in `content` that a translation may replace, by path."""
    found = {
        name: (model._meta.get_field(name).related_model, content[name]) for name in model.variants if content.get(name)
    }
    for name in model.prose:
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            for path, block, pk in _stream_leaves(field.stream_block, stream_data(content.get(name))):
                if isinstance(block, Variant):
                    found[f"{name}.{path}"] = block.model_class, pk
    return found


def _stream_leaves(block: blocks.BaseStreamBlock, data: list[dict]) -> Iterator[tuple[str, blocks.Block, Any]]:
    """Yield (path, block, raw value) of the prose and the variants of a stream that are not empty."""
    for child in data:
        definition = block.child_blocks.get(child["type"])
        if definition is not None:
            yield from _block_leaves(definition, child["value"], child["id"])


def _block_leaves(block: blocks.Block, raw: Any, path: str) -> Iterator[tuple[str, blocks.Block, Any]]:
    if isinstance(block, Variant) or (isinstance(block, PROSE_BLOCKS) and not isinstance(block, Fact)):
        if raw:
            yield path, block, raw
    elif isinstance(block, Fact):
        return
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _block_leaves(child, (raw or {}).get(name), f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        for item in items(raw):
            yield from _block_leaves(block.child_block, item["value"], f"{path}.{item['id']}")
    elif isinstance(block, blocks.StreamBlock):
        for child_path, child, value in _stream_leaves(block, raw or []):
            yield f"{path}.{child_path}", child, value


def with_unique_ids(data: list[dict]) -> list[dict]:
    """Return a stream's raw data in which no two blocks or list items have the same id: the later ones get another.

    Texts are kept by the ids of their blocks; two with one id would be given each other's translation.
    """
    known: set[str] = set()

    def renew(value: Any) -> Any:
        if isinstance(value, list):
            return [renew(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "value" in value and value.get("id"):
            if value["id"] in known:
                value = value | {"id": str(uuid4())}
            known.add(value["id"])
        return {key: renew(item) for key, item in value.items()}

    return renew(data)


def digests(model: type[models.Model], content: Mapping[str, Any]) -> dict[str, str]:
    """Return the fingerprint of every prose value of `content` by its path."""
    return {path: digest(text) for path, text in leaves(model, content)}


def set_prose(page: Any, texts: Mapping[str, str]) -> None:
    """Set the prose values of a page, in memory, to `texts` by path; paths that it does not have are passed over."""
    for name in page.prose:
        field = page._meta.get_field(name)
        if not any(path == name or path.startswith(f"{name}.") for path in texts):
            continue
        if isinstance(field, StreamField):
            raw = _with_texts(field.stream_block, stream_data(getattr(page, name)), name, texts)
            setattr(page, name, field.to_python(json.dumps(raw)))
        elif isinstance(field, models.ManyToOneRel):
            children = list(getattr(page, name).all())
            for child in children:
                prefix = f"{name}.{child.translation_key}."
                set_prose(
                    child, {path.removeprefix(prefix): text for path, text in texts.items() if path.startswith(prefix)}
                )
            getattr(page, name).set(children)
        else:
            setattr(page, name, texts[name])


def _with_texts(block: blocks.Block, raw: Any, path: str, texts: Mapping[str, str]) -> Any:
    """Return a block's raw value with the prose at the paths of `texts` replaced."""
    if isinstance(block, Fact) or not raw:
        return raw
    if isinstance(block, PROSE_BLOCKS):
        return texts.get(path, raw)
    if isinstance(block, blocks.StructBlock):
        children = block.child_blocks.items()
        return raw | {name: _with_texts(child, raw.get(name), f"{path}.{name}", texts) for name, child in children}
    if isinstance(block, blocks.ListBlock):
        return [
            item | {"value": _with_texts(block.child_block, item["value"], f"{path}.{item['id']}", texts)}
            for item in items(raw)
        ]
    if isinstance(block, blocks.StreamBlock):
        return [
            child | {"value": _with_texts(definition, child["value"], f"{path}.{child['id']}", texts)}
            if (definition := block.child_blocks.get(child["type"]))
            else child
            for child in raw
        ]
    return raw
