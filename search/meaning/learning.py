"""What the worker learns of the words of each language from its public pages: their translations and spellings.

It learns one language at a time, and anew when a tenth of its pages has changed. No draft's word gets into it.
"""

from __future__ import annotations

import time
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from hub.languages import base_of
from hub.publications.models import Publication, PublicationQuerySet, Sequence
from search.meaning.memory import for_a_second
from search.meaning.spelling import Speller, spellings_of
from search.meaning.word_table import WordTable, paired_lines
from search.models import LearntWords

# To be raised with every change to what is learnt: what has another version is learnt anew.
VERSION = 2
LEARN_AGAIN = timedelta(minutes=10)
LEARN_CHANGES = timedelta(days=1)
CHANGED_SHARE = 0.1
LOOK_SECONDS = 60
PAGES_AT_ONCE = 200
MOST_PAGES = 3000  # whose spellings are learnt: 4 seconds


def translated_pages(locale: str) -> Iterator[tuple[Publication, Publication]]:
    """Yield what is public in `locale` as a translation, with its public original; in random but stable order."""
    public = Publication.objects.public_at_once().only("translation_key", "texts")
    last = UUID(int=0)
    while pages := list(
        public.filter(locale=locale, content_locale=locale, translation_key__gt=last).order_by("translation_key")[
            :PAGES_AT_ONCE
        ]
    ):
        last = pages[-1].translation_key
        keys = [page.translation_key for page in pages]
        sources = public.filter(
            locale=settings.LANGUAGE_CODE, content_locale=settings.LANGUAGE_CODE, translation_key__in=keys
        )
        originals = {page.translation_key: page for page in sources}
        for page in pages:
            if page.translation_key in originals:
                yield page, originals[page.translation_key]


@dataclass(frozen=True)
class Learnt:
    """What is known of the words of a language."""

    learnt_at: datetime
    table: WordTable
    speller: Speller


@for_a_second
def learnt(locale: str) -> Learnt | None:
    """Return what was learnt last of a language, None where nothing is public in it (a small query; unpacked once)."""
    stored = LearntWords.objects.filter(locale=locale, source=settings.LANGUAGE_CODE, version=VERSION)
    learnt_at = stored.values_list("learnt_at", flat=True).first()
    known = _loaded.get(locale)
    if known and known.learnt_at == learnt_at:
        return known
    _loaded.pop(locale, None)
    row = stored.first() if learnt_at else None
    if row is None:
        return None
    _loaded[locale] = Learnt(row.learnt_at, WordTable(locale, row.translations), Speller(row.spellings))
    return _loaded[locale]


_loaded: dict[str, Learnt] = {}


def word_table(locale: str) -> WordTable | None:
    """Return the word table of a language; None for the source language, and where nothing is translated."""
    known = learnt(locale)
    return known.table if known and known.table.translations else None


def source_words() -> Container[str]:
    """Return the folded words of public pages in the source language: names and terms that are left as they are."""
    known = learnt(settings.LANGUAGE_CODE)
    return known.speller if known else ()


def corrected(question: str, locale: str) -> str:
    """Return `question` with the words spelt as pages in a language spell them."""
    known = learnt(locale)
    return known.speller.corrected(question) if known else question


def learn_due() -> bool:
    """Learn the words of one language that is due, as an errand of the worker; looks for one once a minute."""
    global _look_at
    if time.monotonic() < _look_at:
        return False
    locale = due_locale()
    if locale is None:
        _look_at = time.monotonic() + LOOK_SECONDS
        return False
    learn(locale)
    return True


_look_at = 0.0


def due_locale() -> str | None:
    """Return a language of which nothing has been learnt, or what is no longer right (one query, and one for each)."""
    stored = {row.locale: row for row in LearntWords.objects.defer("translations", "spellings")}
    return next((code for code, _name in settings.LANGUAGES if is_due(code, stored.get(code))), None)


def is_due(locale: str, row: LearntWords | None) -> bool:
    if row is None:
        return public_pages(locale).exists()
    if (row.version, row.source) != (VERSION, settings.LANGUAGE_CODE):
        return True
    age = timezone.now() - row.learnt_at
    if age < LEARN_AGAIN:
        return False
    counts = public_pages(locale).aggregate(pages=Count("pk"), changed=Count("pk", Q(sequence__gt=row.sequence)))
    # What has been withdrawn leaves first; few changes wait for a day.
    least = 0 if age > LEARN_CHANGES else CHANGED_SHARE * row.pages
    return counts["pages"] < row.pages or counts["changed"] > least


def learn(locale: str) -> None:
    """Learn the words of a language from what is public now; forget them where nothing is."""
    sequence = Sequence.current().value
    pages = public_pages(locale).count()
    if not pages:
        LearntWords.objects.filter(locale=locale).delete()
        return
    table = WordTable(locale, {})
    # The questions of a variant (de-simple) are in the source language itself.
    if base_of(locale) != base_of(settings.LANGUAGE_CODE):
        pairs = (pair for page, original in translated_pages(locale) for pair in paired_lines(page, original))
        table = WordTable.learn(pairs, locale)
    values = {
        "source": settings.LANGUAGE_CODE,
        "version": VERSION,
        "sequence": sequence,
        "pages": pages,
        "learnt_at": timezone.now(),
        "translations": table.translations,
        "spellings": spellings_of(texts_in(locale)),
    }
    LearntWords.objects.update_or_create(locale=locale, defaults=values)


def texts_in(locale: str) -> Iterator[str]:
    """Yield the lines in a language of what is public in it, of so many pages."""
    texts = public_pages(locale).order_by("translation_key").values_list("texts", flat=True)
    for lines in texts[:MOST_PAGES].iterator(chunk_size=PAGES_AT_ONCE):
        yield from (line for _path, language, line in lines if language == locale)


def public_pages(locale: str) -> PublicationQuerySet:
    return Publication.objects.public_at_once().filter(locale=locale, content_locale=locale)
