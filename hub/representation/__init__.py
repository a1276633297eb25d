"""(page, language) -> document, for many pages at once.

It owns the JSON form of pages, blocks, rich text, images and references. It reads pages and never publications, holds
no "now" and writes nothing. The number of its queries depends on how many models are involved, not on pages, blocks or
links.
"""

from hub.representation.documents import Document, Failure, Representation, measure, preview_document, represent
from hub.representation.private import published_page, teasers_of

__all__ = [
    "Document",
    "Failure",
    "Representation",
    "measure",
    "preview_document",
    "published_page",
    "represent",
    "teasers_of",
]
