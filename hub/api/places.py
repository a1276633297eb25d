"""The places of a county, for apps that find who is responsible without a connection."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from rest_framework.response import Response

from hub.api import parameters
from hub.api.base import HubAPIView
from hub.kept import keep
from hub.publications import areas
from hub.publications.models import Publication


class PlacesView(HubAPIView):
    """`{"meta": {"total_count"}, "items": [hub.taxonomy.models.PlaceShape]}`, by name; `county` is required."""

    known_parameters = frozenset({"county", "locale"})

    def get(self, request: HttpRequest) -> Response:
        county = parameters.county(request.GET, required=True)
        locale = parameters.locale(request.GET) or settings.LANGUAGE_CODE
        keep(request, county)
        items = [place.full_form(locale) for place in areas.places_of(county, Publication.objects.public())]
        items.sort(key=lambda item: (item["name"].casefold(), item["slug"]))
        return Response({"meta": {"total_count": len(items)}, "items": items})
