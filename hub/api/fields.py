"""Choosing fields: Wagtail's `fields` parameter (`*`, `_`, `-x`, nesting) applied to stored documents.

What may be asked for follows from the kinds' declarations, never from the documents that happen to be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import QueryDict
from wagtail.models import Page

from hub.api.parameters import BadRequest
from hub.internals.wagtail_api import FieldChoice, parse_fields
from hub.plugins import Kind
from hub.representation.library import api_field_names
from hub.representation.shapes import (
    CountyShape,
    DocumentMeta,
    FileShape,
    ImageShape,
    TeaserMeta,
    TranslationShape,
    names_of,
)
from hub.representation.teasers import TEASER_FIELDS

META = names_of(DocumentMeta)
TEASER_META = names_of(TeaserMeta)
DETAIL_ONLY = {"parent"}
TEASER = ("id", "title", *TEASER_FIELDS)
IMAGE = names_of(ImageShape)
FILE = names_of(FileShape)
TERM = ("slug", "name")
NESTED_BY_NAME = {
    "county": names_of(CountyShape),
    "translations": names_of(TranslationShape),
    "parent": (*TEASER, *TEASER_META),
}
MAX_NESTED = 50  # Wagtail's parser calls itself for each

Selection = dict[str, "Selection | None"]
"""The names of fields, each with the selection within it; None for all of it."""


def requested(query: QueryDict, kind: Kind | None, details: bool) -> Selection | None:
    """Return the fields that the parameter `fields` asks for; None without it, for the whole teaser or document.

    Raises BadRequest for a syntax error, and for a field that documents of `kind` do not have.
    """
    raw = query.get("fields")
    return None if raw is None else choose(parse(raw), kind, details)


def parse(raw: str) -> list[FieldChoice]:
    if raw.count("(") > MAX_NESTED:
        raise BadRequest("fields error: too many nested fields")
    try:
        return parse_fields(raw)
    except ValueError as error:
        raise BadRequest(f"fields error: {error}") from error


def body_fields(kind: Kind | None) -> list[str]:
    """Return the fields of a kind's documents; without a kind those that all documents have."""
    return ["id", "title", *(api_field_names(kind.model_class) if kind else ("summary", "image", "topics"))]


def choose(choices: list[FieldChoice], kind: Kind | None, details: bool) -> Selection:
    available = [*body_fields(kind), *(name for name in META if details or name not in DETAIL_ONLY)]
    default = available if details else [*TEASER, *(kind.teaser_fields if kind else ()), *TEASER_META]
    return select(choices, available, default, lambda name: nested_names(kind, name))


def select(
    choices: list[FieldChoice],
    available: Iterable[str],
    default: Iterable[str],
    names_within: Callable[[str], tuple[str, ...] | None],
) -> Selection:
    """Return what `choices` make of the `default` selection, in the order of `available`."""
    available = list(available)
    selection: Selection = dict.fromkeys(default)
    if choices and choices[0][0] in ("*", "_"):
        selection = dict.fromkeys(available if choices[0][0] == "*" else ())
        choices = choices[1:]
    unknown = sorted({name for name, _negated, _within in choices} - set(available))
    if unknown:
        raise BadRequest(f"unknown fields: {', '.join(unknown)}")
    for name, negated, choices_within in choices:
        if negated:
            selection.pop(name, None)
            continue
        selection[name] = None
        if choices_within:
            names = names_within(name)
            if names is None:
                raise BadRequest(f"'{name}' does not support nested fields")
            default_within = [key for key in names if key in ("id", "type", "detail_url")]
            selection[name] = select(choices_within, names, default_within, lambda _name: None)
    return {name: selection[name] for name in available if name in selection}


def nested_names(kind: Kind | None, name: str) -> tuple[str, ...] | None:
    """Return the names within a field that holds a structure, None for one that holds a plain value or blocks."""
    if name in NESTED_BY_NAME:
        return NESTED_BY_NAME[name]
    if name == "image":
        return IMAGE
    if name == "topics":
        return (*TERM, "icon")
    try:
        field = kind.model_class._meta.get_field(name) if kind else None
    except FieldDoesNotExist:
        return None
    if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Page):
        return (*TEASER, *TEASER_META)
    if isinstance(field, models.ManyToOneRel):
        return tuple(api_field_names(field.related_model))
    if field is not None and field.is_relation:
        return (*TERM, *FILE, *IMAGE)
    return None


def apply(document: dict, selection: Selection) -> dict:
    """Return the selected part of a document or teaser."""
    meta = document.get("meta", {})
    body = {name: part(document[name], sub) for name, sub in selection.items() if name in document and name != "meta"}
    meta = {name: part(meta[name], sub) for name, sub in selection.items() if name in meta and name not in document}
    return {**body, "meta": meta} if meta else body


def part(value: Any, selection: Selection | None) -> Any:
    """Return the selected part of a value: of a structure, or of each structure in a list."""
    if selection is None or value is None:
        return value
    if isinstance(value, list):
        return [part(item, selection) for item in value]
    return apply(value, selection)
