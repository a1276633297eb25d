"""Wagtail's admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import CollectionMember, Page
from wagtail.permissions import policy_registry

__all__ = ["EmailNotificationMixin", "Notifier", "changeable_pages", "may_choose", "privacy_view", "serve_document"]


def privacy_view() -> Callable[..., HttpResponse]:
    """Return the admin's view that restricts a page, as the admin's own addresses have it. It takes `page_id`."""
    return never_cache(require_admin_access(page_viewset_registry.as_view("set_privacy", page_id_kwarg="page_id")))


def changeable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that a user may edit or publish."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change", "publish"})


def may_choose(user: Any, item: CollectionMember) -> bool:
    """Say whether a user of the admin may choose, change or delete a picture or file there."""
    policy = policy_registry.get_by_type(type(item))
    return user.has_perm("wagtailadmin.access_admin") and policy.user_has_any_permission_for_instance(
        user, ["choose", "change", "delete"], item
    )
