"""The database engine: 4-grams of folded words, ranked by BM25. It needs nothing beside the hub's own database.

The grams of SQLite and PostgreSQL stand in a module each, with the same functions:

* `add(entries, texts)` and `remove(entries)` of one transaction,
* `rank(what is asked, locale, publications)`: scored publications of one language, best first, at most `MOST`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from hub.publications import consumers
from hub.publications.consumers import Change
from hub.publications.listsearch import Scope
from hub.publications.models import Publication, PublicationQuerySet
from search.asked import asked
from search.engines import postgresql, sqlite
from search.meaning.source_grams import BITS, packed
from search.models import Entry
from search.relevance import Ranked
from search.versions import version
from search.weights import FIRST_LINES_WEIGHT, weighed_text

STORES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def store() -> ModuleType:
    return STORES[connection.vendor]


def rank(question: str, scope: Scope, publications: PublicationQuerySet) -> list[Ranked]:
    """Return those of `publications`, which are in `scope`, that share grams with `question`, with BM25 scores."""
    return [
        item
        for locale in scope.languages
        if (wanted := asked(question, locale))
        for item in store().rank(wanted, locale, publications)
    ]


class DatabaseConsumer(consumers.Consumer):
    """Keeps the database engine's entries equal to the publications."""

    name = "search-database"

    @property
    def version(self) -> str:
        return version(BITS)

    def apply(self, changes: Sequence[Change]) -> None:
        """Take over the changes in one transaction; one older than what is held is passed over."""
        latest = {(change.translation_key, change.locale): change for change in changes}
        with transaction.atomic():
            keys = {key for key, _locale in latest}
            entries = Entry.objects.select_for_update().defer("grams").filter(translation_key__in=keys)
            held = {(entry.translation_key, entry.locale): entry for entry in entries}
            due = {key: change for key, change in latest.items() if key not in held or newer(change, held[key])}
            forget([held[key] for key in due if key in held])
            publications = [change.publication for change in due.values() if change.publication]
            texts = [weighed_text(publication, FIRST_LINES_WEIGHT) for publication in publications]
            created = Entry.objects.bulk_create(
                Entry(
                    translation_key=publication.translation_key,
                    locale=publication.locale,
                    publication_id=publication.pk,
                    sequence=publication.sequence,
                    grams=packed(text) if publication.locale == settings.LANGUAGE_CODE else None,
                )
                for publication, text in zip(publications, texts, strict=True)
            )
            store().add(created, texts)

    def reset(self) -> None:
        """Forget the versions but not the words: visitors go on searching while everything is applied anew."""
        with transaction.atomic():
            forget(list(Entry.objects.exclude(publication_id__in=Publication.objects.values("pk"))))
            Entry.objects.update(sequence=0)

    def held(self) -> Iterable[tuple[UUID, str, int]]:
        return Entry.objects.filter(sequence__gt=0).values_list("translation_key", "locale", "sequence").iterator()


def newer(change: Change, entry: Entry) -> bool:
    """Tell whether `change` is at least as new as what is held."""
    return change.sequence >= entry.sequence


def forget(entries: Sequence[Entry]) -> None:
    store().remove(entries)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
