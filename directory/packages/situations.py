"""Why people have come: to work, to seek asylum, … A package says for which of these situations it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

SITUATIONS = {
    "work": _("To work or train"),
    "asylum": _("To seek asylum"),
    "family": _("To join their family"),
    "study": _("To study"),
    "ukraine": _("From Ukraine, because of the war"),
}


class SituationsField(models.JSONField):
    """Keys of SITUATIONS in their order: `["work", "study"]`; none of them means that it does not matter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=list(SITUATIONS.items()),
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
        )

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        unknown = set(value or []) - set(SITUATIONS)
        if unknown:
            raise ValidationError(_("Unknown reasons: %(keys)s"), params={"keys": ", ".join(sorted(unknown))})
        return [key for key in SITUATIONS if key in (value or [])]
