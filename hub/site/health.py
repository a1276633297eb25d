"""Health of this hub for what watches it: yes or no. Why not stands in the log, because anybody may ask."""

from __future__ import annotations

import logging
from functools import cache
from http import HTTPStatus

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hub.publications import listsearch, worker
from hub.publications.listsearch import Scope

logger = logging.getLogger(__name__)

QUESTION = "health"


class NotReady(Exception):
    """The hub cannot do all its work; the text says why."""


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer 200: this process does. Nothing else is asked, not even the database."""
    return answer(HTTPStatus.OK)


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database, worker and list search do their work, else 503."""
    try:
        for check in (check_database, check_worker, check_search):
            check()
    except Exception as error:  # noqa: BLE001  whatever fails, the hub is not ready
        logger.warning("The hub is not ready: %s", error)
        return answer(HTTPStatus.SERVICE_UNAVAILABLE)
    return answer(HTTPStatus.OK)


def answer(status: HTTPStatus) -> HttpResponse:
    return HttpResponse(f"{status.phrase}\n", status=status, content_type="text/plain; charset=utf-8")


def check_database() -> None:
    """Raise NotReady unless all migrations are applied, and DatabaseError when the database does not answer."""
    missing = newest_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    if missing:
        raise NotReady(f"migrations are not applied: {', '.join('.'.join(key) for key in sorted(missing))}")


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """Return app and name of the last migrations of each app."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def check_worker() -> None:
    """Raise NotReady unless a worker has been alive lately."""
    if not worker.is_alive():
        raise NotReady("no worker has been seen lately; `manage.py work` is one.")


def check_search() -> None:
    """Raise whatever keeps the list search from answering. An engine that stands in for another one is good enough."""
    listsearch.rank(QUESTION, Scope((settings.LANGUAGE_CODE,)))
