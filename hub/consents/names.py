"""Finding in texts the name of a person who is shown by consent: only the record may hold it.

It misses a name in another script, and one that is misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import combining, normalize

from hub.translations.prose import leaves

WORD = re.compile(r"[^\W\d_]+")
# As they are written where there are none.
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def named_in(page: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a page, its slug among them, that hold a part of a person's `name`, and that part."""
    texts = leaves(type(page), {field: getattr(page, field) for field in page.prose})
    fields = {path.partition(".")[0]: part for path, text in texts if (part := name_in(text, name))}
    yield from fields.items()
    if part := name_in_slug(page.slug, name):
        yield "slug", part


def name_in(text: str, name: str) -> str:
    """Return the part of a person's `name` that `text` has as a word of its own, empty when it has none.

    Accents do not matter, nor the s of the genitive. Words in small letters are none: whoever is called Klein does not
    make “klein” a name, and the “von” of von Berg is no name either.
    """
    words = {plain(word) for word in parts(text)}
    words |= {word.removesuffix("s") for word in words}
    return next((part for part in parts(name) if spellings(part) & words), "")


def name_in_slug(slug: str, name: str) -> str:
    """Return the part of a person's `name` that a slug holds, empty when it holds none."""
    words = set(plain(slug).split("-"))
    return next((part for part in parts(name) if spellings(part) & words), "")


def parts(text: str) -> list[str]:
    """Return the words of a text that may be of a name: in scripts with capitals those that have one."""
    return [word for word in WORD.findall(normalize("NFC", text)) if len(word) > 1 and not word.islower()]


def spellings(part: str) -> set[str]:
    return {plain(part), plain(part.lower().translate(UMLAUTS))}


def plain(word: str) -> str:
    """Return a word in small letters without accents."""
    return "".join(sign for sign in normalize("NFKD", word.casefold()) if not combining(sign))
