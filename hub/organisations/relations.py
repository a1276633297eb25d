"""The rows by which pages name organisations and what they have to do with them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from hub.organisations.models import Organisation
from hub.representation.context import Context


class OrganisationRelation(Orderable):
    """Abstract base. A subclass adds the key to its page and `relation`, a CharField with choices."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name=_("organisation"))

    relation: Any
    get_relation_display: Any

    api_fields = ["relation", "label", "organisation"]
    panels = [FieldRowPanel([FieldPanel("relation"), FieldPanel("organisation")])]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.organisation}"

    def label(self, language: str) -> str:
        return str(self.get_relation_display())

    def api_form(self, value: dict[str, Any], context: Context) -> dict[str, Any] | None:
        """Return `{"relation", "label", "organisation"}`, None when the organisation is gone."""
        return value if value["organisation"] else None
