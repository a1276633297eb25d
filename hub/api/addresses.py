"""Stored documents hold root-relative addresses; answers hold the scheme and host of the request."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

ADDRESS_FIELDS = {"html_url", "detail_url", "src", "url"}
LINK = re.compile(r'(<a href=")(?=/[^/])')
SRCSET_ENTRY = re.compile(r"(^|, )(?=/[^/])")


def absolute(value: Any, request: HttpRequest) -> Any:
    """Return a document, teaser or part of one with every root-relative address made absolute."""
    return _absolute(value, request.build_absolute_uri("/")[:-1], "")


def _absolute(value: Any, root: str, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _absolute(item, root, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_absolute(item, root, name) for item in value]
    if not isinstance(value, str):
        return value
    if name in ADDRESS_FIELDS:
        return root + value if value.startswith("/") and not value.startswith("//") else value
    if name == "srcset":
        return SRCSET_ENTRY.sub(rf"\g<1>{root}", value)
    return LINK.sub(rf"\g<1>{root}", value) if "<a " in value else value
