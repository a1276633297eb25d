"""The form of the chooser's window, in which an organisation is made."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.organisations.models import Organisation


class OrganisationCreationForm(forms.ModelForm):
    """Asks for what names an organisation; logo and office are added on its own page."""

    website = forms.URLField(label=_("website"), max_length=200, required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = ["names", "kind", "website", "county"]
