"""What a package's page needs to show its document."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from directory.packages.story import Chapter, chapters_of

register = template.Library()


@register.filter
def story(body: list[dict]) -> list[Chapter]:
    """Return the introduction and the chapters of a body."""
    return chapters_of(body)


@register.simple_tag
def tick_words() -> dict[str, str]:
    """Return what the script of the checklist says, in the visitor's language; it fills in what is in braces."""
    return {
        "progress": gettext("{done} of {all} done"),
        "announcement": gettext("{chapter}: {done} of {all} done"),
        "question": gettext("Delete all ticks in all welcome packages on this device?"),
        "forgotten": gettext("All ticks on this device have been deleted."),
    }
