"""Consumers follow the sequence, each with a cursor of its own: search, later a static mirror, webhooks, …"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Rows
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from hub.plugins import PluginError
from hub.publications import models
from hub.publications.models import Publication, SetAside, Tombstone


@dataclass(frozen=True)
class Change:
    """One number of the sequence. `publication` is None when the page is no longer shown there."""

    sequence: int
    translation_key: UUID
    locale: str
    publication: Publication | None


class Unavailable(Exception):
    """The consumer's server cannot be reached: the same changes are tried again later."""


class Consumer:
    """Base class of consumers. Set `name`; a change may come more than once, and always after the ones before it."""

    name = ""
    batch_size = 200

    def apply(self, changes: Rows[Change]) -> None:
        """Take over `changes`. Raises Unavailable to be asked again; any other error sets the guilty change aside."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget everything: all changes follow from the beginning."""
        raise NotImplementedError

    def held(self) -> Iterable[tuple[UUID, str, int]]:
        """Return (translation key, locale, sequence) of all that is held, for `publications check`."""
        raise NotImplementedError


_consumers: dict[str, Consumer] = {}


def register(consumer: Consumer) -> None:
    """Add a consumer. Raises PluginError when its name is taken."""
    known = _consumers.get(consumer.name)
    if known is not None and type(known) is not type(consumer):
        raise PluginError(f"Two consumers are called {consumer.name!r}: rename one.")
    _consumers[consumer.name] = consumer


def registered() -> list[Consumer]:
    return list(_consumers.values())


def changes_after(cursor: int, limit: int) -> list[Change]:
    """Return the next changes in sequence order (two queries)."""
    publications = Publication.objects.filter(sequence__gt=cursor).order_by("sequence")[:limit]
    found = [Change(item.sequence, item.translation_key, item.locale, item) for item in publications]
    stones = Tombstone.objects.filter(sequence__gt=cursor).order_by("sequence")[:limit]
    found += [Change(item.sequence, item.translation_key, item.locale, None) for item in stones]
    return sorted(found, key=lambda change: change.sequence)[:limit]


def follow(consumer: Consumer) -> int:
    """Give one batch of changes to a consumer and move its cursor; return how many it took.

    Raises nothing of the consumer's: what keeps it from following, such as an unreachable server, is noted on its row.
    """
    state, _created = models.Consumer.objects.get_or_create(name=consumer.name)
    # The head is read before the changes: numbers between are seen again next time, none is passed over.
    head = models.Sequence.current()
    try:
        if state.epoch != head.epoch or state.cursor > head.value:
            consumer.reset()
            state.set_aside.all().delete()
            state.epoch, state.cursor = head.epoch, 0
            state.save(update_fields=["epoch", "cursor"])
        changes = [
            change for change in changes_after(state.cursor, consumer.batch_size) if change.sequence <= head.value
        ]
        if changes:
            apply(consumer, state, changes)
    except Exception as error:  # noqa: BLE001 - one that fails in its own way must not hinder the other consumers
        state.failing_since = state.failing_since or timezone.now()
        state.error = str(error) if isinstance(error, Unavailable) else repr(error)
        state.save(update_fields=["failing_since", "error"])
        return 0
    if changes or state.failing_since:
        # Somebody may have sent the consumer back to its beginning meanwhile: then it stays there.
        unmoved = models.Consumer.objects.filter(pk=state.pk, epoch=state.epoch, cursor=state.cursor)
        cursor = changes[-1].sequence if changes else state.cursor
        unmoved.update(cursor=cursor, failing_since=None, error="")
    return len(changes)


def apply(consumer: Consumer, state: models.Consumer, changes: list[Change]) -> None:
    """Apply changes together, and one by one when that fails, setting the guilty ones aside with their error."""
    try:
        consumer.apply(changes)
        failed = []
    except Unavailable:
        raise
    except Exception:  # noqa: BLE001 - a consumer may fail in any way; the guilty change is found below
        failed = [(change, error) for change in changes if (error := _apply_one(consumer, change))]
    done = {(change.translation_key, change.locale) for change in changes}
    known = state.set_aside.filter(translation_key__in={key for key, _locale in done})
    state.set_aside.filter(pk__in=[row.pk for row in known if (row.translation_key, row.locale) in done]).delete()
    SetAside.objects.bulk_create(
        SetAside(
            consumer=state,
            translation_key=change.translation_key,
            locale=change.locale,
            sequence=change.sequence,
            error=repr(error),
        )
        for change, error in {
            (change.translation_key, change.locale): (change, error) for change, error in failed
        }.values()
    )


def _apply_one(consumer: Consumer, change: Change) -> Exception | None:
    try:
        consumer.apply([change])
    except Unavailable:
        raise
    except Exception as error:  # noqa: BLE001 - the error is kept with the change that caused it
        return error
    return None
