"""What the desk stores about those who work in the admin."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


def next_monday(now: datetime | None = None) -> datetime:
    """Return when the working week begins next: Monday, 7 o'clock in the hub's time zone."""
    now = timezone.localtime(now)
    monday = timezone.make_aware(datetime.combine(now.date() - timedelta(days=now.weekday()), time(7)))
    return (
        monday
        if monday > now
        else timezone.make_aware(datetime.combine(now.date() + timedelta(days=7 - now.weekday()), time(7)))
    )


class WeeklyMail(models.Model):
    """When a translator gets the next e-mail about what waits, and whether they want it at all."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="weekly_mail")
    is_off = models.BooleanField(default=False)
    due_at = models.DateTimeField(default=next_monday, db_index=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.due_at:%Y-%m-%d %H:%M}"
