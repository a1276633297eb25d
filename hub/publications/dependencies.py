"""Who showed what: the pages that have to be remade when something they show has changed."""

from __future__ import annotations

from collections.abc import Iterable

from hub.publications.models import PAGE, Dependency, OutboxRow


def dependents_of(label: str, object_ids: Iterable[int]) -> list[int]:
    """Return the source pages of the publications that showed these objects. Looked up under the sequence lock."""
    ids = list(object_ids)
    if not ids:
        return []
    found = Dependency.objects.filter(model=label, object_id__in=ids)
    return list(found.values_list("publication__source_id", flat=True).distinct())


def queue(page_ids: Iterable[int], withdraw: bool = False) -> None:
    """Write outbox rows for pages that do not wait already."""
    ids = set(page_ids)
    if not ids:
        return
    if not withdraw:
        waiting = OutboxRow.objects.filter(model=PAGE, subtree=False, page_id__in=ids)
        ids -= set(waiting.values_list("page_id", flat=True))
    OutboxRow.objects.bulk_create(OutboxRow(page_id=pk, withdraw=withdraw) for pk in sorted(ids))
