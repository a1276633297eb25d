"""What an office's page lists: tasks, services, people, organisations, meeting times."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from directory.offices import meetings
from hub.consents.fields import ConsentField
from hub.items import Line
from hub.organisations.relations import OrganisationRelation
from hub.phones import read_number, readable, split_numbers, stored_numbers
from hub.representation.context import Context
from hub.spoken_languages import SpokenLanguagesField, names_of
from hub.translations.prose import Item

RELATIONS = {
    "part_of": _("Part of"),
    "run_by": _("Run by"),
    "on_behalf_of": _("On behalf of"),
    "funded_by": _("Funded by"),
}


class Task(Line):
    """What the office is there for."""

    office = ParentalKey("offices.OfficePage", on_delete=models.CASCADE, related_name="tasks")


class Service(Line):
    """What visitors can get there."""

    office = ParentalKey("offices.OfficePage", on_delete=models.CASCADE, related_name="services")


class OrganisationLink(OrganisationRelation):
    """An organisation behind the office, and what it has to do with it."""

    office = ParentalKey("offices.OfficePage", on_delete=models.CASCADE, related_name="organisations")
    relation = models.CharField(_("relation"), max_length=20, choices=list(RELATIONS.items()))


class PersonPhone(TypedDict):
    """`kind` is "landline" or "mobile", `label` names it, `e164` is null for short codes."""

    kind: str
    label: str
    number: str
    e164: str | None
    href: str


def validate_phones(text: str) -> None:
    for number in split_numbers(text):
        read_number(number)


class Person(Item, Orderable):
    """Somebody at the office, as its own website names them: function, office phone, office e-mail; nothing private.

    Whoever is shown by consent has their name and photo in the record alone.
    """

    office = ParentalKey("offices.OfficePage", on_delete=models.CASCADE, related_name="staff")
    name = models.CharField(_("name"), max_length=120, blank=True)
    consent = ConsentField()
    function = models.CharField(_("function"), max_length=120, blank=True)
    phone = models.CharField(
        _("office phone"),
        max_length=120,
        blank=True,
        validators=[validate_phones],
        help_text=_("Several can be pasted as they are written: 03946/97 74 26, -27."),
    )
    mobile = models.CharField(_("office mobile phone"), max_length=120, blank=True, validators=[validate_phones])
    email = models.EmailField(_("office e-mail"), blank=True)
    languages = SpokenLanguagesField(_("spoken languages"), blank=True)

    prose = ("function",)
    api_fields = ["name", "consent", "function", "phones", "email", "spoken_languages"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("consent")]),
        FieldPanel("function"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("mobile"), FieldPanel("email")]),
        FieldPanel("languages"),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return self.name or self.function

    def clean(self) -> None:
        super().clean()
        if self.name and self.consent_id:
            raise ValidationError({"name": _("The consent record has the name. Leave this empty.")})
        if not self.name and not self.consent_id:
            raise ValidationError({"name": _("Give a name, or choose a consent record.")})

    def phones(self, language: str) -> list[PersonPhone]:
        """Return the numbers in their readable form."""
        texts = {"landline": (_("Tel."), self.phone), "mobile": (_("Mobile"), self.mobile)}
        return [
            {"kind": kind, "label": str(label), **readable(number)}
            for kind, (label, text) in texts.items()
            for number in stored_numbers(text)
        ]

    def spoken_languages(self, language: str) -> list[dict[str, str]]:
        """Return `[{"code", "name"}]`, named in `language`."""
        return names_of(self.languages, language)

    def api_form(self, value: dict[str, Any], context: Context) -> dict[str, Any] | None:
        """Return the fields with `photo`; of a person shown by consent as much as was agreed to."""
        person = value.pop("consent")
        if self.consent_id is None:
            return {**value, "photo": None}
        return person and {**value, **person}


class MeetingTime(Item, Orderable):
    """When people meet, again and again: a language café every second Tuesday."""

    office = ParentalKey("offices.OfficePage", on_delete=models.CASCADE, related_name="meeting_times")
    title = models.CharField(_("what takes place"), max_length=120)
    frequency = models.CharField(_("how often"), max_length=20, choices=list(meetings.FREQUENCIES.items()))
    first = models.DateField(
        _("first time"), help_text=_("It decides on the day of the week and, for “monthly”, on the week of the month.")
    )
    until = models.DateField(_("last time"), null=True, blank=True, help_text=_("Leave empty when no end is planned."))
    start = models.TimeField(_("from"))
    end = models.TimeField(_("to"))

    prose = ("title",)
    api_fields = ["title", "frequency", "first", "until", "start", "end", "rrule", "rhythm"]
    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("frequency"), FieldPanel("first"), FieldPanel("until")]),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        verbose_name = _("meeting time")
        verbose_name_plural = _("meeting times")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": _("The end comes before the beginning.")})
        if self.first and self.until and self.until < self.first:
            raise ValidationError({"until": _("The last time comes before the first.")})
        if self.frequency == "monthly" and self.first and self.first.day > meetings.LAST_DAY_OF_FOURTH_WEEK:
            raise ValidationError({"first": _("Not every month has a fifth such day. Choose one of the first four.")})

    def rrule(self, language: str) -> str:
        """Return the recurrence as RFC 5545 writes it: `FREQ=WEEKLY;INTERVAL=2`."""
        return meetings.rrule_text(self.frequency, date.fromisoformat(str(self.first)))

    def rhythm(self, language: str) -> str:
        """Return the recurrence in words: “Tuesday, every two weeks”."""
        return meetings.in_words(self.frequency, date.fromisoformat(str(self.first)))
