"""Answering with a page: its template gets the stored document or, for readers who may see more, a fresh one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from wagtail.models import Page

from hub.kept import keep
from hub.publications.models import Publication
from hub.representation import preview_document
from hub.site import navigation
from hub.site.editing import edit_address
from hub.site.wishes import wish_context


def serve(page: Any, request: HttpRequest, publication: Publication | None = None) -> HttpResponse:
    """Answer with `page` in the active language.

    Without a publication the page is private: Wagtail's hooks have admitted the reader, and nobody may keep the answer.
    """
    request.is_preview = False  # type: ignore[attr-defined]  # as Wagtail's own `serve` does
    values = page.get_context(request, publication=publication, admitted=publication is None)
    response = TemplateResponse(request, page.get_template(request), values)
    if publication is None:
        response.headers["Cache-Control"] = "private, no-store"
    elif values.get("edit_address"):
        patch_cache_control(response, private=True, no_cache=True)
    else:
        keep(request, publication.county)
    return response


def context(page: Any, request: HttpRequest, publication: Publication | None = None, admitted: bool = False) -> dict:
    """Return what the template of a hub page gets beside `page`: `document` and its navigation.

    A private page's form that asks for the password gets the public county of its address alone: that tells nothing of
    the page.
    """
    if getattr(request, "is_preview", False):
        language = page.locale.language_code
        # An editor works in the language of the admin; the preview speaks the page's.
        translation.activate(language)
        document = preview_document(page, language)
    elif publication:
        document = publication.document
    elif admitted:
        document = preview_document(page, translation.get_language())
    else:
        return {"county": navigation.county_at(request.path_info, translation.get_language())}
    private = navigation.private_navigation(page, request) if admitted else {}
    values = {"document": document, **navigation.page_navigation(document, publication), **private}
    if not getattr(request, "is_preview", False):
        values |= wish_context(publication, request)
        values["edit_address"] = edit_address(page, request, document)
    return values


def serve_home(home: Page, request: HttpRequest) -> HttpResponse:
    """Answer with the counties of the active language; where the hub has only one, lead to it.

    No cache may keep the redirect: another county may be published at any moment.
    """
    language = translation.get_language()
    counties = navigation.counties(language)
    if len(counties) == 1:
        county = navigation.only_county(language)
        if county:
            return HttpResponseRedirect(county["meta"]["html_url"], headers={"Cache-Control": "no-cache"})
    keep(request)
    return TemplateResponse(request, "hub/home.html", {"page": home, "counties": counties})
