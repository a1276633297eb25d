"""The second factor: a code from an app on the user's phone (TOTP), or one of the recovery codes for when it is lost.

Until the code has been given nobody is logged in: the session holds only who has given the password, and when. So
nothing else in the hub has to ask whether a user is verified.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

OFF, ADMINISTRATORS, ALL = "off", "administrators", "all"
SESSION_KEY = "password_given"
PATIENCE = 10 * 60  # seconds between password and code
RECOVERY_CODES = 10


@dataclass
class PasswordGiven:
    """A login that waits for the second factor."""

    user_id: int
    # Changes with the user's password.
    session_hash: str
    backend: str
    address: str
    # Seconds that the session may last, 0 until the browser is closed, None as by the settings.
    expiry: int | None
    at: float
    # Of a device that may be set up: shown to nobody but this browser, so that nobody else knows it afterwards.
    key: str

    def user(self) -> Any | None:
        """Return who gave the password, unless that is too long ago or no longer their password."""
        user = get_user_model().objects.filter(pk=self.user_id, is_active=True).first()
        if not user or time.time() > self.at + PATIENCE:
            return None
        return user if constant_time_compare(user.get_session_auth_hash(), self.session_hash) else None


def is_required(user: Any) -> bool:
    """Say whether `user` needs a second factor by SECOND_FACTOR. Those who have set one up are asked for it, too."""
    if settings.SECOND_FACTOR == OFF:
        return False
    everybody = settings.SECOND_FACTOR == ALL and user.has_perm("wagtailadmin.access_admin")
    return user.is_superuser or everybody or device_of(user) is not None


def device_of(user: Any) -> TOTPDevice | None:
    return TOTPDevice.objects.devices_for_user(user).first()


def new_device(waiting: PasswordGiven, user: Any) -> TOTPDevice:
    """Return the device that `user` may set up. It is not stored."""
    return TOTPDevice(user=user, name="app", key=waiting.key)


def password_given(request: HttpRequest, user: Any, address: str, expiry: int | None) -> None:
    """Keep in the session that `user` has given the password and wants to go to `address`."""
    request.session.cycle_key()
    values = (user.backend, address, expiry, time.time(), random_hex())
    waiting = PasswordGiven(user.pk, user.get_session_auth_hash(), *values)
    request.session[SESSION_KEY] = asdict(waiting)


def waiting_login(request: HttpRequest) -> tuple[PasswordGiven, Any] | None:
    values = request.session.get(SESSION_KEY)
    if not values:
        return None
    waiting = PasswordGiven(**values)
    user = waiting.user()
    return (waiting, user) if user else None


def finish(request: HttpRequest, waiting: PasswordGiven, user: Any) -> None:
    """Log `user` in."""
    request.session.pop(SESSION_KEY, None)
    login(request, user, backend=waiting.backend)
    if waiting.expiry is not None:
        request.session.set_expiry(waiting.expiry)


def accepts(user: Any, code: str) -> bool:
    """Say whether `code` is right. After a wrong one each device refuses all for a second, then for two, four, eight …

    A code of digits is the app's, any other one a recovery code, which is used up.
    """
    code = "".join(code.split()).lower()
    model = TOTPDevice if code.isdigit() else StaticDevice
    with transaction.atomic():
        device = model.objects.devices_for_user(user).select_for_update().first()
        return device is not None and device.verify_token(code)


def set_up(waiting: PasswordGiven, user: Any, code: str) -> bool:
    """Store the new device if `code` is its."""
    device = new_device(waiting, user)
    with transaction.atomic():
        accepted = device.verify_token("".join(code.split()))  # stores it in either case
        if not accepted:
            device.delete()
    return accepted


def new_recovery_codes(user: Any) -> list[str]:
    """Return recovery codes in place of the earlier ones."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        codes = StaticDevice.objects.create(user=user, name="recovery codes").token_set
        return [codes.create(token=StaticToken.random_token()).token for _ in range(RECOVERY_CODES)]


def recovery_codes_left(user: Any) -> int:
    return StaticToken.objects.filter(device__user=user).count()


def forget(user: Any) -> None:
    """Remove app and recovery codes: at the next login the user sets them up again, if they need them."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
