"""The home page above all counties, and the articles of a county."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.pages import HubPage
from hub.site.routing import route
from hub.site.serving import serve_home
from hub.tree import TreeSafeMixin

ICONS = [
    ("info", _("Information")),
    ("home", _("House")),
    ("work", _("Work")),
    ("school", _("School")),
    ("language", _("Language")),
    ("health", _("Health")),
    ("family", _("Family")),
    ("law", _("Law")),
    ("money", _("Money")),
    ("transport", _("Transport")),
    ("leisure", _("Leisure")),
    ("help", _("Help")),
]


class HomePage(TreeSafeMixin, Page):  # type: ignore[django-manager-missing]  # Wagtail's has no types
    """The root of the site: finds every public address. It holds no text and has no document."""

    content_panels = Page.content_panels
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["counties.CountyPage"]

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        return route(self, request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return serve_home(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


class InfoPage(HubPage):
    """An article. Without text it lists the pages below it."""

    icon = models.CharField(_("icon"), max_length=20, choices=ICONS, blank=True)
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("body"))

    prose = (*HubPage.prose, "body")

    content_panels = [*HubPage.content_panels, FieldPanel("body")]
    promote_panels = [*HubPage.promote_panels, FieldPanel("icon")]

    parent_page_types = ["counties.CountyPage", "home.InfoPage"]

    api_fields = [*HubPage.api_fields, "icon", "body"]
    template = "home/info_page.html"

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
