"""The page of a welcome package."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from directory.packages.blocks import PackageBlock
from directory.packages.situations import SITUATIONS, SituationsField
from directory.packages.structured_data import describe
from hub.blocks.fields import ContentField
from hub.pages import HubPage
from hub.panels import RarePanel
from hub.taxonomy.models import TermShape


class PackagePage(HubPage):
    """What to do in the first weeks, for whom: an introduction, then chapters in the order in which they are told."""

    arrival = SituationsField(
        _("why they have come"),
        blank=True,
        help_text=_("For whom it is written. None: for everybody, whatever the reason."),
    )
    target_groups = ParentalManyToManyField(
        "taxonomy.TargetGroup", blank=True, related_name="+", verbose_name=_("target groups")
    )
    body = ContentField(
        PackageBlock(),
        blank=True,
        verbose_name=_("introduction and chapters"),
        help_text=_(
            "What stands in front of the first chapter is the introduction. A chapter goes on to the next one."
        ),
    )

    prose = (*HubPage.prose, "body")

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("arrival"), FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple)],
            heading=_("Who it is for"),
        ),
        FieldPanel("body"),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []

    api_fields = [*HubPage.api_fields, "situations", "target_groups", "body"]
    template = "packages/package_page.html"

    class Meta:
        verbose_name = _("welcome package")
        verbose_name_plural = _("welcome packages")

    def situations(self, language: str) -> list[TermShape]:
        return [{"slug": key, "name": str(SITUATIONS[key])} for key in self.arrival if key in SITUATIONS]

    structured_data = staticmethod(describe)
