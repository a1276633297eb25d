"""Leases: however many workers run, one at a time works in each role, such as the outbox or one consumer.

A lease is a row with an end, taken by a conditional UPDATE, so it works alike on every database. It keeps workers from
doing the same twice; it cannot stop one that was paused in the middle of its work. What a worker does is therefore safe
without it: reconciling holds the sequence, scheduled pages are locked, consumers' cursors move conditionally.
"""

from __future__ import annotations

import os
import socket
import uuid
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from hub.publications.models import Lease

DURATION = timedelta(seconds=15)
# A holder renews its lease so early that every piece of work begins with most of it left.
RENEWAL = DURATION / 3
# How long after a stop or an expiry another worker may take over.
RETRY = timedelta(seconds=2)


class Leases:
    """The leases of one worker."""

    def __init__(self) -> None:
        self.holder = f"{socket.gethostname()[:60]} {os.getpid()} {uuid.uuid4().hex[:8]}"
        self._held: set[str] = set()
        self._ask_at: dict[str, datetime] = {}

    def hold(self, role: str) -> bool:
        """Take or keep the lease of `role`; say whether this worker holds it.

        Asks the database only when the lease is to be renewed or may have become free.
        """
        now = timezone.now()
        if role not in self._ask_at or now >= self._ask_at[role]:
            if self._take(role, now):
                self._held.add(role)
                self._ask_at[role] = now + RENEWAL
            else:
                self._held.discard(role)
                self._ask_at[role] = now + RETRY
        return role in self._held

    def release(self) -> None:
        """Give up all leases, so that others need not wait for their end."""
        Lease.objects.filter(holder=self.holder).delete()
        self._held.clear()
        self._ask_at.clear()

    def _take(self, role: str, now: datetime) -> bool:
        available = Lease.objects.filter(Q(holder=self.holder) | Q(expires_at__lte=now), role=role)
        if available.update(holder=self.holder, expires_at=now + DURATION):
            return True
        defaults = {"holder": self.holder, "expires_at": now + DURATION}
        _lease, is_new = Lease.objects.get_or_create(role=role, defaults=defaults)
        return is_new


def is_held(role: str) -> bool:
    """Say whether any worker holds the lease of `role`."""
    return Lease.objects.filter(role=role, expires_at__gt=timezone.now()).exists()
