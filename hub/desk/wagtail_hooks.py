"""What the desk adds to Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
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
from hub.desk.first_page import CoveragePanel, MyListPanel, OwnPagesPanel
from hub.desk.orphans import orphaned_pages
from hub.desk.translations_views import instead_of_submitting, instead_of_syncing, page_translations, take_back
from hub.internals import localize_views
from hub.internals.wagtail_admin import PageViewSet
from hub.plugins import kinds
from hub.translations.sources import is_source, source_pages


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
        path("minor-edits/<int:pk>/take-back/", take_back, name="hub_take_back_minor_edit"),
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
    panels[:0] = [OrphansPanel(), MyListPanel(), CoveragePanel(), OwnPagesPanel()]


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
def correct_autosave() -> SafeString:
    files = [(static(f"hub_desk/{name}.js"),) for name in ("wait_for_autosave", "autosave_after_mistakes")]
    return format_html_join("", '<script src="{}"></script>', files)
