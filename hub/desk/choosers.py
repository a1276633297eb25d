"""Where the chooser of pages opens: always among source pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.models import Page

from hub.internals.wagtail_admin import browse_pages
from hub.internals.wagtail_rights import own_pages, readable_pages
from hub.plugins import COUNTY, kinds
from hub.translations.sources import source_of, sources_by_key


def choose_page(request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
    """Open the chooser in the county of the page that is edited, else in that of the user, else where Wagtail does.

    For a translation its source page is opened: all lead to it, and a document links to the language that is asked for.
    """
    return browse_pages(request, source_id(parent_page_id) if parent_page_id else county_id(request))


def source_id(page_id: int) -> int:
    page = Page.objects.filter(pk=page_id).first()
    return (source_of(page) or page).pk if page else page_id


def county_id(request: HttpRequest) -> int | None:
    models = [kind.model_class for kind in kinds.with_role(COUNTY)]
    page = edited_page(request)
    pages = [page] if page else [] if request.user.is_superuser else own_pages(request.user)
    keys = {
        county.translation_key for item in pages for county in item.get_ancestors(inclusive=True).type(tuple(models))
    }
    if len(keys) != 1:
        return None
    return sources_by_key(Page.objects.filter(translation_key__in=keys))[keys.pop()].pk


def edited_page(request: HttpRequest) -> Page | None:
    """Return the page whose form opens the chooser, or the one below which it will stand; by the request's referrer."""
    try:
        arguments: dict[str, Any] = resolve(urlsplit(request.headers.get("Referer", "")).path).kwargs
    except (Resolver404, Http404, ValueError):
        return None
    numbers = [arguments[name] for name in ("page_id", "parent_page_id") if name in arguments]
    return readable_pages(request.user).filter(pk__in=numbers).first()
