"""What a project's page lists: organisations, lines, milestones, figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from hub.items import Figure, Line, Milestone
from hub.organisations.relations import OrganisationRelation

FUNDERS = {
    "federal": _("Federal Government"),
    "land": _("Land"),
    "eu": _("European fund"),
    "county": _("County"),
    "municipal": _("Municipality"),
    "foundation": _("Foundation"),
    "other": pgettext_lazy("of a funder", "Other"),
}
PARTS = {
    "initiator": _("Initiated by"),
    "carrier": _("Run by"),
    "coordinator": _("Guidance and coordination"),
    "adviser": _("External advice"),
    "partner": _("Partners"),
    "participant": _("Taking part"),
}


class Funder(OrganisationRelation):
    """Who pays, and from which level of government or what else the money comes."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="funders")
    relation = models.CharField(_("funds from"), max_length=20, choices=list(FUNDERS.items()))


class Partner(OrganisationRelation):
    """Who does the work, advises or takes part."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="partners")
    relation = models.CharField(_("part in the project"), max_length=20, choices=list(PARTS.items()))


class Goal(Line):
    """What the project wants to reach."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="goals")


class Area(Line):
    """An area of life or a subject that it is about."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="areas")


class Measure(Line):
    """What is done."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="measures")


class Result(Line):
    """What has come of it."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="results")


class FollowUp(Line):
    """What goes on when the project is over."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="follow_ups")


class ProjectMilestone(Milestone):
    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="milestones")


class ProjectFigure(Figure):
    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="figures")
