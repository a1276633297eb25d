"""The abstract base of pages whose translations are pages of their own."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from hub.translations.prose import ProseMixin
from hub.translations.sources import is_source, with_source_path
from hub.translations.state import record, refuse_half_translated


class TranslatablePageManager(PageManager):
    """Reads with each page what its address needs, so that lists in the admin do not ask for each of their rows."""

    def get_queryset(self) -> PageQuerySet:
        return with_source_path(super().get_queryset())


class TranslatablePage(ProseMixin, Page):
    """A page that knows, as a translation, which texts of its source page it translates."""

    translated_from = models.JSONField(
        default=dict,
        editable=False,
        help_text="In a translation: the fingerprint of each source text that it translates, by path.",
    )
    own_structure = models.BooleanField(
        default=False, editable=False, help_text="In a translation: its body does not follow the source's blocks."
    )

    objects = TranslatablePageManager()

    class Meta:
        abstract = True

    def is_source(self) -> bool:
        """Say whether this is the source page (see `hub.translations.sources`)."""
        return is_source(self)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Record in a translation's revision which source texts it translates."""
        if self.pk and not self.alias_of_id and not self.is_source():
            record(self)
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish `revision`. Raises HalfTranslated when a prose value of the source has no translation in it."""
        if not self.is_source():
            refuse_half_translated(self, revision)
        return super().publish(revision, *args, **kwargs)
