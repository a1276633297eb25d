"""Wagtail's admin, and those of its other views that can be imported only once all models are loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.account import LoginView as AdminLoginView
from wagtail.admin.views.account import PasswordResetView
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction, UnpublishBulkAction
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.documents.views.chooser import BaseDocumentChooseView
from wagtail.documents.views.serve import authenticate_with_password as file_password_view
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.views import authenticate_with_password as page_password_view

__all__ = [
    "AdminLoginView",
    "EmailNotificationMixin",
    "Notifier",
    "PasswordResetForm",
    "UnpublishBulkAction",
    "changeable_pages",
    "file_password_view",
    "page_password_view",
    "privacy_view",
    "send_password_reset",
    "serve_document",
]


def privacy_view() -> Callable[..., HttpResponse]:
    """Return the admin's view that restricts a page, as the admin's own addresses have it. It takes `page_id`."""
    return admin_view(page_viewset_registry.as_view("set_privacy", page_id_kwarg="page_id"))


def browse_pages(request: HttpRequest, parent_page_id: int | None) -> HttpResponse:
    """Answer with the chooser of pages, opened at a page; where Wagtail opens it without one."""
    return BrowseView.as_view()(request, parent_page_id=parent_page_id)


def add_to_file_chooser(name: str, label: Any, text_of: Callable[[Any], str]) -> None:
    """Show one more column in the chooser of files, with the text that `text_of` gives for each."""
    columns = BaseDocumentChooseView.columns.fget
    column = Column(name, label=label, accessor=text_of)
    BaseDocumentChooseView.columns = property(lambda view: [*columns(view), column])


def admin_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return `view` for those who may use the admin, as the admin's own addresses have it."""
    return never_cache(require_admin_access(view))


def changeable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that a user may edit or publish."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change", "publish"})


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


def keep_what_is_typed() -> None:
    """Let date and time fields leave to the form what it cannot read: their scripts replace it by today and now."""
    for widget in (AdminDateInput, AdminDateTimeInput, AdminTimeInput):
        widget.get_config = _without_correction(widget.get_config)


def _without_correction(original: Callable[[Any], dict]) -> Callable[[Any], dict]:
    @wraps(original)
    def get_config(self: Any) -> dict:
        return {**original(self), "validateOnBlur": False}

    return get_config


class PublishAction(PublishBulkAction):
    """Publishes each page by itself, so that one that cannot be published keeps none of the others from it.

    Subclasses define `refuse`.
    """

    def refuse(self, page: Page, error: ValidationError) -> None:
        """Tell that `page` was not published."""
        raise NotImplementedError

    @classmethod
    def publish(cls, page: Page, user: Any) -> None:
        """Publish the newest draft of `page`. Raises ValidationError when it cannot be published."""
        (page.get_latest_revision() or page.save_revision(user=user)).publish(user=user)

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "refuse": self.refuse}

    @classmethod
    def execute_action(
        cls,
        objects: list[Page],
        include_descendants: bool = False,
        user: Any = None,
        refuse: Callable[[Page, ValidationError], None] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many of `objects`, and how many drafts below them, were published."""
        counts = [0, 0]
        for page in objects:
            drafts = page.get_descendants().not_live().specific() if include_descendants else ()
            for is_below, target in [(0, page), *((1, draft) for draft in drafts)]:
                if is_below and user and not target.permissions_for_user(user).can_publish():
                    continue
                try:
                    with transaction.atomic():
                        cls.publish(target.specific, user)
                except ValidationError as error:
                    if refuse is None:
                        raise
                    refuse(target, error)
                else:
                    counts[is_below] += 1
        return counts[0], counts[1]

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        if num_parent_objects + num_child_objects == 0:
            return None  # all were refused
        return super().get_success_message(num_parent_objects, num_child_objects)
