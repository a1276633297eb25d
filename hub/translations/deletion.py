"""A deleted source page takes its translations with it: without it one of them would become a source."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet
from wagtail.log_actions import log
from wagtail.models import Page

from hub.internals import localize_cleanup
from hub.translations.models import HandOver, MinorEdit, NotNeeded
from hub.translations.moving import follow, top_level
from hub.translations.sources import sources_by_key
from hub.tree import lock_rows
from hub.wishes.models import Wish


def delete_translations(pages: QuerySet[Page]) -> None:
    """Delete the translations of the source pages among `pages`, which are about to be deleted.

    What exists only below these translations goes with them. The number of queries is constant beside what Wagtail and
    treebeard need for each page.
    """
    deleted = set(pages.values_list("pk", flat=True))
    siblings = list(Page.objects.filter(translation_key__in=pages.values("translation_key")))
    keys = {key for key, source in sources_by_key(siblings).items() if source.pk in deleted}
    translations = [page for page in siblings if page.translation_key in keys and page.pk not in deleted]
    tree = with_descendants(translations) if translations else []
    lock_rows(Q(pk__in=[page.pk for page in tree]))  # before their words: whoever saves one holds its page first
    localize_cleanup.forget_pages(keys)
    for model in (HandOver, MinorEdit, NotNeeded, Wish):
        model._default_manager.filter(translation_key__in=keys).delete()
    localize_cleanup.forget_translations(pages.exclude(translation_key__in=keys))
    if not translations:
        return
    staying = follow_sources(tree, {page.pk for page in translations}, deleted)
    going = Page.objects.filter(pk__in=[page.pk for page in tree if page.pk not in staying])
    for page in going.specific(defer=True):
        log(page, "wagtail.delete", deleted=True)
    # More than once only where treebeard misses the children of a page whose `numchild` is 0 by mistake.
    while tops := top_level(going.all()):
        Page.objects.filter(pk__in=[page.pk for page in tops]).delete()


def with_descendants(pages: Collection[Page]) -> list[Page]:
    """Return pages and their descendants in tree order (one query)."""
    condition = Q(pk__in=[page.pk for page in pages])
    for page in top_level(pages):
        if not page.is_leaf():
            condition |= Q(path__startswith=page.path)
    return list(Page.objects.filter(condition).order_by("path"))


def follow_sources(tree: list[Page], translations: set[int], deleted: set[int]) -> set[int]:
    """Move the pages of a tree whose source page is not deleted to where that is; return the ids of what stays.

    `tree` holds `translations` and all below them.
    """
    others = {page.translation_key for page in tree if page.pk not in translations}
    sources = sources_by_key(Page.objects.filter(translation_key__in=others)) if others else {}
    going = deleted | {page.pk for page in tree}
    staying: dict[str, int] = {}
    for page in tree:
        if page.pk in translations:
            continue
        source = sources[page.translation_key]
        if page.path[: -page.steplen] in staying or (source.pk not in going and follow(page, source)):
            staying[page.path] = page.pk
    return set(staying.values())
