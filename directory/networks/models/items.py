"""What a network's page lists: principles, goals, tasks, participants, groups, conferences, resources."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from directory.networks.meetings import NextMeeting, next_meeting
from hub.items import Line, Milestone
from hub.organisations.models import ORGANISATION_KINDS, Organisation
from hub.references import KindField
from hub.representation.context import Context
from hub.translations.prose import Item

PARTICIPANT_KINDS = {
    **ORGANISATION_KINDS,
    "migrants": _("Migrants’ organisation"),
    "initiative": _("Volunteer initiative"),
    "employers": _("Chamber or employers’ association"),
    "political": _("Party, trade union, political body"),
    "individual": _("Individuals"),
}
GROUP_KINDS = {
    "steering": _("Steering group"),
    "working": _("Permanent working group"),
    "temporary": _("Temporary working group"),
}


class Principle(Line):
    """How the network sees itself and works together."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="principles")


class Goal(Line):
    """What the network wants to achieve."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="goals")


class Task(Line):
    """What the network does."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="tasks")


class FieldOfAction(Line):
    """A field in which the network works."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="fields_of_action")


class AlsoFor(Line):
    """Whom the network is for beside the target groups that all kinds share."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="also_for")


class Participant(Item, Orderable):
    """Who takes part: an organisation, or in words whoever has no entry of their own."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="participants")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    text = models.CharField(
        _("in words"),
        max_length=200,
        blank=True,
        help_text=_("Who takes part, where it is no organisation of the list: “sports clubs”. Else which part of it."),
    )
    kind = models.CharField(
        _("kind of participant"),
        max_length=20,
        choices=list(PARTICIPANT_KINDS.items()),
        blank=True,
        help_text=_("Empty: that of the organisation."),
    )

    prose = ("text",)
    api_fields = ["organisation", "text"]
    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("kind")]),
        FieldPanel("text"),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self) -> str:
        return self.text or str(self.organisation)

    def clean(self) -> None:
        super().clean()
        if not self.organisation_id and not self.text:
            raise ValidationError({"text": _("Choose an organisation, or say in words who takes part.")})
        if not self.organisation_id and not self.kind:
            raise ValidationError({"kind": _("Say what kind of participant this is.")})

    def api_form(self, value: dict[str, Any], context: Context) -> dict[str, Any] | None:
        """Return `{"kind": {"slug", "name"}, "organisation", "text"}`, None when nobody is left to name."""
        organisation = value["organisation"]
        if not organisation and not value["text"]:
            return None
        own = {"slug": self.kind, "name": str(PARTICIPANT_KINDS.get(self.kind, ""))}
        return {"kind": own if self.kind or not organisation else organisation["kind"], **value}


class NetworkGroup(Item, Orderable):
    """A group within the network. Its name is the one by which people ask for it, in every language."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="groups")
    kind = models.CharField(_("kind of group"), max_length=20, choices=list(GROUP_KINDS.items()), default="working")
    name = models.CharField(_("name"), max_length=120, help_text=_("It is not translated: “AG Sprache und Arbeit”."))
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    leader = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("led by")
    )
    leader_text = models.CharField(_("led by, in words"), max_length=200, blank=True)
    rhythm = models.CharField(_("how often it meets"), max_length=120, blank=True)
    meets_on = models.DateField(
        _("next meeting"), null=True, blank=True, help_text=_("It is shown until the day is over.")
    )
    contact = KindField("contact", verbose_name=_("contact"))
    email = models.EmailField(_("e-mail"), blank=True)

    prose = ("subject", "leader_text", "rhythm")
    api_fields = ["name", "subject", "leader", "leader_text", "rhythm", "next_meeting", "contact", "email"]
    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("name")]),
        FieldPanel("subject"),
        FieldRowPanel([FieldPanel("leader"), FieldPanel("leader_text")]),
        FieldRowPanel([FieldPanel("rhythm"), FieldPanel("meets_on")]),
        FieldRowPanel([FieldPanel("contact"), FieldPanel("email")]),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        verbose_name = _("group")
        verbose_name_plural = _("groups")

    def __str__(self) -> str:
        return self.name

    def next_meeting(self, language: str) -> NextMeeting | None:
        return next_meeting(self.meets_on)

    def api_form(self, value: dict[str, Any], context: Context) -> dict[str, Any]:
        """Return the fields with `kind`: `{"slug", "name"}`."""
        return {"kind": {"slug": self.kind, "name": str(GROUP_KINDS.get(self.kind, ""))}, **value}


class Conference(Milestone):
    """A conference of the network, and what came of it."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="conferences")


class Resource(Line):
    """What the network publishes or keeps: a brochure, a database, a list of doctors."""

    network = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="resources")
    updated = models.CharField(
        _("how often it is updated"), max_length=120, blank=True, help_text=_("Such as “every year”.")
    )
    url = models.URLField(_("web address"), blank=True)
    email = models.EmailField(_("e-mail for additions and corrections"), blank=True)

    prose = (*Line.prose, "updated")
    api_fields = [*Line.api_fields, "updated", "url", "email"]
    panels = [
        *Line.panels,
        FieldRowPanel([FieldPanel("updated"), FieldPanel("url"), FieldPanel("email")]),
    ]
