from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.explained import explained


@hooks.register("register_admin_urls")
def explained_url() -> list[URLPattern]:
    return [path("search-explained/", explained, name="search_explained")]


@hooks.register("register_reports_menu_item")
def explained_item() -> MenuItem:
    return MenuItem(
        _("Why these results"),
        reverse("search_explained"),
        name="search-explained",
        icon_name="search",
        order=1300,
    )
