"""The description of a page for search engines: JSON-LD in the vocabulary of schema.org (https://schema.org)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from hub.plugins import Kind, kinds
from hub.representation.texts import follow
from hub.schema_org import WORKS

logger = logging.getLogger(__name__)


def describe(document: dict, page: Any, absolute: Callable[[str], str]) -> dict[str, Any]:
    """Return what is known of a document: what all pages tell, what its kind maps, what its page's method adds.

    Properties without a value are left out; `absolute` makes addresses of those that begin with a slash. A method that
    fails is logged, and costs its part only: visitors come first.
    """
    meta = document["meta"]
    kind = kinds.get(meta["kind"])
    schema_type = kind.schema_type if kind else "WebPage"
    words = {"inLanguage": meta["content_locale"], "dateModified": meta["last_published_at"]}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": schema_type,
        "name": document["title"],
        "description": document["summary"],
        "url": meta["html_url"],
        "mainEntityOfPage": {"@type": "WebPage", "url": meta["html_url"], **words, **checked(document)},
        **(words if schema_type in WORKS else {}),
        **(mapped(kind, document) if kind else {}),
    }
    method = getattr(page, "structured_data", None)
    if method:
        try:
            data |= method(document)
        except Exception:
            logger.exception("No structured data of %s.", meta["html_url"])
    return clean(data, absolute)


def checked(document: dict) -> dict[str, Any]:
    """Return when the page was last checked, and who answers for it, as https://schema.org/WebPage describes them.

    What the page is about, as an office, has no such properties. A document made by an earlier version may lack both.
    """
    office = document.get("responsible")
    return {
        "lastReviewed": document.get("checked_on"),
        "maintainer": office and {"@type": "Organization", "name": office["title"], "url": office["meta"]["html_url"]},
    }


def mapped(kind: Kind, document: dict) -> dict[str, Any]:
    """Return the values at the paths of `Kind.schema_fields`: one alone, several as a list."""
    found = {name: list(follow(document, path)) for name, path in kind.schema_fields.items()}
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def clean(value: Any, absolute: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        items = ((key, clean(item, absolute)) for key, item in value.items())
        return {key: item for key, item in items if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [clean(item, absolute) for item in value]
    is_address = isinstance(value, str) and value.startswith("/") and not value.startswith("//")
    return absolute(value) if is_address else value
