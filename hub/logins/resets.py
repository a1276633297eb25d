"""Forgotten passwords: the request notes the address, the background process looks for the account and writes to it.

So the answer is the same, and takes as long, whether or not there is an account.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone, translation

from hub.internals import axes
from hub.internals.wagtail_admin import PasswordResetForm, send_password_reset
from hub.logins.models import PasswordReset

# However many ask from however many addresses, nobody's mailbox is flooded.
PAUSE = timedelta(minutes=5)


class NotedPasswordResetForm(PasswordResetForm):
    """Wagtail's form of the page “Forgotten it?”. It sends nothing itself."""

    def save(self, *, request: HttpRequest, **options: Any) -> None:
        email = self.cleaned_data["email"].lower()
        # No user has such a name: it holds a space.
        name = f"reset {email}"
        if axes.is_locked(request, name):
            axes.refuse(request)
            return
        axes.count(request, name)
        values = {"language": translation.get_language(), "waiting": True, "asked_at": timezone.now()}
        PasswordReset.objects.update_or_create(email=email, defaults=values)


def send_due() -> bool:
    """Send the e-mail that has waited longest; say whether there was one. It is tried once."""
    now = timezone.now()
    due = PasswordReset.objects.filter(Q(sent_at=None) | Q(sent_at__lte=now - PAUSE), waiting=True)
    reset = due.order_by("asked_at").first()
    if not reset:
        return False
    # Marked before it is sent: neither a second worker nor a server that refuses it makes it come again.
    if due.filter(pk=reset.pk).update(waiting=False, sent_at=now):
        with translation.override(reset.language):
            send_password_reset(reset.email, settings.WAGTAILADMIN_BASE_URL)
    PasswordReset.objects.filter(waiting=False, sent_at__lte=now - PAUSE).delete()
    return True
