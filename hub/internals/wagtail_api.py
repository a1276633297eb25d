"""Wagtail's API v2, which is deprecated from Wagtail 8.1."""

from __future__ import annotations

from wagtail.api.v2.utils import parse_fields_parameter

FieldChoice = tuple[str, bool, list | None]


def parse_fields(raw: str) -> list[FieldChoice]:
    """Return what the parameter `fields` of Wagtail's API v2 names: (name, whether negated, choice within it or None).

    Raises ValueError for a syntax error; the parser calls itself for each level of nesting.
    """
    return parse_fields_parameter(raw)
