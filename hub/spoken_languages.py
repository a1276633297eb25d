"""Languages that people speak, as BCP 47 codes, and their names in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from hub.chosen import ChosenField
from hub.languages import name_of

SPOKEN_LANGUAGES = (
    "de en ar fa fa-AF kmr ckb tr ru uk ti am so sq sr bs hr mk ro bg pl hu cs sk rom el it es fr pt "
    "ps ur hi pa bn ta vi zh th ka hy az ff ln sw gsg"
).split()


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
