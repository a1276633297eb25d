"""The outbox: pages that may have changed, named in the transaction of the change.

Editors' transactions only insert rows here. What they name is made after the commit: by the web process at once, and
whatever that misses by the worker.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from wagtail.models import Page

from hub.counties.models import CountyPage
from hub.publications.models import PAGE, OutboxRow, Publication
from hub.site.addresses import path_of

logger = logging.getLogger(__name__)
_deferred: ContextVar[bool] = ContextVar("outbox_deferred", default=False)


@contextmanager
def deferred() -> Iterator[None]:
    """Leave the making of documents to the worker: for imports, which change many pages one after the other."""
    token = _deferred.set(True)
    try:
        yield
    finally:
        _deferred.reset(token)


def add(rows: Iterable[OutboxRow]) -> None:
    """Insert rows in the current transaction and ask for their plain pages to be made after it."""
    rows = list(rows)
    OutboxRow.objects.bulk_create(rows)
    pages = {row.page_id for row in rows if row.model == PAGE}
    if pages and not _deferred.get():
        pending = connection.__dict__.setdefault("hub_pending_pages", set())
        pending |= pages
        transaction.on_commit(_make_pending, robust=True)


def _make_pending() -> None:
    """Make the pages named since the last commit; the first callback of a transaction does the work of all."""
    pending = connection.__dict__.pop("hub_pending_pages", set())
    if not pending:
        return
    from hub.publications.reconcile import reconcile

    try:
        reconcile(pending)
    except Exception:
        # The editor's change is committed and stays; its rows are still there for the worker.
        logger.exception("Pages %s wait for the worker.", sorted(pending))


def page_changed(page: Page, moved: bool = False) -> None:
    """Name a saved page, and its subtree where the change reaches further than itself.

    `moved` says that the page was saved by a move or a reordering.
    """
    stored = (
        Publication.objects.filter(source_id=page.pk).values("path", "parent_id", "source_id").first()
        or Publication.objects.filter(page_id=page.pk).values("path", "parent_id", "source_id").first()
    )
    is_source = stored is None or stored["source_id"] == page.pk
    if stored is None and not page.live and not page.numchild:
        return
    row = OutboxRow(
        page_id=page.pk, translation_key=page.translation_key, withdraw=stored is not None and not page.live
    )
    rows = [row]
    if is_source:
        model = page.specific_class
        row.subtree = (
            (stored is None and page.numchild > 0)
            or (stored is not None and stored["path"] != path_of(page))
            or (row.withdraw and model is not None and issubclass(model, CountyPage))
        )
        if moved:
            parent = page.get_parent()
            if stored and parent and stored["parent_id"] != parent.pk:
                # Its new place may be private, so it is hidden until that is known.
                row.withdraw = row.subtree = True
            elif parent:
                rows.append(OutboxRow(page_id=parent.pk, translation_key=parent.translation_key, subtree=True))
    add(rows)


def page_deleted(page: Page) -> None:
    add([OutboxRow(page_id=page.pk, translation_key=page.translation_key, withdraw=True)])


def restricted(page: Page) -> None:
    """Hide a page and all below it, from the commit on."""
    rows = [OutboxRow(page_id=page.pk, translation_key=page.translation_key, subtree=True, withdraw=True)]
    # Publications know the source pages above them; below a translation each page has to be named.
    if not Publication.objects.filter(source_id=page.pk).exists():
        rows += [
            OutboxRow(page_id=pk, translation_key=key, withdraw=True)
            for pk, key in page.get_descendants().values_list("pk", "translation_key")
        ]
    add(rows)


def unrestricted(page: Page) -> None:
    add([OutboxRow(page_id=page.pk, translation_key=page.translation_key, subtree=True)])


def object_changed(label: str, pk: int) -> None:
    """Name a snippet, image or file: the worker finds the documents that show it."""
    add([OutboxRow(model=label, page_id=pk)])


def everything_changed() -> None:
    add([OutboxRow(model="*", subtree=True)])
