"""Telling English texts of the interface, and those that say “du”, from German ones: by the words of the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings
from lxml.html import HTMLParser, document_fromstring

ATTRIBUTES = ("aria-label", "aria-description", "title", "placeholder", "alt")
UNSEEN = [
    "script",
    "style",
    "noscript",
    "svg",
    "code",
    "kbd",
    "textarea",
    "template",
]  # a key is called as it is on keyboards
WORD = re.compile(r"[^\W\d_]+")
NO_WORDS = re.compile(
    r"%\(\w+\)\w|%\w|\{[^}]*\}|<[^>]*>|&\w+;|\S*[@/_]\S*|\S+\.\w{2,}"
)  # placeholders, tags, addresses
# German, too, or names: no catalogue says so, as both languages have one message.
IN_BOTH = frozenset(
    """
    april august by english hub integration kb layout mb minimum november optional september sport
    hindi punjabi romani tamil urdu
    """.split()
)
# How whoever says “du” asks for something: "Wähle eine Seite", "Bitte füge …".
FAMILIAR = re.compile(
    r"\b(du|dich|dir|dein|deine[mnrs]?|euch|euer|eure[mnrs]?)\b|(^|[.!?:]\s+|bitte\s+)"
    r"(wähle|füge|gib|gebe|stelle|korrigiere|überprüfe|lade|klicke|beachte|bearbeite|ändere|lösche|synchronisiere|übersetze|wende|prüfe|verschiebe|sortiere|kopiere|erstelle|entferne|öffne|zeige|speichere|veröffentliche|beginne|tippe|aktiviere|deaktiviere)\b",
    re.IGNORECASE,
)


@cache
def foreign(text: str) -> str:
    """Return what is wrong with a text of the interface: its English words or its “du”; empty when it is German."""
    familiar = FAMILIAR.search(text)
    return " ".join([*sorted(words(text) & english_words()), *([familiar[0]] if familiar else [])])


def texts(html: str) -> Iterator[str]:
    """Yield what people read of a page: its texts, with the titles and labels in attributes."""
    document = document_fromstring(html, HTMLParser(remove_comments=True))
    for element in [*document.iter(*UNSEEN)]:
        element.clear(keep_tail=True)
    yield from filter(None, map(str.strip, document.itertext()))
    for element in document.iter():
        yield from (element.get(name) for name in ATTRIBUTES if element.get(name))
        if element.tag == "input" and element.get("type") in {"submit", "button", "reset"}:
            yield element.get("value", "")


def words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(NO_WORDS.sub(" ", text))}


@cache
def english_words() -> frozenset[str]:
    """Return the words of the original messages of Django, Wagtail and the hub that no German one has."""
    messages = {(entry.msgctxt, entry.msgid): entry for entry in german_messages()}
    translated = [entry for entry in messages.values() if german_text(entry) != entry.msgid]
    german = {word for entry in translated for word in words(german_text(entry))}
    english = {word for entry in messages.values() for word in words(entry.msgid)}
    return frozenset(word for word in english - german - IN_BOTH if len(word) > 1)


def german_text(entry: polib.POEntry) -> str:
    return entry.msgstr or " ".join(entry.msgstr_plural.values())


def german_messages() -> Iterator[polib.POEntry]:
    """Yield the messages of all German catalogues, the hub's last: they win."""
    roots = [Path(django.__file__).parent / "conf", *(Path(app.path) for app in apps.get_app_configs())]
    for folder in [*(root / "locale" for root in roots), *map(Path, settings.LOCALE_PATHS)]:
        for path in sorted(folder.glob("de/LC_MESSAGES/*.po")):
            yield from polib.pofile(str(path))
