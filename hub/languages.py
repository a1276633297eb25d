"""The languages of the site: what they are called, their direction, the order in which to offer them to a visitor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import babel
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from hub.catalogues import ORIGINAL, is_translated, own_text

ADMIN = "/admin/"

# Where the Unicode CLDR has no name, or not the one that the speakers use. They are messages of the interface, with the
# context "language".
NAMES = {
    "ckb": "Kurdish (Sorani)",
    "de-simple": "Easy German",
    "gsg": "German Sign Language",
    "kmr": "Kurdish (Kurmanji)",
    "rom": "Romani",
}
# What CLDR calls them in some languages is insulting.
ONLY_OURS = {"rom"}


@cache
def name_of(code: str, language: str) -> str:
    """Return the name of the language `code` in `language`, in English where it is not known, else the code."""
    for target in (language, ORIGINAL):
        name = own_text(NAMES[code], target, "language") if code in NAMES else ""
        name = name or ("" if code in ONLY_OURS else cldr_name(code, target))
        if name:
            return capfirst(name)
    return code


def cldr_name(code: str, language: str) -> str:
    """Return CLDR's name of a language in another one, "" where it has none: `brasilianisches Portugiesisch`."""
    target, named = cldr(language), cldr(code)
    if target is None:
        return ""
    known = target.languages.get(str(named)) or target.languages.get(code.replace("-", "_"))
    # A variant (easy German) is no locale of its own.
    return known or (named.get_display_name(target) if named and _tag(named) == code else "") or ""


@cache
def cldr(code: str) -> babel.Locale | None:
    """Return what CLDR knows of a language, of its base where it does not know the variant; None for nothing."""
    for known in (code, base_of(code)):
        try:
            return babel.Locale.parse(known, sep="-", resolve_likely_subtags=False)
        except (babel.UnknownLocaleError, ValueError):
            continue
    return None


def _tag(locale: babel.Locale) -> str:
    return str(locale).replace("_", "-").lower()


def base_of(code: str) -> str:
    """Return the language without script, region or variant."""
    return code.partition("-")[0]


@cache
def direction(code: str) -> str:
    """Return the direction of a language's script, from CLDR: "ltr" or "rtl"."""
    known = cldr(code)
    return known.text_direction if known else "ltr"


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 code."""

    code: str

    @property
    def name(self) -> str:
        """What the language calls itself; its code when nobody knows."""
        known = self.code in NAMES or cldr(self.code)
        return name_of(self.code, self.code) if known else self.code

    @property
    def dir(self) -> str:
        return direction(self.code)


def _name_now(code: str) -> str:
    return name_of(code, get_language() or ORIGINAL)


_label = lazy(_name_now, str)  # can be pickled, as Wagtail's lists in the admin do


def label(code: str) -> Any:
    """Return the name of a language in the language that is active when it is shown."""
    return _label(code)


def all_languages() -> list[Language]:
    """Return the languages of the settings, in their order."""
    return [Language(code) for code, _name in settings.LANGUAGES]


def interface_language() -> str:
    """Return the language of the interface: the source language where the active one has no catalogue."""
    active = get_language() or settings.LANGUAGE_CODE
    return active if is_translated(active) else settings.LANGUAGE_CODE


def right_to_left() -> list[str]:
    """Return the base codes of the site's languages that are written from right to left."""
    return sorted({base_of(language.code) for language in all_languages() if language.dir == "rtl"})


def language_of(path: str) -> str | None:
    """Return the language in which an address begins: `ar` for "/ar/auental/". None where it is none of the site's."""
    code = path.split("/", 2)[1] if path.startswith("/") else ""
    return code if code in dict(settings.LANGUAGES) else None


def asked_for(request: HttpRequest, offered: Iterable[str]) -> list[str]:
    """Return those of the codes that the browser asks for, in its order (`Accept-Language`).

    What is not offered is taken for what it is a part of (`fa-AF` for `fa`), else for another part of the same language
    (`pt-PT` for `pt-BR`), but never for easy language: nobody asks for it unawares.
    """
    codes = list(offered)
    wanted = []
    for asked, _weight in parse_accept_lang_header(request.headers.get("accept-language", "")):
        parts = asked.split("-")
        wholes = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
        others = (code for code in codes if base_of(code) == parts[0] and code != settings.EASY_LANGUAGE)
        wanted.append(next((code for code in wholes if code in codes), None) or next(others, None))
    return [code for code in dict.fromkeys(wanted) if code]


def language_for(request: HttpRequest) -> str:
    """Return the language of the address, else the first that the browser asks for, else the source language.

    The admin has some of the site's languages only.
    """
    own = settings.WAGTAILADMIN_PERMITTED_LANGUAGES if request.path_info.startswith(ADMIN) else settings.LANGUAGES
    wanted = asked_for(request, [code for code, _name in own])
    return language_of(request.path_info) or next(iter(wanted), settings.LANGUAGE_CODE)


def for_browser(request: HttpRequest) -> list[Language]:
    """Return the languages of the settings, those that the browser asks for first."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [Language(code) for code in dict.fromkeys([*asked_for(request, codes), *codes])]
