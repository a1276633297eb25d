"""Hooks into the admin: the views above, the refusal to publish what is half translated, the editor's direction."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page

from hub.internals import localize_views
from hub.languages import right_to_left
from hub.translations.models import TranslatablePage
from hub.translations.segments import hold_pages
from hub.translations.sources import is_source
from hub.translations.state import HalfTranslated, active_translation, never_translated, refuse_half_translated
from hub.translations.views import PublishPages, RefreshView, SubmitPageView, replace_value, upload_po


@hooks.register("register_admin_urls", order=-1)
def translation_urls() -> list[URLPattern]:
    views: dict[str, Callable[..., HttpResponse]] = {
        **localize_views.WORD_VIEWS,
        localize_views.UPLOAD_ADDRESS: upload_po,
        localize_views.OVERRIDE_ADDRESS: replace_value,
    }
    return [
        path(localize_views.SUBMIT_ADDRESS, SubmitPageView.as_view()),
        path(localize_views.REFRESH_ADDRESS, RefreshView.as_view()),
        path(localize_views.REPORT_ADDRESS, localize_views.TranslationsReport.as_view()),
        path(f"{localize_views.REPORT_ADDRESS}results/", localize_views.TranslationsReport.as_view(results_only=True)),
        path(localize_views.ALIAS_ADDRESS, localize_views.convert_to_alias),
        *(path(address, localize_views.holding(view, hold_pages)) for address, view in views.items()),
    ]


hooks.register("register_bulk_action", PublishPages, order=1)  # in place of Wagtail's


@hooks.register("before_delete_page")
def name_translations(request: HttpRequest, page: Page) -> None:
    """Say before a source page is deleted which translations go with it."""
    others = [sibling.locale.get_display_name() for sibling in page.get_translations().select_related("locale")]
    if request.method == "GET" and others and is_source(page):
        text = _("Its translations are deleted with it: %(languages)s.")
        messages.warning(request, text % {"languages": ", ".join(map(str, others))})


@hooks.register("before_edit_page", order=-1)
def refuse_half_segmented(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say how many texts are missing before wagtail-localize fills them with the source's words and publishes."""
    page = page.specific
    if not localize_views.is_publishing(request) or not isinstance(page, TranslatablePage):
        return None
    translation = active_translation(page)
    missing = len(never_translated(page, translation)) if translation else 0
    if not missing:
        return None
    messages.error(
        request,
        ngettext(
            "Not published: %(count)d text has no translation yet.",
            "Not published: %(count)d texts have no translation yet.",
            missing,
        )
        % {"count": missing},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_publish_page")
def refuse_half_edited(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say what a translation edited by hand lacks. Its draft is saved; Wagtail's form publishes without asking it."""
    if not isinstance(page, TranslatablePage) or page.is_source():
        return None
    try:
        refuse_half_translated(page, page.get_latest_revision())
    except HalfTranslated as error:
        messages.error(request, " ".join(error.messages))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("insert_editor_js")
def editor_direction() -> SafeString:
    return format_html(
        '<script src="{}" data-right-to-left="{}" defer></script>',
        static("hub_translations/direction.js"),
        " ".join(right_to_left()),
    )
