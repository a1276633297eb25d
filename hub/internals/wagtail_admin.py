"""Wagtail's admin, and those of its other views that can be imported only once all models are loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.admin.views.account import LoginView as AdminLoginView
from wagtail.admin.views.account import PasswordResetView
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.documents.views.serve import authenticate_with_password as file_password_view
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import CollectionMember, Page
from wagtail.permissions import policy_registry
from wagtail.views import authenticate_with_password as page_password_view

__all__ = [
    "AdminLoginView",
    "EmailNotificationMixin",
    "Notifier",
    "PasswordResetForm",
    "changeable_pages",
    "file_password_view",
    "may_choose",
    "page_password_view",
    "privacy_view",
    "send_password_reset",
    "serve_document",
]


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


def send_password_reset(email: str, site: str) -> None:
    """Send the e-mail of the admin's view for forgotten passwords to each user with the address, if there is any."""
    form = PasswordResetForm({"email": email})
    if form.is_valid():
        form.save(
            domain_override=urlsplit(site).netloc,
            use_https=site.startswith("https:"),
            subject_template_name=PasswordResetView.subject_template_name,
            email_template_name=PasswordResetView.email_template_name,
        )
