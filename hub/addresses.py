"""Addresses: `/<language>/<county>/<path>/`, the same path in every language."""

from __future__ import annotations

from wagtail.models import Page


def path_of(source: Page) -> str:
    """Return a source page's path below the language: its url path without the site's root page ("county/path")."""
    return "/".join(source.url_path.strip("/").split("/")[1:])


def html_path(language: str, path: str) -> str:
    """Return the root-relative address of the page at `path` in `language`."""
    return f"/{language}/{path}/" if path else f"/{language}/"
