"""What of a text has to stand in its translation too: phone numbers, addresses in the web, placeholders, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError

from hub.phones import NUMBER, PLAIN, digits, read_number, split_numbers

DIGITS = {ord(zero) + value: str(value) for zero in "٠۰" for value in range(10)}  # of Arabic and of Persian
# Marks of direction, and places where a long word may break.
INVISIBLE = dict.fromkeys(
    map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200b\u00ad")
)
LATIN = {**PLAIN, **DIGITS, **INVISIBLE, ord("٫"): ",", ord("٬"): "."}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]\b|\{\{.*?\}\}|\{%.*?%\}|\{\w*\}")
HOST = r"[a-z0-9äöüß-]+(?:\.[a-z0-9äöüß-]+)*"
REST = r"(?:[/?#][^\s<>\"»“”،؛]*)?"
ADDRESS = re.compile(
    rf"(?<![a-z0-9äöüß_.+-])(?:https?://{HOST}{REST}|[a-z0-9_.+-]+@{HOST}|www\.{HOST}{REST}"
    rf"|{HOST}\.(?:de|org|com|net|eu|info|example)(?![a-z0-9äöüß-]){REST})",
    re.IGNORECASE,
)
TIME = r"\d{1,2}[.:]\d{2}"
DAY = r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{4})?"
# Whose digits could be those of a phone number.
NO_PHONE = re.compile(rf"{TIME} ?- ?{TIME}|{DAY}(?: ?- ?{DAY})?")
SHORT_CODE = re.compile(r"(?<!\d)(?<!\d[.,:/-])(?:11[025]|116 ?\d{3})(?!\d|[.,:/-]\d)")

DIGIT = re.compile(r"\d")
NUMERAL = re.compile(r"\d+(?:[.,:'’]\d+)*")
TELLS_TIME = re.compile(r"\bUhr\b|\d[.:]\d\d(?![.\d])|\d ?[ap]\.?m\b|o[’']clock", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2})(?:[.:]\d{2})?")
DATE = re.compile(r"(\d{1,2})\.(?:0?\d|1[0-2])(?:\.(\d{4}|\d{2}))?")
GROUPED = re.compile(r"(\d{1,3}(?:[.,'’ ]\d{3})+)(?:[.,](\d{1,2}))?")
SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3}){1,4}(?!\d)")
# "die 6. Klasse", but a date with its month is no ordinal here: languages write ordinals as words, dates as numbers.
ORDINAL = re.compile(r"\. (?!Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[^\W\d_]")
LONGEST = 12  # digits; more are the number of an account, which nobody groups in the same way


@dataclass(frozen=True)
class Numeral:
    """A number as it is written, and what it may say: all values of any one of `readings`."""

    text: str
    is_ordinal: bool
    readings: tuple[frozenset[int], ...]

    def is_among(self, values: frozenset[int]) -> bool:
        return any(reading <= values for reading in self.readings)


@dataclass(frozen=True)
class Literals:
    """What has to stand in a translation of one text, too.

    `phones` maps E.164 or a short code to what is written; `rest` is the words.
    """

    phones: dict[str, str]
    addresses: tuple[str, ...]
    placeholders: tuple[str, ...]
    numerals: tuple[Numeral, ...]
    values: frozenset[int]
    rest: str


@lru_cache(maxsize=4096)
def literals_of(text: str) -> Literals:
    """Read a plain text. Digits and their signs are understood in Latin, Arabic and Persian form."""
    text = text.translate(LATIN)
    placeholders: list[str] = []
    addresses: list[str] = []
    phones: dict[str, str] = {}
    text = _take(PLACEHOLDER, text, placeholders)
    text = _take(ADDRESS, text, addresses)
    if DIGIT.search(text):
        text = _take_phones(text, phones)
    numerals = tuple(_numerals(text))
    values = {value for numeral in numerals for value in numeral.readings[0]}
    values |= {int(digits(match[1])) for match in map(GROUPED.fullmatch, (item.text for item in numerals)) if match}
    values |= {int(digits(match)) for match in SPACED.findall(text)}  # 1 500
    values |= {int(digits(number)) for number in phones if not number.startswith("+")}
    links = tuple(address.rstrip(".,;:!?)'") for address in addresses)
    return Literals(phones, links, tuple(placeholders), numerals, frozenset(values), NUMERAL.sub(" ", text))


def _take(pattern: re.Pattern[str], text: str, found: list[str]) -> str:
    """Collect what fits the pattern, and return `text` without it."""

    def take(match: re.Match[str]) -> str:
        found.append(match[0])
        return " ; "

    return pattern.sub(take, text)


def _take_phones(text: str, phones: dict[str, str]) -> str:
    """Collect the phone numbers of `text`, and return it without them."""

    def take(match: re.Match[str]) -> str:
        written = match[0].rstrip(" (/.-")
        if not written.startswith(("+", "0", "(0")) or NO_PHONE.match(written):
            return match[0]
        try:
            for number in split_numbers(written):
                phone = read_number(number)
                phones[phone.e164 or phone.number] = number
        except ValidationError:
            return match[0]
        return " ; "

    def take_short(match: re.Match[str]) -> str:
        phones[digits(match[0])] = match[0]
        return " ; "

    return SHORT_CODE.sub(take_short, NUMBER.sub(take, text))


def _numerals(text: str) -> Iterator[Numeral]:
    may_be_hour = bool(TELLS_TIME.search(text))
    for match in NUMERAL.finditer(text):
        if len(match[0]) > LONGEST:
            continue
        readings = tuple(_values(reading) for reading in _readings(match[0], may_be_hour))
        if all(readings):
            yield Numeral(match[0], bool(ORDINAL.match(text, match.end())), readings)


def _readings(number: str, may_be_hour: bool) -> Iterator[list[str]]:
    """Yield the parts of a number, first as they are written. 14.00 is 2 p.m. too, and a month may be a word."""
    parts = re.split(r"\D", number)
    yield parts
    clock, date, grouped = (pattern.fullmatch(number) for pattern in (CLOCK, DATE, GROUPED))
    if may_be_hour and clock and int(clock[1]) <= 24:
        yield [str((int(clock[1]) + 12) % 24 or 12), *parts[1:]]
    if date and date[2]:
        yield from ([date[1], year] for year in (date[2], date[2][-2:], f"20{date[2][-2:]}"))
    elif date:
        yield [date[1]]
    if grouped:
        yield [digits(grouped[1]), grouped[2] or "0"]


def _values(parts: list[str]) -> frozenset[int]:
    """Return the values of the parts of a number; 0 says nothing, as in 8:00 or 10,00."""
    return frozenset(map(int, parts)) - {0}
