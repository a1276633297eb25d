"""Projects: their page and what is listed on it."""

from directory.projects.models.items import (
    Area,
    FollowUp,
    Funder,
    Goal,
    Measure,
    Partner,
    ProjectFigure,
    ProjectMilestone,
    Result,
)
from directory.projects.models.project import ProjectPage

__all__ = [
    "Area",
    "FollowUp",
    "Funder",
    "Goal",
    "Measure",
    "Partner",
    "ProjectFigure",
    "ProjectMilestone",
    "ProjectPage",
    "Result",
]
