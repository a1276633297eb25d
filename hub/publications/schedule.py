"""The schedule: drafts are published and expired pages unpublished when their time has come."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from hub.publications import failures
from hub.publications.models import Publication, PublishingFailure
from hub.publications.outbox import queue
from hub.publications.reconcile import batch_pages, reconcile
from hub.translations.sources import with_source_path
from hub.translations.state import HalfTranslated
from hub.tree import lock_tree

logger = logging.getLogger(__name__)

# Sent whenever the schedule runs, every few seconds, for what else has to be tried again until it is done.
scheduled = Signal()

# Pages published or unpublished in one run: the outbox must not wait for all that is due on New Year's Day.
PAGES_AT_ONCE = 20
RETRY_UNPUBLISHING = timedelta(hours=1)


def run_schedule() -> bool:
    """Publish and unpublish what is due, each page by itself; return whether more is due at once.

    A revision that cannot be published is no longer scheduled: its draft stays, and the people concerned are told.
    """
    scheduled.send_robust(sender=None)
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    revisions = list(due.defer("content")[:PAGES_AT_ONCE])
    for revision in revisions:
        publish(revision)
    pages = expired_pages()
    for page in pages[:PAGES_AT_ONCE]:
        unpublish(page)
    has_ended = Q(visible_until__lte=now) | Q(changes_at__lte=now)
    ended = list(Publication.objects.filter(has_ended).values_list("source_id", flat=True).distinct())
    queue(ended[batch_pages() :])
    reconcile(ended[: batch_pages()])
    return len(revisions) == PAGES_AT_ONCE or len(pages) > PAGES_AT_ONCE


def publish(revision: Revision) -> None:
    """Publish `revision` if it is still due."""
    try:
        with transaction.atomic():
            lock_tree()  # before the row, as all do: the revision may have a new slug
            if is_locked(revision.base_content_type_id, revision.object_id):
                still_due = Revision.objects.filter(pk=revision.pk, approved_go_live_at__lte=timezone.now())
                for current in still_due.select_for_update(skip_locked=True):
                    current.publish(log_action="wagtail.publish.scheduled")
    except (InterfaceError, OperationalError):
        raise  # the database is away: no page's fault
    except Exception as error:
        if isinstance(error, HalfTranslated):
            logger.warning("Revision %s is half translated and no longer scheduled.", revision.pk)
        else:
            logger.exception("Scheduled publishing of revision %s failed; it is no longer scheduled.", revision.pk)
        unschedule(revision, error)


def is_locked(content_type_id: int, object_id: str) -> bool:
    """Lock the page or other object of a revision; say whether that was possible.

    Editors lock it first, too, when they save. One who is just saving may publish something newer: then the schedule
    waits for its next run.
    """
    model: Any = ContentType.objects.get_for_id(content_type_id).model_class()
    return bool(model._base_manager.select_for_update(skip_locked=True).filter(pk=object_id))


@transaction.atomic
def unschedule(revision: Revision, error: Exception) -> None:
    """Take `revision` off the schedule, keep it as a draft, and tell who scheduled and who approved it."""
    # Locked, because saving a draft may go on writing into the same revision.
    current = Revision.objects.select_for_update().get(pk=revision.pk)
    if current.approved_go_live_at != revision.approved_go_live_at:
        return  # it was scheduled anew meanwhile
    current.content["go_live_at"] = None
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None, content=current.content)
    is_page = revision.base_content_type_id == ContentType.objects.get_for_model(Page).pk
    page = Page.objects.filter(pk=revision.object_id).first() if is_page else None
    if page:
        Page.objects.filter(pk=page.pk, live=False).update(go_live_at=None)
        scheduling = PageLogEntry.objects.filter(revision=revision, action="wagtail.publish.schedule")
        people = get_user_model().objects.filter(Q(pk=revision.user_id) | Q(pk__in=scheduling.values("user_id")))
        failures.record(page, PublishingFailure.Occasion.SCHEDULE, error, people)


def expired_pages() -> list[Page]:
    """Return live pages past their expiry, a few more than are unpublished at once, without those that could not be
    unpublished lately.

    The source says when a page expires; a translation keeps the date that the source had when it was copied.
    """
    now = timezone.now()
    failed = PublishingFailure.objects.filter(
        occasion=PublishingFailure.Occasion.EXPIRY, created_at__gt=now - RETRY_UNPUBLISHING
    )
    pages = Page.objects.filter(live=True, expire_at__lte=now).exclude(pk__in=failed.values("page_id"))
    sources = with_source_path(pages).filter(
        Q(page_language_code=settings.LANGUAGE_CODE) | Q(source_url_path__isnull=True)
    )
    return list(sources.order_by("expire_at")[: PAGES_AT_ONCE + 1])


def unpublish(page: Page) -> None:
    """Unpublish `page` if it is still live and expired."""
    try:
        with transaction.atomic():
            expired = Page.objects.filter(pk=page.pk, live=True, expire_at__lte=timezone.now())
            for current in expired.select_for_update(skip_locked=True):
                current.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except (InterfaceError, OperationalError):
        raise  # the database is away: no page's fault
    except Exception as error:
        logger.exception("Scheduled unpublishing of page %s failed and is tried again in an hour.", page.pk)
        failures.record(page, PublishingFailure.Occasion.EXPIRY, error)
