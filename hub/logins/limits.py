"""How often somebody may try passwords that belong to no user: those of pages and files.

django-axes limits logins. It counts by the name that is tried and the client's address, in the database, so that all
processes know. The same counters serve here, under names that no user can have: they hold a space.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from hub.internals import axes


def limited(view: Callable[..., HttpResponse], what: str) -> Callable[..., HttpResponse]:
    """Return `view`, which checks the password of the restriction with the id it is given, with a limit.

    Only the restriction counts: whichever page the address names, its password is the one that is checked.
    """

    @wraps(view)
    def limited_view(request: HttpRequest, restriction_id: int, **kwargs: Any) -> HttpResponse:
        name = f"{what} {restriction_id}"
        if request.method != "POST":
            return view(request, restriction_id, **kwargs)
        if axes.is_locked(request, name):
            axes.refuse(request)
            return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)  # the middleware writes the message
        response = view(request, restriction_id, **kwargs)
        if response.status_code == HTTPStatus.FOUND:
            axes.forget(request, name)
        elif response.status_code == HTTPStatus.OK:
            axes.count(request, name)
        return response

    return limited_view
