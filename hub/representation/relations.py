"""Loads many-to-many and child relations of many pages at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from modelcluster.fields import ParentalKey


def relation_of(model: type[models.Model], name: str) -> Any:
    """Return the many-to-many field or child relation called `name`, None for anything else."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    is_children = isinstance(field, models.ManyToOneRel) and isinstance(field.field, ParentalKey)
    return field if field.many_to_many or is_children else None


def load_relation(relation: Any, page_ids: Iterable[int]) -> dict[int, list[models.Model]]:
    """Return the related objects of each page in their order (one query)."""
    related: dict[int, list[models.Model]] = {pk: [] for pk in page_ids}
    if relation.many_to_many:
        through = relation.remote_field.through
        owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        links = through.objects.filter(**{f"{owner}__in": list(related)}).select_related(target)
        for link in links.order_by(*ordering(relation.related_model, f"{target}__")):
            related[getattr(link, f"{owner}_id")].append(getattr(link, target))
    else:
        key = relation.field
        children = relation.related_model.objects.filter(**{f"{key.name}__in": list(related)})
        for child in children.order_by(*ordering(relation.related_model)):
            related[getattr(child, key.attname)].append(child)
    return related


def ordering(model: type[models.Model], prefix: str = "") -> list[str]:
    """Return the names to order objects of `model` by, each behind `prefix`. Ties are broken: documents are stable."""
    names = [*map(str, model._meta.ordering or ()), "pk"]
    return [f"-{prefix}{name[1:]}" if name.startswith("-") else f"{prefix}{name}" for name in names]
