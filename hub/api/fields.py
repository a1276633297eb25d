"""Choosing fields: Wagtail's `fields` parameter (`*`, `_`, `-x`, nesting) applied to stored documents.

What may be asked for follows from the kinds' declarations, never from the documents that happen to be there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.api.v2.utils import BadRequestError, parse_fields_parameter
from wagtail.models import Page

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
Config = list[tuple[str, bool, list | None]]


def parse(raw: str) -> Config:
    if raw.count("(") > MAX_NESTED:
        raise BadRequestError("fields error: too many nested fields")
    try:
        return parse_fields_parameter(raw)
    except ValueError as error:
        raise BadRequestError(f"fields error: {error}") from error


def body_fields(kind: Kind | None) -> list[str]:
    """Return the fields of a kind's documents; without a kind those that all documents have."""
    return ["id", "title", *(api_field_names(kind.model_class) if kind else ("summary", "image", "topics"))]


def choose(config: Config, kind: Kind | None, details: bool) -> dict[str, Config | None]:
    """Return the chosen fields, each with the choice within it (None: all of it).

    Raises BadRequestError for a field that documents of `kind` do not have.
    """
    available = [*body_fields(kind), *(name for name in META if details or name not in DETAIL_ONLY)]
    if details:
        chosen = dict.fromkeys(available)
    else:
        chosen = dict.fromkeys([*TEASER, *(kind.teaser_fields if kind else ()), *TEASER_META])
    return select(config, available, chosen, lambda name: nested(kind, name))


def select(config: Config, available: Iterable[str], chosen: dict, inner: Any) -> dict[str, Config | None]:
    available = list(available)
    if config and config[0][0] in ("*", "_"):
        chosen = dict.fromkeys(available) if config[0][0] == "*" else {}
        config = config[1:]
    unknown = sorted({name for name, _negated, _sub in config} - set(available))
    if unknown:
        raise BadRequestError(f"unknown fields: {', '.join(unknown)}")
    for name, negated, sub in config:
        if negated:
            chosen.pop(name, None)
            continue
        chosen[name] = None
        if sub:
            within = inner(name)
            if within is None:
                raise BadRequestError(f"'{name}' does not support nested fields")
            start = {key: None for key in within if key in ("id", "type", "detail_url")}
            chosen[name] = select(sub, within, start, lambda _name: None)
    return {name: chosen[name] for name in available if name in chosen}


def nested(kind: Kind | None, name: str) -> tuple[str, ...] | None:
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


def apply(document: dict, chosen: dict[str, Any]) -> dict:
    """Return the chosen part of a document or teaser."""
    meta = document.get("meta", {})
    body = {name: within(document[name], sub) for name, sub in chosen.items() if name in document and name != "meta"}
    found = {name: within(meta[name], sub) for name, sub in chosen.items() if name in meta and name not in document}
    return {**body, "meta": found} if found else body


def within(value: Any, sub: dict[str, Any] | None) -> Any:
    if sub is None or value is None:
        return value
    if isinstance(value, list):
        return [within(item, sub) for item in value]
    return apply(value, sub)
