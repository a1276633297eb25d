"""What editors see of publications."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.internals.wagtail_admin import UnpublishBulkAction
from hub.internals.wagtail_rights import readable_pages
from hub.publications import consumers, failures, triggers
from hub.publications.hidden import hiding_pages
from hub.publications.models import ConsumerState, OutboxRow, Publication
from hub.publications.worker import is_alive
from hub.tree import lock_tree


class PublishingPanel(Component):
    """Says on the admin's first page when published changes do not reach the readers."""

    order = 10
    template_name = "publications/panel.html"

    def get_context_data(self, parent_context: Any) -> dict:
        user = parent_context["request"].user
        readable = readable_pages(user)
        rows = OutboxRow.objects.exclude(error="").filter(page_id__in=readable.values("pk"))
        errors = dict(rows.values_list("page_id", "error")[:20])
        pages = Page.objects.filter(pk__in=errors)
        older = set(Publication.objects.filter(source_id__in=errors).values_list("source_id", flat=True))
        waiting = OutboxRow.objects.count()
        return {
            "worker_is_alive": is_alive(),
            "waiting": waiting,
            "waiting_text": ngettext("%(count)d page waits.", "%(count)d pages wait.", waiting) % {"count": waiting},
            "failed": [(page, errors[page.pk], page.pk in older) for page in pages],
            "failures": failures.concerning(user).select_related("page")[:20],
            "consumers": failing_consumers() if user.is_superuser else [],
        }


def failing_consumers() -> QuerySet[ConsumerState]:
    """Return the consumers that failed to apply changes, with `failed_count`, and `waiting` of those tried again."""
    counted = ConsumerState.objects.annotate(
        failed_count=Count("failed_changes"), waiting=Count("failed_changes", filter=Q(failed_changes__retry=True))
    )
    return counted.filter(failed_count__gt=0).order_by("name")


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, PublishingPanel())


@hooks.register("register_admin_urls")
def failure_urls() -> list[URLPattern]:
    return [
        path("publications/failures/<int:pk>/resolve/", resolve_failure, name="publications_resolve_failure"),
        path("publications/consumers/<int:pk>/retry/", retry_consumer, name="publications_retry_consumer"),
    ]


@require_POST
def resolve_failure(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a failure that somebody has taken care of in another way than by publishing the page."""
    get_object_or_404(failures.concerning(request.user), pk=pk).delete()
    return redirect("wagtailadmin_home")


@require_POST
def retry_consumer(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the changes that a consumer failed to apply tried again; administrators of the hub alone."""
    if not request.user.is_superuser:
        raise PermissionDenied
    consumers.try_again([get_object_or_404(ConsumerState, pk=pk).name])
    messages.success(request, _("The changes are tried again within moments."))
    return redirect("wagtailadmin_home")


@hooks.register("before_edit_page", order=-1)  # wagtail-localize answers for translations
def tell_of_failure(request: HttpRequest, page: Page) -> None:
    """Say above a page's editor, whenever it is opened, that the page was not published."""
    if request.method == "GET":
        for failure in failures.unresolved().filter(page=page):
            messages.warning(request, failure.message)
        tell_what_hides(request, page, but=page)


@hooks.register("construct_explorer_page_queryset")
def tell_above_listing(parent_page: Page, pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Say above the list of a page's children that readers do not see them; not again when it is filtered."""
    if request.resolver_match and request.resolver_match.url_name == "wagtailadmin_explore":
        tell_what_hides(request, parent_page)
    return pages


def tell_what_hides(request: HttpRequest, page: Page, but: Page | None = None) -> None:
    """Name the first page `but` one that hides `page`, with a link to it for those who may open it."""
    for hiding, sentence in hiding_pages(page):
        if hiding != but:
            may_edit = hiding.permissions_for_user(request.user).can_edit()
            address = reverse("wagtailadmin_pages:edit", args=[hiding.pk])
            messages.warning(request, sentence, buttons=[messages.button(address, _("Open it"))] if may_edit else None)
            return


@hooks.register("before_bulk_action")
def lock_tree_first(request: HttpRequest, action_type: str, objects: list[Model], action: Any) -> None:
    """Let an action on many pages take its turn before it locks the first: a later one may have a new slug."""
    if action_type == "publish" and any(isinstance(item, Page) for item in objects):
        lock_tree()


@hooks.register("after_bulk_action")
def name_moved_files(request: HttpRequest, action_type: str, objects: list[Model], action: Any) -> None:
    """Name pictures and files that were moved to another collection, of which no signal tells."""
    for item in objects if action_type == "add_to_collection" else ():
        triggers.object_changed(item._meta.label_lower, item.pk, withdraw=True)


@hooks.register("register_bulk_action", order=1)  # in place of Wagtail's
class UnpublishPages(UnpublishBulkAction):
    """Says what is hidden with each page, and leaves the pages below as they are."""

    template_name = "publications/confirm_bulk_unpublish.html"

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "include_descendants": False}
