"""Where the chooser of pages opens."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.models import Page

from hub.internals.wagtail_admin import browse_pages
from hub.internals.wagtail_rights import own_pages, readable_pages
from hub.plugins import COUNTY, kinds


def choose_page(request: HttpRequest) -> HttpResponse:
    """Open the chooser in the county of the page that is edited, else in that of the user, else where Wagtail does."""
    return browse_pages(request, county_id(request))


def county_id(request: HttpRequest) -> int | None:
    models = [kind.model_class for kind in kinds.with_role(COUNTY)]
    page = edited_page(request)
    pages = [page] if page else [] if request.user.is_superuser else own_pages(request.user)
    counties = {county.pk for item in pages for county in item.get_ancestors(inclusive=True).type(tuple(models))}
    return counties.pop() if len(counties) == 1 else None


def edited_page(request: HttpRequest) -> Page | None:
    """Return the page whose form opens the chooser, or the one below which it will stand; by the request's referrer."""
    try:
        arguments: dict[str, Any] = resolve(urlsplit(request.headers.get("Referer", "")).path).kwargs
    except (Resolver404, Http404, ValueError):
        return None
    numbers = [arguments[name] for name in ("page_id", "parent_page_id") if name in arguments]
    return readable_pages(request.user).filter(pk__in=numbers).first()
