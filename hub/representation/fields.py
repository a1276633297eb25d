"""The JSON form of a page's fields: each name in its model's `api_fields`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import override
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.plugins import PAGE
from hub.representation import rich_text
from hub.representation.blocks import stream_form, stream_references
from hub.representation.context import Context, Untranslated
from hub.representation.files import file_form
from hub.representation.images import described, image_form
from hub.representation.library import Group, api_field_names
from hub.representation.plain import plain
from hub.representation.shapes import ImageShape
from hub.representation.texts import Text, html_lines, text_lines
from hub.translations.prose import stream_data


def field_references(group: Group, names: list[str]) -> Iterator[tuple[str, int]]:
    """Yield (model label, id) of everything that the fields called `names` refer to, in any language."""
    model = type(group.source)
    for name in names:
        field = field_of(model, name)
        if isinstance(field, StreamField):
            for content in contents(group, name):
                yield from stream_references(field.stream_block, stream_data(content))
        elif isinstance(field, RichTextField):
            for content in contents(group, name):
                yield from rich_text.references(content or "")
        elif isinstance(field, models.ForeignKey):
            yield from key_reference(field, getattr(group.source, field.attname))
            if name in group.source.variants:
                for translation in group.translations.values():
                    yield from key_reference(field, translation.content.get(name))
        elif isinstance(field, models.ManyToOneRel):
            for child in group.relations.get(name, []):
                for child_field in (field_of(type(child), child_name) for child_name in api_field_names(type(child))):
                    if isinstance(child_field, models.ForeignKey):
                        yield from key_reference(child_field, getattr(child, child_field.attname))
                    elif isinstance(child_field, RichTextField):
                        yield from rich_text.references(getattr(child, child_field.attname) or "")


def key_reference(key: models.ForeignKey, pk: int | None) -> Iterator[tuple[str, int]]:
    """Yield (model label, id) of what a key points at, if it points at anything."""
    if pk:
        yield PAGE if issubclass(key.related_model, Page) else key.related_model._meta.label_lower, pk


def contents(group: Group, name: str) -> list[Any]:
    return [getattr(group.source, name), *(item.content.get(name) for item in group.translations.values())]


def field_of(model: type[models.Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def field_value(context: Context, name: str) -> Any:
    """Return the JSON form of the field, child relation or method `name` in the document's language.

    A prose field without a translation is empty. Raises TypeError, naming the field, for what has no form in JSON.
    """
    with override(context.language):
        value = native_value(context, name)
        try:
            return plain(value)
        except TypeError as error:
            raise TypeError(f"{type(context.group.source).__name__}.{name}: {error}") from error


def native_value(context: Context, name: str) -> Any:
    """Return what `field_value` makes JSON of: structures and lists in which dates are still Python's own."""
    group, source = context.group, context.group.source
    target = context.translation.content if context.translation else {}
    field = field_of(type(source), name)
    if field is None:
        return getattr(source, name)(context.language)
    if isinstance(field, models.ManyToOneRel):
        forms = (child_form(context, name, child, target.get(name) or []) for child in group.relations[name])
        return [form for form in forms if form is not None]
    if field.many_to_many:
        for item in group.relations[name]:
            context.note(item)
        return [context.form_of(item) for item in group.relations[name]]
    try:
        return value_form(context, source, target, field, "")
    except Untranslated:
        return ""


def child_form(context: Context, name: str, child: Any, targets: list[dict]) -> dict | None:
    """Return an inline child's `api_fields`, with `lang` where it stands in the source language, or what its own
    `api_form(value, context)` makes of them: None leaves it out.

    See `Context.form_of_item` for those not translated.
    """
    key = str(getattr(child, "translation_key", ""))
    target = next((item for item in targets if str(item.get("translation_key")) == key), {})
    fields = {child_name: field_of(type(child), child_name) for child_name in api_field_names(type(child))}

    def form() -> dict:
        return {
            child_name: value_form(context, child, target, field, f"{name}.{key}.")
            if field
            else getattr(child, child_name)(context.language)
            for child_name, field in fields.items()
        }

    prose = getattr(child, "prose", ())
    facts = [field for child_name, field in fields.items() if field and child_name not in prose]
    holds_fact = any(getattr(child, field.attname) for field in facts)
    item = context.form_of_item(form, holds_fact)
    if item is None:
        return None
    value = item["value"] | ({"lang": item["lang"]} if "lang" in item else {})
    return child.api_form(value, context) if hasattr(child, "api_form") else value


def value_form(context: Context, source: models.Model, target: Mapping[str, Any], field: Any, prefix: str) -> Any:
    """Return the JSON form of one concrete field of a page or an inline child. Raises Untranslated."""
    value = getattr(source, field.attname)
    is_prose = field.name in getattr(source, "prose", ())
    path = prefix + field.name
    if isinstance(field, StreamField):
        raw = stream_data(value)
        words = stream_data(target.get(field.name)) if is_prose else raw
        return stream_form(field.stream_block, raw, words, path, context, fact=not is_prose)
    if isinstance(field, models.ForeignKey):
        return key_form(context, source, target, field, value, prefix)
    text = context.prose(path, value, target.get(field.name)) if is_prose else value
    if isinstance(field, RichTextField):
        html = rich_text.render(text or "", context)
        if is_prose:
            context.shown_prose(path, html_lines(html))
        return html
    if is_prose:
        context.shown_prose(path, text_lines(text))
        return text
    return value


def key_form(
    context: Context, source: models.Model, target: Mapping[str, Any], field: Any, pk: int | None, prefix: str
) -> Any:
    if issubclass(field.related_model, Page):
        return context.teaser(pk)
    label = field.related_model._meta.label_lower
    if field.name in getattr(source, "variants", ()):
        pk = context.variant(prefix + field.name, label, pk, target.get(field.name))
    item = context.get(label, pk)
    if item is None:
        return None
    if isinstance(item, AbstractImage):
        alt_field: Any = source._meta.get_field(f"{field.name}_alt")
        if not getattr(source, alt_field.attname):
            return image_with_its_description(context, item, prefix + field.name)
        alt = context.form_of_item(lambda: value_form(context, source, target, alt_field, prefix), holds_fact=True)
        assert alt is not None, "an image is a fact"  # noqa: S101 - for the type checker
        return image_form(item, alt["value"], alt.get("lang"))
    if isinstance(item, AbstractDocument):
        return file_form(item)
    return context.form_of(item)


def image_with_its_description(context: Context, image: Any, path: str) -> ImageShape:
    """Return the JSON form of an image that the page does not describe in words of its own."""
    description, language = image.description_in(context.language)
    if description:
        context.texts.append(Text(path, language, description))
    return described(image, context.content_language, context.language)
