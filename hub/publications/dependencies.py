"""Who showed what: the pages that have to be remade when something they show has changed."""

from __future__ import annotations

from collections.abc import Iterable

from hub.publications.models import Dependency


def dependents_of(label: str, object_ids: Iterable[int]) -> list[int]:
    """Return the source pages of the publications that showed these objects. Looked up under the sequence lock."""
    ids = list(object_ids)
    if not ids:
        return []
    dependencies = Dependency.objects.filter(model=label, object_id__in=ids)
    return list(dependencies.values_list("publication__source_id", flat=True).distinct())
