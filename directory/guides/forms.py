"""The form of a guide."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from hub.pages import PlacesForm

NUMBER_TAKEN = _("Another guide of this county has this number.")


class GuideForm(PlacesForm):
    """Refuses a number that another guide of the county has, before the page has a place there."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.instance.pk:
            self.instance.number = data.get("number")
            if self.instance.number_is_taken(self.county):
                self.add_error("number", NUMBER_TAKEN)
        return data
