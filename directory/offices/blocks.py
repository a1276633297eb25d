"""The blocks of an office: addresses, e-mail addresses, days on which it is closed."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from directory.offices.hours import read_day, write_day
from hub.blocks.facts import ChoiceFact, DateFact, EmailFact, StructFact, TextFact
from hub.representation.context import Context

GERMANY = ((47.2, 55.1), (5.8, 15.1))  # degrees of latitude and of longitude
ADDRESS_KINDS = {
    "both": _("Address"),
    "visiting": _("Visiting address"),
    "postal": _("Postal address"),
}
CLOSING_REASONS = {
    "public_holiday": _("Public holiday"),
    "holidays": _("Holidays"),
    "training": _("Staff training"),
    "illness": _("Illness"),
    "moving": _("Moving or renovation"),
    "event": _("Event"),
}


def read_position(text: str) -> dict[str, float]:
    """Return `{"latitude", "longitude"}` in degrees from `"51.8967, 11.0526"`; decimal commas are understood.

    Raises ValidationError for anything else and for places outside Germany, which is how swapped values show.
    """
    match = re.fullmatch(r"(-?\d{1,3}[.,]\d+)[,;\s]\s*(-?\d{1,3}[.,]\d+)", text.strip())
    values = [float(number.replace(",", ".")) for number in match.groups()] if match else []
    if not values or any(not low <= value <= high for value, (low, high) in zip(values, GERMANY, strict=True)):
        raise ValidationError(
            _("“%(text)s” is no place in Germany. Write latitude and longitude as maps give them: 51.8967, 11.0526."),
            params={"text": text},
        )
    return {"latitude": values[0], "longitude": values[1]}


def stored_position(text: str | None) -> dict[str, float] | None:
    """Return a position as it is stored; None for one that an import brought and no form has seen."""
    try:
        return read_position(text) if text else None
    except ValidationError:
        return None


class PositionFact(TextFact):
    """A place on the map, stored as `"51.8967, 11.0526"`. The API form: `{"latitude", "longitude"}` or null."""

    def clean(self, value: str | None) -> str:
        value = super().clean(value) or ""
        return "{latitude}, {longitude}".format(**read_position(value)) if value else ""

    def api_form(self, raw: str | None, context: Context) -> dict[str, float] | None:
        return stored_position(raw)


class AddressBlock(StructFact):
    """An address as it is written on an envelope: the same in every language, but for the name of its kind.

    The API form: its fields, and `label`, which names the kind in the visitor's language.
    """

    kind = ChoiceFact(
        choices=list(ADDRESS_KINDS.items()),
        default="both",
        label=_("Kind"),
        help_text=_("“Address” is for visitors and for post."),
    )
    name = TextFact(
        required=False,
        max_length=200,
        label=_("Addressee"),
        help_text=_("Where post needs more than the office's name."),
    )
    street = TextFact(required=False, max_length=120, label=_("Street and number"))
    po_box = TextFact(required=False, max_length=30, label=_("PO box"), help_text=_("Only the number."))
    postal_code = TextFact(
        max_length=5,
        validators=[RegexValidator(r"^\d{5}\Z", _("A postal code has five digits."))],
        label=_("Postal code"),
    )
    town = TextFact(max_length=100, label=_("Town"))
    addition = TextFact(
        required=False,
        max_length=120,
        label=_("Building, floor, room"),
        help_text=_("As it is signposted: Haus II, Zimmer 12."),
    )
    position = PositionFact(
        required=False, max_length=60, label=_("Position"), help_text=_("Latitude, longitude; paste it from a map.")
    )

    class Meta:
        icon = "home"
        label = _("Address")
        label_format = "{street} {postal_code} {town}"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if value["po_box"] and value["kind"] != "postal":
            raise _error("po_box", _("A PO box belongs to a postal address: nobody can visit it."))
        if not value["street"] and not value["po_box"]:
            raise _error("street", _("Give the street and number, for a postal address the PO box will do."))
        return value

    def api_form(self, value: dict, context: Context) -> dict:
        return {**value, "label": ADDRESS_KINDS.get(value["kind"], "")}


class EmailBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        required=False, max_length=80, label=_("Label"), help_text=_("What the address is for, if there are several.")
    )
    address = EmailFact(label=_("E-mail address"))

    class Meta:
        icon = "mail"
        label = _("E-mail")
        label_format = "{address} {label}"


class ClosedBlock(StructFact):
    """Days on which the office is closed, the last one included. `last` may be missing: one day.

    The reason is one of a list, so that it is right in every language at once: a closing whose words are not translated
    yet would be missing, and an app would say “open”.
    """

    first = DateFact(label=_("First day"))
    last = DateFact(required=False, label=_("Last day"), help_text=_("Leave empty for one day."))
    reason = ChoiceFact(required=False, choices=list(CLOSING_REASONS.items()), label=_("Reason"))

    class Meta:
        icon = "calendar"
        label = _("Closed")
        label_format = "{first} {last}"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        if value["first"] and value["last"] and value["last"] < value["first"]:
            raise _error("last", _("The last day comes before the first."))
        return value


class HoursFact(TextFact):
    """The hours of a day, stored as an editor sees them, "09:00–12:00". The API form: `[{"from", "to"}]`."""

    def clean(self, value: str | None) -> str:
        return write_day(read_day(super().clean(value) or ""))

    def api_form(self, raw: str | None, context: Context) -> list[dict[str, str]]:
        return stored_intervals(raw)


def stored_intervals(text: str | None) -> list[dict[str, str]]:
    """Return `[{"from", "to"}]` of hours as they are stored; nothing for those that no form has seen."""
    try:
        return [{"from": start, "to": end} for start, end in read_day(text or "")]
    except ValidationError:
        return []


class SpecialDayBlock(StructFact):
    """A day on which the office is open at other hours than usual, though it be a public holiday."""

    date = DateFact(label=_("Day"))
    hours = HoursFact(max_length=100, label=_("Hours"), help_text=_("Such as 8:30–12, 13–16."))

    class Meta:
        icon = "calendar-check"
        label = _("Different opening hours")
        label_format = "{date} {hours}"
        preview_value = {"date": datetime.date(2027, 1, 4), "hours": "9–12"}


def _error(field: str, message: Any) -> blocks.StructBlockValidationError:
    return blocks.StructBlockValidationError(block_errors={field: ValidationError(message)})
