"""The log of failed logins. It never holds a password."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from hub.logins.clients import client_address

logger = logging.getLogger("hub.logins")


@receiver(user_login_failed)
def log_failure(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Write one line; %r keeps a name with line breaks from forging others."""
    address = client_address(request) if request else "a program"
    logger.warning("Login as %r from %s failed.", credentials.get("username"), address)
