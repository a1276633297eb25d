"""Error pages in the visitor's language; clients of the API get JSON."""

from __future__ import annotations

import logging
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import add_never_cache_headers

logger = logging.getLogger(__name__)

API = "/api/"
LAST_RESORT = '<!doctype html><html lang="en"><title>Error 500</title><h1>Error 500</h1>'


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, HTTPStatus.NOT_FOUND)


def too_many_attempts(request: HttpRequest, response: HttpResponse, credentials: dict | None = None) -> HttpResponse:
    """Answer in place of `response` to somebody who has tried a password, or asked for a new one, too often."""
    message = answer(request, HTTPStatus.TOO_MANY_REQUESTS)
    message.headers["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    add_never_cache_headers(message)
    return message


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without the database and whatever else is broken: a failing template gives a bare page."""
    try:
        return answer(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    except Exception:
        logger.exception("The error page failed, too.")
        return HttpResponseServerError(LAST_RESORT)


def answer(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """Return `hub/<status>.html` in the language of the address or of the browser; to the API's users `{"message"}`."""
    if request.path_info.startswith(API):
        return JsonResponse({"message": status.phrase.lower()}, status=status)
    with translation.override(translation.get_language_from_request(request, check_path=True)):
        # Rendered without the request: context processors might ask the database.
        return HttpResponse(render_to_string(f"hub/{status.value}.html", {"path": request.path}), status=status)
