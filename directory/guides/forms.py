"""The form of a guide."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from hub.pages import PlacesForm


class GuideForm(PlacesForm):
    """Refuses a number that another guide of the county has."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.instance.pk or self.instance.is_source():
            others = type(self.instance).objects.child_of(self.county).exclude(pk=self.instance.pk)
            if others.filter(number=data.get("number")).exists():
                self.add_error("number", _("Another guide of this county has this number."))
        return data
