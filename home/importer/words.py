"""Counts words, to tell how much of a page's text an import preserves."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from home.importer.links import INVISIBLE

WORD = re.compile(r"\w+")
# What is not closed ends with the text, as in a browser. Looking in vain for the end of each tag would take minutes.
INLINE_TAG = re.compile(r"</?(?:a|abbr|b|em|font|i|span|strong|sub|sup|u)\b[^>]*(?:>|\Z)", re.IGNORECASE)
TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|</?[a-z!?][^>]*(?:>|\Z)", re.IGNORECASE | re.DOTALL
)


def words_of_html(html: str) -> Counter[str]:
    """Count the words that a reader of `html` sees. It does not use the conversion, which it is there to check."""
    text = TAG.sub(" ", INLINE_TAG.sub("", html))
    return words_of_text(unescape(text))


def words_of_text(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.translate(INVISIBLE)))


def preserved_share(expected: Counter[str], actual: Counter[str]) -> float:
    """Return the share (0 to 1) of the `expected` words, each as often as it occurs, that are in `actual`."""
    return (expected & actual).total() / expected.total() if expected else 1.0
