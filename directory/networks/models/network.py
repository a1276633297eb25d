"""The page of a network."""

from __future__ import annotations

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from directory.networks.blocks import BasisBlock
from directory.networks.meetings import NextMeeting, next_meeting
from directory.networks.structured_data import describe
from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.organisations.models import Organisation
from hub.pages import HubPage
from hub.panels import RarePanel
from hub.partial_dates import PartialDateField
from hub.references import KindField


class NetworkPage(HubPage):
    """A network: who coordinates it, how to join, who takes part, what for."""

    coordinator = KindField("contact", verbose_name=_("coordinating office"))
    is_open = models.BooleanField(
        _("open to everybody concerned with the subject"), default=True, help_text=_("There is no membership.")
    )
    how_to_join = models.TextField(_("how to take part"), max_length=600, blank=True)
    since = PartialDateField(
        _("since"), blank=True, help_text=_("A day, a month or a year: 12.11.2017, 11/2017 or 2017.")
    )
    patron = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("patron")
    )
    patron_text = models.CharField(
        _("patron, in words"), max_length=200, blank=True, help_text=_("Such as “the district administrator”.")
    )
    rhythm = models.CharField(_("how often it meets"), max_length=120, blank=True)
    meets_on = models.DateField(
        _("next meeting"), null=True, blank=True, help_text=_("It is shown until the day is over.")
    )
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("description"))
    target_groups = ParentalManyToManyField(
        "taxonomy.TargetGroup", blank=True, related_name="+", verbose_name=_("target groups")
    )
    basis = ContentField(
        BasisBlock(), blank=True, collapsed=True, verbose_name=_("what it is based on: plans and concepts")
    )

    prose = (
        *HubPage.prose,
        *("how_to_join", "patron_text", "rhythm", "body", "basis"),
        *("principles", "goals", "tasks", "fields_of_action", "also_for"),
        *("participants", "groups", "conferences", "resources"),
    )

    # What newcomers to the network ask first stands first.
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("coordinator"), FieldPanel("how_to_join"), FieldPanel("is_open")],
            heading=_("How to take part"),
        ),
        InlinePanel("groups", heading=_("Groups"), label=_("Group")),
        InlinePanel("participants", heading=_("Who takes part in the network"), label=_("Participant")),
        RarePanel([FieldRowPanel([FieldPanel("rhythm"), FieldPanel("meets_on")])], heading=_("Meetings")),
        RarePanel(
            [FieldPanel("since"), FieldRowPanel([FieldPanel("patron"), FieldPanel("patron_text")])],
            heading=_("Since when, under whose patronage"),
        ),
        RarePanel([FieldPanel("body")], heading=_("Description")),
        RarePanel([InlinePanel("principles", label=_("Principle"))], heading=_("Principles")),
        RarePanel([InlinePanel("goals", label=_("Goal"))], heading=_("Goals")),
        RarePanel([InlinePanel("tasks", label=_("Task"))], heading=_("Tasks")),
        RarePanel([InlinePanel("fields_of_action", label=_("Field of action"))], heading=_("Areas of work")),
        RarePanel(
            [
                FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple),
                InlinePanel("also_for", heading=_("Others"), label=_("Group of people")),
            ],
            heading=_("Who the network is for"),
        ),
        RarePanel([InlinePanel("conferences", label=_("Conference"))], heading=_("Conferences")),
        RarePanel([FieldPanel("basis")], heading=_("What it is based on")),
        RarePanel([InlinePanel("resources", label=_("Resource"))], heading=_("Publications and databases")),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]

    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []

    api_fields = [
        *HubPage.api_fields,
        "coordinator",
        "is_open",
        "how_to_join",
        "since",
        "patron",
        "patron_text",
        "rhythm",
        "next_meeting",
        "body",
        "principles",
        "goals",
        "tasks",
        "fields_of_action",
        "target_groups",
        "also_for",
        "participants",
        "groups",
        "conferences",
        "basis",
        "resources",
    ]
    template = "networks/network_page.html"

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")

    def next_meeting(self, language: str) -> NextMeeting | None:
        return next_meeting(self.meets_on)

    structured_data = staticmethod(describe)
