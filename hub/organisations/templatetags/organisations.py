"""What templates need to show the organisations of a document."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def logos(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the organisations that have a logo, each once, in their order."""
    organisations = {link["organisation"]["id"]: link["organisation"] for link in links}
    return [organisation for organisation in organisations.values() if organisation["logo"]]
