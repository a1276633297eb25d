"""The form of an office."""

from __future__ import annotations

from typing import Any

from hub.pages import HubPageForm
from hub.publications.areas import belongs
from hub.taxonomy.models import Place


class OfficeForm(HubPageForm):
    """Offers the municipalities of the office's county, and those that are chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        county = self.instance.get_parent() if self.instance.pk else self.parent_page
        if "places" in self.fields:
            key = getattr(county.specific, "key", "")
            own = [place.pk for place in Place.objects.select_related("parent__parent") if belongs(place, key)]
            chosen = [place.pk for place in self.instance.places.all()] if self.instance.pk else []
            self.fields["places"].queryset = Place.objects.filter(pk__in=[*own, *chosen])
