"""What pages of several kinds list: lines, figures with their date, milestones."""

from __future__ import annotations

from typing import TypedDict

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from hub.partial_dates import PartialDateField
from hub.taxonomy.models import TermShape
from hub.translations.prose import Item

PRECISIONS = {"over": _("more than"), "about": _("about")}


class Number(TypedDict):
    """A number as somebody stated it; `precision` is None where it is exact."""

    number: int
    precision: TermShape | None


def number_form(number: int, precision: str) -> Number:
    """Return the API form of a number, `precision` out of PRECISIONS or empty."""
    return {
        "number": number,
        "precision": {"slug": precision, "name": str(PRECISIONS[precision])} if precision in PRECISIONS else None,
    }


class Line(Item, Orderable):
    """A line of a list."""

    text = models.CharField(_("text"), max_length=400)

    prose: tuple[str, ...] = ("text",)
    api_fields = ["text"]
    panels = [FieldPanel("text")]

    class Meta(Item.Meta, Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text


class Figure(Item, Orderable):
    """A number that the editor states, and when it was true: “14 guides, as of May 2017”. Nobody counts it."""

    number = models.PositiveIntegerField(_("number"))
    precision = models.CharField(_("precision"), max_length=10, choices=list(PRECISIONS.items()), blank=True)
    label = models.CharField(_("of what"), max_length=120)
    as_of = PartialDateField(_("as of"))

    prose = ("label",)
    api_fields = ["value", "label", "as_of"]
    panels = [
        FieldRowPanel([FieldPanel("precision"), FieldPanel("number"), FieldPanel("label")]),
        FieldPanel("as_of"),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        abstract = True
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self) -> str:
        return f"{self.number} {self.label}"

    def value(self, language: str) -> Number:
        return number_form(self.number, self.precision)


class Milestone(Item, Orderable):
    """What took place or is planned: a conference, a workshop, a report."""

    date = PartialDateField(_("date"), help_text=_("A day, a month or a year: 12.11.2017, 11/2017 or 2017."))
    title = models.CharField(_("what takes place"), max_length=200)
    text = models.TextField(_("content and result"), max_length=1000, blank=True)
    number = models.PositiveIntegerField(_("number of participants"), null=True, blank=True)
    precision = models.CharField(_("precision"), max_length=10, choices=list(PRECISIONS.items()), blank=True)
    report = models.URLField(_("web address of the report"), blank=True)

    prose = ("title", "text")
    api_fields = ["date", "title", "text", "participants", "report"]
    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("title")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("precision"), FieldPanel("number"), FieldPanel("report")]),
    ]

    class Meta(Item.Meta, Orderable.Meta):
        abstract = True
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.date} {self.title}"

    def participants(self, language: str) -> Number | None:
        return number_form(self.number, self.precision) if self.number is not None else None
