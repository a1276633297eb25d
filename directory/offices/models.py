"""An office and the people who work there."""

from __future__ import annotations

from typing import Any, TypedDict

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page

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
from directory.offices.languages import SpokenLanguagesField, names_of
from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.blocks.phones import PhonesBlock
from hub.pages import HubPage
from hub.panels import RarePanel
from hub.phones import e164_of, validate_phone
from hub.translations.prose import Item, stream_data

OFFICE_TYPES = [
    ("coordination", _("Coordination office")),
    ("counselling", _("Counselling centre")),
    ("authority", _("Public authority")),
    ("education", _("School or course provider")),
    ("health", _("Health service")),
    ("association", _("Association or initiative")),
    ("other", _("Other office")),
]


LEVELS = [
    ("municipal", _("Municipality")),
    ("county", _("County")),
    ("land", _("Land")),
    ("federal", _("Federal")),
]
# What people may need to enter, understand and stay; each is there, is not there, or nobody has said.
AMENITIES = {
    "entrance": _("Entrance without steps"),
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


class OfficePage(HubPage):
    """Whom to turn to: what the office is and is not, where it is, when it is open, who speaks which language there."""

    type = models.CharField(_("type of office"), max_length=20, choices=OFFICE_TYPES)
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
    languages = SpokenLanguagesField(_("spoken languages"))
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

    prose = (*HubPage.prose, "body", "is_not", "phones", "emails", "hours_note", "tasks", "services", "staff")

    # What people ask for first stands first; the rest is closed until there is something in it.
    content_panels = [
        *Page.content_panels,
        FieldPanel("type"),
        MultiFieldPanel([FieldPanel("phones"), FieldPanel("addresses")], heading=_("Contact")),
        MultiFieldPanel([FieldPanel("hours"), FieldPanel("by_appointment")], heading=_("Opening hours")),
        RarePanel(
            [FieldPanel(name) for name in ("hours_note", "booking", "closed", "special", "open_on_holidays")],
            heading=_("Closing days, other hours, appointments"),
        ),
        FieldPanel("summary"),
        RarePanel([InlinePanel("staff", label=_("Person"))], heading=_("Staff")),
        RarePanel([FieldPanel("emails"), FieldPanel("website")], heading=_("E-mail and website")),
        RarePanel([FieldPanel("languages")], heading=_("Spoken languages")),
        RarePanel([FieldPanel(name) for name in AMENITIES], heading=_("Accessibility")),
        RarePanel([InlinePanel("tasks", label=_("Task"))], heading=_("Tasks")),
        RarePanel([InlinePanel("services", label=_("Service"))], heading=_("Services")),
        RarePanel([FieldPanel("body"), FieldPanel("is_not")], heading=_("Description")),
        RarePanel(
            [FieldPanel(name, widget=forms.CheckboxSelectMultiple) for name in ("places", "target_groups")]
            + [FieldPanel("level")],
            heading=_("Responsible for"),
        ),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]

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
    ]
    template = "offices/office_page.html"

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def office_type(self, language: str) -> dict[str, str]:
        """Return `{"slug", "name"}` of the type."""
        return {"slug": self.type, "name": self.get_type_display()}

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

    @staticmethod
    def structured_data(document: dict) -> dict[str, Any]:
        """Return where the office is and when it is open, as https://schema.org/LocalBusiness describes it."""
        position = document["position"]
        return {
            "address": [
                {
                    "@type": "PostalAddress",
                    "streetAddress": address["value"]["street"],
                    "postOfficeBoxNumber": address["value"]["po_box"],
                    "postalCode": address["value"]["postal_code"],
                    "addressLocality": address["value"]["town"],
                    "addressCountry": "DE",
                }
                for address in document["addresses"]
            ],
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": amenity["name"], "value": value}
                for key, value in (("there", True), ("missing", False))
                for amenity in document["accessibility"][key]
            ],
            "geo": position and {"@type": "GeoCoordinates", **position},
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{day['day'].capitalize()}",
                    "opens": interval["from"],
                    "closes": interval["to"],
                }
                for day in document["opening_hours"]["days"]
                for interval in day["intervals"]
            ],
        }


class Line(Item, Orderable):
    """A line of a list."""

    text = models.CharField(_("text"), max_length=200)

    prose = ("text",)
    api_fields = ["text"]
    panels = [FieldPanel("text")]

    class Meta(Item.Meta, Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text


class Task(Line):
    """What the office is there for."""

    office = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="tasks")


class Service(Line):
    """What visitors can get there."""

    office = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="services")


class Person(Item, Orderable):
    """Somebody at the office, as its own website names them: function, office phone, office e-mail; nothing private."""

    office = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="staff")
    name = models.CharField(_("name"), max_length=120)
    function = models.CharField(_("function"), max_length=120, blank=True)
    phone = models.CharField(_("office phone"), max_length=60, blank=True, validators=[validate_phone])
    phone_e164 = models.CharField(max_length=20, blank=True, editable=False)
    email = models.EmailField(_("office e-mail"), blank=True)

    prose = ("function",)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("function")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    ]

    api_fields = ["name", "function", "phone", "phone_e164", "email"]

    class Meta(Item.Meta, Orderable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.phone_e164 = e164_of(self.phone)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone_e164 = e164_of(self.phone)
        super().save(*args, **kwargs)
