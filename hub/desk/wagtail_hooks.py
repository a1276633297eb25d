"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from hub.desk import views
from hub.desk.first_page import OwnPagesPanel
from hub.desk.orphans import orphaned_pages


@hooks.register("construct_reports_menu")
def leave_out_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out wagtail-localize's report: it calls pages up to date until somebody hands over what has changed."""
    address = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != address]


@hooks.register("register_admin_urls")
def orphans_url() -> list[URLPattern]:
    return [path("orphans/", views.orphans, name="hub_orphans")]


class OrphansPanel(Component):
    """Says on the admin's first page that pages are left whose plugin is missing."""

    order = 20
    template_name = "hub_desk/orphans_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"count": orphaned_pages().count() if parent_context["request"].user.is_superuser else 0}


@hooks.register("construct_homepage_panels")
def fill_first_page(request: HttpRequest, panels: list[Component]) -> None:
    panels[:0] = [OrphansPanel(), OwnPagesPanel()]


@hooks.register("construct_settings_menu")
def leave_out_locales(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out the list of languages: they are settings of the hub, and what it offers copies whole page trees."""
    address = reverse("wagtaillocales:index")
    items[:] = [item for item in items if item.url != address]


@hooks.register("insert_global_admin_css")
def shorten_forms() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("hub_desk/forms.css"))


@hooks.register("insert_global_admin_js")
def correct_scripts() -> SafeString:
    files = [(static(f"hub_desk/{name}.js"),) for name in ("texts", "pickers")]
    return format_html_join("", '<script src="{}" defer></script>', files)


@hooks.register("insert_editor_js")
def correct_autosave() -> SafeString:
    files = [(static(f"hub_desk/{name}.js"),) for name in ("wait_for_autosave", "autosave_after_mistakes")]
    return format_html_join("", '<script src="{}"></script>', files)
