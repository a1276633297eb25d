"""Finding in a text the name of a person who is shown by consent: only the record may hold it."""

from __future__ import annotations

import re

from django.utils.text import slugify

PART = re.compile(r"[^\W\d_]{3,}")
# As addresses write them where they are made of ASCII.
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def name_in(text: str, name: str) -> str:
    """Return the part of a person's `name` that `text` has as a word of its own, empty when it has none.

    Parts count as they are written: who is called Klein does not make “klein” a name.
    """
    words = set(re.findall(r"[^\W\d_]+", text))
    return next((part for part in PART.findall(name) if part in words), "")


def name_in_slug(slug: str, name: str) -> str:
    """Return the part of a person's `name` that a slug holds, empty when it holds none."""
    words = set(slug.lower().split("-"))
    return next((part for part in PART.findall(name) if words & spellings(part)), "")


def spellings(part: str) -> set[str]:
    """Return how a part of a name may stand in an address."""
    lower = part.lower()
    return {lower, lower.translate(UMLAUTS), slugify(part)}
