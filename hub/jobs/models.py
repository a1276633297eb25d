"""The table of jobs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.jobs import kinds


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    FINISHED = "finished", _("finished")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


UNFINISHED = (State.WAITING, State.RUNNING)
RESUMABLE = (State.FAILED, State.CANCELLED)


class JobQuerySet(models.QuerySet["Job"]):
    def unfinished(self) -> JobQuerySet:
        return self.filter(state__in=UNFINISHED)

    def visible_to(self, user: Any) -> JobQuerySet:
        """Return the jobs that `user` has started; for superusers all."""
        return self.all() if user.is_superuser else self.filter(started_by=user.pk)


class Job(models.Model):
    """Work of one kind, how far it has come, and where its next step begins."""

    kind = models.CharField(max_length=50)
    subject = models.CharField(
        max_length=255, blank=True, help_text="A name that needs no translation, such as a page's title."
    )
    arguments = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=32, help_text="Of the arguments, to find a job that is the same.")
    cursor = models.JSONField(default=dict, help_text="Where the next step begins; what it holds is the kind's.")
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    refusals = models.PositiveSmallIntegerField(
        default=0, help_text="How often the database has refused the next step, such as for a deadlock."
    )
    error = models.TextField(blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True
    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "fingerprint"],
                condition=models.Q(state__in=UNFINISHED),
                name="unfinished_job_once",
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(state__in=UNFINISHED), name="unfinished_jobs"),
            models.Index(fields=["finished_at"]),
        ]
        ordering = ["pk"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What it does, in the active language."""
        kind = kinds.get(self.kind)
        return str(kind.label) % {"subject": self.subject} if kind else f"{self.kind}: {self.subject}"

    @property
    def result(self) -> str:
        """What has come of it so far, in the active language."""
        kind = kinds.get(self.kind)
        return kind.result(self) if kind else ""

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def is_resumable(self) -> bool:
        return self.state in RESUMABLE
