"""Who translates what: the rows of coverage that somebody may see, and the way from one of them to the work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page

from hub.internals.wagtail_rights import editable_pages, own_pages, readable_paths
from hub.translations.models import Coverage
from hub.translations.submitting import submit


def visible(user: Any) -> QuerySet[Coverage]:
    """Return the coverage of the pages that `user` may read in the admin."""
    below = Q(pk__in=[])
    for path in readable_paths(user):
        below |= Q(source__path__startswith=path)
    return Coverage.objects.filter(below)


def languages_of(user: Any) -> list[str]:
    """Return the languages into which `user` translates, in the order of the settings."""
    codes = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    if user.is_superuser:
        return codes
    ids = {page.locale_id for page in own_pages(user)}
    own = set(Locale.objects.filter(pk__in=ids).values_list("language_code", flat=True))
    return [code for code in codes if code in own]


def open_draft(source: Page, language: str, user: Any) -> Page:
    """Return the translation of a source page, a draft that is made just now where there is none.

    Who submits a page may be nobody who translates it. Raises PermissionDenied for who may neither begin nor edit it,
    Locale.DoesNotExist or ValueError for a language in which there are no translations.
    """
    locale = Locale.objects.get(language_code=language)
    page = translation_in(source, locale)
    if page is None:
        if not may_begin(source, locale, user):
            raise PermissionDenied
        submit(source.specific, [locale], user)
        page = source.get_translation(locale)
    elif not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


def translation_in(source: Page, locale: Locale) -> Page | None:
    """Return the translation of a source page, None where there is none or an alias of the source only."""
    return source.get_translations().filter(locale=locale, alias_of=None).first()


def may_begin(source: Page, locale: Locale, user: Any) -> bool:
    """Say whether `user` may make a draft of a page in a language: who translates what is above it, or submits."""
    return Doors({source.pk: source.path}, user).may_begin(source.pk, locale.language_code)


class Doors:
    """Which translations of some source pages their user may open, or begin (as many queries for any number of pages).

    `sources` are the tree paths of the source pages by their ids.
    """

    def __init__(self, sources: Mapping[int, str], user: Any) -> None:
        self._paths = dict(sources)
        lines = {path[:end] for path in sources.values() for end in range(Page.steplen, len(path) + 1, Page.steplen)}
        line = dict(Page.objects.filter(path__in=lines).values_list("translation_key", "path"))
        siblings = Page.objects.filter(translation_key__in=line, alias_of=None)
        editable = editable_pages(user).filter(translation_key__in=line)
        self._editable = set(editable.values_list("pk", flat=True))
        rows = siblings.values_list("translation_key", "locale__language_code", "pk")
        self._pages = {(line[key], language): pk for key, language, pk in rows}
        self._may_submit = user.has_perm("wagtail_localize.submit_translation")

    def may_edit(self, page_id: int | None) -> bool:
        """Say whether the user may edit a source page or one of its translations."""
        return page_id in self._editable

    def may_begin(self, source_id: int, language: str) -> bool:
        """Say whether the user may make a draft of a source page in a language in which it has none."""
        path = self._paths[source_id]
        for end in range(len(path) - Page.steplen, 0, -Page.steplen):
            above = self._pages.get((path[:end], language))
            if above:
                if above in self._editable:
                    return True
                break
        return self._may_submit and source_id in self._editable
