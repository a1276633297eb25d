"""A page's words in one language as a gettext file (PO), for translators who work with tools of their own.

An entry stands for a text at the path of its value, as wagtail-localize stores its translation: a text that occurs
twice at a path is one entry. The header names wagtail-localize's translation, and with it page and language. Files come
from outside: whatever one holds, it changes nothing or what fits.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from tempfile import NamedTemporaryFile
from typing import Any

import polib
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import to_locale
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.internals.localize import set_draft_title
from hub.translations.lengths import length_error, source_model
from hub.translations.prose import labels
from hub.translations.segments import source_segments, store_words, unusable_markup

MAX_BYTES = 1024 * 1024
MAX_LINES = 50_000  # polib joins the lines of a text one by one: without a limit a file can keep it busy for minutes
MAX_ENTRIES = 5_000
TRANSLATION_ID = "X-WagtailLocalize-TranslationID"
TOOL_NAME = "PO"


class UnusableFile(ValueError):
    """A file from which nothing is taken; the message, for its user, says why."""


@dataclass(frozen=True)
class Outcome:
    """What became of a file: the number of texts that were stored, and a sentence for each that was not."""

    stored: int
    refused: list[str]


def export(translation: Translation) -> polib.POFile:
    """Return the texts that translators were handed, in reading order, with their translations.

    Unconfirmed and unusable translations are fuzzy.
    """
    language = translation.target_locale.language_code
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Project-Id-Version": " ".join(translation.source.object_repr.split()),
        "POT-Creation-Date": translation.source.last_updated_at.strftime("%Y-%m-%d %H:%M%z"),
        "PO-Revision-Date": timezone.now().strftime("%Y-%m-%d %H:%M%z"),
        "Language": to_locale(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        TRANSLATION_ID: str(translation.uuid),
    }
    model = source_model(translation.source)
    names = labels(model, json.loads(translation.source.content_json)) if model else {}
    stored = _stored(translation)
    for (path, text), segment in _segments(translation, getattr(model, "prose", ())).items():
        known = stored.get((segment.string_id, segment.context_id))
        po.append(
            polib.POEntry(
                msgctxt=path,
                msgid=text,
                msgstr=known.data if known else "",
                flags=["fuzzy"] if known and known.has_error else [],
                comment=" ".join(f"{translation.source.object_repr} – {names.get(path, path)}".split()),
            )
        )
    return po


def file_name(translation: Translation, page: Page) -> str:
    """Return a name that says page and language: `wohnen-ar.po`."""
    return f"{page.slug}-{translation.target_locale.language_code}.po"


def read(content: bytes, translation: Translation) -> list[polib.POEntry]:
    """Return the entries of a file for `translation`. Raises UnusableFile for any other file."""
    if len(content) > MAX_BYTES:
        raise UnusableFile(_("The file is larger than 1 MB."))
    po = _parse(content)
    if len(po) > MAX_ENTRIES:
        raise UnusableFile(_("The file has more than %(count)d entries.") % {"count": MAX_ENTRIES})
    known_id, language = po.metadata.get(TRANSLATION_ID), po.metadata.get("Language")
    if not known_id:
        raise UnusableFile(_("Please upload a PO file that was downloaded here: its header names the translation."))
    expected = to_locale(translation.target_locale.language_code)
    if known_id != str(translation.uuid) or (language and language.lower().replace("-", "_") != expected.lower()):
        raise UnusableFile(_("This file belongs to another page or to another language."))
    return list(po)


def _parse(content: bytes) -> polib.POFile:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise UnusableFile(_("The file is not stored as UTF-8.")) from error
    unreadable = UnusableFile(_("This is no PO file that can be read."))
    if "\0" in text or max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise unreadable
    with NamedTemporaryFile(suffix=".po") as file:  # given the text, polib would break lines at U+2028 and the like
        file.write(content)
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except OSError as error:  # polib's syntax errors
            raise unreadable from error


def store(translation: Translation, entries: Iterable[polib.POEntry], user: Any) -> Outcome:
    """Store the translations that fit and that are new, and say of the others why they do not fit.

    Empty, fuzzy and obsolete entries are passed over. Call it in a transaction that holds the pages.
    """
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        if entry.msgstr.strip() and not entry.obsolete and not entry.fuzzy:
            texts[entry.msgctxt or "", entry.msgid].add(entry.msgstr)
    model = source_model(translation.source)
    segments, stored = _segments(translation), _stored(translation)
    words: list[tuple[StringSegment, str]] = []
    refused = []
    for (path, source_text), variants in texts.items():
        segment = segments.get((path, source_text))
        text = next(iter(variants))
        if segment is None:
            reason = _("This text is no longer on the page.")
        elif len(variants) > 1:
            reason = _("The file translates this text in different ways.")
        else:
            reason = unusable_markup(text, source_text) or length_error(model, path, text)
        if segment is None or reason:
            names = {"text": Truncator(source_text).chars(60), "reason": reason}
            refused.append(_("“%(text)s”: %(reason)s") % names)
            continue
        known = stored.get((segment.string_id, segment.context_id))
        if known is None or known.has_error or known.data != text:
            words.append((segment, text))
    if words:
        _save(translation, words, user)
    return Outcome(len(words), refused)


def _save(translation: Translation, words: list[tuple[StringSegment, str]], user: Any) -> None:
    source, locale = translation.source, translation.target_locale
    store_words(source, locale, words, tool_name=TOOL_NAME, user=user, checked=True)
    for segment, text in words:
        if segment.context.path == "title":
            set_draft_title(source.object_id, locale.pk, text)


def _segments(translation: Translation, fields: tuple[str, ...] = ()) -> dict[tuple[str, str], StringSegment]:
    """Return the segments of a translation's source by path and text, in the order of `fields` (one query)."""
    by_path = source_segments(translation.source)
    rank = {name: index for index, name in enumerate(fields)}
    paths = sorted(by_path, key=lambda path: rank.get(path.partition(".")[0], len(rank)))
    return {(path, segment.string.data): segment for path in paths for segment in by_path[path]}


def _stored(translation: Translation) -> dict[tuple[int, int], StringTranslation]:
    """Return what is stored of a translation, by string and context (one query)."""
    rows = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id
    )
    return {(row.translation_of_id, row.context_id): row for row in rows}
