from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from hub.counties.models import CountyPage
from hub.pages import refuse_address_of_list
from hub.representation.library import parse_id


@hooks.register("before_bulk_action")
def keep_counties(request: HttpRequest, action_type: str, objects: list, action: object) -> None:
    """Leave counties out of what is moved or deleted together: there Wagtail asks plain pages for rights."""
    if action_type not in ("delete", "move"):
        return
    for page in [item for item in objects if isinstance(item, Page) and item.specific_class is CountyPage]:
        perms = page.specific.permissions_for_user(request.user)
        if not perms.can_delete():
            objects.remove(page)
            messages.error(
                request,
                _("“%(title)s” is a county: only administrators of the hub move or delete it.")
                % {"title": page.get_admin_display_title()},
            )


@hooks.register("before_move_page")
def keep_lists_free(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Move no page to where its county lists the pages of a kind."""
    return _refusal(request, page, page.slug, destination)


@hooks.register("before_copy_page")
def keep_lists_free_of_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    parent = Page.objects.filter(pk=parse_id(request.POST.get("new_parent_page", ""))).first()
    return _refusal(request, page, request.POST.get("new_slug", ""), parent)


def _refusal(request: HttpRequest, page: Page, slug: str, parent: Page | None) -> HttpResponse | None:
    try:
        refuse_address_of_list(slug, parent)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
