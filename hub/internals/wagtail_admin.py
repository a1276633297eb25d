"""Wagtail's admin."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.viewsets.pages import page_viewset_registry


def privacy_view() -> Callable[..., HttpResponse]:
    """Return the admin's view that restricts a page, as the admin's own addresses have it. It takes `page_id`."""
    return never_cache(require_admin_access(page_viewset_registry.as_view("set_privacy", page_id_kwarg="page_id")))
