"""Values for every field and every block of a model, each one that its own validation accepts.

A field or block says by its form what it takes; texts are tried one after the other. What no example fits is named in
an `Unfillable`, with the remedy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.pages import HubPage
from hub.references import KindField, models_for
from hub.representation.plain import plain
from hub.testing.building import make_county, make_file, make_image, publish
from hub.translations.prose import PROSE_BLOCKS, field_names

SENTENCE = "<p>Ein Satz.</p>"
TEXTS = (
    "Ein Wort",
    "amt@example.org",
    "https://example.org/",
    "030 23125 000",
    "06484",
    "15085000",
    "51.8967, 11.0526",
    "08:30-12:00",
    "08:30",
    "2099-01-31",
    "ein-wort",
    "1",
    "DE",
    "#336699",
)
NUMBERS = (1, 10, 50.5, 0)


class Unfillable(AssertionError):
    """A field or block for which no example passes its validation; the message names it and the remedy."""


class Examples:
    """Values for the fields and blocks of pages below `parent`. What they refer to is made when it is needed."""

    def __init__(self, parent: Page) -> None:
        self.parent = parent
        self._days = count()
        self._objects: dict[Any, Any] = {}

    def fill(self, model: Any, **facts: Any) -> Any:
        """Return an unsaved instance of `model`, a page or an inline child, with every field filled.

        `facts` replace examples; those of an inline child are named by `<relation>.<field>`.
        """
        own = {name: value for name, value in facts.items() if "." not in name}
        instance = model(**own)
        for name in names_to_fill(model):
            field = model._meta.get_field(name)
            if name in own:
                continue
            if isinstance(field, models.ManyToOneRel):
                prefix = f"{name}."
                of_child = {key.removeprefix(prefix): facts[key] for key in facts if key.startswith(prefix)}
                setattr(instance, name, [self.fill(field.related_model, **of_child)])
            elif field.many_to_many:
                setattr(instance, name, [self.object_of(field.related_model)])
            else:
                setattr(instance, name, self.of_field(field, is_prose=name in getattr(model, "prose", ())))
        return self._without_contradictions(instance, keep=set(own))

    def of_field(self, field: Any, is_prose: bool = False) -> Any:
        """Return a value that `field` accepts. Raises Unfillable."""
        if isinstance(field, StreamField):
            try:
                return field.to_python(json.dumps(plain(self.of_block(field.stream_block, field.name))))
            except Unfillable as error:
                raise Unfillable(f"{field.model.__name__}: {error}") from error
        if isinstance(field, RichTextField):
            return SENTENCE
        if isinstance(field, models.ForeignKey):
            return self._target(field)
        scheme = {"assume_scheme": "https"} if isinstance(field, models.URLField) else {}
        form_field = field.formfield(**scheme)
        texts = [f"Text {field.name}"] if is_prose else []
        errors = []
        for candidate in [*texts, *self._candidates(form_field)] if form_field else []:
            try:
                return field.clean(form_field.clean(candidate), None)
            except ValidationError as error:
                errors += error.messages
        raise Unfillable(
            f"{field.model.__name__}.{field.name}: no example passes its validation ({'; '.join(errors[-1:])}). Give "
            f'one in the contract: facts = {{"{field.name}": …}}, of an inline child {{"<relation>.{field.name}": …}}.'
        )

    def of_block(self, block: blocks.Block, path: str) -> Any:
        """Return a raw value that `block` accepts, with every leaf filled. Raises Unfillable, naming `path`."""
        if hasattr(block.meta, "preview_value"):
            return block.get_prep_value(block.get_preview_value())
        if isinstance(block, blocks.BaseStructBlock):
            return self._struct(block, path)
        if isinstance(block, blocks.ListBlock):
            number = max(1, block.meta.min_num or 0)
            return [
                {"type": "item", "value": self.of_block(block.child_block, f"{path}.item"), "id": str(uuid4())}
                for _ in range(number)
            ]
        if isinstance(block, blocks.BaseStreamBlock):
            names = list(block.child_blocks)[: block.meta.max_num]
            names += names[:1] * ((block.meta.min_num or 0) - len(names))
            return [
                {"type": name, "value": self.of_block(block.child_blocks[name], f"{path}.{name}"), "id": str(uuid4())}
                for name in names
            ]
        if isinstance(block, blocks.RichTextBlock):
            return SENTENCE
        if isinstance(block, blocks.ChooserBlock):
            target = self._page_or_object(getattr(block, "target_models", None) or [block.model_class])
            return target and target.pk
        if not isinstance(block, blocks.FieldBlock):
            return block.get_prep_value(block.get_default())
        errors = []
        texts = ["Ein Satz."] if isinstance(block, PROSE_BLOCKS) else []
        for candidate in [*texts, *self._candidates(block.field)]:
            try:
                return block.get_prep_value(block.clean(block.value_from_form(block.field.to_python(candidate))))
            except ValidationError as error:
                errors += error.messages
        raise Unfillable(
            f"the block {path} ({type(block).__name__}): no example passes its validation ({'; '.join(errors[-1:])}). "
            "Give it a `preview_value` in its Meta; the admin shows it, too."
        )

    def object_of(self, model: type[models.Model]) -> Any:
        """Return an image, a file, a snippet or another object of `model`: an existing one, else one that is made."""
        if model not in self._objects:
            self._objects[model] = None  # of its own kind, as a place within a place, it gets none
            if issubclass(model, AbstractImage):
                made = make_image()
            elif issubclass(model, AbstractDocument):
                made = make_file()
            else:
                made = model._default_manager.first() or self.fill(model)
                made.save()
            self._objects[model] = made
        return self._objects[model]

    def _target(self, field: models.ForeignKey) -> Any:
        if isinstance(field, KindField):
            return self._page_or_object(models_for(field.role))
        return self._page_or_object([field.related_model])

    def _page_or_object(self, targets: list[Any]) -> Any:
        """Return something of the first of `targets` that can be made, None when none can."""
        for model in targets:
            made = self._page_of(model) if issubclass(model, Page) else self.object_of(model)
            if made:
                return made
        return None

    def _page_of(self, model: type[Page]) -> Page | None:
        """Return a published page of `model` below the parent, else in another county; None where neither may be."""
        if model not in self._objects:
            self._objects[model] = None
            county = self._county if not model.can_exist_under(self.parent) else self.parent
            if isinstance(county, model):
                self._objects[model] = county
            elif issubclass(model, HubPage) and model.can_exist_under(county):
                required = [field for field in map(model._meta.get_field, field_names(model)) if is_required(field)]
                values = {field.name: self.of_field(field) for field in required}
                page = model(**{**values, "title": "Ziel", "slug": f"ziel-{len(self._objects)}"})
                self._objects[model] = publish(page, county)
        return self._objects[model]

    @cached_property
    def _county(self) -> Page:
        return make_county("nachbarkreis", "Nachbarkreis")

    def _struct(self, block: blocks.BaseStructBlock, path: str) -> Any:
        """Return a structure with all children filled, but for those that may be empty and contradict the others."""
        raw = {name: self.of_block(child, f"{path}.{name}") for name, child in block.child_blocks.items()}
        while True:
            try:
                return block.get_prep_value(block.clean(block.to_python(raw)))
            except blocks.StructBlockValidationError as error:
                refused = [name for name in error.block_errors if not block.child_blocks[name].required and raw[name]]
                if not refused:
                    raise Unfillable(
                        f"the block {path} ({type(block).__name__}) refuses {raw}: {messages(error)}. Give it a "
                        "`preview_value` in its Meta; the admin shows it, too."
                    ) from error
                for name in refused:
                    child = block.child_blocks[name]
                    raw[name] = child.get_prep_value(child.get_default())

    def _without_contradictions(self, instance: Any, keep: set[str]) -> Any:
        """Empty those fields that may be empty and that the model refuses beside the others."""
        while True:
            try:
                instance.clean()
                return instance
            except ValidationError as error:
                refused = [
                    name
                    for name in getattr(error, "error_dict", {})
                    if name != NON_FIELD_ERRORS and name not in keep and instance._meta.get_field(name).blank
                ]
                refused = [name for name in refused if getattr(instance, name) != empty(instance, name)]
                if not refused:
                    raise Unfillable(
                        f"{type(instance).__name__}.clean() refuses the examples: {messages(error)}. Give values that "
                        "fit each other in the contract: facts = {…}."
                    ) from error
                for name in refused:
                    setattr(instance, name, empty(instance, name))

    def _candidates(self, field: forms.Field) -> Iterator[Any]:
        """Yield what an editor might type or choose in a form's field."""
        if isinstance(field, forms.MultiValueField):
            yield from ([text] * len(field.fields) for text in TEXTS)
        elif isinstance(field, forms.ChoiceField):
            choices = [value for value in choice_values(field) if value not in (None, "")]
            yield choices if isinstance(field, forms.MultipleChoiceField) else next(iter(choices), "")
        elif isinstance(field, forms.BooleanField):
            yield True
        elif isinstance(field, forms.DateTimeField | forms.DateField):
            # Each is later than the one before, since most ends come after their beginnings.
            day = date(2099, 1, 1) + timedelta(days=next(self._days))
            candidates = (day, day.replace(year=2001))  # some days must have passed
            yield from map(at_noon, candidates) if isinstance(field, forms.DateTimeField) else candidates
        elif isinstance(field, forms.TimeField):
            yield time(8, next(self._days) % 60)
        elif isinstance(field, forms.DurationField):
            yield timedelta(minutes=30)
        elif isinstance(field, forms.IntegerField | forms.FloatField | forms.DecimalField):
            yield from (value for value in (*NUMBERS, field.min_value, field.max_value) if value is not None)
        elif isinstance(field, forms.JSONField):
            yield from ({}, [])
        elif isinstance(field, forms.UUIDField):
            yield str(uuid4())
        else:
            yield from TEXTS


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), timezone.get_current_timezone())


def names_to_fill(model: Any) -> list[str]:
    """Return the names of all fields and relations that an editor fills, in the order of the model."""
    relations = [field.name for field in model._meta.many_to_many if isinstance(field, ParentalManyToManyField)]
    return [*field_names(model), *relations]


def is_required(field: Any) -> bool:
    return not field.one_to_many and not field.has_default() and not field.blank


def empty(instance: models.Model, name: str) -> Any:
    """Return what the field holds where nothing was filled in."""
    field: Any = instance._meta.get_field(name)
    return field.get_default()


def choice_values(field: forms.ChoiceField) -> Iterator[Any]:
    """Yield the values of a field's choices, those in groups too."""
    choices: Any = field.choices
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from (inner for inner, _label in label)
        else:
            yield value


def messages(error: Any) -> Any:
    """Return what a ValidationError says, by field or block where it knows them."""
    if getattr(error, "block_errors", None):
        return {name: messages(inner) for name, inner in error.block_errors.items()}
    own = getattr(error, "non_block_errors", None)
    return list(own) if own else getattr(error, "message_dict", None) or error.messages
