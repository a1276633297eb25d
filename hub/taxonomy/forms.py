"""The admin's form of a place."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm


class PostalCodesField(forms.CharField):
    """Postal codes as people type or paste them, between commas, spaces or line breaks; each is kept once."""

    def to_python(self, value: Any) -> str:
        codes = re.split(r"[\s,;]+", super().to_python(value) or "")
        return ", ".join(dict.fromkeys(filter(None, codes)))


class PlaceForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["postal_codes"]
        self.fields["postal_codes"] = PostalCodesField(
            required=False,
            max_length=field.max_length,
            validators=field.validators,
            label=field.label,
            help_text=field.help_text,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr"}),
        )
