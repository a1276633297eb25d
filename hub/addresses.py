"""Addresses: `/<language>/<county>/<path>/`, the same path in every language.

Stored documents hold root-relative addresses; whoever hands them out adds the scheme and host.
"""

from __future__ import annotations

import re
from typing import Any

from wagtail.models import Page

ADDRESS_FIELDS = {"html_url", "detail_url", "list_url", "download_url", "src", "url"}
LINK = re.compile(r'(<a href=")(?=/[^/])')
SRCSET_ENTRY = re.compile(r"(^|, )(?=/[^/])")


def path_of(source: Page) -> str:
    """Return a source page's path below the language: its url path without the site's root page ("county/path")."""
    return below_home(source.url_path)


def below_home(url_path: str) -> str:
    """Return Wagtail's url path without the site's root page and without slashes around it."""
    return "/".join(url_path.strip("/").split("/")[1:])


def html_path(language: str, path: str) -> str:
    """Return the root-relative address of the page at `path` in `language`."""
    return f"/{language}/{path}/" if path else f"/{language}/"


def absolute(value: Any, root: str) -> Any:
    """Return a document, teaser or part of one with every root-relative address below `root` ("https://example.org")."""
    return _absolute(value, root.rstrip("/"), "")


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
