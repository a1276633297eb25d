"""What a kind names and there is not: parts of documents, templates, classes of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Error
from django.db import models
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from wagtail.fields import StreamField

from hub import schema_org
from hub.plugins import Kind, Plugin
from hub.representation.fields import field_of
from hub.representation.library import api_field_names
from hub.representation.page_ends import ends_pages
from hub.representation.paths import possible, shape_at
from hub.taxonomy.models import Place

SCHEMA_CLASS = re.compile(r"3?[A-Z][A-Za-z]+")


def has_form(model: type[models.Model], name: str) -> bool:
    return field_of(model, name) is not None or callable(getattr(model, name, None))


def check_children(model: type[models.Model]) -> Iterator[Error]:
    """Yield what documents cannot show of inline children."""
    for name in api_field_names(model):
        relation = field_of(model, name)
        if not isinstance(relation, models.ManyToOneRel):
            continue
        child = relation.related_model
        for child_name in api_field_names(child):
            field = field_of(child, child_name)
            if not has_form(child, child_name) or (field and (field.one_to_many or field.many_to_many)):
                yield Error(
                    f"{child.__name__}.api_fields names {child_name!r}, which is no field and no method of it.",
                    hint="Name a field, a key to one object, or a method that takes the language.",
                    obj=child,
                    id="hub.E015",
                )


def check_paths(kind: Kind) -> Iterator[Error]:
    """Yield paths of facets, search facts, structured data and pins that lead nowhere, as far as declarations tell."""
    model, names = kind.model_class, api_field_names(kind.model_class)
    values = [facet.source for facet in kind.facets]
    labels = [facet.label_source for facet in kind.facets if "." in facet.label_source]
    told = list(kind.schema_fields.values())
    for path in [*values, *labels, *kind.search_facts, *told, *([kind.pin.source] if kind.pin else [])]:
        if path.partition(".")[0] not in names:
            yield Error(
                f"Kind {kind.slug!r} reads {path!r}, which is not in api_fields.",
                hint="Begin the path with the name of a field in api_fields.",
                obj=model,
                id="hub.E006",
            )
            continue
        is_pin = kind.pin is not None and path == kind.pin.source
        wrong = wrong_end(model, path, is_pin, may_be_structure=path in told)
        if wrong:
            yield Error(
                f"Kind {kind.slug!r} reads {path!r}, but {wrong}.",
                hint="A path goes through the document: into a block by `value`, into a topic by its `slug`.",
                obj=model,
                id="hub.E016",
            )


def wrong_end(model: type[models.Model], path: str, is_pin: bool, may_be_structure: bool) -> str:
    """Say what is wrong with a path that ends at no value, or at no place on a map; empty where all may be right."""
    try:
        shape = shape_at(model, path)
    except LookupError as error:
        return str(error.args[0])
    is_place = shape is not None and {"latitude", "longitude"} <= set(shape)
    if shape is None or is_place or (not is_pin and (may_be_structure or not shape)):
        return ""
    return f"{path} is not {'a latitude and a longitude' if is_pin else 'one value'}: {possible(path, shape)}"


def check_templates(model: type[models.Model]) -> Iterator[Error]:
    """Yield templates of a page model and its blocks that there are not, or that are broken."""
    owners = {model.template: f"{model.__name__}.template"}  # type: ignore[attr-defined]  # a page's
    for stream in model._meta.get_fields():
        for block in stream.stream_block.child_blocks.values() if isinstance(stream, StreamField) else ():
            if getattr(block.meta, "template", None):
                owners[block.meta.template] = f"the block {block.name!r} ({type(block).__name__})"
    for template, owner in owners.items():
        yield from check_template(template, owner)


def check_template(template: str, owner: str) -> Iterator[Error]:
    try:
        get_template(template)
    except (TemplateDoesNotExist, TemplateSyntaxError) as error:
        yield Error(
            f"The template of {owner} cannot be used: {type(error).__name__}: {error}.",
            hint=f"It belongs into the app's folder: templates/{template}.",
            id="hub.E017",
        )


def check_list(kind: Kind) -> Iterator[Error]:
    """Yield what a kind declares for its list page and there is not."""
    yield from check_template(kind.list_template, f"{kind.slug!r}'s list_template")
    if kind.list_urls and not (kind.list_page and module_exists(kind.list_urls)):
        yield Error(
            f"Kind {kind.slug!r} names the URLconf {kind.list_urls!r}, which there is not, or has no list page.",
            hint="Write the module with `urlpatterns`, and say list_page=True: its addresses are below the list's.",
            obj=kind.model_class,
            id="hub.E021",
        )


def check_serves(kind: Kind) -> Iterator[Error]:
    """Yield a name in `serves` that is none of a facet of places."""
    if not kind.serves:
        return
    source = next((facet.source for facet in kind.facets if facet.name == kind.serves), "")
    relation, _dot, name = source.partition(".")
    places = getattr(field_of(kind.model_class, relation), "related_model", None) if relation else None
    if places is not Place or name != "slug":
        yield Error(
            f"Kind {kind.slug!r} serves {kind.serves!r}, which is no facet of places.",
            hint='Name a facet such as Facet("places", "places.slug", …), whose field refers to taxonomy.Place.',
            obj=kind.model_class,
            id="hub.E020",
        )


def check_ends(kind: Kind) -> Iterator[Error]:
    """Yield what a page cannot end with, and a kind that ends although pages may stand below it."""
    model = kind.model_class
    names = getattr(model, "ends", ())
    wrong = [name for name in names if not may_end(field_of(model, name))]
    if wrong:
        yield Error(
            f"Kind {kind.slug!r} ends with {', '.join(wrong)}, which is no date, moment or key to something that ends.",
            hint="Name fields in `ends`; what a key refers to has `visible_until` and `erased`.",
            obj=model,
            id="hub.E022",
        )
    if names and model.allowed_subpage_models():
        yield Error(
            f"Kind {kind.slug!r} ends, and pages may stand below its pages.",
            hint="Set `subpage_types = []`: what is below a page that has ended would stay public.",
            obj=model,
            id="hub.E022",
        )


def may_end(field: Any) -> bool:
    if isinstance(field, models.ForeignKey):
        return ends_pages(field.related_model)
    return isinstance(field, models.DateField)


def check_schema_type(kind: Kind) -> Iterator[CheckMessage]:
    """Yield a name that is no class of schema.org, or that the hub does not know."""
    if not SCHEMA_CLASS.fullmatch(kind.schema_type):
        yield Error(
            f"Kind {kind.slug!r}: {kind.schema_type!r} is no class of schema.org.",
            hint="Give the name alone, such as Place or GovernmentOffice; see https://schema.org/docs/full.html.",
            obj=kind.model_class,
            id="hub.E018",
        )
    elif kind.schema_type not in schema_org.CLASSES:
        near = ", ".join(schema_org.similar(kind.schema_type)) or "none; see https://schema.org/docs/full.html"
        yield checks.Warning(
            f"Kind {kind.slug!r}: the hub does not know the class {kind.schema_type!r} of schema.org.",
            hint=f"Similar ones: {near}. If it is right, silence this with SILENCED_SYSTEM_CHECKS.",
            obj=kind.model_class,
            id="hub.W003",
        )


def check_plugin(plugin: Plugin) -> Iterator[Error]:
    """Yield a demo module and a header template that a plugin names and does not have."""
    if plugin.demo and not module_exists(plugin.demo):
        yield Error(
            f"Plugin {plugin.name} names the demo module {plugin.demo!r}, which there is not.",
            hint="Write the module with a function load(demo), or take `demo` out of the declaration.",
            id="hub.E019",
        )
    if plugin.header_template:
        yield from check_template(plugin.header_template, f"{plugin.name}'s header_template")


def module_exists(name: str) -> bool:
    """Say whether there is a module, importing no more than the packages around it."""
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
