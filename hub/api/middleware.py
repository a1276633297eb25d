"""How the API speaks HTTP: methods, other origins, conditional requests, compression."""

from __future__ import annotations

import re
from hashlib import md5
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.decorators import decorator_from_middleware
from django.utils.deprecation import MiddlewareMixin

from hub.site.errors import API, NO_STORE, problem

METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    # Browsers of older phones take the asterisk for a name.
    "Access-Control-Allow-Headers": "If-None-Match, *",
    "Access-Control-Max-Age": "86400",
}
REFUSES_GZIP = re.compile(r"\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)", re.IGNORECASE)


class APIMiddleware(MiddlewareMixin):
    """Lets every origin read every address below `/api/`, and nobody write there.

    It is no view's business: browsers follow no redirect of a preflight, and show apps no error without these headers.
    """

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        if not request.path_info.startswith(API) or request.method in ("GET", "HEAD"):
            return None
        if request.method == "OPTIONS":
            response = HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
            del response.headers["Content-Type"]
            return response
        response = problem(HTTPStatus.METHOD_NOT_ALLOWED, f'Method "{request.method}" not allowed.')
        response.headers["Allow"] = METHODS
        return response

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith(API):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = "ETag"
            response.headers.setdefault("Cache-Control", NO_STORE)
        return response


class TransferMiddleware(GZipMiddleware):
    """Answers 304 to those who hold the same answer, and compresses it for the others.

    The tag is that of the words, whatever their coding: a weak one. Nothing tells when an answer last changed.
    """

    # Padding protects secrets (BREACH); answers hold no cookie, token or personal data, and HEAD tells the length.
    max_random_bytes = 0

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        if response.status_code == HTTPStatus.OK and response.headers["Cache-Control"] != NO_STORE:
            tag = f'W/"{md5(response.content, usedforsecurity=False).hexdigest()}"'
            response.headers["ETag"] = tag
            patch_vary_headers(response, ("Accept-Encoding",))
            # To be ignored where there is no Last-Modified (RFC 9110, 13.1.4), which Django does not.
            request.META.pop("HTTP_IF_UNMODIFIED_SINCE", None)
            response = get_conditional_response(request, etag=tag, response=response) or response
            if response.status_code == HTTPStatus.PRECONDITION_FAILED:
                return problem(HTTPStatus.PRECONDITION_FAILED, "If-Match: use If-None-Match, the tags are weak")
        if REFUSES_GZIP.search(request.headers.get("Accept-Encoding", "")):
            return response
        return super().process_response(request, response)


transferred = decorator_from_middleware(TransferMiddleware)
