"""Languages that people speak, as BCP 47 codes, and their names in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, localedata
from django.utils.translation import get_language

from hub.chosen import ChosenField

SPOKEN_LANGUAGES = (
    "de en ar fa fa-AF kmr ckb tr ru uk ti am so sq sr bs hr mk ro bg pl hu cs sk rom el it es fr pt "
    "ps ur hi pa bn ta vi zh th ka hy az ff ln sw gsg"
).split()

# Where CLDR knows no name, or not the one that the speakers use.
OWN_NAMES = {
    "ckb": {"de": "Kurdisch (Sorani)", "en": "Kurdish (Sorani)", "ar": "الكردية (السورانية)"},
    "gsg": {"de": "Deutsche Gebärdensprache", "en": "German Sign Language", "ar": "لغة الإشارة الألمانية"},
    "kmr": {"de": "Kurdisch (Kurmandschi)", "en": "Kurdish (Kurmanji)", "ar": "الكردية (الكرمانجية)"},
    "rom": {"de": "Romani", "en": "Romani", "ar": "لغة الروما"},
}


@cache
def name_of(code: str, language: str) -> str:
    """Return the name of the language `code` in `language`, in English where it is not known, else the code."""
    if code in OWN_NAMES:
        return OWN_NAMES[code].get(_base(language)) or OWN_NAMES[code]["en"]
    targets = [target for target in (_base(language), "en") if localedata.exists(target)]
    names = (Locale.parse(target).languages.get(code.replace("-", "_")) for target in targets)
    return next(filter(None, names), code)


def _base(language: str) -> str:
    """Return the language without region or variant: CLDR has no Leichte Sprache."""
    return language.partition("-")[0]


def names_of(codes: Iterable[str], language: str) -> list[dict[str, str]]:
    """Return `[{"code", "name"}]` in the order of the names."""
    named = [{"code": code, "name": name_of(code, language)} for code in codes]
    return sorted(named, key=lambda item: item["name"].casefold())


def choices() -> list[tuple[str, str]]:
    return [(item["code"], item["name"]) for item in names_of(SPOKEN_LANGUAGES, get_language() or "en")]


class SpokenLanguagesField(ChosenField):
    """Codes of spoken languages: `["ar", "fa-AF"]`."""

    keys = SPOKEN_LANGUAGES
    form_choices = staticmethod(choices)
