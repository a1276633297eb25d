"""Starting jobs, and doing them step by step.

A step and the cursor that it moves are one transaction, which holds the job's row. So after a crash the next worker
goes on where the last one stood, and no two do the same step, whether they hold a lease or not.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from datetime import timedelta
from hashlib import blake2b
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from hub.jobs import kinds
from hub.jobs.models import RESUMABLE, UNFINISHED, Job, State

logger = logging.getLogger(__name__)

KEEP = timedelta(days=30)
MAX_REFUSALS = 3


def start(kind: str, arguments: dict[str, Any], *, subject: str = "", user: Any = None) -> Job:
    """Return a new job that waits for the worker, or the one with the same arguments that is not finished yet.

    Raises LookupError for a kind that nobody has registered.
    """
    kinds.require(kind)
    job, _created = Job.objects.get_or_create(
        kind=kind,
        fingerprint=fingerprint(arguments),
        state__in=UNFINISHED,
        defaults={"arguments": arguments, "subject": subject[:255], "started_by": user},
    )
    return job


def fingerprint(arguments: dict[str, Any]) -> str:
    return blake2b(json.dumps(arguments, sort_keys=True).encode(), digest_size=16).hexdigest()


def run_step() -> bool:
    """Do one step of the oldest unfinished job; return whether there may be more to do at once.

    Raises what the database raises when it is away or busy: the step is tried again, a few times.
    """
    oldest = Job.objects.unfinished().order_by("pk").values_list("pk", flat=True).first()
    if oldest is None:
        return False
    try:
        with transaction.atomic():
            job = Job.objects.unfinished().select_for_update(skip_locked=True).filter(pk=oldest).first()
            if job is None:  # cancelled, or another worker is at it
                return False
            advance(job)
    except (InterfaceError, OperationalError) as error:
        Job.objects.filter(pk=oldest).update(refusals=F("refusals") + 1)
        if Job.objects.filter(pk=oldest, refusals__lt=MAX_REFUSALS).exists():
            raise
        fail(oldest, error)
    except Exception as error:
        logger.exception("Job %s failed.", oldest)
        fail(oldest, error)
    return True


def advance(job: Job) -> None:
    """Let a locked job do its next step. The first one counts what there is to do."""
    kind = kinds.require(job.kind)
    job.state = State.RUNNING
    if job.started_at is None:
        job.started_at = timezone.now()
        job.total = kind.count(job.arguments)
    elif not kind.step(job):
        job.state = State.FINISHED
        job.finished_at = timezone.now()
    job.refusals = 0
    job.save(update_fields=["state", "started_at", "finished_at", "total", "done", "cursor", "refusals"])


def fail(pk: int, error: Exception) -> None:
    text = " ".join(error.messages) if isinstance(error, ValidationError) else repr(error)
    rows = Job.objects.unfinished().filter(pk=pk)
    rows.update(state=State.FAILED, error=text, refusals=0, finished_at=timezone.now())


def try_again(job: Job) -> None:
    """Let a failed or cancelled job go on where it stood, unless the same has been started again meanwhile."""
    with suppress(IntegrityError), transaction.atomic():
        rows = Job.objects.filter(pk=job.pk, state__in=RESUMABLE)
        rows.update(state=State.WAITING, error="", finished_at=None)


def cancel(job: Job) -> None:
    """Let a job do no further step. What it has done stays."""
    Job.objects.unfinished().filter(pk=job.pk).update(state=State.CANCELLED, finished_at=timezone.now())


def forget_finished() -> None:
    """Delete jobs that came to an end long ago."""
    Job.objects.filter(finished_at__lt=timezone.now() - KEEP).delete()
