"""The rules of the plugin contract as system checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from hub.pages import HubPage
from hub.plugins import Kind, kinds
from hub.representation.library import api_field_names
from hub.translations.prose import PROSE_BLOCKS, Fact, Item, field_names


@register("hub")
def check_kinds(**kwargs: Any) -> list[Error]:
    if not len(kinds):
        return [
            Error(
                "The hub has no kinds.",
                hint="List a plugin in BUILT_IN_PLUGINS, or install one with an entry point in the group hub.plugins.",
                id="hub.E001",
            )
        ]
    return [error for kind in kinds for error in check_kind(kind)]


def check_kind(kind: Kind) -> Iterator[Error]:
    """Yield what is wrong with the declaration of a kind and its model."""
    model = kind.model_class
    if not issubclass(model, HubPage):
        yield Error(f"{kind.model} is no hub page.", hint="Inherit hub.pages.HubPage.", obj=model, id="hub.E002")
        return
    yield from check_prose(model)
    names = api_field_names(model)
    for name in names:
        if not has_form(model, name):
            yield Error(
                f"api_fields names {name!r}, which {kind.model} does not have.",
                hint="Name a field, a child relation, or a method that takes the language.",
                obj=model,
                id="hub.E004",
            )
    for name in kind.teaser_fields:
        if name not in names:
            yield Error(
                f"Kind {kind.slug!r} shows {name!r} in teasers, which is not in api_fields.",
                hint="Add it to api_fields.",
                obj=model,
                id="hub.E005",
            )
    sources = [facet.source for facet in kind.facets] + ([kind.pin.source] if kind.pin else [])
    for source in sources:
        if source.partition(".")[0] not in names:
            yield Error(
                f"Kind {kind.slug!r} reads {source!r}, which is not in api_fields.",
                hint="Begin the path with the name of a field in api_fields.",
                obj=model,
                id="hub.E006",
            )


def has_form(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return callable(getattr(model, name, None))
    return True


def check_prose(model: type[models.Model]) -> Iterator[Error]:
    """Yield fields and blocks that are neither prose nor fact."""
    declared = field_names(model)
    for name in model.prose:
        if name not in declared:
            yield Error(
                f"{model.__name__}.prose names {name!r}, which is no field an editor fills.",
                hint="Name a text field, a StreamField or a child relation.",
                obj=model,
                id="hub.E003",
            )
            continue
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            yield from check_blocks(model, field.stream_block, name)
        elif isinstance(field, models.ManyToOneRel):
            if issubclass(field.related_model, Item):
                yield from check_prose(field.related_model)
            else:
                yield Error(
                    f"{model.__name__}.{name} is prose, but its items are not.",
                    hint="Let them inherit hub.translations.prose.Item.",
                    obj=model,
                    id="hub.E007",
                )
        elif not isinstance(field, models.CharField | models.TextField | RichTextField):
            yield Error(
                f"{model.__name__}.{name} is prose, but no text.",
                hint="Remove it from prose: what is not prose is a fact.",
                obj=model,
                id="hub.E003",
            )


def check_blocks(model: type[models.Model], block: blocks.Block, path: str) -> Iterator[Error]:
    """Yield the leaves below `block` that do not say whether they are prose or fact."""
    if isinstance(block, Fact):
        return
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        for name, child in block.child_blocks.items():
            yield from check_blocks(model, child, f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        yield from check_blocks(model, block.child_block, f"{path}.items")
    elif not isinstance(block, PROSE_BLOCKS):
        yield Error(
            f"{model.__name__}: the block {path} ({type(block).__name__}) is neither prose nor fact.",
            hint="Mix in hub.translations.prose.Fact, or use a text or rich text block.",
            obj=model,
            id="hub.E008",
        )
