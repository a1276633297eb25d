"""The views of the API that are no Wagtail endpoints, with the same errors and renderers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView
from wagtail.api.v2.utils import BadRequestError


class HubAPIView(APIView):
    """A JSON view whose errors are `{"message"}` with the right status."""

    renderer_classes = [JSONRenderer]
    authentication_classes = ()
    permission_classes = ()

    def handle_exception(self, error: Exception) -> Response:
        if isinstance(error, BadRequestError):
            return Response({"message": str(error)}, status=400)
        if isinstance(error, Http404):
            return Response({"message": str(error) or "not found"}, status=404)
        return super().handle_exception(error)


class NotFoundView(HubAPIView):
    """Every unknown address below the API, so that none of them is answered with a page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        self.headers = {}
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        return self.finalize_response(request, Response({"message": "no such endpoint"}, status=404), *args, **kwargs)
