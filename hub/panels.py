"""Panels of the admin's forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.panels import MultiFieldPanel, Panel

from hub.readability import readability
from hub.translations.prose import leaves


class RarePanel(MultiFieldPanel):
    """Fields that most pages do without: closed while they are all empty. Wagtail opens it where it shows an error."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def classes(self) -> list[str]:
            closed = self.form is not None and not any(_is_filled(child) for child in self.children)
            return [*super().classes(), *(["collapsed"] if closed else [])]


class ReadabilityPanel(Panel):
    """Shows, on a page in easy language, how long its sentences and words are in the version that was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "hub/readability_panel.html"

        def is_shown(self) -> bool:
            page = self.instance
            return bool(page.pk) and page.locale.language_code == settings.EASY_LANGUAGE

        def get_context_data(self, parent_context: Any = None) -> Any:
            texts = [text for _path, text in leaves(type(self.instance), self.instance.serializable_data())]
            return {**super().get_context_data(parent_context), "text": readability(texts)}


def _is_filled(bound: Any) -> bool:
    """Say whether a bound panel, one field or list of items or a group of them, holds anything."""
    field = getattr(bound, "bound_field", None)
    if field is not None:
        # “No” is an answer where nothing may be said.
        optional = isinstance(field.field, forms.NullBooleanField)
        return field.value() not in (None, "") if optional else bool(field.value())
    if hasattr(bound, "formset"):
        return bool(bound.formset.forms)
    return any(_is_filled(child) for child in getattr(bound, "children", ()))
