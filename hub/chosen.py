"""A field for several of a fixed list of things, ticked in the form."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class ChosenField(models.JSONField):
    """Keys out of a fixed list, in its order: `["work", "study"]`. A subclass says which list.

    `keys` are those there are, `form_choices` gives them with their labels, in groups where it helps, as a form field's
    `choices`.
    """

    keys: ClassVar[Collection[str]]
    form_choices: ClassVar[Callable[[], list]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=type(self).form_choices,
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
        )

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        unknown = set(value or []) - set(self.keys)
        if unknown:
            raise ValidationError(_("Unknown: %(keys)s"), params={"keys": ", ".join(sorted(unknown))})
        return [key for key in self.keys if key in (value or [])]
