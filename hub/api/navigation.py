"""A county's pages as a tree."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from rest_framework.response import Response

from hub.addresses import absolute
from hub.api import parameters
from hub.api.base import HubAPIView
from hub.kept import keep
from hub.site.navigation import tree


class NavigationView(HubAPIView):
    """`{"items": [{"id", "title", "kind", …, "children": […]}]}`: the public pages of a county, nested."""

    known_parameters = frozenset({"county", "locale"})

    def get(self, request: HttpRequest) -> Response:
        county = parameters.county(request.GET, required=True)
        locale = parameters.locale(request.GET, required=True)
        items = tree(county, locale)
        if not items:
            raise Http404("this county is not shown in this language")
        keep(request, county)
        return Response({"items": absolute(items, request.build_absolute_uri("/"))})
