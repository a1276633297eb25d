"""What guides help with: the four areas of life of the guideline by which Länder fund them, and the tasks in each."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hub.chosen import ChosenField
from hub.taxonomy.models import TermShape

# slug: (name, {slug: name of a task})
AREAS: dict[str, tuple[str | Promise, dict[str, str | Promise]]] = {
    "housing": (
        _("Housing"),
        {
            "house-rules": _("House rules"),
            "defects": _("Defects in the flat"),
            "waste": _("Sorting waste"),
            "neighbours": _("Neighbours"),
        },
    ),
    "orientation": (
        _("Finding your way around"),
        {
            "doctor": _("Seeing a doctor"),
            "authorities": _("Dealing with authorities"),
            "shopping": _("Shopping"),
            "child-care": _("Day care for children"),
            "transport": _("Bus and train"),
            "school": pgettext_lazy("help of a guide", "School"),
        },
    ),
    "participation": (
        pgettext_lazy("help of a guide", "Taking part"),
        {
            "culture": pgettext_lazy("help of a guide", "Culture"),
            "sport": pgettext_lazy("help of a guide", "Sport"),
            "volunteering": pgettext_lazy("help of a guide", "Volunteering"),
        },
    ),
    "work": (
        pgettext_lazy("help of a guide", "Work"),
        {
            "applications": _("Writing applications"),
            "interviews": _("Job interviews"),
        },
    ),
}
TASKS = {task: name for _area, tasks in AREAS.values() for task, name in tasks.items()}


class AreaShape(TermShape):
    tasks: list[TermShape]


def areas_of(chosen: Iterable[str]) -> list[AreaShape]:
    """Return the areas of the chosen tasks, each with those tasks, named in the active language."""
    chosen = set(chosen)
    areas: list[AreaShape] = [
        {
            "slug": slug,
            "name": str(name),
            "tasks": [{"slug": task, "name": str(label)} for task, label in tasks.items() if task in chosen],
        }
        for slug, (name, tasks) in AREAS.items()
    ]
    return [area for area in areas if area["tasks"]]


class TasksField(ChosenField):
    """Slugs of tasks: `["doctor", "school"]`."""

    keys = TASKS
    form_choices = staticmethod(lambda: [(name, list(tasks.items())) for name, tasks in AREAS.values()])
