"""django-axes: its counters, used for more than users' logins."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from axes.utils import reset
from django.http import HttpRequest


def is_locked(request: HttpRequest, name: str) -> bool:
    """Say whether `name` has been tried too often from where `request` comes."""
    return not AxesProxyHandler.is_allowed(request, {"username": name})


def count(request: HttpRequest, name: str) -> None:
    """Count an attempt at `name`. The one that reaches the limit is answered with the message about it, too."""
    AxesProxyHandler.user_login_failed(count, {"username": name}, request)


def forget(request: HttpRequest, name: str) -> None:
    """Forget the attempts at `name` from where `request` comes."""
    reset(ip=request.axes_ip_address, username=name)  # type: ignore[attr-defined]  # set by is_locked


def refuse(request: HttpRequest) -> None:
    """Let the middleware answer `request` with the message about too many attempts."""
    request.axes_locked_out = True  # type: ignore[attr-defined]


def is_refused(request: HttpRequest) -> bool:
    return getattr(request, "axes_locked_out", False)
