"""What the views of the API share: JSON in, JSON out, small answers, no unknown parameters."""

from __future__ import annotations

from collections.abc import Iterable
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

from hub.api import parameters
from hub.api.parameters import BadRequest


class AlwaysJSON(BaseContentNegotiation):
    """Chooses JSON for browsers, too. Raises BadRequest for another `format`."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        if request.GET.get("format", "json") != "json":
            raise BadRequest("format must be json")
        renderer = next(iter(renderers))
        return renderer, renderer.media_type


class HubAPIView(APIView):
    """A view for everybody: nobody is logged in, every error is JSON with a `message`."""

    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJSON
    authentication_classes = ()
    permission_classes = ()
    known_parameters: frozenset[str] = frozenset()
    """The parameters that the view understands beside `format`; any other is a bad request."""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        """Return the view for clients on a bad connection: compressed, and a 304 to those who have the same answer.

        Compression gives no secret away (BREACH): answers hold no cookie, token or personal data.
        """
        return gzip_page(conditional_page(super().as_view(**initkwargs)))

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        parameters.check(request.GET, self.known_parameters | {"format"})

    def handle_exception(self, error: Exception) -> Response:
        if isinstance(error, BadRequest):
            return Response({"message": str(error)}, status=400)
        if isinstance(error, Http404):
            return Response({"message": str(error) or "not found"}, status=404)
        response = super().handle_exception(error)
        if isinstance(error, APIException):
            response.data = {"message": str(error.detail)}
        return response


class NotFoundView(HubAPIView):
    """Answers every unknown address below the API, so that none of them leads to a page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        self.headers = {}
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        return self.finalize_response(request, Response({"message": "no such endpoint"}, status=404), *args, **kwargs)
