"""The page of an office."""

from __future__ import annotations

from typing import Any, TypedDict

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from directory.offices.blocks import (
    CLOSING_REASONS,
    AddressBlock,
    ClosedBlock,
    EmailBlock,
    SpecialDayBlock,
    stored_intervals,
    stored_position,
)
from directory.offices.hours import DAYS, HoursField, summary
from directory.offices.models.terms import OfficeType, Speciality
from directory.offices.structured_data import describe
from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.blocks.phones import PhonesBlock
from hub.pages import HubPage, PlacesForm
from hub.panels import RarePanel
from hub.spoken_languages import SpokenLanguagesField, names_of
from hub.translations.prose import stream_data

LEVELS = [
    ("municipal", _("Municipality")),
    ("county", _("County")),
    ("land", _("Land")),
    ("federal", _("Federal")),
]
# What people may need to enter, understand and stay; each is there, is not there, or nobody has said.
AMENITIES = {
    "entrance": _("Step-free entrance"),
    "lift": _("Lift"),
    "toilet": _("Accessible toilet"),
    "hearing_loop": _("Hearing loop"),
    "parking": _("Accessible parking"),
    "quiet_room": _("Quiet room"),
}


class Amenity(TypedDict):
    code: str
    name: str


class Accessibility(TypedDict):
    there: list[Amenity]
    missing: list[Amenity]


class Level(TypedDict):
    slug: str
    name: str


class OfficePage(HubPage):  # type: ignore[django-manager-missing]  # of a relation to rows without words
    """Whom to turn to: what the office is and is not, where it is, when it is open, who speaks which language there."""

    # Null in drafts alone: nothing is published without it.
    office_type = models.ForeignKey(
        OfficeType, models.PROTECT, null=True, related_name="+", verbose_name=_("type of office")
    )
    level = models.CharField(_("level of government"), max_length=20, choices=LEVELS, blank=True)
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("what the office does"))
    is_not = models.TextField(
        _("what the office is not"),
        max_length=300,
        blank=True,
        help_text=_("What people often take it for: “The coordination office gives no advice to individuals.”"),
    )
    phones = ContentField(PhonesBlock(), blank=True, collapsed=True, verbose_name=_("phones"))
    emails = ContentField([("email", EmailBlock())], blank=True, collapsed=True, verbose_name=_("e-mail addresses"))
    website = models.URLField(_("website"), blank=True)
    addresses = ContentField([("address", AddressBlock())], blank=True, collapsed=True, verbose_name=_("addresses"))
    hours = HoursField(_("opening hours"), help_text=_("Such as 8:30–12, 13–16. Leave a day empty when closed."))
    by_appointment = models.BooleanField(
        _("by appointment"), default=False, help_text=_("Instead of the hours, or beside them.")
    )
    hours_note = models.CharField(_("note on the hours"), max_length=200, blank=True)
    booking = models.URLField(_("website for appointments"), blank=True)
    open_on_holidays = models.BooleanField(
        _("open on public holidays"),
        default=False,
        help_text=_("Else those of the county's Land count as closed by themselves."),
    )
    closed = ContentField([("closed", ClosedBlock())], blank=True, collapsed=True, verbose_name=_("closed on"))
    special = ContentField(
        [("day", SpecialDayBlock())], blank=True, collapsed=True, verbose_name=_("other hours on single days")
    )
    entrance = models.BooleanField(AMENITIES["entrance"], null=True, blank=True)
    lift = models.BooleanField(AMENITIES["lift"], null=True, blank=True)
    toilet = models.BooleanField(AMENITIES["toilet"], null=True, blank=True)
    hearing_loop = models.BooleanField(AMENITIES["hearing_loop"], null=True, blank=True)
    parking = models.BooleanField(AMENITIES["parking"], null=True, blank=True)
    quiet_room = models.BooleanField(AMENITIES["quiet_room"], null=True, blank=True)
    languages = SpokenLanguagesField(_("spoken languages"), blank=True)
    places = ParentalManyToManyField(
        "taxonomy.Place",
        blank=True,
        related_name="+",
        verbose_name=_("municipalities served"),
        help_text=_("Leave empty when it serves the whole county."),
    )
    target_groups = ParentalManyToManyField(
        "taxonomy.TargetGroup", blank=True, related_name="+", verbose_name=_("target groups")
    )
    specialities = ParentalManyToManyField(
        Speciality, blank=True, related_name="+", verbose_name=_("medical specialities")
    )
    accepts_new_patients_until = models.DateField(
        _("accepts new patients until"), null=True, blank=True, help_text=_("Ask the practice, and again on that day.")
    )

    prose = (
        *HubPage.prose,
        *("body", "is_not", "phones", "emails", "hours_note"),
        *("tasks", "services", "staff", "meeting_times"),
    )

    # What people ask for first stands first; the rest is closed until there is something in it.
    content_panels = [
        *Page.content_panels,
        FieldPanel("office_type", widget=forms.Select),
        MultiFieldPanel([FieldPanel("phones"), FieldPanel("addresses")], heading=_("Contact")),
        MultiFieldPanel([FieldPanel("hours"), FieldPanel("by_appointment")], heading=_("Opening hours")),
        RarePanel(
            [FieldPanel(name) for name in ("hours_note", "booking", "closed", "special", "open_on_holidays")],
            heading=_("Closing days, other hours, appointments"),
        ),
        FieldPanel("summary"),
        RarePanel([InlinePanel("staff", label=_("Person"))], heading=_("Staff")),
        RarePanel([FieldPanel("emails"), FieldPanel("website")], heading=_("E-mail and website")),
        RarePanel([FieldPanel("languages")], heading=_("Languages spoken")),
        RarePanel([FieldRowPanel([FieldPanel(name) for name in AMENITIES])], heading=_("Accessibility")),
        RarePanel([InlinePanel("tasks", label=_("Task"))], heading=_("Tasks")),
        RarePanel([InlinePanel("services", label=_("Service"))], heading=_("Services")),
        RarePanel([InlinePanel("meeting_times", label=_("Meeting time"))], heading=_("Recurring meeting times")),
        RarePanel([FieldPanel("body"), FieldPanel("is_not")], heading=_("Description")),
        RarePanel(
            [FieldPanel(name, widget=forms.CheckboxSelectMultiple) for name in ("places", "target_groups")]
            + [FieldPanel("level")],
            heading=_("Responsible for"),
        ),
        RarePanel([InlinePanel("organisations", label=_("Organisation"))], heading=_("Organisations behind it")),
        RarePanel(
            [
                FieldPanel("specialities", widget=forms.CheckboxSelectMultiple),
                FieldPanel("accepts_new_patients_until"),
            ],
            heading=_("Doctor’s practice"),
        ),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]

    base_form_class = PlacesForm
    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []

    api_fields = [
        *HubPage.api_fields,
        "office_type",
        "body",
        "is_not",
        "phones",
        "emails",
        "website",
        "addresses",
        "position",
        "opening_hours",
        "hours_summary",
        "hours_note",
        "booking",
        "government_level",
        "accessibility",
        "tasks",
        "services",
        "spoken_languages",
        "places",
        "target_groups",
        "staff",
        "organisations",
        "meeting_times",
        "specialities",
        "accepts_new_patients_until",
    ]
    template = "offices/office_page.html"

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def government_level(self, language: str) -> Level | None:
        return {"slug": self.level, "name": str(self.get_level_display())} if self.level else None

    def hours_summary(self, language: str) -> str:
        """Return the week's hours in one line, in `language`."""
        return summary(self.hours)

    def accessibility(self, language: str) -> Accessibility:
        """Return `{"there": [{"code", "name"}], "missing": […]}`; what nobody has said is in neither."""
        return {
            "there": [{"code": code, "name": str(AMENITIES[code])} for code in AMENITIES if getattr(self, code)],
            "missing": [
                {"code": code, "name": str(AMENITIES[code])} for code in AMENITIES if getattr(self, code) is False
            ],
        }

    def position(self, language: str) -> dict[str, float] | None:
        """Return `{"latitude", "longitude"}` of the first address that can be visited and is on the map."""
        addresses = [item["value"] for item in stream_data(self.addresses)]
        positions = (
            stored_position(address.get("position")) for address in addresses if address.get("kind") != "postal"
        )
        return next(filter(None, positions), None)

    def opening_hours(self, language: str) -> dict[str, Any]:
        """Return what an app needs to say whether the office is open now.

        `{"timezone": "Europe/Berlin", "days": [{"day": "monday", "intervals": [{"from": "08:30", "to": "12:00"}]}],
        "by_appointment": false, "open_on_holidays": false,
        "closed": [{"from": "2026-12-24", "to": "2026-12-31", "reason": "Holidays"}],
        "special": [{"date": "2026-12-28", "intervals": [{"from": "09:00", "to": "11:00"}]}]}`.
        Only days with hours are listed, in the order of the week. `closed` includes its last day and wins over the
        week, as public holidays do (`/api/v2/opening/` names them); `special` wins over all.
        """
        return {
            "timezone": settings.TIME_ZONE,
            "days": [
                {"day": day, "intervals": [{"from": start, "to": end} for start, end in self.hours[day]]}
                for day in DAYS
                if self.hours.get(day)
            ],
            "by_appointment": self.by_appointment,
            "open_on_holidays": self.open_on_holidays,
            "closed": self._closings(),
            "special": [
                {"date": item["value"]["date"], "intervals": stored_intervals(item["value"]["hours"])}
                for item in stream_data(self.special)
                if item["value"]["date"]
            ],
        }

    def _closings(self) -> list[dict[str, Any]]:
        closings = [item["value"] for item in stream_data(self.closed) if item["value"]["first"]]
        return [
            {
                "from": closing["first"],
                "to": closing.get("last") or closing["first"],
                "reason": CLOSING_REASONS.get(closing.get("reason"), ""),
            }
            for closing in sorted(closings, key=lambda closing: closing["first"])
        ]

    def spoken_languages(self, language: str) -> list[dict[str, str]]:
        """Return `[{"code", "name"}]`, named in `language`."""
        return names_of(self.languages, language)

    structured_data = staticmethod(describe)
