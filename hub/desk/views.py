"""The way into the admin, and what is left of plugins that were uninstalled."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from hub.desk.orphans import DELETED_AT_ONCE, delete_orphans, orphaned_types
from hub.internals.wagtail_rights import own_pages
from hub.logins.views import HubAdminLoginView

LISTED = 50  # pages named of each kind


def orphans(request: HttpRequest) -> HttpResponse:
    """List the pages whose plugin is missing, and delete those of one kind; administrators of the hub alone."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if request.method == "POST":
        chosen = [item for item in orphaned_types() if str(item.pk) == request.POST.get("type")]
        count = sum(delete_orphans(item, request.user) for item in chosen)
        text = ngettext("%(count)d page deleted.", "%(count)d pages deleted.", count)
        messages.success(request, text % {"count": count})
        return redirect("hub_orphans" if orphaned_types() else "wagtailadmin_home")
    kinds = []
    for content_type in orphaned_types():
        pages = Page.objects.filter(content_type=content_type).order_by("path")
        kinds.append((content_type, pages.count(), pages.select_related("locale")[:LISTED]))
    return render(request, "hub_desk/orphans.html", {"kinds": kinds, "at_once": DELETED_AT_ONCE})


class LoginView(HubAdminLoginView):
    """The admin's login: it leads those who work for one county to its pages, in their language."""

    def get_success_url(self) -> str:
        address = self.get_redirect_url()
        # Wagtail's form asks for the start page where nobody has asked for another one.
        return first_address(self.request.user) if address in ("", reverse("wagtailadmin_home")) else address


def first_address(user: Any) -> str:
    """Return the address of the one page with its translations that `user` works on, else that of the start page."""
    pages = [] if user.is_superuser else own_pages(user)
    if len({page.translation_key for page in pages}) != 1:
        return reverse("wagtailadmin_home")
    page = next((page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE), pages[0])
    return reverse("wagtailadmin_explore", args=[page.pk])
