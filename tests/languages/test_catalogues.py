"""The catalogues: complete for visitors in all languages, for editors in German and English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract
from django.conf import settings
from django.utils import translation
from django.utils.translation.template import templatize

from hub.catalogues import own_texts
from hub.emergency import NATIONAL_NUMBERS
from hub.languages import NAMES
from hub.settings import base
from hub.taxonomy.vocabulary import vocabularies
from tests.desk.german import german_messages, german_text

pytestmark = pytest.mark.any_database

VISITORS = [code for code, _name in base.LANGUAGES if code not in ("de", "en")]
PLURAL_FORMS = {"ar": 6, "ru": 3, "uk": 3}  # by the rules of the Unicode CLDR; others have two
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# Templates of the admin, in which nobody but editors works.
ADMIN = (
    "hub/consents",
    "hub/desk",
    "hub/jobs",
    "hub/logins",
    "hub/publications",
    "hub/rights",
    "hub/taxonomy",
    "hub/translations",
)
ADMIN_TEMPLATES = {"hours_widget.html", "readability_panel.html", "responsibility_panel.html"}

Message = tuple[str | None, str]  # context and text


@cache
def catalogue(language: str) -> list[polib.POEntry]:
    return polib.pofile(str(settings.LOCALE_PATHS[0] / translation.to_locale(language) / "LC_MESSAGES" / "django.po"))


@cache
def texts_of(language: str) -> dict[Message, polib.POEntry]:
    """Return the messages of a catalogue, without those that replace Django's own in one language only."""
    return {
        (entry.msgctxt, entry.msgid): entry
        for entry in catalogue(language)
        if [place for place, _line in entry.occurrences] != ["django"]
    }


def messages_in(path: Path) -> Iterator[Message]:
    """Yield the messages of a module or a template."""
    source = path.read_text()
    if path.suffix != ".py":
        # What is left of a template looks like calls of gettext, in lines without meaning.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    for _line, found, _comments, context in extract("python", BytesIO(source.encode()), keywords=KEYWORDS):
        yield context, found[0] if isinstance(found, tuple) else found


def files(*suffixes: str) -> list[Path]:
    root = settings.BASE_DIR
    found = (path for top in ("hub", "home", "directory", "search") for path in (root / top).rglob("*.*"))
    return sorted(path for path in found if path.suffix in suffixes and "migrations" not in path.parts)


def templates_of_visitors() -> list[Path]:
    names = {path: path.relative_to(settings.BASE_DIR).as_posix() for path in files(".html", ".txt")}
    return [
        path
        for path, name in names.items()
        if not name.startswith(ADMIN) and "admin" not in name and path.name not in ADMIN_TEMPLATES
    ]


@pytest.mark.parametrize("language", VISITORS)
def test_visitors_have_every_text_in_their_language(language):
    expected = {message for code in VISITORS for message in texts_of(code)}
    assert expected - texts_of(language).keys() == set()
    assert len(expected) > 400
    wanted = {message for path in templates_of_visitors() for message in messages_in(path)}
    assert wanted - texts_of(language).keys() == set()
    assert len(wanted) > 150


@pytest.mark.parametrize("language", VISITORS)
def test_no_text_is_empty_or_uncertain(language):
    entries = catalogue(language)
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []
    assert [entry.msgid for entry in entries if not entry.msgid_plural and not entry.msgstr] == []


@pytest.mark.parametrize("language", VISITORS)
def test_every_plural_has_all_forms_of_its_language(language):
    forms = PLURAL_FORMS.get(language, 2)
    assert f"nplurals={forms};" in catalogue(language).metadata["Plural-Forms"]
    plurals = [entry for entry in catalogue(language) if entry.msgid_plural]
    assert len(plurals) >= 5
    for entry in plurals:
        assert sorted(entry.msgstr_plural) == list(range(forms)), entry.msgid
        assert all(entry.msgstr_plural.values()), entry.msgid


def test_editors_have_every_text_in_german():
    wanted = {message for path in files(".py", ".html", ".txt") for message in messages_in(path)}
    # Wagtail's and Django's own catalogues, too.
    known = {(entry.msgctxt, entry.msgid) for entry in german_messages() if german_text(entry)}
    assert {message for message in wanted if message[1]} - known == set()
    assert len(wanted) > 800


def test_what_stands_in_code_alone_is_named_in_all_languages(nine):
    named = {("emergency number", name) for name in NATIONAL_NUMBERS.values()}
    named |= {("language", name) for name in NAMES.values()}
    for model in vocabularies():
        named |= {(model._meta.model_name, values["name"]) for values in model.starter.values()}
    assert len(named) > 40
    assert [key for key in named if set(nine) - own_texts(key[1], key[0]).keys()] == []


@pytest.mark.parametrize("language", [*VISITORS, "en"])
def test_the_demo_s_catalogue_translates_texts_that_it_has(language):
    path = settings.LOCALE_PATHS[0] / translation.to_locale(language) / "LC_MESSAGES" / "demo.po"
    entries = polib.pofile(str(path))
    assert [entry.msgid for entry in entries if entry.fuzzy or not entry.msgstr] == []
    assert [entry.msgid for entry in entries if tags(entry.msgid) != tags(entry.msgstr)] == []


def tags(html: str) -> list[str]:
    """Return the tags in a text, but for emphasis; those inside a sentence may change places."""
    found = (part.partition(">")[0] for part in html.split("<")[1:])
    return sorted(tag for tag in found if tag.strip("/") not in {"b", "i"})
