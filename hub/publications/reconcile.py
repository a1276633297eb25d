"""Makes publications equal to what is published: the one function that everything else calls."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Model, Q
from django.utils import timezone
from wagtail.models import Page

from hub.plugins import PAGE
from hub.publications import coverage
from hub.publications.dependencies import dependents_of, surrounded_by
from hub.publications.models import Dependency, FacetValue, Head, OutboxRow, Publication, Sequence, Tombstone
from hub.publications.outbox import queue
from hub.publications.sequence import make_room, next_number, sequence_lock
from hub.representation import Document, Failure, represent
from hub.representation.facets import FacetValue as Facet

logger = logging.getLogger(__name__)

DOCUMENT_FIELDS = [
    "content_locale",
    "kind",
    "county",
    "source_id",
    "page_id",
    "parent_id",
    "ancestors",
    "tree_path",
    "path",
    "title",
    "slug",
    "first_published_at",
    "last_published_at",
    "visible_until",
    "changes_at",
    "outdated",
    "teaser",
    "document",
    "texts",
    "content_hash",
]
# A change of these alone reaches no reader: the row is written, its number stays.
PLACE_FIELDS = ["parent_id", "ancestors", "tree_path"]
LONG_FIELDS = ["teaser", "document", "texts"]  # what they hold is compared by `content_hash`
Key = tuple[UUID, str]
Row = TypeVar("Row", bound=NamedTuple)


class DependencyRow(NamedTuple):
    """What a `Dependency` says beside its publication."""

    model: str
    object_id: int
    surrounding: bool
    visible_until: datetime | None


@dataclass
class Outcome:
    """What a reconciling did: publications changed and withdrawn, pages whose document could not be made."""

    changed: list[Key] = field(default_factory=list)
    withdrawn: list[Key] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.changed += other.changed
        self.withdrawn += other.withdrawn
        self.failures += other.failures


def batch_size() -> int:
    """Return how many documents may be made while the sequence is held."""
    return 100 if connection.vendor == "sqlite" else 400


def batch_pages() -> int:
    """Return how many pages make that many documents."""
    return max(1, batch_size() // len(settings.LANGUAGES))


def reconcile(page_ids: Iterable[int], progress: Callable[[int], None] = lambda done: None) -> Outcome:
    """Make the publications of these pages (ids of sources or translations) equal to what is published.

    Works in short transactions, each under the sequence lock, from committed content, and clears the pages' outbox
    rows. Doing it twice changes nothing. `progress` is told how many pages are done. Raises RuntimeError inside another
    transaction.
    """
    outcome = Outcome()
    ids = list(dict.fromkeys(page_ids))
    for start in range(0, len(ids), batch_pages()):
        began = time.monotonic()
        outcome.add(_reconcile_isolated(ids[start : start + batch_pages()]))
        done = min(start + batch_pages(), len(ids))
        progress(done)
        if done < len(ids):
            make_room(time.monotonic() - began)
    return outcome


def _reconcile_isolated(page_ids: list[int]) -> Outcome:
    """Reconcile pages together, in halves when that fails, so that a page that cannot be written fails alone."""
    try:
        with sequence_lock() as sequence:
            return _reconcile(sequence, page_ids)
    except (InterfaceError, OperationalError, RuntimeError):
        raise  # the database is away, the lock is held, or this is the wrong place: no page's fault
    except Exception as error:  # noqa: BLE001 - noted with its page
        if len(page_ids) == 1:
            return _note_failure(page_ids[0], error)
    middle = len(page_ids) // 2
    outcome = _reconcile_isolated(page_ids[:middle])
    outcome.add(_reconcile_isolated(page_ids[middle:]))
    return outcome


def _note_failure(page_id: int, error: Exception) -> Outcome:
    key = Page.objects.filter(pk=page_id).values_list("translation_key", flat=True).first()
    failure = Failure(key, {page_id}, error)
    rows = OutboxRow.objects.filter(model=PAGE, subtree=False, page_id=page_id)
    with transaction.atomic():
        _clear(list(rows.values_list("pk", flat=True)), [failure])
    return Outcome(failures=[failure])


def _reconcile(sequence: Sequence, page_ids: list[int]) -> Outcome:
    # Rows first: whatever they name was committed before, so what is read below includes it.
    rows = OutboxRow.objects.filter(model=PAGE, subtree=False, page_id__in=page_ids)
    cleared = list(rows.values_list("pk", "page_id", "translation_key", "withdraw"))
    hidden = {page_id for _pk, page_id, _key, withdraw in cleared if withdraw}
    done = set(page_ids)
    outcome, gone, lost = _write(sequence, done, hidden, {key for _pk, _page_id, key, _withdraw in cleared})
    # What failed keeps its last document, but not when that shows a page that is withdrawn now.
    failed = {pk for failure in outcome.failures for pk in failure.page_ids}
    queue(failed & set(dependents_of(PAGE, gone | lost)), withdraw=True)
    while gone or lost:
        # What showed a withdrawn page is remade before anybody can read it; what is too much for now is hidden.
        showed_gone = set(dependents_of(PAGE, gone)) - done
        showed_lost = set(dependents_of(PAGE, lost)) - done - showed_gone
        dependents = [*sorted(showed_gone), *sorted(showed_lost)]
        now, rest = dependents[: batch_pages()], set(dependents[batch_pages() :])
        queue(rest & showed_gone, withdraw=True)
        queue(rest & showed_lost)
        step, gone, lost = _write(sequence, set(now), set(), set())
        queue({pk for failure in step.failures for pk in failure.page_ids}, withdraw=True)
        outcome.add(step)
        done |= set(dependents)
    _clear([pk for pk, *_rest in cleared], outcome.failures)
    return outcome


def _write(
    sequence: Sequence, page_ids: set[int], hidden: set[int], outbox_keys: set[UUID | None]
) -> tuple[Outcome, set[int], set[int]]:
    """Write the publications of these pages.

    Returns what happened, the ids of the pages of which nothing is public any more, and the ids of those that lost a
    language or a translation.
    """
    named = Page.objects.filter(pk__in=page_ids).values_list("translation_key", flat=True)
    published = Publication.objects.filter(Q(source_id__in=page_ids) | Q(page_id__in=page_ids))
    keys: set[UUID] = {key for key in outbox_keys if key} | set(named)
    keys |= set(published.values_list("translation_key", flat=True))
    stored = {
        (item.translation_key, item.locale): item
        for item in Publication.objects.filter(translation_key__in=keys).defer(*LONG_FIELDS).order_by("pk")
    }
    stored_dependencies = _stored(Dependency, DependencyRow, [item.pk for item in stored.values()])

    siblings = set(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))
    representation = represent(siblings)
    failed = {failure.translation_key for failure in representation.failures}
    documents = {(item.translation_key, item.locale): item for item in representation.documents}

    gone = [item for key, item in stored.items() if key not in documents and key[0] not in failed]
    left_county = [item for key, item in stored.items() if key in documents and documents[key].county != item.county]
    _leave_tombstones(sequence, gone, left_county, siblings, representation.erased)

    coverage.store(representation.coverage, keys, failed)

    changed, moved, written = [], [], []
    for key, document in documents.items():
        old = stored.get(key)
        if old is None:
            number, stays = next_number(sequence), False
            changed.append(key)
        else:
            stays = all(getattr(old, name) == getattr(document, name) for name in PLACE_FIELDS)
            number = old.sequence
            if (
                old.content_hash != document.content_hash
                or old.visible_until != document.visible_until
                or {old.source_id, old.page_id} & hidden
            ):
                number = next_number(sequence)
                changed.append(key)
            elif stays and stored_dependencies[old.pk] == _dependencies(document):
                continue
        written.append((document, number))
        if not stays:
            moved.append(key)
    _store(written, {key: item.pk for key, item in stored.items()}, stored_dependencies)
    _renew_surroundings(
        sequence,
        [*gone, *(stored[key] for key in {*changed, *moved} if key in stored)],
        [documents[key] for key in {*changed, *moved}],
        [documents[key] for key in moved],
    )
    before = {item.county for item in gone} | {stored[key].county for key in {*changed, *moved} if key in stored}
    _move_heads(before | {documents[key].county for key in {*changed, *moved}}, sequence.value)

    public_keys = {document.translation_key for document in representation.documents}
    public_ids = {document.page_id for document in representation.documents}
    gone_ids: set[int] = set()
    lost_ids: set[int] = set()
    for key, item in stored.items():
        if key[0] in failed or (key in documents and item.page_id in public_ids):
            continue
        (lost_ids if key[0] in public_keys else gone_ids).update((item.source_id, item.page_id))

    # Pages that showed one of these, or would have, show it anew; for the withdrawn ones the caller sees to it.
    changed_keys = {key[0] for key in changed}
    changed_ids = {
        pk
        for document in representation.documents
        if document.translation_key in changed_keys
        for pk in document.page_ids
    }
    queue(set(dependents_of(PAGE, changed_ids - lost_ids)) - page_ids - siblings)
    outcome = Outcome(changed, [(item.translation_key, item.locale) for item in gone], representation.failures)
    return outcome, gone_ids, lost_ids


def _leave_tombstones(
    sequence: Sequence,
    gone: list[Publication],
    left_county: list[Publication],
    siblings: set[int],
    erased: set[UUID],
) -> None:
    """Leave tombstones for publications that are gone, or that left a county. They are numbered before any document.

    Those of pages of which no copies must be kept are told again, by all counties that had them.
    """
    left_ids = {item.pk for item in left_county}
    tombstones = []
    earlier = Tombstone.objects.filter(translation_key__in=erased).exclude(reason=Tombstone.Reason.ERASED)
    for item in [*gone, *left_county, *(earlier if erased else ())]:
        if item.translation_key in erased:
            reason = Tombstone.Reason.ERASED
        elif item.pk in left_ids:
            reason = Tombstone.Reason.MOVED
        else:
            reason = Tombstone.Reason.WITHDRAWN if item.source_id in siblings else Tombstone.Reason.DELETED
        tombstones.append(
            Tombstone(
                translation_key=item.translation_key,
                locale=item.locale,
                county=item.county,
                sequence=next_number(sequence),
                kind=item.kind,
                page_id=item.page_id,
                reason=reason,
            )
        )
    Tombstone.objects.bulk_create(
        tombstones,
        update_conflicts=True,
        unique_fields=["translation_key", "locale", "county"],
        update_fields=["sequence", "kind", "page_id", "reason", "created_at"],
    )
    Publication.objects.filter(pk__in=[item.pk for item in gone]).delete()


def _renew_surroundings(
    sequence: Sequence, before: Iterable[Publication], after: Iterable[Document], moved: Iterable[Document]
) -> None:
    """Number anew the surroundings of what shows these publications beside its document: above, below and around them.

    What was moved has other surroundings itself.
    """
    items: list[Publication | Document] = [*before, *after]
    if not items:
        return
    locales = {item.locale for item in items}
    ids = surrounded_by({item.source_id for item in items}, {item.parent_id for item in items}, locales)
    own = Q(source_id__in={document.source_id for document in moved}, locale__in=locales)
    Publication.objects.filter(Q(pk__in=ids) | own).update(surroundings=next_number(sequence))


def _move_heads(counties: set[str], number: int) -> None:
    Head.objects.bulk_create(
        [Head(county=county, value=number) for county in sorted(counties)],
        update_conflicts=True,
        unique_fields=["county"],
        update_fields=["value"],
    )


def _dependencies(document: Document) -> set[DependencyRow]:
    """Return what a document and its HTML depend on."""
    own = {DependencyRow(*key, False, document.ends.get(key)) for key in document.dependencies}
    return own | {DependencyRow(*key, True, None) for key in document.surroundings}


def _store(
    written: list[tuple[Document, int]], ids: Mapping[Key, int], stored_dependencies: Mapping[int, set[DependencyRow]]
) -> None:
    """Write documents with one upsert, and their facets and dependencies where they have changed.

    `ids` are those of the publications that there are already, with what these depend on.
    """
    if not written:
        return
    Publication.objects.bulk_create(
        [
            Publication(
                translation_key=document.translation_key,
                locale=document.locale,
                sequence=number,
                **{name: getattr(document, name) for name in DOCUMENT_FIELDS},
            )
            for document, number in written
        ],
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=["sequence", *DOCUMENT_FIELDS],
    )
    documents = {(document.translation_key, document.locale): document for document, _number in written}
    keys = {key for key, _locale in documents}
    if not documents.keys() <= ids.keys():
        known = Publication.objects.filter(translation_key__in=keys)
        ids = {(key, locale): pk for pk, key, locale in known.values_list("pk", "translation_key", "locale")}
    owners = {ids[key]: document for key, document in documents.items()}
    facets = {pk: document.facets for pk, document in owners.items()}
    _replace(FacetValue, facets, _stored(FacetValue, Facet, owners))
    dependencies = {pk: sorted(_dependencies(document), key=lambda row: row[:3]) for pk, document in owners.items()}
    _replace(Dependency, dependencies, stored_dependencies)
    tombstones = Tombstone.objects.filter(translation_key__in=keys)
    shown_again = [
        pk
        for pk, key, locale, county in tombstones.values_list("pk", "translation_key", "locale", "county")
        if (key, locale) in documents and documents[key, locale].county == county
    ]
    if shown_again:
        Tombstone.objects.filter(pk__in=shown_again).delete()


def _stored(model: type[Model], row: type[Row], publication_ids: Iterable[int]) -> Mapping[int, set[Row]]:
    """Return what is stored in a model for each of these publications, as rows of the columns that `row` names."""
    stored: dict[int, set[Row]] = defaultdict(set)
    values = model._default_manager.filter(publication_id__in=publication_ids)
    for owner, *columns in values.values_list("publication_id", *row._fields):
        stored[owner].add(row(*columns))
    return stored


def _replace(model: type[Model], wanted: Mapping[int, list[Row]], stored: Mapping[int, set[Row]]) -> None:
    """Store in a model what is wanted for each publication for which something else is stored."""
    changed = {pk: rows for pk, rows in wanted.items() if set(rows) != stored.get(pk, set())}
    if changed:
        model._default_manager.filter(publication_id__in=changed).delete()
        model._default_manager.bulk_create(
            model(publication_id=pk, **row._asdict()) for pk, rows in changed.items() for row in rows
        )


def _clear(row_ids: list[int], failures: list[Failure]) -> None:
    """Delete the rows of pages that are done; those of failed pages stay, with the error, and are tried again later."""
    failed: dict[int, str] = {pk: repr(failure.error) for failure in failures for pk in failure.page_ids}
    for failure in failures:
        logger.error("No document for page %s: %r", sorted(failure.page_ids), failure.error, exc_info=failure.error)
    rows = OutboxRow.objects.filter(pk__in=row_ids)
    rows.exclude(page_id__in=failed).delete()
    for row in rows.filter(page_id__in=failed):
        row.attempts = min(row.attempts + 1, 20)
        row.error = failed[row.page_id]
        row.due_at = timezone.now() + timedelta(seconds=min(600, 2**row.attempts))
        row.save(update_fields=["attempts", "error", "due_at"])
