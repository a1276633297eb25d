"""List search: an interface of the hub that the search app implements."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Search = Callable[[str, Sequence[str], str, str], list[int]]

_search: Search | None = None


def register(search: Search) -> None:
    """Set the function that ranks publications: (query, locales, county slug, kind slug) -> ids, best first, at most
    1000.
    """
    global _search
    _search = search


def ranked(query: str, locales: Sequence[str], county: str = "", kind: str = "") -> list[int]:
    """Return the ids of the publications that answer `query`, best first. Empty strings mean any county or kind.

    Raises LookupError when no search app is installed.
    """
    if _search is None:
        raise LookupError("No search app is installed.")
    return _search(query, locales, county, kind)
