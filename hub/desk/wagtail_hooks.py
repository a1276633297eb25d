"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.desk import history, views  # noqa: F401 - history registers a hook
from hub.desk.coverage import languages_of
from hub.desk.coverage_views import CoverageView
from hub.desk.first_page import CoveragePanel, MyListPanel, OwnPagesPanel, QuestionsPanel
from hub.desk.orphans import orphaned_pages
from hub.desk.translations_views import instead_of_submitting, instead_of_syncing, page_translations, take_back
from hub.desk.translator import views as desk
from hub.desk.translator.questions import show_in_form
from hub.internals import localize_views
from hub.internals.wagtail_admin import PageViewSet
from hub.plugins import kinds
from hub.translations.sources import is_source, source_pages
from hub.translations.state import active_translation


@hooks.register("construct_reports_menu")
def leave_out_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out wagtail-localize's report: it calls pages up to date until somebody hands over what has changed."""
    address = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != address]


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    return [
        path("orphans/", views.orphans, name="hub_orphans"),
        path("translate/<int:page_id>/<slug:language>/", views.translate, name="hub_translate"),
        path("my-translations/", views.my_translations, name="hub_my_translations"),
        path("my-translations/weekly-mail/", views.switch_weekly_mail, name="hub_switch_weekly_mail"),
        path("coverage/", CoverageView.as_view(), name="hub_coverage"),
        path("coverage/results/", CoverageView.as_view(results_only=True), name="hub_coverage_results"),
        path("pages/<int:page_id>/translations/", page_translations, name="hub_page_translations"),
        *desk_addresses(),
        path("minor-edits/<int:pk>/take-back/", take_back, name="hub_take_back_minor_edit"),
    ]


def desk_addresses() -> list[URLPattern]:
    text = "desk/<int:page_id>/texts/<int:string_id>-<int:context_id>/"
    return [
        path("desk/<int:page_id>/", desk.translate_page, name="hub_desk"),
        path("desk/<int:page_id>/state/", desk.state, name="hub_desk_state"),
        path("desk/<int:page_id>/preview/", desk.preview, name="hub_desk_preview"),
        path("desk/<int:page_id>/publish/", desk.publish, name="hub_desk_publish"),
        path("desk/<int:page_id>/next/", desk.next_page, name="hub_desk_next"),
        path(text, desk.save_text, name="hub_desk_save"),
        path(f"{text}suggestions/", desk.suggestions, name="hub_desk_suggestions"),
        path(f"{text}hint/", desk.accept_hint, name="hub_desk_hint"),
        path(f"{text}question/", desk.ask, name="hub_desk_question"),
    ]


@hooks.register("register_admin_urls", order=-1)
def old_urls() -> list[URLPattern]:
    """Stand in front of wagtail-localize's pages that submit a page and hand over its texts: both happen elsewhere."""
    return [
        path(localize_views.SUBMIT_ADDRESS, instead_of_submitting),
        path(localize_views.REFRESH_ADDRESS, instead_of_syncing),
    ]


localize_views.leave_out_page_buttons()


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def translations_button(page: Page, user: Any, next_url: str | None = None, view_name: str = "") -> Iterator[Button]:
    """Lead from a source page to its translations."""
    if kinds.for_model(page.specific_class or Page) and is_source_of_list(page):
        yield Button(
            _("Translations"),
            url=reverse("hub_page_translations", args=[page.pk]),
            icon_name="wagtail-localize-language",
            priority=60,
        )


def is_source_of_list(page: Page) -> bool:
    """Say whether a page is a source page, without a query for one that was read `with_source_path`."""
    if "source_url_path" in vars(page):
        return page.page_language_code == settings.LANGUAGE_CODE or page.source_url_path is None
    return is_source(page)


@hooks.register("before_edit_page", order=-2)  # before wagtail-localize shows its editor
def open_at_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Open a page that is translated text by text at the desk, unless its other settings are asked for."""
    if request.method != "GET" or "desk" in request.GET or not kinds.for_model(page.specific_class or Page):
        return None
    if page.alias_of_id or is_source(page) or active_translation(page) is None:
        return None
    return redirect("hub_desk", page.pk)


@hooks.register("register_admin_menu_item")
def coverage_menu_item() -> MenuItem:
    return MenuItem(
        _("State of translations"), reverse("hub_coverage"), icon_name="wagtail-localize-language", order=150
    )


@hooks.register("construct_page_chooser_queryset")
def offer_source_pages(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return pages.filter(pk__in=source_pages())


@hooks.register("register_admin_viewset")  # after Wagtail's own, in place of it
def page_views() -> PageViewSet:
    return PageViewSet(search_view_class=views.Search, index_view_class=views.Explorer)


class MyListItem(MenuItem):
    """Leads translators to their list; administrators of the hub, whose it would be too long for, know its address."""

    def is_shown(self, request: HttpRequest) -> bool:
        return not request.user.is_superuser and bool(languages_of(request.user))


@hooks.register("register_admin_menu_item")
def my_list_item() -> MenuItem:
    return MyListItem(_("My list"), reverse_lazy("hub_my_translations"), name="my-list", icon_name="list-ul", order=110)


class OrphansPanel(Component):
    """Says on the admin's first page that pages are left whose plugin is missing."""

    order = 20
    template_name = "hub_desk/orphans_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"count": orphaned_pages().count() if parent_context["request"].user.is_superuser else 0}


@hooks.register("construct_homepage_panels")
def fill_first_page(request: HttpRequest, panels: list[Component]) -> None:
    panels[:0] = [OrphansPanel(), MyListPanel(), QuestionsPanel(), CoveragePanel(), OwnPagesPanel()]


@hooks.register("before_edit_page")
def show_question(request: HttpRequest, page: Page) -> None:
    """Let links to a question lead to it when what it asks about is gone."""
    pk = request.GET.get("comment", "")
    if pk.isdecimal() and len(pk) < 19:  # as ids are
        show_in_form(page, int(pk))


@hooks.register("construct_settings_menu")
def leave_out_locales(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out the list of languages: they are settings of the hub, and what it offers copies whole page trees."""
    address = reverse("wagtaillocales:index")
    items[:] = [item for item in items if item.url != address]


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    files = [(static(f"hub_desk/{name}.css"),) for name in ("forms", "coverage")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', files)


@hooks.register("insert_global_admin_js")
def correct_scripts() -> SafeString:
    files = [(static(f"hub_desk/{name}.js"),) for name in ("texts", "pickers")]
    return format_html_join("", '<script src="{}" defer></script>', files)


@hooks.register("insert_editor_js")
def correct_editor() -> SafeString:
    names = ("wait_for_autosave", "autosave_after_mistakes", "open_comments")
    files = [(static(f"hub_desk/{name}.js"),) for name in names]
    return format_html_join("", '<script src="{}"></script>', files)
