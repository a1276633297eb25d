"""Closes the admin's views of orphaned pages, which need the model that is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from hub.desk.orphans import is_orphaned
from hub.rights.middleware import PAGE_ARGUMENTS

# What Wagtail does with a page without its model.
OPEN_VIEWS = {"wagtailadmin_explore", "wagtailadmin_explore_results", "wagtailadmin_pages:delete"}
BULK_VIEW = "wagtail_bulk_action"


class OrphansMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Lead away from what cannot be done with an orphaned page, and say what can."""
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        ids = [kwargs[argument] for argument in PAGE_ARGUMENTS if argument in kwargs]
        if name == BULK_VIEW and kwargs["model_name"] == "page" and kwargs["action"] != "delete":
            ids = [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
        if name in OPEN_VIEWS or not ids:
            return None
        orphan = next(filter(is_orphaned, Page.objects.filter(pk__in=ids)), None)
        if orphan is None:
            return None
        if request.user.is_superuser:
            text = _("“%(title)s” cannot be opened: the plugin that brought this kind of page is not installed.")
            target = reverse("hub_orphans")
        else:
            text = _(
                "“%(title)s” cannot be opened: the plugin that brought this kind of page is not installed."
                " Please tell the administrators of the hub."
            )
            target = reverse("wagtailadmin_explore", args=[orphan.get_parent().pk])
        messages.error(request, text % {"title": orphan.title})
        return redirect(target)
