"""What templates need to show the organisations of a document."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def by_relation(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the links with those of the same relation side by side, in the order of the first of each."""
    labels = list(dict.fromkeys(link["label"] for link in links))
    return sorted(links, key=lambda link: labels.index(link["label"]))


@register.filter
def logos(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the organisations that have a logo, each once, in their order."""
    organisations = {link["organisation"]["id"]: link["organisation"] for link in links}
    return [organisation for organisation in organisations.values() if organisation["logo"]]
