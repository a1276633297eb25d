"""A name in every language: stored as `{"de": "Wohnen", "ar": "السكن"}`, edited as one text input for each language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 100


class NamesWidget(forms.MultiWidget):
    template_name = "taxonomy/names_widget.html"

    def __init__(self) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.TextInput(attrs={"lang": code, "dir": "auto", "aria-label": name})
            for code, name in settings.LANGUAGES
        }
        super().__init__(widgets)

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        for widget, (_code, label) in zip(context["widget"]["subwidgets"], settings.LANGUAGES, strict=True):
            widget["label"] = label
        return context

    def decompress(self, value: dict | None) -> list[str]:
        return [(value or {}).get(code, "") for code, _name in settings.LANGUAGES]


class NamesFormField(forms.MultiValueField):
    def __init__(self, max_length: int, required: bool, **kwargs: Any) -> None:
        fields = [
            forms.CharField(required=required and code == settings.LANGUAGE_CODE, max_length=max_length)
            for code, _ in settings.LANGUAGES
        ]
        super().__init__(fields, widget=NamesWidget(), require_all_fields=False, required=required, **kwargs)

    def compress(self, values: list[str]) -> dict[str, str]:
        return {code: text for (code, _name), text in zip(settings.LANGUAGES, values or [], strict=False) if text}


class NamesField(models.JSONField):
    """Names by language code, each of at most `max_length` characters; the source language's is required unless the
    field may be empty.
    """

    def formfield(self, **kwargs: Any) -> forms.Field:
        return NamesFormField(
            label=self.verbose_name,
            help_text=self.help_text,
            required=not self.blank,
            max_length=self.max_length or MAX_LENGTH,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if self.blank and value == {}:
            return
        if not isinstance(value, dict) or not value.get(settings.LANGUAGE_CODE):
            raise ValidationError(_("Give at least the name in the source language."))


def name_in(names: dict[str, str], language: str) -> str:
    """Return the name in `language`, else the source language's, else any."""
    return names.get(language) or names.get(settings.LANGUAGE_CODE) or next(iter(names.values()), "")
