"""A name in every language: stored as `{"de": "Wohnen", "ar": "السكن"}`, edited as one text input for each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 100


class NamesWidget(forms.MultiWidget):
    template_name = "taxonomy/names_widget.html"

    def __init__(self, languages: Mapping[str, Any]) -> None:
        self.languages = languages
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.TextInput(attrs={"lang": code, "dir": "auto", "aria-label": name})
            for code, name in languages.items()
        }
        super().__init__(widgets)

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        for widget, label in zip(context["widget"]["subwidgets"], self.languages.values(), strict=True):
            widget["label"] = label
        return context

    def decompress(self, value: dict | None) -> list[str]:
        return [(value or {}).get(code, "") for code in self.languages]


class NamesFormField(forms.MultiValueField):
    def __init__(self, max_length: int, required: bool, **kwargs: Any) -> None:
        self.languages = dict(settings.LANGUAGES)
        fields = [
            forms.CharField(required=required and code == settings.LANGUAGE_CODE, max_length=max_length)
            for code in self.languages
        ]
        widget = NamesWidget(self.languages)
        super().__init__(fields, widget=widget, require_all_fields=False, required=required, **kwargs)

    def compress(self, values: list[str]) -> dict[str, str]:
        return {code: text for code, text in zip(self.languages, values or [], strict=False) if text}


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

    def save_form_data(self, instance: models.Model, data: dict[str, str]) -> None:
        """Keep the names in languages that the form does not show: they may have been taken out of the settings."""
        shown = dict(settings.LANGUAGES)
        stored = getattr(instance, self.attname) or {}
        others = {code: name for code, name in stored.items() if code not in shown}
        super().save_form_data(instance, {**others, **(data or {})})

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if self.blank and value == {}:
            return
        if not isinstance(value, dict) or not value.get(settings.LANGUAGE_CODE):
            raise ValidationError(_("Give at least the name in the source language."))


def language_in(names: dict[str, str], language: str) -> str:
    """Return the language in which `language` has its name: that itself, else the source language, else any."""
    wanted = (language, settings.LANGUAGE_CODE, *names)
    return next((code for code in wanted if names.get(code)), language)


def name_in(names: dict[str, str], language: str) -> str:
    """Return the name in `language`, else the source language's, else any."""
    return names.get(language_in(names, language), "")
