"""Choosing the language of a request, and finding pages at their old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.models import Redirect

from hub.addresses import html_path, path_of
from hub.catalogues import ORIGINAL
from hub.internals.wagtail import find_redirect
from hub.languages import ADMIN, language_for, language_of
from hub.publications.models import Publication
from hub.site.errors import API

# The addresses below these are for programs or editors: a wrong one is an error, never a page of the site.
WITHOUT_REDIRECTS = (API, ADMIN)


class LanguageMiddleware(MiddlewareMixin):
    """Activates the language of the address, else the browser's, and never redirects. The API's messages are English.

    Django's middleware redirects an unknown address to the same one below a language, where Wagtail may have a page; it
    does not know languages without a catalogue.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = ORIGINAL if request.path_info.startswith(API) else language_for(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not is_page(response):
            return response
        if not language_of(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


def is_page(response: HttpResponseBase) -> bool:
    """Say whether a response has words in the active language: redirects, data and files have none."""
    redirects = 300 <= response.status_code < 400
    return not redirects and response.headers.get("Content-Type", "").startswith("text/html")


class RedirectMiddleware(MiddlewareMixin):
    """Looks a missing address up among the redirects; those of the source language serve all languages."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or request.path_info.startswith(WITHOUT_REDIRECTS):
            return response
        for old_path in old_paths(request):
            redirect = find_redirect(request, old_path)
            address = redirect and target(redirect, language_of(request.path_info))
            if redirect and address and address != requested_path(request):
                response_class = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
                # Browsers cache a permanent redirect for ever: when the page moves back, they would loop.
                return response_class(address, headers={"Cache-Control": "no-cache"})
        return response


def requested_path(request: HttpRequest) -> str:
    """Return the path as it stands in a URL. `request.path` may begin with two slashes, as if a host followed."""
    return request.get_full_path().partition("?")[0]


def old_paths(request: HttpRequest) -> Iterator[str]:
    """Yield the paths at which a redirect may be recorded: as requested, without the query, in the source language."""
    full, path = request.get_full_path(), requested_path(request)
    yield full
    if full != path:
        yield path
    language = language_of(path)
    if language and language != settings.LANGUAGE_CODE:
        yield path.replace(f"/{language}/", f"/{settings.LANGUAGE_CODE}/", 1)


def target(redirect: Redirect, language: str | None) -> str | None:
    """Return the address that `redirect` leads to in `language`, by default its page's own.

    None when it has no target, or its page is not public there: an address tells what a page is about.
    """
    page = redirect.redirect_page
    if page is None:
        return redirect.redirect_link or None
    language = language or page.locale.language_code
    if page.live and not path_of(page):  # the home page, of which there is no publication
        return html_path(language, "")
    publications = Publication.objects.public().filter(translation_key=page.translation_key, locale=language)
    path = publications.values_list("path", flat=True).first()
    return path and iri_to_uri(html_path(language, path))
