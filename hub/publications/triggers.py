"""What a change writes to the outbox, in its own transaction, and what happens right after its commit.

Editors' transactions only insert rows. The pages that these name are reconciled after the commit: by the web process at
once, and whatever that misses by the worker.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from hub.addresses import path_of
from hub.internals.django import commit_callbacks
from hub.plugins import PAGE
from hub.publications import coverage
from hub.publications.dependencies import dependents_of
from hub.publications.models import OutboxRow, Publication
from hub.publications.reconcile import batch_pages, reconcile
from hub.representation.page_ends import end_of
from hub.translations.sources import is_source

logger = logging.getLogger(__name__)
_deferred: ContextVar[bool] = ContextVar("outbox_deferred", default=False)


@contextmanager
def deferred() -> Iterator[None]:
    """Leave the documents to the worker: for imports, which change many pages one after the other."""
    token = _deferred.set(True)
    try:
        yield
    finally:
        _deferred.reset(token)


class _Callback:
    """What is to be done after the commit about all that is named in one transaction: the first call does it all.

    `failure` is logged when that fails; the change is committed and stays.
    """

    failure = ""

    def __init__(self) -> None:
        self.named: set[Any] = set()
        self.done = False

    def __call__(self) -> None:
        if self.done:
            return
        self.done = True
        try:
            self.work()
        except Exception:
            logger.exception(self.failure, sorted(map(str, self.named)))

    def work(self) -> None:
        raise NotImplementedError

    @classmethod
    def name(cls, items: Iterable[Any]) -> None:
        """Have it done after the commit of the current transaction, unless an import leaves it to the worker."""
        if _deferred.get():
            return
        # Django forgets the callbacks of what is rolled back, so nothing is kept anywhere else.
        waiting = (item for item in commit_callbacks() if isinstance(item, cls) and not item.done)
        callback = next(waiting, None) or cls()
        callback.named |= set(items)
        transaction.on_commit(callback, robust=True)


class _Reconciling(_Callback):
    """Makes the documents of pages, by their ids."""

    failure = "Pages %s wait for the worker."

    def work(self) -> None:
        reconcile(sorted(self.named)[: batch_pages()])  # the rest is the worker's


class _Measuring(_Callback):
    """Measures how far pages are translated, by their translation keys."""

    failure = "The coverage of pages %s waits for the upkeep."

    def work(self) -> None:
        keys = sorted(self.named)
        for start in range(0, len(keys), batch_pages()):
            coverage.renew(keys[start : start + batch_pages()])


def words_changed(translation_key: UUID, **kwargs: Any) -> None:
    """Have a page measured anew whose translators have stored words that are not public."""
    _Measuring.name([translation_key])


def add(rows: Iterable[OutboxRow]) -> None:
    """Insert rows in the current transaction and have their pages reconciled after it."""
    rows = list(rows)
    OutboxRow.objects.bulk_create(rows)
    pages = {row.page_id for row in rows if row.model == PAGE}
    if pages:
        _Reconciling.name(pages)


def page_changed(page: Page, created: bool = False, moved: bool = False) -> None:
    """Name a saved page, and its subtree where the change reaches further than itself.

    `moved` says that the page was saved by a move or a reordering. A new draft needs no naming; any other page that is
    not live does, even without a publication: it may be given one just now, by somebody who sees it as it was before.
    """
    if created and not page.live:
        return
    ends = filter(None, (page.expire_at, end_of(page)))
    withdraw = not page.live or any(end <= timezone.now() for end in ends)
    if not is_source(page):
        add(rows_for(page, withdraw))
        return
    stored = Publication.objects.filter(source_id=page.pk).values("path", "parent_id", "visible_until").first()
    # What is below a page is public only while the page is, at its address and until its end.
    if stored is None:
        subtree = withdraw or Page.objects.filter(path__startswith=page.path).exclude(pk=page.pk).exists()
    else:
        subtree = withdraw or stored["path"] != path_of(page) or stored["visible_until"] != page.expire_at
    parent = page.get_parent() if moved else None
    if parent and (stored is None or stored["parent_id"] != parent.pk):
        # The new place may be private, so all that moved is hidden until that is known.
        add(rows_for(page, withdraw=True, subtree=True))
    elif parent:
        add([*rows_for(page, withdraw, subtree), *rows_for(parent, subtree=True)])
    else:
        add(rows_for(page, withdraw, subtree))


def rows_for(page: Page, withdraw: bool = False, subtree: bool = False) -> list[OutboxRow]:
    """Return the row of a page and, with `subtree`, the one of its descendants."""
    return [
        OutboxRow(page_id=page.pk, translation_key=page.translation_key, withdraw=withdraw, subtree=is_subtree)
        for is_subtree in ([False, True] if subtree else [False])
    ]


def pages_deleted(pages: QuerySet[Page]) -> None:
    add(
        OutboxRow(page_id=pk, translation_key=key, withdraw=True)
        for pk, key in pages.values_list("pk", "translation_key")
    )


def restricted(page: Page) -> None:
    """Hide a page and all below it, from the commit on."""
    rows = rows_for(page, withdraw=True, subtree=True)
    # Publications know the source pages above them; below a translation each page has to be named.
    if not is_source(page):
        rows += [
            OutboxRow(page_id=pk, translation_key=key, withdraw=True)
            for pk, key in page.get_descendants().values_list("pk", "translation_key")
        ]
    add(rows)


def unrestricted(page: Page) -> None:
    add(rows_for(page, subtree=True))


def object_changed(label: str, pk: int, withdraw: bool = False) -> None:
    """Name a snippet, image or file: the worker finds the documents that show it.

    `withdraw` says that it may be less public than before, or gone, and that lists must not show it any more.
    """
    add([OutboxRow(model=label, page_id=pk, withdraw=withdraw)])


def object_withdrawn(label: str, pk: int) -> None:
    """Hide what shows an object, from the commit on until it has been made without it."""
    pages = dependents_of(label, [pk])
    add([OutboxRow(model=label, page_id=pk), *(OutboxRow(page_id=page, withdraw=True) for page in pages)])


def everything_changed() -> None:
    add([OutboxRow(model="*", subtree=True)])
