"""Error pages in the visitor's language; clients of the API get problem details (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from hub.languages import language_for
from hub.publications import listsearch
from hub.publications.models import Publication
from hub.site import navigation

logger = logging.getLogger(__name__)

API = "/api/"
NO_STORE = "no-store"
LAST_RESORT = '<!doctype html><html lang="en"><title>Error 500</title><h1>Error 500</h1>'


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
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
    """Return `hub/<status>.html` in the language of the address or of the browser; to the API's users a problem."""
    if request.path_info.startswith(API):
        return problem(status, status.phrase.lower())
    language = language_for(request)
    with translation.override(language):
        context = {"path": request.path, "has_search": listsearch.is_installed()}
        if status != HTTPStatus.INTERNAL_SERVER_ERROR:
            context |= county_context(request.path_info, language, with_topics=status == HTTPStatus.NOT_FOUND)
        # Rendered without the request: context processors might ask the database.
        return HttpResponse(render_to_string(f"hub/{status.value}.html", context), status=status)


def problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """Return an error of the API as problem details (RFC 9457), which nobody may keep."""
    return JsonResponse(
        {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail},
        status=status,
        content_type="application/problem+json",
        headers={"Cache-Control": NO_STORE},
    )


def county_context(path: str, language: str, with_topics: bool) -> dict[str, Any]:
    """Return the public county in whose addresses `path` stands, its `addresses` and `topics`; nothing for none.

    It tells nothing of the page. A fault of the database costs the county, never the answer.
    """
    try:
        public = Publication.objects.public()
        county = navigation.county_at(path, language, public)
        if county is None:
            return {}
        topics = navigation.topics(county["meta"]["slug"], language, public) if with_topics else []
    except Error:
        logger.exception("The county of an error page could not be read.")
        return {}
    return {"county": county, "addresses": navigation.addresses(county), "topics": topics}
