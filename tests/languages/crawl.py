"""Reading every page of a language as visitors do, and finding what is in none of its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import polib
from bs4 import BeautifulSoup, NavigableString, Tag
from django.conf import settings
from django.test import Client
from django.utils.translation import to_locale

from hub.publications.models import Publication

# By the names of Unicode: the script in which a language is written.
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ru": "CYRILLIC", "uk": "CYRILLIC"}
# Letters that one language has and its neighbour has not.
FOREIGN_LETTERS = {"uk": set("ыэёъ"), "ru": set("іїєґ"), "ar": set("پچژگ"), "fa": set("ةيك")}
# What is the same in all languages: web addresses, abbreviations, names.
NO_WORDS = re.compile(r"\S+[.]\S+|\b[A-Z][A-Z0-9+]*\b|Integration Hub|vhs-Lernportal|Auenstadt|Familienkasse")
NO_SENTENCES = {"script", "style", "bdi", "b", "blockquote"}
ATTRIBUTES = ("alt", "aria-label", "title", "placeholder")


def addresses(language: str) -> Iterator[str]:
    """Yield the addresses of all pages in a language, of lists and topics, of the search and of a missing page."""
    yield from (f"/{language}/", f"/{language}/search/", f"/{language}/auental/nothing/")
    public = Publication.objects.public().filter(locale=language)
    counties = set()
    for county, kind, path in public.values_list("county", "kind", "path"):
        yield f"/{language}/{path}/"
        counties.add((county, kind))
    for county, kind in sorted(counties):
        if kind != "counties":
            yield f"/{language}/{county}/{kind}/"
    for county in sorted({county for county, _kind in counties}):
        yield f"/{language}/{county}/topics/"
        yield f"/{language}/{county}/offices/responsible/"
        yield f"/{language}/search/?q=112&county={county}"


def foreign_texts(client: Client, language: str) -> dict[str, set[str]]:
    """Return the texts in the interface's language that are in another one, with the addresses where they stand."""
    found: dict[str, set[str]] = {}
    for address in addresses(language):
        response = client.get(address)
        if response.status_code == 404 and "nothing" not in address:
            continue
        assert response.status_code in {200, 302, 404}, (address, response.status_code)
        soup = BeautifulSoup(response.content, "html.parser")
        for text in texts(soup, language):
            if is_foreign(text, language):
                found.setdefault(text, set()).add(address)
    return found


def texts(soup: BeautifulSoup, language: str) -> Iterator[str]:
    """Yield the texts that say to be in `language`: of elements and of attributes that people read or hear."""
    for node in soup.find_all(string=True):
        if type(node) is NavigableString and node.strip() and language_of(node.parent) == language:
            yield " ".join(node.split())
    for tag in soup.find_all(True):
        for name in ATTRIBUTES:
            if isinstance(tag.get(name), str) and language_of(tag) == language:
                yield " ".join(tag[name].split())


def language_of(tag: Tag) -> str:
    """Return the language that an element says to be in, "" for what has no words or is no sentence of it.

    That are isolated names and numbers, what is not to be translated, and German terms emphasised in a text.
    """
    around = [tag, *tag.parents]
    if any(part.name in NO_SENTENCES or part.get("translate") == "no" for part in around if isinstance(part, Tag)):
        return ""
    holder = tag if tag.get("lang") else tag.find_parent(lang=True)
    return holder["lang"] if holder else ""


def is_foreign(text: str, language: str) -> bool:
    """Say whether a text is a message of the interface in another language, or written in another script."""
    if text in messages_of_others(language):
        return True
    plain = NO_WORDS.sub(" ", text)
    letters = [letter for letter in plain if letter.isalpha()]
    own = [letter for letter in letters if unicodedata.name(letter, "").startswith(SCRIPTS[language])]
    return bool(letters and not own) or bool(set(plain.lower()) & FOREIGN_LETTERS[language])


@cache
def messages_of_others(language: str) -> frozenset[str]:
    """Return the messages of the interface in all other languages that are none of this one's."""
    catalogues = {code: all_texts(code) for code, _name in settings.LANGUAGES}
    others = set().union(*(found for code, found in catalogues.items() if code != language))
    return frozenset(others - catalogues[language])


def all_texts(code: str) -> set[str]:
    path = settings.LOCALE_PATHS[0] / to_locale(code) / "LC_MESSAGES" / "django.po"
    found: set[str] = set()
    for entry in polib.pofile(str(path)):
        found |= {entry.msgstr, *entry.msgstr_plural.values()}
    if code == "en":  # the language of the messages themselves
        found |= {entry.msgid for entry in polib.pofile(str(path.parents[2] / "fr" / "LC_MESSAGES" / "django.po"))}
    return found - {""}
