"""Upkeep: finds what no signal told, batch by batch, and forgets what is no longer needed."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from hub.jobs import running as jobs
from hub.plugins import kinds
from hub.publications import failures
from hub.publications.check import compare, next_pages, next_publications, orphans
from hub.publications.models import Publication, Sequence, Tombstone, UpkeepRound
from hub.publications.outbox import queue
from hub.publications.sequence import sequence_lock
from hub.publications.tree_check import mend_tree
from hub.translations.moving import follow_source, misplaced

logger = logging.getLogger(__name__)

INTERVAL = timedelta(minutes=10)
KEEP_TOMBSTONES = timedelta(days=180)


def work_upkeep() -> bool:
    """Do the next batch of a round, beginning one when it is due; return whether there was anything to do."""
    current, _created = UpkeepRound.objects.get_or_create(pk=1)
    if current.finished and timezone.now() < current.started_at + INTERVAL:
        return False
    if current.finished:
        begin_round()
        current.refresh_from_db()
    if page_ids := next_pages(current.page_id):
        for page, source in misplaced(page_ids):
            try:
                moved = follow_source(page, source)
            except Exception:
                logger.exception("Page %s could not be moved to where its source page is.", page.pk)
            else:
                if moved:
                    logger.warning("Page %s was moved to where its source page is.", page.pk)
        queue(stale_pages(page_ids))
        current.move_on(page_id=page_ids[-1])
    elif last := next_publications(current.publication_id):
        queue(finding.page_id for finding in orphans(current.publication_id, last))
        current.move_on(publication_id=last)
    else:
        prune_tombstones()
        failures.forget_resolved()
        jobs.forget_finished()
        renew_statistics()
        current.move_on(finished=True)
    return True


def notice_plugins() -> None:
    """Name the pages of kinds that came or went with a plugin since a worker last ran; a round would take minutes."""
    published = set(Publication.objects.order_by().values_list("kind", flat=True).distinct())
    gone = Publication.objects.filter(kind__in=published - {kind.slug for kind in kinds})
    queue(gone.values_list("source_id", flat=True), withdraw=True)
    for kind in kinds:
        if kind.slug not in published:
            queue(kind.model_class.objects.filter(live=True).values_list("pk", flat=True))


def begin_round() -> None:
    """Begin again with the first page. Damage in the page tree is mended first: it takes few queries."""
    mend_tree()
    start = {"started_at": timezone.now(), "page_id": 0, "publication_id": 0, "finished": False}
    UpkeepRound.objects.update_or_create(pk=1, defaults=start)


def stale_pages(page_ids: list[int]) -> set[int]:
    """Return the source pages, of a batch, whose publications are not what they should be."""
    try:
        return {finding.page_id for finding in compare(page_ids) if finding.page_id}
    except (InterfaceError, OperationalError):
        raise  # the database is away: no page's fault
    except Exception:
        # Reconciling isolates the page that cannot be compared, and editors are told of it.
        logger.exception("Pages %s to %s could not be compared and are reconciled.", page_ids[0], page_ids[-1])
        return set(page_ids)


def renew_statistics() -> None:
    """Have SQLite count rows, so that it takes the right index of large tables; PostgreSQL does so by itself.

    Some rows of each index tell enough (https://www.sqlite.org/lang_analyze.html#approx): some 40 ms for 60,000
    publications. Connections read the statistics when they are opened, web processes within a minute.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


def prune_tombstones() -> None:
    with sequence_lock() as sequence:
        old = Tombstone.objects.filter(created_at__lt=timezone.now() - KEEP_TOMBSTONES)
        last = old.order_by("-sequence").values_list("sequence", flat=True).first()
        if last:
            Sequence.objects.filter(pk=sequence.pk).update(tombstones_since=last)
            old.filter(sequence__lte=last).delete()
