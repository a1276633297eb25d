"""Locales and navigation."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from rest_framework.response import Response

from hub.api import parameters
from hub.api.addresses import absolute
from hub.api.base import HubAPIView
from hub.languages import all_languages
from hub.site.navigation import tree


class LocalesView(HubAPIView):
    """`{"meta": {"total_count"}, "items": [{"code", "name", "direction", "is_source"}]}`; names in their own
    language.
    """

    def get(self, request: HttpRequest) -> Response:
        parameters.check(request.GET, {"format"})
        items = [
            {
                "code": language.code,
                "name": language.name,
                "direction": language.dir,
                "is_source": language.code == settings.LANGUAGE_CODE,
            }
            for language in all_languages()
        ]
        return Response({"meta": {"total_count": len(items)}, "items": items})


class NavigationView(HubAPIView):
    """`{"items": [{"id", "title", "kind", …, "children": […]}]}`: the public pages of a county as a tree."""

    def get(self, request: HttpRequest) -> Response:
        parameters.check(request.GET, {"county", "locale", "format"})
        county = parameters.county(request.GET, required=True)
        locale = parameters.locale(request.GET, required=True)
        items = tree(county, locale)
        if not items:
            raise Http404("this county is not shown in this language")
        return Response({"items": absolute(items, request)})
