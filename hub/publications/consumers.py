"""Consumers follow the sequence, each with a cursor of its own: search, later a static mirror, webhooks, …"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Rows
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from hub.plugins import PluginError
from hub.publications.models import ConsumerState, FailedChange, Publication, Sequence, Tombstone


@dataclass(frozen=True)
class Change:
    """What one page shows in one language since the number `sequence`.

    `publication` holds the document, and is None when the page is no longer shown there; `kind` is the slug of the
    page's kind in both cases.
    """

    sequence: int
    translation_key: UUID
    locale: str
    kind: str
    publication: Publication | None


class Unavailable(Exception):
    """The consumer's server cannot be reached: the same changes are tried again later."""


class Outdated(Exception):
    """What the consumer holds was made in another form than it makes now: it begins again."""


class Consumer:
    """Base class of consumers. Set `name`, and `kinds` to the slugs of the kinds to follow, unless it is all.

    A change may come more than once, and the newest always comes last. When `kinds` or `version` changes, the consumer
    begins again. `is_slow` says that a change may take seconds: loading a demo leaves it to the worker, which begins
    batches of `batch_size` changes for half a second in a round and does not look after editors meanwhile.
    """

    name = ""
    kinds: tuple[str, ...] = ()
    batch_size = 200
    is_slow = False

    @property
    def version(self) -> str:
        """The form of what it holds, in up to 100 characters."""
        return ""

    def prepare(self) -> None:
        """Make what a new language of the settings needs before its first page. Raises Unavailable."""

    def apply(self, changes: Rows[Change]) -> None:
        """Take over `changes`. Raises Unavailable to be asked again, Outdated to begin again; with any other error the
        changes are applied one by one, and each that raises again is recorded as failed.
        """
        raise NotImplementedError

    def reset(self) -> None:
        """Forget everything: all changes follow from the beginning."""
        raise NotImplementedError

    def held(self) -> Iterable[tuple[UUID, str, int]]:
        """Return (translation key, locale, sequence) of all that is held, for `publications check`."""
        raise NotImplementedError


_consumers: dict[str, Consumer] = {}


def register(consumer: Consumer) -> None:
    """Add a consumer. Raises PluginError when its name is missing or taken, or `kinds` is one text."""
    if not consumer.name:
        raise PluginError(f"{type(consumer).__qualname__} has no name: set `name`, by which its progress is kept.")
    if isinstance(consumer.kinds, str):
        raise PluginError(f"{consumer.name!r}: kinds is one text; write ({consumer.kinds!r},).")
    known = _consumers.get(consumer.name)
    if known is not None and type(known) is not type(consumer):
        raise PluginError(f"Two consumers are called {consumer.name!r}: rename one.")
    _consumers[consumer.name] = consumer


def registered() -> list[Consumer]:
    return list(_consumers.values())


def of_kinds(rows: QuerySet, slugs: Rows[str]) -> QuerySet:
    """Return those of `rows` (publications or tombstones) that are of one of the kinds; of any kind without slugs."""
    return rows.filter(kind__in=slugs) if slugs else rows


def changes_after(cursor: int, limit: int, slugs: Rows[str] = ()) -> list[Change]:
    """Return the next changes, of these kinds alone, in sequence order (two queries)."""
    publications = of_kinds(Publication.objects.filter(sequence__gt=cursor), slugs).order_by("sequence")[:limit]
    tombstones = of_kinds(Tombstone.objects.filter(sequence__gt=cursor), slugs).order_by("sequence")[:limit]
    changes = [Change(row.sequence, row.translation_key, row.locale, row.kind, row) for row in publications]
    changes += [Change(row.sequence, row.translation_key, row.locale, row.kind, None) for row in tombstones]
    return sorted(changes, key=lambda change: change.sequence)[:limit]


def follow(consumer: Consumer) -> int:
    """Give one batch of changes to a consumer and move its cursor; return how many it took.

    Raises nothing of the consumer's: what keeps it from following, such as an unreachable server, is noted on its row.
    """
    state, _created = ConsumerState.objects.get_or_create(name=consumer.name)
    # The head is read before the changes: numbers between are seen again next time, none is passed over.
    head = Sequence.current()
    try:
        if begins_again(consumer, state, head):
            consumer.reset()
            state.failed_changes.all().delete()
            state.epoch, state.kinds, state.version, state.cursor = head.epoch, followed(consumer), consumer.version, 0
            state.save(update_fields=["epoch", "kinds", "version", "cursor"])
        retry(consumer, state)
        changes = [
            change
            for change in changes_after(state.cursor, consumer.batch_size, consumer.kinds)
            if change.sequence <= head.value
        ]
        if changes:
            apply(consumer, state, changes)
    except Outdated:
        ConsumerState.objects.filter(pk=state.pk).update(epoch="")  # of no epoch: it begins again at the next step
        return 0
    except Exception as error:  # noqa: BLE001 - one that fails in its own way must not stop the other consumers
        text = str(error) if isinstance(error, Unavailable) else repr(error)
        move(state, state.cursor, failing_since=state.failing_since or timezone.now(), error=text)
        return 0
    # Numbers that concern it no longer, or not at all, are not looked through again.
    cursor = changes[-1].sequence if len(changes) == consumer.batch_size else head.value
    if cursor != state.cursor or state.failing_since:
        move(state, cursor, failing_since=None, error="")
    return len(changes)


def followed(consumer: Consumer) -> str:
    """Return the kinds that a consumer follows as its row keeps them."""
    return " ".join(sorted(consumer.kinds))


def begins_again(consumer: Consumer, state: ConsumerState, head: Sequence) -> bool:
    """Say whether what the consumer holds is of another epoch, of other kinds, or in another form than now."""
    known = (state.epoch, state.kinds, state.version)
    return known != (head.epoch, followed(consumer), consumer.version) or state.cursor > head.value


def try_again(names: Iterable[str]) -> int:
    """Have the worker try the failed changes of these consumers again; return how many there are."""
    return FailedChange.objects.filter(consumer__name__in=list(names)).update(retry=True)


def retry(consumer: Consumer, state: ConsumerState) -> None:
    """Apply the failed changes that somebody asked to have tried again, as the pages are now.

    Raises Unavailable; what fails once more is kept with its new error.
    """
    rows = list(state.failed_changes.filter(retry=True).order_by("sequence")[: consumer.batch_size])
    if not rows:
        return
    keys = {row.translation_key for row in rows}
    publications = {
        (row.translation_key, row.locale): row for row in Publication.objects.filter(translation_key__in=keys)
    }
    changes = []
    for row in rows:
        publication = publications.get((row.translation_key, row.locale))
        number = publication.sequence if publication else row.sequence
        changes.append(Change(number, row.translation_key, row.locale, row.kind, publication))
    apply(consumer, state, changes)


def move(state: ConsumerState, cursor: int, **values: Any) -> None:
    """Move a consumer from where it was when `state` was read to `cursor`, unless it has been moved meanwhile.

    If it was sent back to its beginning, it stays there. If it was moved on, two workers gave it changes at once: one
    of them was paused for longer than its lease, and may have applied older changes over newer ones when it woke up.
    Then all changes since come again, in order.
    """
    same_epoch = ConsumerState.objects.filter(pk=state.pk, epoch=state.epoch)
    if not same_epoch.filter(cursor=state.cursor).update(cursor=cursor, **values):
        same_epoch.filter(cursor__gt=state.cursor).update(cursor=state.cursor)


def is_behind(consumer: Consumer) -> bool:
    """Say whether changes wait for a consumer that can be reached."""
    state = ConsumerState.objects.filter(name=consumer.name).first()
    if state is None or state.failing_since:
        return state is None
    return (
        begins_again(consumer, state, Sequence.current())
        or state.failed_changes.filter(retry=True).exists()
        or bool(changes_after(state.cursor, 1, consumer.kinds))
    )


def apply(consumer: Consumer, state: ConsumerState, changes: list[Change]) -> None:
    """Apply changes together, and one by one when that fails; record those that fail by themselves."""
    try:
        consumer.apply(changes)
        errors: dict[tuple[UUID, str], tuple[Change, Exception]] = {}
    except (Unavailable, Outdated):
        raise
    except Exception:  # noqa: BLE001 - a consumer may fail in any way; the failed change is found below
        errors = {
            (change.translation_key, change.locale): (change, error)
            for change in changes
            if (error := _error_of(consumer, change))
        }
    keys = {(change.translation_key, change.locale) for change in changes}
    earlier = state.failed_changes.filter(translation_key__in={key for key, _locale in keys})
    state.failed_changes.filter(
        pk__in=[row.pk for row in earlier if (row.translation_key, row.locale) in keys]
    ).delete()
    FailedChange.objects.bulk_create(
        FailedChange(
            consumer=state,
            translation_key=change.translation_key,
            locale=change.locale,
            kind=change.kind,
            sequence=change.sequence,
            error=repr(error),
        )
        for change, error in errors.values()
    )


def _error_of(consumer: Consumer, change: Change) -> Exception | None:
    """Apply one change and return what it raised."""
    try:
        consumer.apply([change])
    except (Unavailable, Outdated):
        raise
    except Exception as error:  # noqa: BLE001 - the error is kept with the change that caused it
        return error
    return None
