"""What readers who have been admitted to a private page may see beside what is public."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hub.representation.documents import load_teasers
from hub.representation.library import Group, Library
from hub.representation.teasers import make_teaser


def published_page(page_ids: Iterable[int], path: str, language: str) -> Any:
    """Return the one of these pages that stands at `path` and is published in `language`, as source page, else None.

    A restriction does not matter.
    """
    for group in Library(make_teaser).load_teasers(page_ids):
        if is_published_in(group, language) and group.path == path:
            return group.source
    return None


def published_paths(page_ids: Iterable[int]) -> list[str]:
    """Return the tree paths of those of these pages that are published, as source pages. Restrictions do not matter."""
    return [group.source.path for group in Library(make_teaser).load_teasers(page_ids) if group.published]


def teasers_of(page_ids: Iterable[int], language: str, refused: tuple[str, ...]) -> list[dict]:
    """Return the teasers of those pages that are published in `language`, in tree order.

    `refused` are the tree paths at and below which the reader may see nothing.
    """
    library = Library(make_teaser)
    ids = list(page_ids)
    load_teasers(library, ids)
    groups = {group.source.path: group for pk in ids if (group := library.groups.get(pk))}
    return [
        library.teaser(group, language).content
        for path, group in sorted(groups.items())
        if is_published_in(group, language) and not group.error and not path.startswith(refused)
    ]


def is_published_in(group: Group, language: str) -> bool:
    return group.published and language in group.languages
