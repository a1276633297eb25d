"""Who showed what: the pages that have to be remade when something they show has changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from hub.plugins import CHILDREN, PAGE
from hub.publications.models import Dependency


def dependents_of(label: str, object_ids: Iterable[int]) -> list[int]:
    """Return the source pages of the publications that showed these objects. Looked up under the sequence lock."""
    ids = list(object_ids)
    if not ids:
        return []
    dependencies = Dependency.objects.filter(model=label, object_id__in=ids, surrounding=False)
    return list(dependencies.values_list("publication__source_id", flat=True).distinct())


def surrounded_by(page_ids: Iterable[int], parent_ids: Iterable[int], locales: Iterable[str]) -> list[int]:
    """Return the ids of the publications whose HTML shows one of these pages, or the list of the pages below one of the
    parents, beside the document (one query).
    """
    parts = Q(model=PAGE, object_id__in=list(page_ids)) | Q(model=CHILDREN, object_id__in=list(parent_ids))
    dependencies = Dependency.objects.filter(parts, surrounding=True, publication__locale__in=list(locales))
    return list(dependencies.values_list("publication_id", flat=True).distinct())
