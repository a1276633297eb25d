"""What a network's page needs to show its document."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def grouped(participants: list[dict]) -> list[dict[str, Any]]:
    """Return `[{"name", "participants"}]` for each kind of participant, in the order of the first of each."""
    kinds: dict[str, dict[str, Any]] = {}
    for participant in participants:
        kind = participant["kind"]
        kinds.setdefault(kind["slug"], {"name": kind["name"], "participants": []})["participants"].append(participant)
    return list(kinds.values())
