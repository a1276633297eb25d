"""Reading a page's draft in the admin."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from hub.internals.wagtail_admin import admin_view
from hub.rights.reading import may_read


@admin_view
def view_draft(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show a page's newest draft to those who may read it; Wagtail shows it to those who may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not may_read(request.user, page):
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    mode = request.GET.get("mode", draft.default_preview_mode)
    if mode not in dict(draft.preview_modes):
        raise PermissionDenied
    return draft.make_preview_request(request, mode)
