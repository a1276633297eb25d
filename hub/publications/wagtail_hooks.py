"""What editors see of publications, and which files visitors may fetch."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.publications.models import Dependency, OutboxRow, Publication
from hub.publications.worker import is_alive


class PublishingPanel(Component):
    """Says on the admin's first page when published changes do not reach the readers."""

    order = 10
    template_name = "publications/panel.html"

    def get_context_data(self, parent_context: Any) -> dict:
        failed = OutboxRow.objects.exclude(error="").values_list("page_id", "error")
        errors = dict(failed[:20])
        pages = Page.objects.filter(pk__in=errors)
        waiting = OutboxRow.objects.count()
        return {
            "worker_is_alive": is_alive(),
            "waiting": waiting,
            "waiting_text": ngettext("%(count)d page waits.", "%(count)d pages wait.", waiting) % {"count": waiting},
            "failed": [(page, errors[page.pk]) for page in pages],
        }


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, PublishingPanel())


@hooks.register("before_serve_document")
def only_shown_documents(document: AbstractDocument, request: HttpRequest) -> None:
    """Serve a file only where a public document shows it, and to people who work in the admin."""
    if not request.user.has_perm("wagtailadmin.access_admin") and not is_shown(document):
        raise Http404(_("This file is not public."))


def is_shown(item: AbstractDocument | AbstractImage) -> bool:
    """Say whether a public document shows this file or image (two queries)."""
    shown = Dependency.objects.filter(model=item._meta.label_lower, object_id=item.pk)
    return Publication.objects.public().filter(pk__in=shown.values("publication_id")).exists()
