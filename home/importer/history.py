"""Looks up what earlier imports stored, and which of those pages were edited in the hub since."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from home.importer.files import Article, Entry, region_of
from home.importer.models import ImportedPage
from home.importer.translations import hub_translations
from home.models import InfoPage


class History:
    """The records of all earlier imports, by translation key and language, and by path in the file.

    Which pages had been edited is looked up once, when the import begins.
    """

    def __init__(self) -> None:
        self._records = {(record.translation_key, record.language): record for record in ImportedPage.objects.all()}
        self._keys = {record.path: record.translation_key for record in self._records.values()}
        pages = InfoPage.objects.filter(translation_key__in=ImportedPage.objects.values("translation_key"))
        self._edited = {
            (page.translation_key, page.locale.language_code)
            for page in pages.select_related("locale").defer("body", "translated_from")
            if (record := self.get(page.translation_key, page.locale.language_code)) and is_edited(page, record)
        }
        strings = hub_translations(self._keys.values()).values_list("context__object_id", "locale__language_code")
        self._edited |= set(strings.distinct())

    def was_edited(self, key: UUID, language: str) -> bool:
        """Whether the page had been edited in the hub when the import began."""
        return (key, language) in self._edited

    def find_key(self, article: Article) -> UUID | None:
        """Return the translation key of an article that was imported before, under any of its paths."""
        paths = [path for entry in article.entries.values() for path in entry.all_paths]
        return next((self._keys[path] for path in paths if path in self._keys), None)

    def keys_of(self, region: str) -> set[UUID]:
        """Return the translation keys of all pages that were imported from a region."""
        return {key for path, key in self._keys.items() if region_of(path) == region}

    def get(self, key: UUID, language: str) -> ImportedPage | None:
        return self._records.get((key, language))

    def get_or_new(self, key: UUID, entry: Entry) -> ImportedPage:
        """Return the record of a page in one language, an unsaved one when there is none."""
        record = self.get(key, entry.language)
        return record or ImportedPage(translation_key=key, language=entry.language, path=entry.path)

    def save(self, record: ImportedPage) -> None:
        record.save()
        self._records[record.translation_key, record.language] = record
        self._keys[record.path] = record.translation_key

    def missing_from(self, articles: Iterable[Article]) -> list[ImportedPage]:
        """Return the records of pages that the files, of the same language and region, no longer hold."""
        entries = [entry for article in articles for entry in article.entries.values()]
        present = {(self._keys.get(entry.path), entry.language) for entry in entries}
        covered = {(entry.language, entry.region) for entry in entries}
        return [
            record
            for identity, record in self._records.items()
            if identity not in present and (record.language, region_of(record.path)) in covered
        ]


def is_edited(page: InfoPage, record: ImportedPage) -> bool:
    """Whether somebody saved, published or unpublished a page since its import, or created it before."""
    if page.alias_of_id:
        return False
    if not record.content_hash:
        return page.live or (record.pk is not None and page.latest_revision_id is not None)
    return not page.live or page.latest_revision_id != record.revision_id
