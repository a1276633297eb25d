"""Keeps what documents are made of: the words of a published translation stand in its live revision."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, ProtectedError, QuerySet
from wagtail.models import Page, Revision


def keep_live_revision(
    sender: type[Revision], instance: Revision, origin: Model | QuerySet | None = None, **kwargs: Any
) -> None:
    """Refuse to delete a page's live revision, as `purge_revisions` does when there is a newer draft.

    Deleting the page deletes its revisions all the same. Raises ProtectedError, which that command counts.
    """
    deleted = origin.model if isinstance(origin, QuerySet) else type(origin)
    if deleted is Revision and Page.objects.filter(live_revision_id=instance.pk).exists():
        raise ProtectedError("Readers are shown the words of this revision.", {instance})
