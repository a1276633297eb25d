"""Phone numbers: reading what people type or paste, and the blocks that hold them.

An entry is stored as typed. A document gives it in a readable form, as E.164 and as the address of a link. One pasted
entry may hold several numbers, as offices write them ("03946/97 74 26, -27, -29"): a list of phones splits it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.facts import TextFact
from hub.representation.context import Context

REGION = "DE"
# Numbers without an area code that every German network knows: emergencies, authorities, the harmonised services of
# social value, directory enquiries. Source: numbering plans of the Bundesnetzagentur.
SHORT_CODE = re.compile(r"11[025]|116\d{3}|118\d{2,3}")
NUMBER = re.compile(r"\+?[\d(][\d ()/.-]*")
CAPTION = re.compile(r"^(?:telefon|tel|fon|phone|mobil|mobile|handy)\b[.:]*\s*", re.IGNORECASE)
SEPARATOR = re.compile(r"[,;|\n]|\b(?:oder|und|or|and|bzw\.?)(?=\W|\d|$)", re.IGNORECASE)
# Dashes, spaces and fraction slashes that text processors put in place of the plain ones.
PLAIN = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00a0": " ", "\u202f": " ", "\u2044": "/"}
)


@dataclass(frozen=True)
class Phone:
    """`number` in a readable form, `e164` ("+493946977426"; None for short codes), `href` for a link."""

    number: str
    e164: str | None
    href: str


def read_number(text: str) -> Phone:
    """Return what `text`, one complete number, means in Germany. Raises ValidationError saying what would be right."""
    if SHORT_CODE.fullmatch(_digits(text)) and NUMBER.fullmatch(text):
        return Phone(_digits(text), None, f"tel:{_digits(text)}")
    if not NUMBER.fullmatch(text):
        raise ValidationError(
            _("“%(number)s” is no phone number. Write only the number, such as 030 23125 000."), params={"number": text}
        )
    if not text.startswith(("+", "0", "(0")):
        raise ValidationError(
            _("“%(number)s” lacks its area code. Write it such as 030 23125 000 or +49 30 23125 000."),
            params={"number": text},
        )
    number = _parse(text)
    if number is None:
        raise ValidationError(
            _("“%(number)s” has too many or too few digits. Write it such as 030 23125 000 or +49 30 23125 000."),
            params={"number": text},
        )
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    at_home = number.country_code == phonenumbers.country_code_for_region(REGION)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return Phone(phonenumbers.format_number(number, style), e164, f"tel:{e164}")


def split_numbers(text: str) -> list[str]:
    """Return the numbers written in `text`, each complete: extensions take the rest from the number before them.

    `"03491 479-6014 oder -6015"` gives `["03491 479-6014", "03491 479-6015"]`. Raises ValidationError for an extension
    that can be read in several ways; does not check the numbers themselves.
    """
    numbers: list[str] = []
    base = ""
    for part in _parts(text.translate(PLAIN)):
        if base and not part.startswith(("+", "0", "(")):
            numbers.append(_extend(base, part))
        else:
            numbers.append(part)
            base = part if _parse(part) else ""
    return numbers


def e164_of(text: str) -> str:
    """Return the first number in `text` as E.164, empty for short codes and for what is no number."""
    try:
        return read_number(split_numbers(text)[0]).e164 or ""
    except (IndexError, ValidationError):
        return ""


def validate_phone(text: str) -> None:
    """The validator of a model's field for one number."""
    numbers = split_numbers(text)
    if len(numbers) > 1:
        raise ValidationError(_("Give one number."))
    for number in numbers:
        read_number(number)


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    """Return a complete, valid number. Without its first 0 or + the library would take any digits for an area code."""
    if not text.startswith(("+", "0", "(0")):
        return None
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _parts(text: str) -> list[str]:
    """Return the trimmed pieces between separators, without captions such as "Tel.:"."""
    pieces = []
    for part in SEPARATOR.split(text):
        pieces += _split_slash(" ".join(CAPTION.sub("", part.strip()).split()))
    return [piece for piece in pieces if piece]


def _split_slash(text: str) -> list[str]:
    """Split at a slash behind a complete number; one behind an area code is part of the number."""
    for match in re.finditer("/", text):
        left, right = text[: match.start()].strip(), text[match.end() :].strip()
        if _parse(left):
            return [left, *_split_slash(right)]
    return [text]


def _extend(base: str, part: str) -> str:
    """Return `base` with the extension `part` in the place of its own, written as `base` is."""
    extension = _digits(part)
    if not re.fullmatch(r"-? ?[\d ]+", part) or (SHORT_CODE.fullmatch(extension) and not part.startswith("-")):
        raise _unclear(part)
    own = _own_extension(base)
    # DIN 5008: what follows the hyphen is the extension, 0 the switchboard.
    if own and (len(extension) >= len(own) or extension == "0"):
        return f"{base.rpartition('-')[0]}-{extension}"
    if not own and len(extension) > len(_subscriber(base)):
        raise _unclear(part)
    new = iter(reversed(extension))
    return "".join(reversed([next(new, char) if char.isdigit() else char for char in reversed(base)]))


def _own_extension(base: str) -> str:
    """Return the digits behind the last hyphen of a number, none where that hyphen only ends the area code."""
    tail = _digits(base.rpartition("-")[2]) if "-" in base else ""
    return tail if len(tail) < len(_subscriber(base)) else ""


def _subscriber(base: str) -> str:
    """Return the digits of a complete number that follow its area code."""
    number = _parse(base)
    return phonenumbers.national_significant_number(number)[phonenumbers.length_of_national_destination_code(number) :]


def _unclear(part: str) -> ValidationError:
    return ValidationError(_("It is not clear which number “%(part)s” is. Write it in full."), params={"part": part})


class NumberFact(TextFact):
    """One number, or several as pasted, all checked. The list around a PhoneBlock makes several phones of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, **kwargs})

    def clean(self, value: str | None) -> str:
        numbers = split_numbers(super().clean(value) or "")
        for number in numbers:
            read_number(number)
        return ", ".join(numbers)


class PhoneBlock(blocks.StructBlock):
    """A phone. The API form: `{"label", "number", "e164", "href"}`; `e164` is null for short codes such as 112."""

    label = blocks.CharBlock(
        required=False, max_length=80, label=_("Label"), help_text=_("What the number is for, if there are several.")
    )
    number = NumberFact(
        label=_("Number"),
        help_text=_("With area code. Several can be pasted as they are written: 03946/97 74 26, -27, -29."),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Phone")
        template = "hub/blocks/phone.html"

    def api_form(self, value: dict, context: Context) -> dict:
        try:
            phone = read_number(split_numbers(value["number"] or "")[0])
        except (IndexError, ValidationError):
            # A number that was never checked, as in a draft or an import, is shown as it stands.
            return {**value, "e164": None, "href": f"tel:{_digits(value['number'] or '')}"}
        return {**value, "number": phone.number, "e164": phone.e164, "href": phone.href}


def _one_each(block_type: str, child: blocks.BoundBlock) -> list[dict]:
    """Return a cleaned phone as raw phones of one number each, all with its label; the first keeps its id."""
    return [
        {"type": block_type, "value": {**child.value, "number": number}, "id": str(uuid4()) if position else child.id}
        for position, number in enumerate(child.value["number"].split(", "))
    ]


class PhonesBlock(blocks.StreamBlock):
    """The phones of a StreamField: `ContentField(PhonesBlock())`."""

    phone = PhoneBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        cleaned = super().clean(value)
        return self.to_python([phone for child in cleaned for phone in _one_each(child.block_type, child)])


class PhoneListBlock(blocks.ListBlock):
    """The phones within a structure."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PhoneBlock(), **{"default": [], "label": _("Phones"), **kwargs})

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        return self.to_python([phone for child in cleaned.bound_blocks for phone in _one_each("item", child)])
