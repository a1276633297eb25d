"""What one document is made with: the language, the words, and the note of everything it showed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import models

from hub.addresses import html_path
from hub.plugins import PAGE
from hub.representation.endings import ITEM
from hub.representation.endings import NAME as VISIBLE_UNTIL
from hub.representation.library import Group, Library, PublishedTranslation, is_id
from hub.representation.texts import Text
from hub.translations.prose import replaced


class Untranslated(Exception):
    """A prose value of the source has no translation: the nearest block or list item says what becomes of it."""


class Context:
    """The making of one document, or of one teaser within it. Raises the group's error when it has one."""

    def __init__(self, library: Library, group: Group, language: str, *, is_teaser: bool = False) -> None:
        if group.error:
            raise group.error
        self.library = library
        self.group = group
        self.language = language
        self.is_teaser = is_teaser
        self.translation: PublishedTranslation | None = group.translation_in(language)
        self.replaces_old = False
        self.texts: list[Text] = []
        self.dependencies: set[tuple[str, int]] = set()
        self._ends: dict[tuple[str, int], datetime] = {}
        self._lasting: set[tuple[str, int]] = set()
        self._of_ending_pages: dict[tuple[str, int], datetime] = {}
        self._speaks_source = self.translation is None

    @property
    def ends(self) -> dict[tuple[str, int], datetime]:
        """Until when some of what is shown is shown: what has an end of its own, and what only pages that end show."""
        passing = {key: end for key, end in self._of_ending_pages.items() if key not in self._lasting}
        return passing | self._ends

    @property
    def content_language(self) -> str:
        return self.language if self.translation else self.group.language

    @property
    def spoken_language(self) -> str:
        """The language of the words that are given just now."""
        return self.group.language if self._speaks_source else self.content_language

    @property
    def page_id(self) -> int:
        """The id of the page whose words are shown: the translation's, or the source's."""
        return self.translation.page_id if self.translation else self.group.source.pk

    @property
    def own_structure(self) -> bool:
        return bool(self.translation and self.translation.own_structure)

    @contextmanager
    def source_language(self) -> Iterator[None]:
        """Give the source's prose within the block, as if there were no translation."""
        before = self._speaks_source
        self._speaks_source = True
        try:
            yield
        finally:
            self._speaks_source = before

    def prose(self, path: str, source: str, target: str | None) -> str:
        """Return the prose at `path`: the source's, or the translation's.

        Raises Untranslated when the source has words there and the translation none.
        """
        if self.translation is None or self._speaks_source:
            return source or ""
        if self.own_structure and path.partition(".")[0] != path:
            return target or ""
        if not source:
            return ""
        recorded = self.translation.translated.get(path)
        if recorded is None or not target:
            raise Untranslated(path)
        return target

    def variant(self, path: str, label: str, source: int | None, target: int | None) -> int | None:
        """Return the id of the picture or file at `path`: the translation's, where it replaces the source's.

        Returns the source's where that is gone. Notes when the source shows another one since it was replaced.
        """
        mark = self.translation.translated.get(path) if self.translation and not self._speaks_source else None
        if mark is None or not source or self.get(label, target) is None:
            return source
        if mark != replaced(source):
            self.replaces_old = True
        return target

    def shown_prose(self, path: str, lines: Iterable[str]) -> None:
        """Note the lines of the prose at `path` for those who search the document."""
        self.texts += [Text(path, self.spoken_language, line) for line in lines]

    def form_of_item(self, form: Callable[[], Any], holds_fact: bool) -> dict[str, Any] | None:
        """Return `{"value": form()}` of a block, a list item, a child or an image.

        Where its prose is not translated, one that holds a fact stands in the source language as a whole:
        `{"value", "lang"}`. Prose alone waits for its translation: None.
        """
        before = len(self.texts)
        try:
            return {"value": form()}
        except Untranslated:
            del self.texts[before:]
        if not holds_fact:
            return None
        with self.source_language():
            return {"value": form(), "lang": self.group.language}

    def get(self, label: str, pk: int | None, until: datetime | None = None) -> Any:
        """Return a loaded snippet, image or file, and note that it is shown, where a part ends until that moment."""
        if not is_id(pk):
            return None
        self.dependencies.add((label, pk))
        if until:
            self._ends[label, pk] = until
        else:
            self._lasting.add((label, pk))
        return self.library.objects.get((label, pk))

    def note(self, item: models.Model) -> None:
        self.dependencies.add((item._meta.label_lower, item.pk))

    def form_of(self, item: Any) -> Any:
        """Return the API form of a loaded snippet: made with the language or, where it refers to more, with this
        context.
        """
        return item.api_form(self if hasattr(item, "references") else self.language)

    def page(self, pk: int | None) -> Group | None:
        """Return the group of a page if it is public, and note the reference either way: it may become public."""
        if not is_id(pk):
            return None
        self.dependencies.add((PAGE, pk))
        group = self.library.groups.get(pk)
        if group is None or not group.public:
            return None
        self.dependencies.add((PAGE, group.source.pk))
        return group

    def teaser(self, pk: int | None) -> dict | None:
        """Return the teaser of a public page in this document's language, else None."""
        group = self.page(pk)
        if group is None:
            return None
        teaser = self.library.teaser(group, shown_in(group, self.language))
        self.dependencies |= teaser.dependencies
        self._ends |= teaser.ends
        if group.visible_until is None:
            self._lasting |= teaser.dependencies
            return teaser.content
        for key in teaser.dependencies:
            self._of_ending_pages[key] = max(group.visible_until, self._of_ending_pages.get(key, group.visible_until))
        return {**teaser.content, VISIBLE_UNTIL: {ITEM: group.visible_until.isoformat()}}

    def page_address(self, pk: int | None) -> str | None:
        """Return the root-relative address of a public page in this document's language, else None."""
        group = self.page(pk)
        return address(group, self.language) if group else None


def shown_in(group: Group, language: str) -> str:
    """Return the language in which a link from a document in `language` leads to `group`."""
    return language if language in group.languages else group.language


def address(group: Group, language: str) -> str:
    return html_path(shown_in(group, language), group.path)


def api_address(page_id: int, own_language: bool, language: str) -> str:
    return f"/api/v2/pages/{page_id}/" + ("" if own_language else f"?locale={language}")
