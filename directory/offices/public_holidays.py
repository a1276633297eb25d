"""Public holidays of a German Land, from the library `holidays`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays
from django.utils.translation import gettext, override

ORIGINAL = "en_US"  # in which the names are messages of the interface


def public_holidays(land: str, years: tuple[int, ...], language: str) -> dict[str, str]:
    """Return the names in `language` of the holidays in these years by date, `{"2026-12-25": "1. Weihnachtstag"}`.

    `land` is an abbreviation such as "ST"; without one, only what is a holiday in all of Germany.
    """
    base = language.partition("-")[0]
    known = (code for code in holidays.Germany.supported_languages if code.partition("_")[0] == base)
    own = next(known, None)
    with override(language):
        names = _named(land, years, own or ORIGINAL)
        return {day.isoformat(): name if own else gettext(name) for day, name in names}


@lru_cache
def _named(land: str, years: tuple[int, ...], language: str) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(holidays.country_holidays("DE", subdiv=land or None, years=years, language=language).items()))
