"""The rules of the plugin contract as system checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection, models
from wagtail import blocks
from wagtail.blocks import PageChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from hub.api.views import LIST_PARAMETERS
from hub.checks.documents import (
    check_children,
    check_ends,
    check_list,
    check_paths,
    check_plugin,
    check_schema_type,
    check_serves,
    check_templates,
    has_form,
)
from hub.pages import HubPage, is_address_of_list
from hub.plugins import COUNTY, FacetType, Kind, declared_roles, installed, kinds
from hub.publications import consumers
from hub.representation.fields import field_of
from hub.representation.library import api_field_names
from hub.site.lists import LIST_PAGE_PARAMETERS
from hub.site.navigation import TOPICS, taken_below_counties
from hub.translations.prose import PROSE_BLOCKS, Fact, Item, field_names

SLUG = re.compile(r"[a-z][a-z0-9-]*")
FACET_NAME = re.compile(r"[a-z][a-z0-9_-]{0,49}")
MOST_WEIGHT = 10
# Below /api/v2/.
OWN_ADDRESSES = {"changes", "documents", "images", "locales", "navigation", "pages", "places"}


@register("hub", Tags.database)
def check_addresses_of_lists(**kwargs: Any) -> list[CheckMessage]:
    """Warn of pages that stood at the address of a county's list before that was there: nobody can reach them."""
    if Page._meta.db_table not in connection.introspection.table_names():
        return []
    return [
        checks.Warning(
            f"The page {page.get_admin_display_title()!r} ({page.pk}) is at the address of a list of all {page.slug}.",
            hint="Give it another slug: visitors see the list in its place.",
            id="hub.W001",
        )
        for page in Page.objects.filter(slug__in=taken_below_counties())
        if is_address_of_list(page.slug, page.get_parent())
    ]


@register("hub")
def check_kinds(**kwargs: Any) -> list[CheckMessage]:
    if not len(kinds):
        return [
            Error(
                "The hub has no kinds.",
                hint="List a plugin in BUILT_IN_PLUGINS, or install one with an entry point in the group hub.plugins.",
                id="hub.E001",
            )
        ]
    of_kinds = (error for kind in kinds for error in check_kind(kind))
    of_plugins = (error for plugin in installed() for error in check_plugin(plugin))
    return [*check_county(), *check_roles(), *check_consumers(), *of_plugins, *of_kinds]


def check_consumers() -> Iterator[CheckMessage]:
    """Yield consumers that follow a kind which no plugin brings; that of an optional plugin may be missing."""
    slugs = {kind.slug for kind in kinds}
    for consumer in consumers.registered():
        for slug in sorted(set(consumer.kinds) - slugs):
            yield checks.Warning(
                f"The consumer {consumer.name!r} follows the kind {slug!r}, which no plugin brings.",
                hint=f"Name one of {', '.join(sorted(slugs))}, or leave `kinds` out to follow all.",
                id="hub.W002",
            )


def check_county() -> Iterator[Error]:
    """Yield an error unless exactly one kind, with the languages that it offers, has the role of counties."""
    counties = kinds.with_role(COUNTY)
    if len(counties) != 1 or not hasattr(counties[0].model_class, "languages"):
        yield Error(
            f"The role {COUNTY!r} is that of one kind whose pages say which languages they offer; "
            f"{', '.join(kind.slug for kind in counties) or 'no kind'} has it.",
            hint="Leave the role to hub.counties.",
            id="hub.E011",
        )


def check_roles() -> Iterator[Error]:
    """Yield roles that are declared more than once."""
    names = [role.name for role in declared_roles()]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield Error(
            f"The role {name!r} is declared more than once.",
            hint="A role that another plugin or the core declares is there for all: kinds name it.",
            id="hub.E013",
        )


def check_roles_of(kind: Kind) -> Iterator[Error]:
    """Yield roles that nobody declares, and fields that a role needs, but the kind's teasers lack."""
    roles = {role.name: role for role in declared_roles()}
    offered = ", ".join(sorted(roles.keys() - {COUNTY}))
    for name in kind.roles:
        if name not in roles:
            yield Error(
                f"Kind {kind.slug!r} has the role {name!r}, which nobody declares.",
                hint=f"Use one of {offered}, or add Role({name!r}, …) to the roles of your plugin.",
                obj=kind.model_class,
                id="hub.E013",
            )
            continue
        for field_name in roles[name].field_names:
            field = field_of(kind.model_class, field_name)
            # What a method gives is seen when a document is made.
            structured = field is None or isinstance(field, StreamField) or field.is_relation
            if field_name not in kind.teaser_fields or not structured:
                yield Error(
                    f"Kind {kind.slug!r} has the role {name!r}, which needs {field_name!r} in teasers.",
                    hint="Add it to teaser_fields and api_fields: a StreamField, or a method that gives a list (empty "
                    f"where there are none). The role reads: {', '.join(roles[name].teaser_fields)}.",
                    obj=kind.model_class,
                    id="hub.E014",
                )


def check_kind(kind: Kind) -> Iterator[CheckMessage]:
    """Yield what is wrong with the declaration of a kind and its model."""
    model = kind.model_class
    if not issubclass(model, HubPage):
        yield Error(f"{kind.model} is no hub page.", hint="Inherit hub.pages.HubPage.", obj=model, id="hub.E002")
        return
    yield from check_names(kind)
    yield from check_roles_of(kind)
    yield from check_labels(kind)
    yield from check_weights(kind)
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
        elif shows_pages(model, name):
            yield Error(
                f"Kind {kind.slug!r} shows the page {name!r} in teasers.",
                hint="Leave it out of teaser_fields: a teaser within a teaser would have no end.",
                obj=model,
                id="hub.E010",
            )
    yield from check_children(model)
    yield from check_paths(kind)
    yield from check_templates(model)
    yield from check_list(kind)
    yield from check_serves(kind)
    yield from check_ends(kind)
    yield from check_schema_type(kind)


def check_weights(kind: Kind) -> Iterator[Error]:
    """Yield weights for what search does not find, and such as are none."""
    for name, weight in kind.search_weights.items():
        is_prose = name.partition(".")[0] in kind.model_class.prose
        is_weight = isinstance(weight, int) and 1 <= weight <= MOST_WEIGHT
        if not is_weight or not (is_prose or name in kind.search_facts):
            yield Error(
                f"Kind {kind.slug!r} gives {name!r} the weight {weight!r} in search.",
                hint=f"Weigh prose or search_facts, by a whole number from 1 to {MOST_WEIGHT}.",
                obj=kind.model_class,
                id="hub.E006",
            )


def check_names(kind: Kind) -> Iterator[Error]:
    """Yield names that are no part of an address, or that the API has taken."""
    reserved = OWN_ADDRESSES | {TOPICS} | {prefix.strip("/") for plugin in installed() for prefix in plugin.api_urls}
    if not SLUG.fullmatch(kind.slug) or kind.slug in reserved:
        yield Error(
            f"Kind {kind.slug!r} cannot be at /api/v2/{kind.slug}/.",
            hint=f"Use lower-case letters, digits and hyphens, and none of: {', '.join(sorted(reserved))}.",
            obj=kind.model_class,
            id="hub.E009",
        )
    names = [name for facet in kind.facets for name in facet.parameters]
    known = LIST_PARAMETERS | LIST_PAGE_PARAMETERS if kind.list_page else LIST_PARAMETERS
    known |= {"serves"} if kind.serves else set()
    taken = sorted({name for name in names if name in known or names.count(name) > 1 or not FACET_NAME.fullmatch(name)})
    if taken:
        yield Error(
            f"Kind {kind.slug!r} has facets whose names are taken by lists, or are none: {', '.join(taken)}.",
            hint="Use other names, of lower-case letters, digits, hyphens and underscores.",
            obj=kind.model_class,
            id="hub.E009",
        )


def check_labels(kind: Kind) -> Iterator[Error]:
    """Yield facets whose labels do not stand beside their values, or whose type there is not."""
    for facet in kind.facets:
        beside = facet.source.rpartition(".")[0] == facet.label_source.rpartition(".")[0]
        if (facet.label_source and not beside) or facet.type not in get_args(FacetType):
            yield Error(
                f"Kind {kind.slug!r}: the facet {facet.name!r} has the type {facet.type!r}, and labels from "
                f"{facet.label_source!r} for values from {facet.source!r}.",
                hint=f"Read labels beside the values, as topics.name is beside topics.slug; the types are "
                f"{', '.join(get_args(FacetType))}.",
                obj=kind.model_class,
                id="hub.E012",
            )


def shows_pages(model: type[models.Model], name: str) -> bool:
    """Say whether the document's field `name` holds teasers of other pages, as far as declarations tell."""
    field = field_of(model, name)
    if isinstance(field, models.ForeignKey):
        return issubclass(field.related_model, Page)
    if isinstance(field, models.ManyToOneRel):
        return any(shows_pages(field.related_model, child) for child in api_field_names(field.related_model))
    return isinstance(field, StreamField) and chooses_pages(field.stream_block)


def chooses_pages(block: blocks.Block) -> bool:
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        return any(map(chooses_pages, block.child_blocks.values()))
    return (
        chooses_pages(block.child_block) if isinstance(block, blocks.ListBlock) else isinstance(block, PageChooserBlock)
    )


def check_prose(model: Any) -> Iterator[Error]:
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
