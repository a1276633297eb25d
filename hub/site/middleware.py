"""Choosing the language of a request, and finding pages at their old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from hub.site.addresses import html_path

# What lies below is for programs or editors: a wrong address there is an error, never a page of the site.
WITHOUT_REDIRECTS = ("/api/", "/admin/")


class LanguageMiddleware(LocaleMiddleware):
    """Activates the language of the address, else the browser's, and never redirects.

    Django's own redirects an unknown address to the same one below a language, where Wagtail may have a page.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not translation.get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class RedirectMiddleware(MiddlewareMixin):
    """Looks up a missed address among the redirects, those recorded for the source language serving all languages."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or request.path_info.startswith(WITHOUT_REDIRECTS):
            return response
        for old_path in old_paths(request):
            redirect = get_redirect(request, Redirect.normalise_path(old_path, decode_unicode=False))
            address = redirect and target(redirect, translation.get_language_from_path(request.path_info))
            if address and address != request.path:
                response_class = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
                # Browsers keep a permanent redirect for ever: when the page moves back, they would go round in circles.
                return response_class(address, headers={"Cache-Control": "no-cache"})
        return response


def old_paths(request: HttpRequest) -> Iterator[str]:
    """Yield where a redirect may be recorded: as asked for, without the query, in the source language."""
    full, path = request.get_full_path(), request.path
    yield full
    if full != path:
        yield path
    language = translation.get_language_from_path(path)
    if language and language != settings.LANGUAGE_CODE:
        yield path.replace(f"/{language}/", f"/{settings.LANGUAGE_CODE}/", 1)


def target(redirect: Redirect, language: str | None) -> str | None:
    """Return the address that `redirect` leads to in `language`; None when its page is not live or it has no target."""
    if not redirect.redirect_page:
        return redirect.redirect_link or None
    page = redirect.redirect_page.specific_deferred
    if not page.live:
        return None
    own_address = page.get_url()
    if own_address is None or language is None:
        return own_address
    return html_path(language, own_address.strip("/").partition("/")[2])
