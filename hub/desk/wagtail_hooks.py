"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_editor_js")
def wait_for_autosave() -> SafeString:
    return format_html('<script src="{}"></script>', static("hub_desk/wait_for_autosave.js"))
