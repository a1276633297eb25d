"""What the views of the API share: JSON in, JSON out, small answers, no unknown parameters."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import Http404
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from hub.api import parameters
from hub.api.middleware import transferred
from hub.api.parameters import BadRequest
from hub.kept import REVALIDATED
from hub.site.errors import problem

# As in Wagtail's API "_" is allowed and means nothing: jQuery sends it to get past caches.
EVERYWHERE = frozenset({"format", "_"})


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
    """A view for everybody: nobody is logged in, every error is a problem (RFC 9457)."""

    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJSON
    authentication_classes = ()
    permission_classes = ()
    known_parameters: frozenset[str] = frozenset()
    """The parameters that the view understands beside those of all views; any other is a bad request."""
    cache_control: str = REVALIDATED
    """What the view's answers tell caches; errors are not to be kept."""

    @property
    def default_response_headers(self) -> dict[str, str]:
        """No `Allow`, which REST framework sends with every answer: it belongs to refused methods."""
        return {}

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        """Return the view for clients on a bad connection: compressed, and a 304 to those who have the same answer."""
        return transferred(super().as_view(**initkwargs))

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        parameters.check(request.GET, self.known_parameters | EVERYWHERE)

    # REST framework takes every HttpResponse here; its stubs know only its own.
    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response.headers.setdefault("Cache-Control", self.cache_control)
        return super().finalize_response(request, response, *args, **kwargs)

    def handle_exception(self, error: Exception) -> Any:
        if isinstance(error, BadRequest):
            return problem(HTTPStatus.BAD_REQUEST, str(error))
        if isinstance(error, Http404):
            return problem(HTTPStatus.NOT_FOUND, str(error) or "not found")
        response = super().handle_exception(error)
        return problem(HTTPStatus(response.status_code), str(response.data["detail"]))


class NotFoundView(HubAPIView):
    """Answers every unknown address below the API, so that none of them leads to a page."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404("no such endpoint")
