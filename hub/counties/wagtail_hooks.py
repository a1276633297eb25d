from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from hub.counties.models import CountyPage


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
