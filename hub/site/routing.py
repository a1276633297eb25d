"""Routing: from an address to its page, which is public, or private and guarded by Wagtail."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from hub.plugins import kinds
from hub.publications.models import Publication
from hub.representation import published_page


def route(home: Page, request: HttpRequest, path_components: list[str]) -> RouteResult:
    """Return the source page at the address, with `publication` among its arguments: None for a private page.

    The language is the active one, that of the address. Raises Http404 when nothing is shown there.
    """
    if not path_components:
        return RouteResult(home)
    path, language = "/".join(path_components), get_language()
    publication = Publication.objects.public().filter(locale=language, path=path).first()
    page = page_of(publication) if publication else private_page(home, path, language)
    if page is None:
        raise Http404
    return RouteResult(page, kwargs={"publication": publication})


def page_of(publication: Publication) -> Any:
    """Return the source page of a publication, None when its kind is not installed any more."""
    kind = kinds.get(publication.kind)
    return kind.model_class.objects.filter(pk=publication.source_id).first() if kind else None


def private_page(home: Page, path: str, language: str) -> Any:
    """Return the published source page at `path` that only admitted readers may see in `language`, else None."""
    roots = Page.objects.filter(translation_key=home.translation_key).values_list("url_path", flat=True)
    candidates = Page.objects.live().filter(url_path__in=[f"{root}{path}/" for root in roots])
    page = published_page(candidates.values_list("pk", flat=True), path, language)
    return page if page and page.get_view_restrictions().exists() else None
