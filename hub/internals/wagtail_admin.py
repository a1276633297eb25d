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
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.account import LoginView as AdminLoginView
from wagtail.admin.views.account import PasswordResetView
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.views.chooser import SearchView as ChooserSearchView
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.documents.views.chooser import BaseDocumentChooseView
from wagtail.documents.views.serve import authenticate_with_password as file_password_view
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import Comment, Page
from wagtail.permissions import policy_registry
from wagtail.views import authenticate_with_password as page_password_view

__all__ = [
    "AdminLoginView",
    "EmailNotificationMixin",
    "Notifier",
    "PageViewSet",
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


class _OneLanguage:
    """Lets the chooser of pages offer no languages, whatever the site has."""

    @property
    def i18n_enabled(self) -> bool:
        return False

    @i18n_enabled.setter
    def i18n_enabled(self, value: bool) -> None:
        pass


class _BrowseView(_OneLanguage, BrowseView):
    pass


class _ChooserSearchView(_OneLanguage, ChooserSearchView):
    pass


def browse_pages(request: HttpRequest, parent_page_id: int | None) -> HttpResponse:
    """Answer with the chooser of pages, opened at a page; where Wagtail opens it without one. It knows no languages."""
    return _BrowseView.as_view()(request, parent_page_id=parent_page_id)


def search_in_chooser(request: HttpRequest) -> HttpResponse:
    """Answer with what the chooser of pages finds. It knows no languages."""
    return _ChooserSearchView.as_view()(request)


class PageSearchView(SearchView):
    """The admin's search for pages. Subclasses define `search_among`."""

    all_pages: QuerySet[Page]

    def search_among(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Return those of `pages` that may be found."""
        raise NotImplementedError

    def annotate_queryset(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        self.all_pages = self.search_among(self.all_pages)  # of which the numbers by kind are counted
        return super().annotate_queryset(self.search_among(pages))


class PageExplorerView(ExplorableIndexView):
    """The explorer, in which one may search and filter. Subclasses define `search_among`."""

    def search_among(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Return those of `pages` that may be found, below `self.parent_page` or in the whole tree."""
        raise NotImplementedError

    def get_base_queryset(self) -> QuerySet[Page]:
        pages = super().get_base_queryset()
        return self.search_among(pages) if self.is_searching or self.is_filtering else pages


def add_to_file_chooser(name: str, label: Any, text_of: Callable[[Any], str]) -> None:
    """Show one more column in the chooser of files, with the text that `text_of` gives for each."""
    columns = BaseDocumentChooseView.columns.fget
    column = Column(name, label=label, accessor=text_of)
    BaseDocumentChooseView.columns = property(lambda view: [*columns(view), column])


def add_to_explorer(column: Column) -> None:
    """Show one more column in the explorer's lists of pages, behind their status."""
    columns = ExplorableIndexView.base_columns
    position = [known.name for known in columns].index("status") + 1
    columns.insert(position, column)


def add_to_status(template_name: str, context_of: Callable[[Any], dict[str, Any]]) -> None:
    """Show one more template in the status panel of pages, with what `context_of` gives for the page.

    wagtail-localize's editor has that panel, too, and asks no hook for it.
    """
    PageStatusSidePanel.get_status_templates = _with_template(PageStatusSidePanel.get_status_templates, template_name)
    PageStatusSidePanel.get_context_data = _with_context(PageStatusSidePanel.get_context_data, context_of)


def _with_template(original: Callable[..., list[str]], name: str) -> Callable[..., list[str]]:
    @wraps(original)
    def get_status_templates(self: Any, context: Any) -> list[str]:
        return [*original(self, context), name]

    return get_status_templates


def _with_context(original: Callable[..., dict], context_of: Callable[[Any], dict[str, Any]]) -> Callable[..., dict]:
    @wraps(original)
    def get_context_data(self: Any, parent_context: Any) -> dict:
        return {**original(self, parent_context), **context_of(self.object)}

    return get_context_data


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


def leave_out_of_comment_mails(is_left_out: Callable[[Comment], bool]) -> None:
    """Let the page editor send no e-mails that a comment was answered or resolved, where `is_left_out`."""
    original = EditView.send_commenting_notifications

    @wraps(original)
    def send_commenting_notifications(self: EditView, changes: dict[str, list]) -> Any:
        others = {
            "resolved_comments": [comment for comment in changes["resolved_comments"] if not is_left_out(comment)],
            "new_replies": [thread for thread in changes["new_replies"] if not is_left_out(thread[0])],
        }
        return original(self, changes | others)

    EditView.send_commenting_notifications = send_commenting_notifications


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
