"""The outbox: pages that may have changed and wait to be reconciled."""

from __future__ import annotations

from collections.abc import Iterable

from hub.plugins import PAGE
from hub.publications.models import OutboxRow


def queue(page_ids: Iterable[int], withdraw: bool = False) -> None:
    """Insert rows for pages that do not wait already; a withdrawal is always inserted."""
    ids = set(page_ids)
    if not ids:
        return
    if not withdraw:
        waiting = OutboxRow.objects.filter(model=PAGE, subtree=False, page_id__in=ids)
        ids -= set(waiting.values_list("page_id", flat=True))
    OutboxRow.objects.bulk_create(OutboxRow(page_id=pk, withdraw=withdraw) for pk in sorted(ids))
