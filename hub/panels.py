"""Panels of the admin's forms."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.panels import MultiFieldPanel


class RarePanel(MultiFieldPanel):
    """Fields that most pages do without: closed while they are all empty. Wagtail opens it where it shows an error."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def classes(self) -> list[str]:
            closed = self.form is not None and not any(_is_filled(child) for child in self.children)
            return [*super().classes(), *(["collapsed"] if closed else [])]


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
