"""What guides help with: the four areas of life of the guideline by which Länder fund them, and the tasks in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
        _("Finding one’s way"),
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


class TasksField(models.JSONField):
    """Slugs of tasks, `["doctor", "school"]`, in the order of AREAS."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=[(name, list(tasks.items())) for name, tasks in AREAS.values()],
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
        )

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        unknown = set(value or []) - set(TASKS)
        if unknown:
            raise ValidationError(_("Unknown tasks: %(slugs)s"), params={"slugs": ", ".join(sorted(unknown))})
        return [task for task in TASKS if task in (value or [])]
