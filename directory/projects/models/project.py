"""The page of a project."""

from __future__ import annotations

from typing import TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from directory.projects.structured_data import describe
from hub.blocks import BodyBlock
from hub.blocks.contact import ContactBlock
from hub.blocks.fields import ContentField
from hub.pages import HubPage
from hub.panels import RarePanel
from hub.partial_dates import PartialDateField, in_words, is_before
from hub.references import KindField
from hub.taxonomy.models import TermShape

CONTINUED = "continued"
STAGES = {
    "planned": pgettext_lazy("of a project", "Planned"),
    "running": pgettext_lazy("of a project", "Running"),
    "completed": pgettext_lazy("of a project", "Completed"),
    CONTINUED: pgettext_lazy("of a project", "Continued under another name"),
}


class Reference(TypedDict):
    """A programme or guideline; its name is not translated, `url` may be empty."""

    name: str
    url: str


# The functional form: `from` is a word of Python.
Ages = TypedDict("Ages", {"from": int | None, "to": int | None})


class ProjectPage(HubPage):  # type: ignore[django-manager-missing]  # of a relation to rows without words
    """What a project is for, when it runs, whom to ask, who pays and takes part, what came of it."""

    stage = models.CharField(_("status"), max_length=20, choices=list(STAGES.items()), default="running")
    start = PartialDateField(
        _("start"), blank=True, help_text=_("A day, a month or a year: 12.11.2017, 11/2017 or 2017.")
    )
    end = PartialDateField(_("end"), blank=True, help_text=_("Also one that is planned."))
    duration_note = models.CharField(
        _("note on the period"), max_length=200, blank=True, help_text=_("Such as “for two years at first”.")
    )
    continued_as = KindField("projects", verbose_name=_("project that continues it"))
    continued_name = models.CharField(
        _("name under which it continues"),
        max_length=200,
        blank=True,
        help_text=_("Where that project has no page here."),
    )
    contacts = ContentField([("contact", ContactBlock())], blank=True, collapsed=True, verbose_name=_("contacts"))
    website = models.URLField(_("website"), blank=True)
    programme_name = models.CharField(_("programme"), max_length=250, blank=True)
    programme_url = models.URLField(_("web address of the programme"), blank=True)
    guideline_name = models.CharField(_("guideline"), max_length=250, blank=True)
    guideline_url = models.URLField(_("web address of the guideline"), blank=True)
    county_takes_part = models.BooleanField(_("the county takes part"), default=True)
    own_part = models.TextField(
        _("the county's own part"), max_length=1000, blank=True, help_text=_("What the county itself does in it.")
    )
    target_groups = ParentalManyToManyField(
        "taxonomy.TargetGroup", blank=True, related_name="+", verbose_name=_("target groups")
    )
    age_from = models.PositiveSmallIntegerField(
        _("from the age of"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("to the age of"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    guiding_question = models.CharField(_("guiding question"), max_length=400, blank=True)
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("description"))

    prose = (
        *HubPage.prose,
        *("duration_note", "contacts", "own_part", "guiding_question", "body"),
        *("goals", "areas", "measures", "results", "follow_ups", "milestones", "figures"),
    )

    # What most projects have stands first; the rest is closed until there is something in it.
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("stage"),
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldPanel("duration_note"),
            ],
            heading=_("Status and period"),
        ),
        MultiFieldPanel([FieldPanel("contacts"), FieldPanel("website")], heading=_("Contact")),
        MultiFieldPanel([FieldPanel("county_takes_part"), FieldPanel("own_part")], heading=_("The county's own part")),
        RarePanel([FieldPanel("continued_as"), FieldPanel("continued_name")], heading=_("Continued as")),
        RarePanel([InlinePanel("funders", label=_("Funder"))], heading=_("Funders")),
        RarePanel([InlinePanel("partners", label=_("Organisation"))], heading=_("Who takes part")),
        RarePanel(
            [
                FieldRowPanel([FieldPanel("programme_name"), FieldPanel("programme_url")]),
                FieldRowPanel([FieldPanel("guideline_name"), FieldPanel("guideline_url")]),
            ],
            heading=_("Programme and guideline"),
        ),
        RarePanel(
            [
                FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
            ],
            heading=_("Target groups"),
        ),
        RarePanel([FieldPanel("body")], heading=_("Description")),
        RarePanel([FieldPanel("guiding_question"), InlinePanel("goals", label=_("Goal"))], heading=_("Goals")),
        RarePanel([InlinePanel("areas", label=_("Area"))], heading=_("Areas")),
        RarePanel([InlinePanel("measures", label=_("Measure"))], heading=_("Measures")),
        RarePanel([InlinePanel("milestones", label=_("Milestone"))], heading=_("Milestones")),
        RarePanel([InlinePanel("figures", label=_("Figure"))], heading=_("Figures")),
        RarePanel([InlinePanel("results", label=_("Result"))], heading=_("Results")),
        RarePanel([InlinePanel("follow_ups", label=_("What follows"))], heading=_("What happens next")),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []

    api_fields = [
        *HubPage.api_fields,
        "status",
        "start",
        "end",
        "period",
        "duration_note",
        "continued_as",
        "continued_name",
        "contacts",
        "website",
        "programme",
        "guideline",
        "funders",
        "partners",
        "county_takes_part",
        "own_part",
        "target_groups",
        "ages",
        "guiding_question",
        "goals",
        "areas",
        "measures",
        "milestones",
        "figures",
        "results",
        "follow_ups",
        "body",
    ]
    template = "projects/project_page.html"

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start and self.end and is_before(self.end, self.start):
            errors["end"] = _("The end comes before the start.")
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            errors["age_to"] = _("The upper age is below the lower one.")
        successor = [name for name in ("continued_as", "continued_name") if getattr(self, name)]
        if self.stage == CONTINUED and not successor:
            errors["continued_name"] = _("Choose the project that continues it, or give its name.")
        if self.stage != CONTINUED:
            errors |= dict.fromkeys(successor, _("For the status “Continued under another name” only."))
        if self.continued_as and self.continued_as.translation_key == self.translation_key:
            errors["continued_as"] = _("A project does not continue itself.")
        if errors:
            raise ValidationError(errors)

    def status(self, language: str) -> TermShape:
        return {"slug": self.stage, "name": str(STAGES.get(self.stage, ""))}

    def period(self, language: str) -> str:
        """Return when it runs, in words: “December 2025 to November 2027”."""
        start, end = (in_words(day) if day else "" for day in (self.start, self.end))
        if start and end:
            return start if start == end else gettext("%(first)s to %(last)s") % {"first": start, "last": end}
        if start:
            text = gettext("since %(date)s") if self.stage == "running" else gettext("Start: %(date)s")
            return text % {"date": start}
        return gettext("until %(date)s") % {"date": end} if end else ""

    def programme(self, language: str) -> Reference | None:
        return {"name": self.programme_name, "url": self.programme_url} if self.programme_name else None

    def guideline(self, language: str) -> Reference | None:
        return {"name": self.guideline_name, "url": self.guideline_url} if self.guideline_name else None

    def ages(self, language: str) -> Ages | None:
        """Return `{"from", "to"}`, either may be null; null where neither is known."""
        return None if self.age_from is None and self.age_to is None else {"from": self.age_from, "to": self.age_to}

    structured_data = staticmethod(describe)
