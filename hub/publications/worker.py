"""The one background process: outbox, schedule, consumers, upkeep."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from hub.plugins import PAGE
from hub.publications import consumers, models
from hub.publications.check import stale_pages
from hub.publications.dependencies import dependents_of
from hub.publications.models import OutboxRow, Publication, Sequence, Tombstone
from hub.publications.outbox import queue
from hub.publications.reconcile import Outcome, batch_pages, reconcile
from hub.publications.sequence import make_room, sequence_lock
from hub.translations.models import TranslatablePage

logger = logging.getLogger(__name__)

NAME = "worker"  # its row among the consumers tells when it was last alive
IDLE_SECONDS = 0.5
SCHEDULE_SECONDS = 5
UPKEEP_SECONDS = 600
ALIVE_SECONDS = 30
KEEP_TOMBSTONES = timedelta(days=180)
MAX_REST_SECONDS = 10


class Worker:
    """Does one round of everything that is due at each `step()`."""

    def __init__(self) -> None:
        self.due: dict[str, float] = {}
        self.rest: dict[str, float] = {}

    def run(self, stopped: Callable[[], bool]) -> None:
        """Work until `stopped()`. An error in one part is logged and hinders no other."""
        while not stopped():
            close_old_connections()
            busy = self.step()
            if not busy and not stopped():
                time.sleep(IDLE_SECONDS)

    def step(self) -> bool:
        """Do one round; return whether there may be more to do at once."""
        busy = False
        for part in (self.work_outbox, self.follow):
            try:
                busy |= part()
            except Exception:
                logger.exception("The worker's %s failed and is tried again.", part.__name__)
                time.sleep(IDLE_SECONDS)
        for seconds, part in (
            (ALIVE_SECONDS / 3, heartbeat),
            (SCHEDULE_SECONDS, run_schedule),
            (UPKEEP_SECONDS, upkeep),
        ):
            if time.monotonic() >= self.due.get(part.__name__, 0):
                self.due[part.__name__] = time.monotonic() + seconds
                try:
                    part()
                except Exception:
                    logger.exception("The worker's %s failed and is tried again.", part.__name__)
        return busy

    def work_outbox(self) -> bool:
        began = time.monotonic()
        outcome = work_outbox()
        if outcome is None:
            return False
        make_room(time.monotonic() - began)
        return True

    def follow(self) -> bool:
        """Give each consumer its next changes; one that fails is left alone for longer and longer."""
        busy = False
        for consumer in consumers.registered():
            if time.monotonic() < self.due.get(consumer.name, 0):
                continue
            busy |= consumers.follow(consumer) > 0
            failing = models.Consumer.objects.filter(name=consumer.name, failing_since__isnull=False).exists()
            self.rest[consumer.name] = min(MAX_REST_SECONDS, 2 * self.rest.get(consumer.name, 0.5)) if failing else 0
            self.due[consumer.name] = time.monotonic() + self.rest[consumer.name]
        return busy


def work_outbox() -> Outcome | None:
    """Do one batch of what waits in the outbox; None when nothing is due."""
    if expand():
        return Outcome()
    due = OutboxRow.objects.filter(model=PAGE, subtree=False, due_at__lte=timezone.now())
    ids = list(due.order_by("pk").values_list("page_id", flat=True)[: batch_pages()])
    return reconcile(ids) if ids else None


def expand() -> bool:
    """Turn rows for subtrees, snippets, images and files into rows for pages; say whether there were any."""
    rows = OutboxRow.objects.exclude(model=PAGE, subtree=False)
    if not rows.exists():
        return False
    with sequence_lock():
        for row in list(rows[:50]):
            if row.model == "*":
                pages = set(Page.objects.values_list("pk", flat=True))
                pages |= set(Publication.objects.values_list("source_id", flat=True))
                queue(pages)
            elif row.model != PAGE:
                queue(dependents_of(row.model, [row.page_id]))
            else:
                queue(subtree_of(row.page_id), withdraw=row.withdraw)
            row.delete()
    return True


def subtree_of(page_id: int) -> set[int]:
    """Return the descendants of a page, by the page tree as it is and by the publications as they were.

    Below its translations only what stands nowhere else is named: pages that exist in one language.
    """
    pages: set[int] = set()
    page = Page.objects.filter(pk=page_id).first()
    if page:
        own = Page.objects.filter(path__startswith=page.path)
        pages |= set(own.values_list("pk", flat=True))
        for path in Page.objects.filter(translation_key=page.translation_key).exclude(pk=page_id).values_list("path"):
            others = Page.objects.filter(path__startswith=path[0])
            pages |= set(others.exclude(translation_key__in=own.values("translation_key")).values_list("pk", flat=True))
    return (pages | published_below(page_id)) - {page_id}


def published_below(page_id: int) -> set[int]:
    """Return the source pages whose publications stand below a page, as a waiting withdrawal of its subtree hides them.

    One whose parent has lost its publication or was moved is missing: the rows of that change name it.
    """
    below: set[int] = set()
    level = {page_id}
    while level:
        children = Publication.objects.filter(parent_id__in=level).values_list("source_id", flat=True)
        level = set(children) - below
        below |= level
    return below


def drain(progress: Callable[[int], None] = lambda waiting: None) -> None:
    """Work until the outbox holds nothing due and every consumer that can be reached is at its end.

    `progress` is told how many pages still wait.
    """
    began = time.monotonic()
    while work_outbox() is not None:
        progress(OutboxRow.objects.count())
        make_room(time.monotonic() - began)
        began = time.monotonic()
    for consumer in consumers.registered():
        while consumers.follow(consumer):
            pass


def heartbeat() -> None:
    models.Consumer.objects.update_or_create(name=NAME, defaults={"seen_at": timezone.now()})


def is_alive() -> bool:
    """Say whether a worker has been seen lately."""
    since = timezone.now() - timedelta(seconds=ALIVE_SECONDS)
    return models.Consumer.objects.filter(name=NAME, seen_at__gte=since).exists()


def run_schedule() -> None:
    """Publish and unpublish what is due, page by page: one that fails hinders no other."""
    now = timezone.now()
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except Exception:
            logger.exception("Scheduled publishing of revision %s failed.", revision.pk)
    for page in Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").specific():
        # The source says when a page expires; a translation keeps the date that the source had when it was copied.
        if isinstance(page, TranslatablePage) and not page.is_source():
            continue
        try:
            with transaction.atomic():
                page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        except Exception:
            logger.exception("Scheduled unpublishing of page %s failed.", page.pk)
    ended = Publication.objects.filter(visible_until__lte=now).values_list("source_id", flat=True).distinct()
    reconcile(ended)


def upkeep() -> None:
    """Find what no signal told, and forget old tombstones."""
    queue(stale_pages())
    with sequence_lock() as sequence:
        old = Tombstone.objects.filter(created_at__lt=timezone.now() - KEEP_TOMBSTONES)
        last = old.order_by("-sequence").values_list("sequence", flat=True).first()
        if last:
            Sequence.objects.filter(pk=sequence.pk).update(tombstones_since=last)
            Tombstone.objects.filter(sequence__lte=last, created_at__lt=timezone.now() - KEEP_TOMBSTONES).delete()
