"""What the admin's first page says of offices of one type: places that two of them serve, and places that none serves.

Both may be right. It looks at what is public, in the one county that its reader keeps.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.admin.ui.components import Component

from hub.internals.wagtail_rights import own_pages
from hub.plugins import COUNTY, kinds
from hub.publications import areas
from hub.publications.models import Publication
from hub.taxonomy.names import name_in

LISTED = 10


class ResponsibilityPanel(Component):
    name = "responsibility"
    order = 40
    template_name = "offices/responsibility_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        county = kept_county(parent_context["request"])
        overlaps, gaps = overlaps_and_gaps(county) if county else ([], [])
        return {"overlaps": overlaps[:LISTED], "gaps": gaps[:LISTED]}


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    """The hook `construct_homepage_panels`."""
    panels.append(ResponsibilityPanel())


def kept_county(request: HttpRequest) -> str:
    """Return the slug of the one county in which the user has rights, "" for none or several."""
    if request.user.is_superuser:
        return ""
    counties = [kind.model_class for kind in kinds.with_role(COUNTY)]
    slugs = {page.slug for page in own_pages(request.user) if page.specific_class in counties}
    return slugs.pop() if len(slugs) == 1 else ""


def overlaps_and_gaps(county: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return `{"type", "place", "offices"}`, `place` "" for the county, and `{"type", "places"}` (four queries)."""
    language, public = get_language(), Publication.objects.public()
    places = {place.slug: place for place in areas.places_of(county, public)}
    offices = public.filter(kind="offices", county=county, locale=settings.LANGUAGE_CODE).order_by("title")
    served: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document in offices.values_list("document", flat=True):
        slugs = [item["slug"] for item in document["places"]] or [""]
        for slug in slugs:
            served[document["office_type"]["name"]][slug].append(document["title"])
    overlaps, gaps = [], []
    for kind, by_place in sorted(served.items()):
        overlaps += [
            {"type": kind, "place": name_in(places[slug].names, language) if slug else "", "offices": titles}
            for slug, titles in by_place.items()
            if len(titles) > 1 and (not slug or slug in places)
        ]
        missing = [place for place in places.values() if not {each.slug for each in place.lineage()} & by_place.keys()]
        if missing and "" not in by_place:
            gaps.append({"type": kind, "places": [name_in(place.names, language) for place in missing]})
    return overlaps, gaps
