"""What the admin's first page says to those who keep pages: where theirs are, and which are not public yet."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from hub.internals.wagtail_rights import own_pages
from hub.rights.county_groups import county_pages

LISTED = 10


class OwnPagesPanel(Component):
    """Leads to the user's counties, and to the drafts there that were changed last: for translators, what waits."""

    name = "own_pages"
    order = 30
    template_name = "hub_desk/own_pages_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        # Wagtail gives a page once for each right on it.
        tops = list(dict.fromkeys(county_pages() if user.is_superuser else own_pages(user)))
        drafts = unpublished(tops)
        return {
            # A county's translations are reached from it; translators have no right on the county itself.
            "tops": [page for page in tops if page.locale.language_code == settings.LANGUAGE_CODE] or tops,
            "drafts": drafts[:LISTED],
            "more": max(0, drafts.count() - LISTED),
        }


def unpublished(tops: list[Page]) -> QuerySet[Page]:
    """Return the pages at and below `tops` that are drafts, or have changes that are not public, latest first."""
    if not tops:
        return Page.objects.none()
    below = reduce(or_, (Q(path__startswith=page.path) for page in tops))
    drafts = Page.objects.filter(below).filter(Q(live=False) | Q(has_unpublished_changes=True))
    return drafts.select_related("locale").annotate_approved_schedule().order_by("-latest_revision_created_at", "path")
