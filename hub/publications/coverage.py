"""Stores how far pages are translated, beside their publications and in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from hub.publications.models import Publication
from hub.publications.sequence import sequence_lock
from hub.representation import measure
from hub.translations.models import Coverage
from hub.wishes.models import Wish

COMPARED = ["source_id", "page_id", "county", "kind", "state", "texts", "texts_to_do", "words", "words_to_do"]
FIELDS = [name.removesuffix("_id") if name == "source_id" else name for name in COMPARED]


def store(rows: Iterable[Coverage], keys: Collection[UUID], kept: Collection[UUID | None] = ()) -> None:
    """Let the coverage of the pages with these translation keys be `rows`; `kept` could not be measured.

    What waits goes on waiting since it began to.
    """
    stored = {(row.translation_key, row.locale): row for row in Coverage.objects.filter(translation_key__in=keys)}
    rows = list(rows)
    measured = {row.translation_key for row in rows}
    changed = []
    translated = []
    for row in rows:
        old = stored.pop((row.translation_key, row.locale), None)
        if old and is_public(old) == is_public(row) and row.state in Coverage.TO_DO:
            row.since = old.since or row.since
        if old is None or differs(old, row) or old.since != row.since:
            changed.append(row)
        if is_public(row) and not (old and is_public(old)):
            translated.append((row.translation_key, row.locale))
    gone = [row for row in stored.values() if row.translation_key not in kept]
    if gone:
        Coverage.objects.filter(pk__in=[row.pk for row in gone]).delete()
    answered = [*translated, *((row.translation_key, row.locale) for row in gone if row.translation_key in measured)]
    # A reader's wish in the same moment must not make this transaction fail.
    transaction.on_commit(partial(Wish.forget, answered), robust=True)
    Coverage.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=[*FIELDS, "since"],
    )


def is_public(row: Coverage) -> bool:
    """Say whether the page has a public translation."""
    return row.state in (Coverage.State.OUTDATED, Coverage.State.COMPLETE)


def differs(old: Coverage, new: Coverage) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in COMPARED)


def renew(keys: Collection[UUID]) -> None:
    """Measure pages anew after translators' words have changed: their documents stay as they are."""
    with sequence_lock():
        ids = Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True)
        outdated = Publication.objects.filter(translation_key__in=keys, outdated=True)
        store(measure(ids, set(outdated.values_list("translation_key", "locale"))), keys)
