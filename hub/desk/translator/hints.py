"""What a translator may have overlooked in a text. Hints, never errors: each is silent rather than wrong.

Their limits are set so that they say next to nothing of the demo's translations, which speakers have reviewed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext

from hub.desk.translator.literals import Literals, Numeral, literals_of
from hub.desk.translator.string_data import Mark, StringData, read
from hub.languages import base_of

# A text of fewer characters is a label, with little room.
LABEL = 40
LABEL_GROWTH = 2.5
LABEL_MORE = 25
NEARLY_FULL = 0.9
# Up to here numbers are often words: a translation may have "3" for "drei". 24 hours are day and night.
SMALL_NUMBER = 12
DAY_AND_NIGHT = 24
# Lower-case words in names of places and associations: "Kirchberg an der Murr", "Viele Stimmen e. V."
IN_NAMES = frozenset("am an auf bei dem den der e im in v von".split())
POSTAL_CODE = 5  # digits
NAMED = 3

ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "prs", "ps", "ur"})
CYRILLIC_SCRIPT = frozenset({"bg", "mk", "ru", "sr", "uk"})

# Vowel signs of Arabic and joiners of Persian are parts of words.
INSIDE = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]"
WORD = re.compile(rf"[^\W\d_]+(?:{INSIDE}+[^\W\d_]+)*")
LATIN = "A-Za-zÀ-ɏ"
CYRILLIC = "\u0400-\u04ff"
ARABIC = "\u0620-\u063f\u0641-\u06ff"  # without the stroke that joins a foreign word to its article: الـBürgerbüro
MIXED_SCRIPTS = re.compile(
    # A name takes short Arabic words in front (وJ1) and short Persian endings (Jobcenterها).
    rf"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]|[{ARABIC}]{{4}}[{LATIN}]|[{LATIN}]\u200c?[{ARABIC}]{{4}}"
)
# A Latin letter that stands for the Cyrillic word that looks like it.
LATIN_WORD = re.compile(rf"(?<!\S)[aciouy](?= +[{CYRILLIC}]{{2}})")
FOREIGN_LETTERS = {
    "ru": re.compile("[іїєґ]", re.IGNORECASE),
    "uk": re.compile("[ыэёъ]", re.IGNORECASE),
    "fa": re.compile("[يك]"),
    "ar": re.compile("[یکے]"),
}

DOUBLE_SPACE = re.compile(r"[ \u00a0\u202f]{2,}")
SPACE_BEFORE = re.compile(r"[^\s.…][ \u00a0\u202f]+([.,،](?=\s|$)|[;:!?؛؟](?=\s|$))")
SPACE_BEFORE_IN_FRENCH = re.compile(r"[^\s.…][ \u00a0\u202f]+([.,](?=\s|$))")
CLOSING = " \u00a0\u202f\u200e\u200f\u2066\u2067\u2068\u2069»«”“„’‘\"')]}›‹"
# Such a text ends in no sentence: "Viele Stimmen e. V.", "Tel.", "Bücher usw."
ABBREVIATED = re.compile(r"\b\w\.$")
ABBREVIATED_LABEL = re.compile(r"\b\w{1,3}\.$")


@dataclass(frozen=True)
class Hint:
    """`code` and `subject` identify a hint among those of one text; `message` is in the active language."""

    code: str
    subject: str
    message: str

    @property
    def identity(self) -> tuple[str, str]:
        """What is remembered of a hint that is right in its text."""
        return self.code, self.subject[:200]


@dataclass(frozen=True)
class Pair:
    """A text and its translation. `language` is without region; `limit` is the most characters that fit."""

    source: StringData
    target: StringData
    language: str
    source_language: str
    limit: int | None

    @property
    def literals(self) -> tuple[Literals, Literals]:
        return literals_of(self.source.text), literals_of(self.target.text)


Check = Callable[[Pair], Iterator[Hint]]


def hints(source: str, target: str, language: str, limit: int | None = None, source_language: str = "de") -> list[Hint]:
    """Return what to look at in `target`, string data as `source` is. `limit` is the most characters that fit.

    Easy language is written freely: only its phone numbers, letters and spaces are looked at.
    """
    pair = Pair(read(source), read(target), base_of(language), base_of(source_language), limit)
    if not pair.target.text.strip():
        return []
    checks: tuple[Check, ...]
    if language == settings.EASY_LANGUAGE:
        checks = EASY_CHECKS
    elif is_untranslated(pair):
        checks = (untranslated,)
    else:
        checks = CHECKS
    return list(dict.fromkeys(hint for check in checks for hint in check(pair)))


def is_untranslated(pair: Pair) -> bool:
    """Say whether the translation is the source's text, with more than names, which may stay as they are.

    In another script names seldom do, but postal addresses and contacts.
    """
    if pair.source.text.split() != pair.target.text.split():
        return False
    literals = literals_of(pair.source.text)
    words = WORD.findall(literals.rest)
    if any(word[0].islower() and word not in IN_NAMES for word in words):
        return True
    is_contact = (
        literals.phones or literals.addresses or any(len(numeral.text) == POSTAL_CODE for numeral in literals.numerals)
    )
    other_script = pair.language in ARABIC_SCRIPT | CYRILLIC_SCRIPT
    return other_script and not is_contact and any(not word.isupper() for word in words)


def untranslated(pair: Pair) -> Iterator[Hint]:
    yield Hint("untranslated", "", gettext("The translation is the same as the source text."))


def phones(pair: Pair) -> Iterator[Hint]:
    source, target = pair.literals
    for number, written in source.phones.items():
        if number not in target.phones:
            text = gettext("The phone number %(number)s is missing, or it has been changed.")
            yield Hint("phone", number, text % {"number": written})


def links(pair: Pair) -> Iterator[Hint]:
    source, target = pair.literals
    there = {_address(address, pair) for address in target.addresses}
    for address in source.addresses:
        if _address(address, pair) not in there:
            yield Hint("link", address, gettext("The address %(address)s is missing.") % {"address": address})


def _address(address: str, pair: Pair) -> str:
    """Return what an address has in common with that of the same page in the other language."""
    parts = re.split(r"[/.?=&]+", address.lower().removeprefix("https:").removeprefix("http:"))
    return " ".join(part for part in parts if part and part not in ("www", pair.language, pair.source_language))


def placeholders(pair: Pair) -> Iterator[Hint]:
    source, target = pair.literals
    for name in source.placeholders:
        if name not in target.placeholders:
            text = gettext("The placeholder %(name)s is missing. Copy it as it is.")
            yield Hint("placeholder", name, text % {"name": name})


def numbers(pair: Pair) -> Iterator[Hint]:
    source, target = pair.literals
    added = [numeral for numeral in target.numerals if not numeral.is_among(source.values)]
    for numeral in source.numerals:
        # An ordinal without a number in its place is a word.
        if not numeral.is_among(target.values) and (added or not numeral.is_ordinal):
            text = gettext("The number %(number)s is missing.")
            yield Hint("number", numeral.text, text % {"number": numeral.text})
    # What is left of a phone number that was changed is no number.
    if source.phones.keys() <= target.phones.keys():
        for numeral in added:
            if _is_large(numeral):
                text = gettext("The number %(number)s is not in the source text.")
                yield Hint("number-added", numeral.text, text % {"number": numeral.text})


def _is_large(numeral: Numeral) -> bool:
    return all(max(reading - {DAY_AND_NIGHT}, default=0) > SMALL_NUMBER for reading in numeral.readings)


def marks(pair: Pair) -> Iterator[Hint]:
    source, target = pair.source.marks, pair.target.marks
    there = {mark.id for mark in target if mark.name == "a" and mark.text}
    expected = {mark.id for mark in source if mark.name == "a"}
    for mark in source:
        if mark.name == "a" and mark.text and mark.id not in there:
            text = gettext("The link “%(text)s” is missing.")
            yield Hint("mark", mark.id, text % {"text": mark.text})
    for mark in target:
        if mark.name == "a" and mark.id not in expected:
            text = gettext("The link “%(text)s” is not in the source text.")
            yield Hint("mark", mark.id, text % {"text": mark.text})
    before, after = _emphasis(source), _emphasis(target)
    for name in sorted(before.keys() | after.keys()):
        # Another language may divide a highlighted part, or join two.
        if before[name] > 2 * after[name]:
            texts = _named([mark.text for mark in source if mark.name == name])
            text = gettext("Highlighted in the source text, but not in the translation: %(texts)s")
            yield Hint("mark", name, text % {"texts": texts})
        elif not before[name]:
            texts = _named([mark.text for mark in target if mark.name == name])
            text = gettext("Highlighted in the translation, but not in the source text: %(texts)s")
            yield Hint("mark", name, text % {"texts": texts})
    if pair.source.text.strip().count("\n") and not pair.target.text.strip().count("\n"):
        yield Hint("mark", "br", gettext("The line breaks of the source text are missing."))


def _emphasis(all_marks: tuple[Mark, ...]) -> Counter[str]:
    return Counter(mark.name for mark in all_marks if mark.name != "a" and mark.text)


def length(pair: Pair) -> Iterator[Hint]:
    source, target = len(pair.source.text), len(pair.target.text)
    # Offices have their German names after the translated ones, so that readers recognise them.
    own = target - source if f"({pair.source.text})" in pair.target.text else target
    if pair.limit and target > NEARLY_FULL * pair.limit:
        text = gettext("The text has %(length)d characters; at most %(limit)d fit.")
        yield Hint("length", "limit", text % {"length": target, "limit": pair.limit})
    elif source < LABEL and own > LABEL_GROWTH * source and own > source + LABEL_MORE:
        text = gettext("The text is much longer than the source text. There may be little room for it.")
        yield Hint("length", "label", text)


def letters(pair: Pair) -> Iterator[Hint]:
    words = WORD.findall(literals_of(pair.target.text).rest)
    mixed = [word for word in words if MIXED_SCRIPTS.search(word)]
    if pair.language in CYRILLIC_SCRIPT:
        mixed += LATIN_WORD.findall(pair.target.text)
    if mixed:
        text = gettext("Letters of two scripts are mixed: %(words)s")
        yield Hint("letters", _named(mixed), text % {"words": _named(mixed)})
    foreign = FOREIGN_LETTERS.get(pair.language)
    wrong = [word for word in words if foreign and foreign.search(word)]
    if wrong:
        text = gettext("Letters that this language does not have: %(words)s")
        yield Hint("letters", _named(wrong), text % {"words": _named(wrong)})


def _named(words: list[str]) -> str:
    return ", ".join(list(dict.fromkeys(words))[:NAMED])


def spaces(pair: Pair) -> Iterator[Hint]:
    source, target = pair.source.text, pair.target.text
    if DOUBLE_SPACE.search(target) and not DOUBLE_SPACE.search(source):
        yield Hint("spaces", "double", gettext("There are two spaces in a row."))
    if target != target.strip() and source == source.strip():
        yield Hint("spaces", "edge", gettext("There is a space or a line break at the beginning or the end."))
    before = (SPACE_BEFORE_IN_FRENCH if pair.language == "fr" else SPACE_BEFORE).search(target)
    if before:
        text = gettext("There is a space before “%(sign)s”.")
        yield Hint("spaces", f"before {before[1]}", text % {"sign": before[1]})


def ending(pair: Pair) -> Iterator[Hint]:
    source, target = pair.source.text.rstrip(CLOSING + "\n"), pair.target.text.rstrip(CLOSING + "\n")
    abbreviated = (ABBREVIATED_LABEL if len(source) < LABEL else ABBREVIATED).search(source)
    if source.endswith((".", "!", "?", ":")) and not abbreviated and not _ends_in_sign(target):
        text = gettext("The source text ends with “%(sign)s”, the translation without a sign.")
        yield Hint("spaces", "end", text % {"sign": source[-1]})


def _ends_in_sign(text: str) -> bool:
    return bool(text) and unicodedata.category(text[-1]).startswith("P")


CHECKS = (phones, numbers, links, placeholders, marks, length, letters, spaces, ending)
EASY_CHECKS = (phones, letters, spaces)
