"""Rich text: from Wagtail's stored form to clean HTML with root-relative addresses."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import nh3

from hub.internals.wagtail import drop_embeds, link_attributes, rewrite_links
from hub.plugins import PAGE
from hub.representation.context import Context
from hub.representation.files import DOCUMENT
from hub.representation.library import parse_id

TAGS = {
    "a",
    "b",
    "strong",
    "i",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "br",
    "hr",
    "ol",
    "ul",
    "li",
    "sub",
    "sup",
    "blockquote",
}
SCHEMES = {"http", "https", "mailto", "tel"}


def references(html: str) -> Iterator[tuple[str, int]]:
    """Yield (model label, id) of the pages and files that `html` links to; 0 for a link without an id."""
    for link_type, label in (("page", PAGE), ("document", DOCUMENT)):
        for attrs in link_attributes(html, link_type):
            yield label, identifier(attrs)


def identifier(attrs: dict) -> int:
    """Return the id of what a link leads to, 0 when it has none."""
    return parse_id(attrs.get("id", ""))


def render(html: str, context: Context) -> str:
    """Return `html` with its links resolved in the document's language and nothing in it that could do harm.

    A link to a page that is not public, or to a file that is gone, keeps its text and loses its address.
    """

    def page_link(attrs: dict) -> str:
        href = context.page_address(identifier(attrs))
        return f'<a href="{escape(href)}">' if href else "<a>"

    def document_link(attrs: dict) -> str:
        document = context.get(DOCUMENT, identifier(attrs))
        return f'<a href="{escape(document.url)}">' if document else "<a>"

    # Embedded images and videos have no translatable description and would call third parties.
    html = rewrite_links(drop_embeds(html), {"page": page_link, "document": document_link})
    # Translators' strings reach this place as they were typed, so it is cleaned here, once for every channel.
    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)
