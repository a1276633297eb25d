"""The notes of earlier imports: what was made of each page, by its path in the file or its translation key."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from home.importer.files import Article, Entry
from home.importer.models import ImportedPage
from home.importer.translations import foreign_strings
from home.models import InfoPage


class Notes:
    def __init__(self) -> None:
        self._all = {(note.translation_key, note.language): note for note in ImportedPage.objects.all()}
        self._keys = {note.path: note.translation_key for note in self._all.values()}
        pages = InfoPage.objects.filter(translation_key__in=ImportedPage.objects.values("translation_key"))
        self._edited = {
            (page.translation_key, page.locale.language_code)
            for page in pages.select_related("locale").defer("body", "translated_from")
            if (note := self.get(page.translation_key, page.locale.language_code)) and is_edited(page, note)
        }
        strings = foreign_strings(self._keys.values()).values_list("context__object_id", "locale__language_code")
        self._edited |= set(strings.distinct())

    def edited(self, key: UUID, language: str) -> bool:
        """Whether the page had been edited in the hub when the import began."""
        return (key, language) in self._edited

    def key_of(self, article: Article) -> UUID | None:
        """Return the translation key of an article that was imported before under a path of its, in any language."""
        paths = [path for entry in article.entries.values() for path in (entry.path, *entry.elsewhere.values())]
        return next((self._keys[path] for path in paths if path in self._keys), None)

    def get(self, key: UUID, language: str) -> ImportedPage | None:
        return self._all.get((key, language))

    def of(self, key: UUID, entry: Entry) -> ImportedPage:
        """Return the note of a page in one language, a new one that is not saved yet when there is none."""
        return self.get(key, entry.language) or ImportedPage(translation_key=key, language=entry.language)

    def keep(self, note: ImportedPage) -> None:
        note.save()
        self._all[note.translation_key, note.language] = note
        self._keys[note.path] = note.translation_key

    def left_out(self, articles: Iterable[Article]) -> list[ImportedPage]:
        """Return the notes of pages that the files, of the same language and region, no longer hold."""
        entries = [entry for article in articles for entry in article.entries.values()]
        held = {(self._keys.get(entry.path), entry.language) for entry in entries}
        covered = {(entry.language, entry.path.split("/")[1]) for entry in entries}
        return [
            note
            for place, note in self._all.items()
            if place not in held and (note.language, note.path.split("/")[1]) in covered
        ]


def is_edited(page: InfoPage, note: ImportedPage) -> bool:
    """Whether somebody saved, published or unpublished a page since it was imported, or made it before that."""
    if page.alias_of_id:
        return False
    if not note.content_hash:
        return page.live or (note.pk is not None and page.latest_revision_id is not None)
    return not page.live or page.latest_revision_id != note.revision_id
