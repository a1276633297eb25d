"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_reports_menu")
def leave_out_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out wagtail-localize's report: it calls pages up to date until somebody hands over what has changed."""
    address = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != address]


@hooks.register("insert_editor_js")
def wait_for_autosave() -> SafeString:
    return format_html('<script src="{}"></script>', static("hub_desk/wait_for_autosave.js"))
