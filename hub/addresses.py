"""Addresses: `/<language>/<county>/<path>/`, the same path in every language."""

from __future__ import annotations

from wagtail.models import Page


def path_of(source: Page) -> str:
    """Return a source page's path below the language: its url path without the site's root page ("county/path")."""
    return below_home(source.url_path)


def below_home(url_path: str) -> str:
    """Return Wagtail's url path without the site's root page and without slashes around it."""
    return "/".join(url_path.strip("/").split("/")[1:])


def html_path(language: str, path: str) -> str:
    """Return the root-relative address of the page at `path` in `language`."""
    return f"/{language}/{path}/" if path else f"/{language}/"
