"""How far pages are translated, from what is loaded for their documents and from what translators have stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from hub.representation.json_items import JSONItems
from hub.representation.library import Group, PublishedTranslation
from hub.translations.coverage import Amount, missing_texts, stale_paths
from hub.translations.models import Coverage, NotNeeded
from hub.translations.segments import texts_in

State = Coverage.State
Cell = tuple[UUID, str]


def stale_texts(group: Group, language: str) -> set[str]:
    """Return the paths of the texts of a public translation that its source has changed, or gained, since."""
    translation = group.translation_in(language)
    return stale(group, translation.translated, translation.own_structure) if translation else set()


def stale(group: Group, translated: dict[str, str], own_structure: bool) -> set[str]:
    return stale_paths(group.fingerprints, translated, own_structure, group.same_texts)


class Work:
    """What translators have done for pages, in drafts too (five queries for any number of pages)."""

    def __init__(self, groups: Iterable[Group]) -> None:
        groups = list(groups)
        keys = {group.source.translation_key for group in groups}
        cells = Translation.objects.filter(source__object_id__in=keys, enabled=True)
        self.by_text: set[Cell] = set(cells.values_list("source__object_id", "target_locale__language_code"))
        decided = NotNeeded.objects.filter(translation_key__in=keys)
        self.not_needed: set[Cell] = set(decided.values_list("translation_key", "locale"))
        self._words: dict[Cell, set[tuple[str, str]]] = defaultdict(set)
        if self.by_text:
            rows = StringTranslation.objects.filter(context__object_id__in=keys, has_error=False).values_list(
                "context__object_id", "locale__language_code", "context__path", "translation_of__data"
            )
            for key, language, path, text in rows.iterator():
                self._words[key, language].add((path, text))
        self._drafts = self._load_drafts(groups)

    def _load_drafts(self, groups: list[Group]) -> dict[int, PublishedTranslation]:
        """Return what the drafts of pages that are edited by hand have translated, by page id."""
        revisions = {
            page.latest_revision_id: page.pk
            for group in groups
            for language, page in group.rows.items()
            if language != group.language
            and not page.alias_of_id
            and page.latest_revision_id
            and (group.source.translation_key, language) not in self.by_text
        }
        content = JSONItems("content", ["own_structure", "translated_from"])
        rows = Revision.objects.filter(pk__in=revisions).values_list("pk", content) if revisions else []
        return {revisions[pk]: PublishedTranslation(revisions[pk], content, None, None) for pk, content in rows}

    def to_do(self, group: Group, language: str, texts: dict[str, tuple[str, ...]], paths: set[str]) -> list[str]:
        """Return the texts at `paths` that have no translation yet, in no draft either."""
        cell = (group.source.translation_key, language)
        if cell in self.by_text:
            return missing_texts(texts, paths, self._words[cell])
        page = group.rows.get(language)
        draft = self._drafts.get(page.pk) if page else None
        if draft:
            paths = paths & stale(group, draft.translated, draft.own_structure)
        return [text for path in paths for text in texts.get(path, ())]


def coverage_of(groups: Iterable[Group], outdated: Collection[Cell]) -> list[Coverage]:
    """Return the coverage of published pages in the languages of their counties, as rows that are not stored yet.

    `outdated` are the public translations that their documents call outdated.
    """
    groups = [group for group in groups if group.published]
    open_groups = [group for group in groups if any(_is_open(group, code, outdated) for code in _languages(group))]
    work = Work(open_groups) if open_groups else None
    return [
        _coverage(group, language, outdated, work)
        for group in groups
        if group.error is None
        for language in _languages(group)
    ]


def _languages(group: Group) -> list[str]:
    """Return the languages into which a page may be translated: never the one that pages are translated from."""
    return [language for language in group.languages if language not in (group.language, settings.LANGUAGE_CODE)]


def _is_open(group: Group, language: str, outdated: Collection[Cell]) -> bool:
    if group.translation_in(language) is None:
        return True
    return (group.source.translation_key, language) in outdated or bool(stale_texts(group, language))


def _coverage(group: Group, language: str, outdated: Collection[Cell], work: Work | None) -> Coverage:
    source: Any = group.source
    cell = (source.translation_key, language)
    page: Page | None = group.rows.get(language)
    texts = texts_in(type(source), group.prose)
    total = Amount.of(text for group_of_texts in texts.values() for text in group_of_texts)
    left = Amount(0, 0)
    since = None
    if work is None or not _is_open(group, language, outdated):
        state = State.COMPLETE
    elif group.translation_in(language):
        state = State.OUTDATED
        left = Amount.of(work.to_do(group, language, texts, stale_texts(group, language)))
        since = source.last_published_at
    elif cell in work.not_needed:
        state = State.NOT_NEEDED
    else:
        left = Amount.of(work.to_do(group, language, texts, set(texts)))
        state = State.IN_WORK if left.texts < total.texts else State.MISSING
        since = source.first_published_at
    return Coverage(
        translation_key=source.translation_key,
        locale=language,
        source_id=source.pk,
        page_id=page.pk if page and not page.alias_of_id else None,
        county=group.county.slug,
        kind=group.kind.slug,
        state=state,
        texts=total.texts,
        texts_to_do=left.texts,
        words=total.words,
        words_to_do=left.words,
        since=since,
    )
