"""Converts every text once before anything is stored, so that a file is imported as a whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from home.importer.conversion import TooNested, convert
from home.importer.files import Article, BadFile
from home.importer.limits import MAX_CONVERSION_SECONDS, MAX_NESTING
from home.importer.links import PageIndex


def check_texts(articles: Sequence[Article]) -> None:
    """Raise BadFile for a text that cannot be converted, or that is one too many for the time there is."""
    pages = PageIndex(articles)
    end = monotonic() + MAX_CONVERSION_SECONDS
    for article in articles:
        for entry in article.entries.values():
            try:
                convert(entry.html, pages)
            except TooNested as error:
                raise BadFile(
                    f"{entry.location}: more than {MAX_NESTING} elements of the text stand inside one another. "
                    "Simplify the page in the content system."
                ) from error
            if monotonic() > end:
                raise BadFile(
                    f"{entry.location}: converting the texts up to this one took longer than {MAX_CONVERSION_SECONDS} "
                    "seconds. Import fewer languages at once, or on a computer that is less busy."
                )
