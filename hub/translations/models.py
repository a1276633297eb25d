"""The abstract base of pages whose translations are pages of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from hub.translations.prose import ProseMixin
from hub.translations.sources import is_source, with_source_path
from hub.translations.state import record, refuse_half_translated


def not_in_future(day: date) -> None:
    """Raise ValidationError for a day after today."""
    if day > timezone.localdate():
        raise ValidationError(_("This day is in the future."))


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

    proofread_on = models.DateField(
        _("proofread by its readers on"),
        null=True,
        blank=True,
        validators=[not_in_future],
        help_text=_(
            "In easy language: when people of its audience have last made sure that they understand it. Such a page is "
            "called “Leichte Sprache”, any other “Einfache Sprache”."
        ),
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
