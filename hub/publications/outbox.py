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


class _Making:
    """The callback that makes the pages named in one transaction: the first call after the commit does it for all."""

    def __init__(self) -> None:
        self.pages: set[int] = set()
        self.done = False

    def __call__(self) -> None:
        if self.done:
            return
        self.done = True
        from hub.publications.reconcile import batch_pages, reconcile

        try:
            reconcile(sorted(self.pages)[: batch_pages()])  # the worker makes the rest
        except Exception:
            # The editor's change is committed and stays; its rows are still there for the worker.
            logger.exception("Pages %s wait for the worker.", sorted(self.pages))


def add(rows: Iterable[OutboxRow]) -> None:
    """Insert rows in the current transaction and ask for their plain pages to be made after it."""
    rows = list(rows)
    OutboxRow.objects.bulk_create(rows)
    pages = {row.page_id for row in rows if row.model == PAGE}
    if pages and not _deferred.get():
        # Django forgets the callbacks of what is rolled back, so nothing is kept anywhere else.
        callbacks = (callback for _savepoints, callback, _robust in reversed(connection.run_on_commit))
        making = next((item for item in callbacks if isinstance(item, _Making) and not item.done), None) or _Making()
        making.pages |= pages
        transaction.on_commit(making, robust=True)


def page_changed(page: Page, created: bool = False, moved: bool = False) -> None:
    """Name a saved page, and its subtree where the change reaches further than itself.

    `moved` says that the page was saved by a move or a reordering. A new draft needs no naming; any other page that is
    not live does, even without a publication: it may be given one just now, by somebody who sees it as it was before.
    """
    if created and not page.live:
        return
    stored = (
        Publication.objects.filter(source_id=page.pk).values("path", "parent_id", "source_id").first()
        or Publication.objects.filter(page_id=page.pk).values("path", "parent_id", "source_id").first()
    )
    if stored:
        is_source = stored["source_id"] == page.pk
    else:
        is_source = not Publication.objects.filter(translation_key=page.translation_key).exists()
    row = OutboxRow(page_id=page.pk, translation_key=page.translation_key, withdraw=not page.live)
    rows = [row]
    if is_source:
        model = page.specific_class
        row.subtree = (stored is not None and stored["path"] != path_of(page)) or (
            row.withdraw and model is not None and issubclass(model, CountyPage)
        )
        if stored is None and page.numchild:
            # What stands below a page that is no longer, or not yet, public remains as public as it was.
            rows.append(OutboxRow(page_id=page.pk, translation_key=page.translation_key, subtree=True))
        if moved:
            parent = page.get_parent()
            old_parent = stored["parent_id"] if stored else old_parent_of(page.pk)
            if parent and old_parent != parent.pk:
                # The new place may be private, so all that moved is hidden until that is known.
                row.withdraw = row.subtree = True
            elif parent:
                rows.append(OutboxRow(page_id=parent.pk, translation_key=parent.translation_key, subtree=True))
    add(rows)


def old_parent_of(page_id: int) -> int | None:
    """Return the parent of a page that is not public itself, as public pages below it know it, else None."""
    below = Publication.objects.filter(ancestors__contains=f"/{page_id}/").values_list("ancestors", flat=True).first()
    line = below.strip("/").split("/") if below else []
    place = line.index(str(page_id)) if line else 0
    return int(line[place - 1]) if place else None


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
