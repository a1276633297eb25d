"""What editors see of publications, and which files visitors may fetch."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.publications import failures
from hub.publications.hidden import hiding_pages
from hub.publications.models import Dependency, OutboxRow, Publication
from hub.publications.worker import is_alive
from hub.tree import lock_tree


class PublishingPanel(Component):
    """Says on the admin's first page when published changes do not reach the readers."""

    order = 10
    template_name = "publications/panel.html"

    def get_context_data(self, parent_context: Any) -> dict:
        errors = dict(OutboxRow.objects.exclude(error="").values_list("page_id", "error")[:20])
        pages = Page.objects.filter(pk__in=errors)
        waiting = OutboxRow.objects.count()
        return {
            "worker_is_alive": is_alive(),
            "waiting": waiting,
            "waiting_text": ngettext("%(count)d page waits.", "%(count)d pages wait.", waiting) % {"count": waiting},
            "failed": [(page, errors[page.pk]) for page in pages],
            "failures": failures.concerning(parent_context["request"].user).select_related("page")[:20],
        }


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, PublishingPanel())


@hooks.register("register_admin_urls")
def failure_urls() -> list[URLPattern]:
    return [path("publications/failures/<int:pk>/resolve/", resolve_failure, name="publications_resolve_failure")]


@require_POST
def resolve_failure(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a failure that somebody has taken care of in another way than by publishing the page."""
    get_object_or_404(failures.concerning(request.user), pk=pk).delete()
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


@hooks.register("before_serve_document")
def only_shown_documents(document: AbstractDocument, request: HttpRequest) -> None:
    """Serve a file only where a public document shows it, and to people who work in the admin."""
    if not request.user.has_perm("wagtailadmin.access_admin") and not is_shown(document):
        raise Http404(_("This file is not public."))


def is_shown(item: AbstractDocument | AbstractImage) -> bool:
    """Say whether a public document shows this file or image (two queries)."""
    dependencies = Dependency.objects.filter(model=item._meta.label_lower, object_id=item.pk)
    return Publication.objects.public().filter(pk__in=dependencies.values("publication_id")).exists()
