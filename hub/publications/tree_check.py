"""Finds where the page tree contradicts itself, and mends what follows from the pages' paths."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from hub.publications.check import Finding
from hub.tree import lock_rows, lock_tree

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Damage:
    """A wrong value in one column of a page. `right` is None for an orphan's path: nobody knows where it belongs."""

    page_id: int
    column: str
    stored: int | str
    right: int | str | None

    def __str__(self) -> str:
        if self.right is None:
            return f"is an orphan: no page stands above its path {self.stored}; `manage.py fixtree` can delete it"
        return f"{self.column} is {self.stored}, not {self.right}"


@dataclass
class _Ancestor:
    """A page above the one that is looked at, with the children seen so far."""

    page_id: int
    path: str
    url_path: str
    numchild: int
    children: int = 0


def find_damage() -> Iterator[Damage]:
    """Yield what is wrong in the tree, from one query that reads all pages in tree order."""
    line: list[_Ancestor] = []
    rows = Page.objects.order_by("path").values_list("pk", "path", "slug", "depth", "numchild", "url_path")
    for pk, path, slug, depth, numchild, url_path in rows.iterator():
        while line and not path.startswith(line[-1].path):
            yield from _wrong_count(line.pop())
        steps = len(path) // Page.steplen
        right = url_path
        if steps == 1:
            right = "/"
        elif line and len(line[-1].path) == len(path) - Page.steplen:
            line[-1].children += 1
            right = f"{line[-1].url_path}{slug}/"
        else:
            yield Damage(pk, "path", path, None)
        if depth != steps:
            yield Damage(pk, "depth", depth, steps)
        if url_path != right:
            yield Damage(pk, "url_path", url_path, right)
        line.append(_Ancestor(pk, path, right, numchild))
    while line:
        yield from _wrong_count(line.pop())


def _wrong_count(page: _Ancestor) -> Iterator[Damage]:
    if page.numchild != page.children:
        yield Damage(page.page_id, "numchild", page.numchild, page.children)


def mend_tree() -> None:
    """Correct and log what is wrong in the tree; orphans are only logged."""
    if next(find_damage(), None) is None:
        return
    with transaction.atomic():
        lock_tree()
        damages = list(find_damage())
        lock_rows(Q(pk__in=[damage.page_id for damage in damages]))
        for damage in damages:
            if damage.right is not None:
                Page.objects.filter(pk=damage.page_id).update(**{damage.column: damage.right})
    for damage in damages:
        logger.warning("Page %s: %s.%s", damage.page_id, damage, "" if damage.right is None else " It was corrected.")


def check_tree() -> Iterator[Finding]:
    """Yield what is wrong in the tree."""
    for damage in find_damage():
        yield Finding(f"page {damage.page_id}", str(damage))
