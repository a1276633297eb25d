"""django-modelcluster."""

from __future__ import annotations

from typing import Any

from django.db import models


def changed_relation(instance: Any, name: str) -> list[models.Model] | None:
    """Return the related objects that a page holds in memory, None when they are those of the database.

    Relations that were assigned, or restored from a revision, are in `_cluster_related_objects`.
    """
    if name not in getattr(instance, "_cluster_related_objects", {}):
        return None
    return list(getattr(instance, name).all())
