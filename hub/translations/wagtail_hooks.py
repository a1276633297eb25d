"""Hooks into the admin: the views above, the refusal to publish what is half translated, the editor's direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages as admin_messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from hub.internals import localize_views
from hub.languages import right_to_left
from hub.translations import copying
from hub.translations.indexing import index_source_of_deleted
from hub.translations.minor_edits import announce
from hub.translations.models import TranslatablePage
from hub.translations.segments import hold_pages
from hub.translations.sources import is_source
from hub.translations.state import HalfTranslated, active_translation, hindering_texts, refuse_half_translated
from hub.translations.views import PublishPages, download_po, replace_value, upload_po


@hooks.register("register_admin_urls", order=-1)
def translation_urls() -> list[URLPattern]:
    views: dict[str, Callable[..., HttpResponse]] = {
        **localize_views.WORD_VIEWS,
        localize_views.UPLOAD_ADDRESS: upload_po,
        localize_views.OVERRIDE_ADDRESS: replace_value,
    }
    return [
        path(localize_views.REPORT_ADDRESS, localize_views.TranslationsReport.as_view()),
        path(f"{localize_views.REPORT_ADDRESS}results/", localize_views.TranslationsReport.as_view(results_only=True)),
        path(localize_views.DOWNLOAD_ADDRESS, download_po),
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


@hooks.register("after_delete_page")
def index_source(request: HttpRequest, page: Page) -> None:
    index_source_of_deleted(page)


@hooks.register("after_copy_page")
def take_translations_along(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Have the translated words of a copied page taken over. Who may copy a page may edit it and read all of these."""
    if copying.start(page, new_page, request.user):
        button = admin_messages.button(reverse("hub_jobs"), _("Show progress"))
        text = _("The translations of the copied texts are taken over in the background.")
        admin_messages.success(request, text, buttons=[button])


@hooks.register("before_edit_page", order=-1)
def refuse_half_segmented(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say how many texts are missing before wagtail-localize fills them with the source's words and publishes."""
    page = page.specific
    if not localize_views.is_publishing(request) or not isinstance(page, TranslatablePage):
        return None
    translation = active_translation(page)
    missing = len(hindering_texts(page, translation)) if translation else 0
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


class PublishMinorEdit(ActionMenuItem):
    """Publishes a change that asks for no new translation, as of a comma."""

    name = "action-publish-minor"
    label = gettext_lazy("Publish as a minor edit")
    icon_name = "upload"
    template_name = "hub_translations/publish_minor.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        return (
            context["view"] == "edit"
            and isinstance(page, TranslatablePage)
            and page.live
            and not context["locked_for_user"]
            and page.is_source()
            and page.permissions_for_user(context["request"].user).can_publish()
        )


@hooks.register("register_page_action_menu_item")
def publish_minor_item() -> PublishMinorEdit:
    return PublishMinorEdit(order=5)


@hooks.register("before_publish_page")
def note_minor_edit(request: HttpRequest, page: Page) -> None:
    """Have the revision that is published now count as a minor edit, if the editor says so."""
    if request.POST.get("action-publish") == "minor":
        announce(page.latest_revision, request.user)


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
