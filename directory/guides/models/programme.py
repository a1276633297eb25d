"""The page for people who want to become guides; the county's list of guides shows it, too."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page

from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.items import Figure, Line
from hub.pages import HubPage
from hub.panels import RarePanel
from hub.references import KindField


class GuideProgrammePage(HubPage):
    """What guides do and get in this county, what they need, whom to ask; how many there are, as somebody stated it."""

    contact = KindField("contact", verbose_name=_("contact"), help_text=_("Whom to ask about becoming a guide."))
    training = models.TextField(_("training"), max_length=1000, blank=True)
    appointment = models.TextField(
        _("appointment"), max_length=1000, blank=True, help_text=_("Who appoints guides, and what they are given.")
    )
    certificate = models.TextField(
        _("certificate of conduct"),
        max_length=1000,
        blank=True,
        help_text=_("Whether guides need one, who asks for it and who pays."),
    )
    expenses = models.TextField(
        _("expenses"), max_length=1000, blank=True, help_text=_("What is paid: travel, insurance, an allowance.")
    )
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("description"))

    prose = (*HubPage.prose, "training", "appointment", "certificate", "expenses", "body", "duties", "figures")

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("contact"),
        InlinePanel("duties", label=_("Duty"), heading=_("Duties")),
        FieldPanel("training"),
        FieldPanel("appointment"),
        FieldPanel("certificate"),
        FieldPanel("expenses"),
        InlinePanel("figures", label=_("Figure"), heading=_("Figures")),
        RarePanel([FieldPanel("body")], heading=_("Description")),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    api_fields = [
        *HubPage.api_fields,
        "contact",
        "duties",
        "training",
        "appointment",
        "certificate",
        "expenses",
        "figures",
        "body",
    ]
    template = "guides/guide_programme_page.html"

    class Meta:
        verbose_name = _("page about becoming a guide")
        verbose_name_plural = _("pages about becoming a guide")


class Duty(Line):
    """What guides take on."""

    programme = ParentalKey(GuideProgrammePage, on_delete=models.CASCADE, related_name="duties")


class GuideFigure(Figure):
    """How many guides there are."""

    programme = ParentalKey(GuideProgrammePage, on_delete=models.CASCADE, related_name="figures")
