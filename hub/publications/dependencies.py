"""Who showed what: the pages that have to be remade when something they show has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q

from hub.plugins import CHILDREN, PAGE, kinds
from hub.publications.models import Dependency
from hub.representation.page_ends import end_keys


def dependents_of(label: str, object_ids: Iterable[int]) -> list[int]:
    """Return the source pages of the publications that showed these objects, and the pages that end with them, public
    or not. Looked up under the sequence lock.
    """
    ids = list(object_ids)
    if not ids:
        return []
    dependencies = Dependency.objects.filter(model=label, object_id__in=ids, surrounding=False)
    shown_by = list(dependencies.values_list("publication__source_id", flat=True).distinct())
    return list(dict.fromkeys([*shown_by, *pages_ending_with(label, ids)]))


def pages_ending_with(label: str, ids: list[int]) -> Iterator[int]:
    """Yield the ids of the pages that end with one of these objects."""
    for kind in kinds:
        for name, key_label in end_keys(kind.model_class).items():
            if key_label == label:
                yield from kind.model_class.objects.filter(**{f"{name}__in": ids}).values_list("pk", flat=True)


def surrounded_by(page_ids: Iterable[int], parent_ids: Iterable[int], locales: Iterable[str]) -> list[int]:
    """Return the ids of the publications whose HTML shows one of these pages, or the list of the pages below one of the
    parents, beside the document (one query).
    """
    parts = Q(model=PAGE, object_id__in=list(page_ids)) | Q(model=CHILDREN, object_id__in=list(parent_ids))
    dependencies = Dependency.objects.filter(parts, surrounding=True, publication__locale__in=list(locales))
    return list(dependencies.values_list("publication_id", flat=True).distinct())
