"""Lets the hub know, while a request is answered, for whom it is, and closes the admin's pages of hidden pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.models import Page

from hub.rights.current import current_user
from hub.rights.reading import nameable_pages

# The arguments in the admin's addresses that are ids of pages.
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")


class RightsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = current_user.set(request.user)  # lazy: for visitors nobody asks
        try:
            return self.get_response(request)
        finally:
            current_user.reset(token)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Answer 404 where the admin is asked about a page that its user may neither read nor find in public.

        Wagtail asks for rights where pages are changed; its explorer and its chooser name every page.
        """
        ids = {kwargs[name] for name in PAGE_ARGUMENTS if name in kwargs}
        if ids and request.path.startswith(reverse("wagtailadmin_home")) and request.user.is_authenticated:
            pages = Page.objects.filter(pk__in=ids)
            if nameable_pages(request.user, pages).count() < len(ids):
                raise Http404
        return None
