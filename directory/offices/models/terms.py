"""The vocabulary of offices, named in every language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.offices import starter
from hub.taxonomy.models import Term, TermShape

# Classes of https://schema.org/LocalBusiness and https://schema.org/Organization that have opening hours.
SCHEMA_TYPES = [
    ("GovernmentOffice", _("Public authority")),
    ("MedicalClinic", _("Doctor’s practice")),
    ("Library", _("Library")),
    ("EmploymentAgency", _("Employment agency")),
    ("LocalBusiness", _("Any other place with opening hours")),
]


class OfficeTypeShape(TermShape):
    schema_type: str


class OfficeType(Term):
    """What an office is: a counselling centre, an authority, a practice."""

    schema_type = models.CharField(
        _("for search engines"), max_length=30, choices=SCHEMA_TYPES, default="LocalBusiness"
    )

    panels = [*Term.panels, FieldPanel("schema_type")]
    starter = starter.OFFICE_TYPES

    class Meta(Term.Meta):
        verbose_name = _("type of office")
        verbose_name_plural = _("types of offices")

    def api_form(self, language: str) -> OfficeTypeShape:
        return {**super().api_form(language), "schema_type": self.schema_type}


class Speciality(Term):
    """A medical speciality of a practice."""

    starter = starter.SPECIALITIES

    class Meta(Term.Meta):
        verbose_name = _("medical speciality")
        verbose_name_plural = _("medical specialities")
