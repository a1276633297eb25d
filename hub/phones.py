"""Read the phone numbers that people type or paste. Knows nothing of blocks, pages or documents.

One pasted entry may hold several numbers, as offices write them: "03946/97 74 26, -27, -29".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

REGION = "DE"
# Numbers without an area code that every German network knows: emergencies, authorities, the harmonised services of
# social value, directory enquiries. Source: numbering plans of the Bundesnetzagentur.
SHORT_CODE = re.compile(r"11[025]|116\d{3}|118\d{2,3}")
NUMBER = re.compile(r"\+?[\d(][\d ()/.-]*")
LONGEST_DATE = 8  # digits
LEAST_DIGITS = re.compile(r"(?:\d\D{0,3}){6}")  # of a number with its area code
POSTAL_CODES = re.compile(r"\d{5}(\s?[/,-]\s?\d{5})+")
CAPTION = re.compile(r"^(?:telefon|tel|fon|phone|mobil|mobile|handy)\b[.:]*\s*", re.IGNORECASE)
SEPARATOR = re.compile(r"[,;|\n]|\b(?:oder|und|or|and|bzw\.?)(?=\W|\d|$)", re.IGNORECASE)
# Dashes, spaces and fraction slashes that text processors put in place of the plain ones.
PLAIN = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00a0": " ", "\u202f": " ", "\u2044": "/"}
)


@dataclass(frozen=True)
class FoundNumber:
    """A valid number as it stands in a `text`: `e164` as in `Phone`, and its digits without country and area code."""

    text: str
    e164: str
    national: str
    subscriber: str


@dataclass(frozen=True)
class Phone:
    """`number` in a readable form, `e164` ("+493946977426"; None for short codes), `href` for a link."""

    number: str
    e164: str | None
    href: str


def read_number(text: str) -> Phone:
    """Return what `text`, one complete number, means in Germany. Raises ValidationError saying what would be right."""
    if SHORT_CODE.fullmatch(digits(text)) and NUMBER.fullmatch(text):
        return Phone(digits(text), None, f"tel:{digits(text)}")
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


def holds_number(text: str) -> bool:
    """Say whether a text seems to hold a phone number; dates, years, times and postal codes are none."""
    matches = phonenumbers.PhoneNumberMatcher(text, REGION, leniency=phonenumbers.Leniency.POSSIBLE)
    return any(_is_phone(match.raw_string, match.number) for match in matches)


def find_numbers(text: str) -> Iterator[FoundNumber]:
    """Yield the valid phone numbers in any text, line by line, in order."""
    for line in text.splitlines():
        if not LEAST_DIGITS.search(line):
            continue
        for match in phonenumbers.PhoneNumberMatcher(line, REGION):
            national = phonenumbers.national_significant_number(match.number)
            subscriber = national[phonenumbers.length_of_national_destination_code(match.number) :]
            e164 = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            yield FoundNumber(match.raw_string, e164, national, subscriber)


def _is_phone(text: str, number: phonenumbers.PhoneNumber) -> bool:
    if POSTAL_CODES.fullmatch(text):
        return False
    begins = text.startswith(("+", "0", "("))
    return len(digits(text)) > LONGEST_DATE or (begins and phonenumbers.is_valid_number(number))


class ReadableNumber(TypedDict):
    """`e164` is null for short codes such as 112, `href` the address of a link."""

    number: str
    e164: str | None
    href: str


def stored_numbers(text: str) -> list[str]:
    """Return the numbers in a text as it is stored; as a whole where no form has checked it and it is unclear."""
    try:
        return split_numbers(text)
    except ValidationError:
        return [text]


def readable(text: str) -> ReadableNumber:
    """Return a stored number in its readable form; one that no form has checked stays as it stands."""
    try:
        phone = read_number(text)
    except ValidationError:
        return {"number": text, "e164": None, "href": f"tel:{digits(text)}"}
    return {"number": phone.number, "e164": phone.e164, "href": phone.href}


def validate_phone(text: str) -> None:
    """The validator of a model's field for one number."""
    numbers = split_numbers(text)
    if len(numbers) > 1:
        raise ValidationError(_("Give one number."))
    for number in numbers:
        read_number(number)


def digits(text: str) -> str:
    """Return the digits of `text` alone."""
    return re.sub(r"\D", "", text)


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    """Return a complete, valid number. Without its first 0 or + the library would take any digits for an area code."""
    if not text.startswith(("+", "0", "(0")):
        return None
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


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
    extension = digits(part)
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
    tail = digits(base.rpartition("-")[2]) if "-" in base else ""
    return tail if len(tail) < len(_subscriber(base)) else ""


def _subscriber(base: str) -> str:
    """Return the digits of a complete number that follow its area code."""
    number = _parse(base)
    if number is None:
        return ""
    return phonenumbers.national_significant_number(number)[phonenumbers.length_of_national_destination_code(number) :]


def _unclear(part: str) -> ValidationError:
    return ValidationError(_("It is not clear which number “%(part)s” is. Write it in full."), params={"part": part})
