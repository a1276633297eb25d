"""The pages' places: the county, a draft for each new page, addresses and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from home.integreat.reading import Article, Entry
from home.models import HomePage, ImportedPage, InfoPage
from hub.counties.models import CountyPage


class NoHome(Exception):
    """There is no home page to put a county under."""


def county_page(name: str) -> CountyPage:
    """Return the county with this title or slug in the source language; make and publish it when there is none.

    Raises NoHome when the site has no home page.
    """
    locale, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    found = CountyPage.objects.filter(Q(title__iexact=name) | Q(slug=name), locale=locale).order_by("pk").first()
    if found:
        return found
    home = HomePage.objects.filter(locale=locale, sites_rooted_here__isnull=False).first()
    if home is None:
        raise NoHome
    with transaction.atomic():
        county = home.add_child(instance=CountyPage(title=name, locale=locale, live=False))
        county.save_revision().publish()
    return CountyPage.objects.get(pk=county.pk)


class Records:
    """The notes of earlier imports, found by the path of a page in any of its languages."""

    def __init__(self) -> None:
        self._by_path = {(record.language, record.path): record for record in ImportedPage.objects.all()}
        self._by_key = {(record.translation_key, record.language): record for record in self._by_path.values()}

    def key_of(self, article: Article) -> UUID | None:
        """Return the translation key of an article that was imported before, None for a new one."""
        for language, entry in article.entries.items():
            for path in (entry.path, *entry.elsewhere.values()):
                record = self._by_path.get((language if path == entry.path else path.split("/")[2], path))
                if record:
                    return record.translation_key
        return None

    def get(self, key: UUID, language: str) -> ImportedPage | None:
        return self._by_key.get((key, language))

    def note(self, key: UUID, entry: Entry, content_hash: str, revision_id: int | None) -> None:
        """Write down what was made of `entry`."""
        record = self._by_key.get((key, entry.language)) or ImportedPage(translation_key=key, language=entry.language)
        record.path, record.parent_path, record.order = entry.path, entry.parent, entry.order
        record.content_hash, record.revision_id = content_hash, revision_id
        record.save()
        self._by_path[entry.language, entry.path] = self._by_key[key, entry.language] = record

    def missing(self, articles: Iterable[Article]) -> list[ImportedPage]:
        """Return the notes of pages that the files of their language and region no longer hold."""
        entries = {(entry.language, entry.path) for article in articles for entry in article.entries.values()}
        covered = {(language, path.split("/")[1]) for language, path in entries}
        return [
            record
            for (language, path), record in self._by_path.items()
            if (language, path) not in entries and (language, path.split("/")[1]) in covered
        ]
