"""The languages of the hub."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from rest_framework.response import Response

from hub.api.base import HubAPIView
from hub.kept import keep
from hub.languages import all_languages


class LocalesView(HubAPIView):
    """`{"meta": {"total_count"}, "items": [{"code", "name", "direction", "is_source"}]}`.

    Each name is in its own language.
    """

    # What can be withdrawn is not in it: languages change with the hub's settings alone.
    cache_control = "public, max-age=3600, stale-while-revalidate=86400"

    def get(self, request: HttpRequest) -> Response:
        keep(request)
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
