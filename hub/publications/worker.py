"""The background process: outbox, consumers, schedule, upkeep, jobs.

Several may run, each in the roles it has leases for.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress

from django.db import Error, close_old_connections
from django.utils import timezone
from wagtail.models import Page

from hub.jobs import running as jobs
from hub.logins import resets
from hub.plugins import PAGE
from hub.publications import consumers, errands, failures, leases
from hub.publications.consumers import Consumer
from hub.publications.dependencies import dependents_of
from hub.publications.leases import Leases
from hub.publications.models import ConsumerState, Head, OutboxRow, Publication
from hub.publications.outbox import queue
from hub.publications.reconcile import Outcome, batch_pages, reconcile
from hub.publications.schedule import run_schedule
from hub.publications.sequence import make_room, next_number, sequence_lock
from hub.publications.upkeep import notice_plugins, work_upkeep
from hub.translations.handover import hand_over_next

logger = logging.getLogger(__name__)

OUTBOX = "outbox"
HAND_OVER = "hand-over"
SCHEDULE = "schedule"
UPKEEP = "upkeep"
JOBS = "jobs"
IDLE_SECONDS = 0.5
SCHEDULE_SECONDS = 5
MAX_REST_SECONDS = 10
# A slow consumer takes few changes at once; most of them may need nothing, and a round costs more than such a change.
SLOW_SECONDS = 0.5


class Worker:
    """Does what is due at each `step()`, in the roles whose leases it holds; for the others it waits."""

    def __init__(self) -> None:
        self.leases = Leases()
        self.due: dict[str, float] = {}
        self.rest: dict[str, float] = {}
        self.knows_plugins = False

    def run(self, stopped: Callable[[], bool]) -> None:
        """Work until `stopped()`, then hand over. An error in one part is logged and stops no other."""
        try:
            while not stopped():
                close_old_connections()
                busy = self.step()
                if not busy and not stopped():
                    time.sleep(IDLE_SECONDS)
        finally:
            with suppress(Error):  # without the database the leases end by themselves
                self.leases.release()

    def step(self) -> bool:
        """Do one round; return whether there may be more to do at once.

        Upkeep does one batch of its round, and only when outbox and consumers have nothing to do; jobs have their turn
        in every round, one step each time, so that an import of many pages stops neither.
        """
        busy = self._attempt(self.work_outbox)
        busy |= self._attempt(self.hand_over)
        busy |= self._attempt(self.follow)
        busy |= self._attempt(self.work_schedule)
        if not busy:
            self._attempt(self.work_upkeep)
        busy |= self._attempt(self.work_jobs)
        return busy

    def _attempt(self, part: Callable[[], bool]) -> bool:
        try:
            return part()
        except Exception:
            logger.exception("The worker's %s failed and is tried again.", part.__name__)
            time.sleep(IDLE_SECONDS)
            return False

    def work_outbox(self) -> bool:
        if not self.leases.hold(OUTBOX):
            return False
        if not self.knows_plugins:
            notice_plugins()
            self.knows_plugins = True
        began = time.monotonic()
        outcome = work_outbox()
        if outcome is None:
            return False
        make_room(time.monotonic() - began)
        return True

    def hand_over(self) -> bool:
        """Hand the texts of published pages to their translators."""
        return self.leases.hold(HAND_OVER) and hand_over_next() > 0

    def follow(self) -> bool:
        """Give each consumer its next changes; one that fails is left alone for longer and longer."""
        busy = False
        for consumer in consumers.registered():
            role = role_of(consumer)
            if time.monotonic() < self.due.get(role, 0) or not self.leases.hold(role):
                continue
            until = time.monotonic() + (SLOW_SECONDS if consumer.is_slow else 0)
            while consumers.follow(consumer):
                busy = True
                if time.monotonic() >= until:
                    break
            failing = ConsumerState.objects.filter(name=consumer.name, failing_since__isnull=False).exists()
            self.rest[role] = min(MAX_REST_SECONDS, 2 * (self.rest.get(role) or 0.5)) if failing else 0
            self.due[role] = time.monotonic() + self.rest[role]
        return busy

    def work_schedule(self) -> bool:
        """Publish and unpublish what is due, every few seconds, and send the e-mails that wait."""
        if time.monotonic() < self.due.get(SCHEDULE, 0) or not self.leases.hold(SCHEDULE):
            return False
        self.due[SCHEDULE] = time.monotonic() + SCHEDULE_SECONDS
        more_is_due = run_schedule()
        if more_is_due:
            self.due[SCHEDULE] = 0
        failures.notify()
        for errand in (resets.send_due, *errands.registered()):
            if errand():
                self.due[SCHEDULE] = 0
        return more_is_due

    def work_upkeep(self) -> bool:
        return self.leases.hold(UPKEEP) and work_upkeep()

    def work_jobs(self) -> bool:
        if not self.leases.hold(JOBS):
            return False
        began = time.monotonic()
        busy = jobs.run_step()
        if busy:
            make_room(time.monotonic() - began)
        return busy


def role_of(consumer: Consumer) -> str:
    return f"consumer {consumer.name}"


def is_alive() -> bool:
    """Say whether a worker has looked at the outbox lately."""
    return leases.is_held(OUTBOX)


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
    with sequence_lock() as sequence:
        first = list(rows[:50])
        if any(row.model != PAGE for row in first):
            # Answers may show what no document holds: the postal codes of places, names of topics.
            Head.objects.update(value=next_number(sequence))
        for row in first:
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


def drain(progress: Callable[[int], None] = lambda waiting: None, alone: bool = False) -> None:
    """Work until nothing is due in the outbox, texts are handed over and each consumer within reach is at its end.

    `progress` is told how many pages still wait. Editors come first, unless it is `alone`; then slow consumers are left
    to the worker that comes later. A consumer that a running worker feeds is left to that worker.
    """
    began = time.monotonic()
    while work_outbox() is not None:
        progress(OutboxRow.objects.count())
        if not alone:
            make_room(time.monotonic() - began)
        began = time.monotonic()
    while hand_over_next():
        pass
    own = Leases()
    try:
        for consumer in consumers.registered():
            if not (alone and consumer.is_slow):
                follow_to_the_end(consumer, own)
    finally:
        own.release()


def follow_to_the_end(consumer: Consumer, own: Leases) -> None:
    while True:
        if own.hold(role_of(consumer)):
            if not consumers.follow(consumer):
                return
        elif consumers.is_behind(consumer):
            time.sleep(IDLE_SECONDS)
        else:
            return
