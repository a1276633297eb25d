"""Where a dotted path may lead in the documents of a model, as far as its declarations tell."""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from django.db import models
from wagtail import blocks
from wagtail.documents.models import AbstractDocument
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.representation.fields import field_of
from hub.representation.library import api_field_names
from hub.representation.shapes import FileShape, ImageShape

# The names in a value, each with what stands there; empty for a plain value, None where declarations do not tell.
Shape = dict[str, "Shape"] | None

PLAIN: Shape = {}


def shape_of(model: Any, name: str) -> Shape:
    """Return what a document has at the field, child relation or method `name` of `model`."""
    field = field_of(model, name)
    if field is None:
        return annotated(getattr(model, name, None))
    if isinstance(field, StreamField):
        return items_of(shape_of_block(field.stream_block))
    if isinstance(field, models.ManyToOneRel):
        child = field.related_model
        return {"lang": PLAIN, **{name: shape_of(child, name) for name in api_field_names(child)}}
    if field.is_relation:
        return shape_of_object(field.related_model)
    return None if isinstance(field, models.JSONField) else PLAIN


def shape_of_object(model: Any) -> Shape:
    if issubclass(model, AbstractImage):
        return typed(ImageShape)
    if issubclass(model, AbstractDocument):
        return typed(FileShape)
    return None if issubclass(model, Page) else annotated(getattr(model, "api_form", None))


def shape_of_block(block: blocks.Block) -> Shape:
    """Return what stands at `value` of a block; for a stream or a list, of any of its blocks."""
    if hasattr(block, "api_form"):
        return annotated(block.api_form)
    if isinstance(block, blocks.BaseStructBlock):
        return {name: shape_below(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock):
        shapes = [shape_below(child) for child in block.child_blocks.values()]
        known = [shape for shape in shapes if shape is not None]
        return None if len(known) < len(shapes) else {key: value for shape in known for key, value in shape.items()}
    if isinstance(block, blocks.ListBlock):
        return shape_below(block.child_block)
    return PLAIN if isinstance(block, blocks.FieldBlock) else {"html": PLAIN}


def shape_below(block: blocks.Block) -> Shape:
    """Return what stands at the place of a block: lists have items around their values."""
    shape = shape_of_block(block)
    is_list = isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock) and not hasattr(block, "api_form")
    return items_of(shape) if is_list else shape


def items_of(shape: Shape) -> Shape:
    return {"type": PLAIN, "id": PLAIN, "lang": PLAIN, "value": shape}


def annotated(function: Callable | None) -> Shape:
    """Return what a method gives, by its annotation: a TypedDict, a list of them, a text, a number."""
    try:
        given = get_type_hints(function).get("return") if function else None
    except (NameError, TypeError):  # names that are imported for type checkers alone
        return None
    return typed(given)


def typed(given: Any) -> Shape:
    if get_origin(given) in (Union, UnionType):
        given = next(kind for kind in get_args(given) if kind is not type(None))
    if get_origin(given) is list:
        return typed(*get_args(given))
    if is_typeddict(given):
        return {name: typed(kind) for name, kind in get_type_hints(given).items()}
    return PLAIN if given in (str, int, float, bool, type(None)) else None


def shape_at(model: Any, path: str) -> Shape:
    """Return what stands at the end of `path`. For a path into nothing, raises LookupError that names what there is."""
    first, *rest = path.split(".")
    shape, done = shape_of(model, first), first
    for name in rest:
        if shape is None:
            return None
        if name not in shape:
            raise LookupError(f"{done} has no {name!r}: {possible(done, shape)}")
        shape, done = shape[name], f"{done}.{name}"
    return shape


def possible(path: str, shape: Shape) -> str:
    """Say where the path may lead on."""
    return f"possible are {', '.join(f'{path}.{name}' for name in shape)}" if shape else "it is a plain value"
