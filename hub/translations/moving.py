"""Translations stand where their source page stands.

Their addresses are the source page's anyway, but rights are those of the tree: a page that was moved to another county
must not leave its translations to the former one.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from django.db import transaction
from wagtail.models import Page

from hub.internals.wagtail import free_slug
from hub.translations.sources import is_source, sources_by_key
from hub.tree import lock_tree


def take_along(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Move the translations of a source page that was moved, and of the pages below it, to where these are now.

    Receives Wagtail's `post_page_move`, in the transaction of the move.
    """
    if parent_page_before.pk == parent_page_after.pk or not is_source(instance):
        return
    tree = {page.translation_key: page for page in instance.get_descendants(inclusive=True)}
    moved = [page.pk for page in tree.values()]
    translations = Page.objects.filter(translation_key__in=tree).exclude(pk__in=moved)
    for page in top_level(translations):
        follow(page, tree[page.translation_key])


def misplaced(page_ids: Iterable[int]) -> list[tuple[Page, Page]]:
    """Return (translation, source page) of the translations of these pages that stand elsewhere than their source page.

    Three queries for any number of pages; `follow` moves one.
    """
    keys = Page.objects.filter(pk__in=page_ids).values("translation_key")
    siblings = list(Page.objects.filter(translation_key__in=keys).order_by("path"))
    sources = sources_by_key(siblings)
    above = {page.path[: -page.steplen] for page in siblings}
    parents = dict(Page.objects.filter(path__in=above).values_list("path", "translation_key"))
    return [
        (page, source)
        for page in siblings
        if (source := sources[page.translation_key]).pk != page.pk
        and parents.get(page.path[: -page.steplen]) != parents.get(source.path[: -page.steplen])
    ]


def follow_source(page: Page, source: Page) -> bool:
    """Move a misplaced translation, in a transaction of its own; say whether it stands elsewhere now."""
    with transaction.atomic():
        lock_tree()
        before = Page.objects.filter(pk=page.pk).values_list("path", flat=True).first()
        source = Page.objects.filter(pk=source.pk).first()
        if before and source:
            follow(page, source)
        return before != Page.objects.filter(pk=page.pk).values_list("path", flat=True).first()


def top_level(pages: Iterable[Page]) -> list[Page]:
    """Return those pages that are not below another one of them."""
    tops: list[Page] = []
    for page in sorted(pages, key=attrgetter("path")):
        if not tops or not page.path.startswith(tops[-1].path):
            tops.append(page)
    return tops


def follow(page: Page, source: Page) -> bool:
    """Move a translation below the nearest ancestor of its source page that has one too; say whether there is any."""
    page = Page.objects.get(pk=page.pk)  # its path may have changed with another move
    for ancestor in source.get_ancestors().order_by("-depth"):
        parent = ancestor.get_translation_or_none(page.locale)
        if parent and parent != page and not parent.is_descendant_of(page):
            if page.is_child_of(parent):
                return True
            slug = free_slug(parent, page.slug)
            if slug != page.slug:
                page.slug = slug
                page.save()
            page.move(parent, "last-child")
            return True
    return False
