"""What the views of the API share: JSON errors, and a base for those that are no Wagtail endpoints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page
from rest_framework.exceptions import APIException
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from wagtail.api.v2.utils import BadRequestError


class AlwaysJSON(BaseContentNegotiation):
    """Answers JSON to browsers, too. Raises BadRequestError for another `format`."""

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        if request.GET.get("format", "json") != "json":
            raise BadRequestError("format must be json")
        return renderers[0], renderers[0].media_type


class JSONMixin:
    """For views of the REST framework: nobody is logged in, every error is JSON, answers are small."""

    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJSON
    authentication_classes = ()
    permission_classes = ()

    @classmethod
    def as_view(cls, *args: Any, **kwargs: Any) -> Callable[..., Response]:
        """Return the view, for clients on a bad connection: compressed, and a 304 for who has the same answer.

        Compressing tells nobody a secret (BREACH): answers hold no cookie, token or personal data.
        """
        return gzip_page(conditional_page(super().as_view(*args, **kwargs)))

    def get_renderer_context(self) -> dict[str, Any]:
        return super().get_renderer_context() | {"indent": None}

    def handle_exception(self, error: Exception) -> Response:
        if isinstance(error, BadRequestError):
            return Response({"message": str(error)}, status=400)
        if isinstance(error, Http404):
            return Response({"message": str(error) or "not found"}, status=404)
        answer = super().handle_exception(error)
        if isinstance(error, APIException):
            answer.data = {"message": str(error.detail)}
        return answer


class HubAPIView(JSONMixin, APIView):
    """A view that is no endpoint of Wagtail's."""


class NotFoundView(HubAPIView):
    """Every unknown address below the API, so that none of them is answered with a page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        self.headers = {}
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        return self.finalize_response(request, Response({"message": "no such endpoint"}, status=404), *args, **kwargs)
