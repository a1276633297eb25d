"""The import itself: places first, then each article with its translations in a transaction of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from home.importer import block_ids
from home.importer.files import Article
from home.importer.history import Notes, is_edited
from home.importer.links import Pages
from home.importer.models import ImportedPage
from home.importer.plan import Plan, plan
from home.importer.report import Row, Status
from home.importer.translations import Strings, store_own_body, store_strings, title_string
from home.importer.tree import Place, Tree, slug_of
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.publications import triggers
from hub.translations.prose import stream_data
from hub.translations.segments import SegmentMismatch

LOST = "none of its words could be read"


class Import:
    """Imports `articles`, given in tree order, into a county."""

    def __init__(self, county: CountyPage, articles: Sequence[Article]) -> None:
        self.articles = articles
        self._county = county
        self._notes = Notes()
        self._tree = Tree(county, self._notes)
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}

    @property
    def steps(self) -> int:
        return 2 * len(self.articles)

    def run(self) -> Iterator[list[Row]]:
        """Do it, and yield the rows of each of the `steps`, then those of the pages that are no longer in the files.

        Each step is a transaction of its own; running again completes what was broken off. Making the documents is left
        to the worker.
        """
        families = defaultdict(list)
        with triggers.deferred():
            for article in self.articles:
                self._tree.settle(article)
                families[article.parent and article.parent.key].append(article)
                yield []
            for siblings in families.values():
                self._tree.arrange(siblings)
            page_ids = {key: place.page_id for key, place in self._tree.places.items() if place.page_id}
            page_ids[""] = self._county.pk
            pages = Pages(article for article in self.articles if article.key in page_ids)
            for article in self.articles:
                yield self._store(self._tree.places[article.key], *plan(article, pages, page_ids))
        yield [Row(note.language, note.path, status=Status.LEFT_OUT) for note in self._notes.left_out(self.articles)]

    def _store(self, place: Place, source: Plan, translations: list[Plan]) -> list[Row]:
        rows = [source.row, *(translation.row for translation in translations)]
        if place.page_id is None:
            for row in rows:
                row.status = Status.NO_SOURCE if place.problem == "no source" else Status.DELETED
            return rows
        try:
            with transaction.atomic():
                self._store_source(place, source)
                for translation in translations:
                    self._store_translation(place, source, translation)
        except ValidationError as error:
            for row in rows:
                row.status = Status.FAILED
                row.problems += error.messages
        return rows

    def _store_source(self, place: Place, source: Plan) -> None:
        note = self._notes.of(place.key, source.entry)
        source.row.page_id = place.page_id
        if note.content_hash == source.mark:
            source.row.status = Status.EDITED if self._notes.edited(place.key, source.entry.language) else Status.SAME
            return
        page = InfoPage.objects.get(pk=place.page_id)
        if is_edited(page, note):
            source.row.status = Status.CONFLICT
            return
        if source.row.lost:
            raise ValidationError(LOST)
        source.row.status = Status.CHANGED if note.content_hash else Status.NEW
        slug = slug_of(source.entry)
        if note.path != source.entry.path and page.slug != slug:
            page.slug = find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)
        page.title = source.entry.title
        page.body = json.dumps(block_ids.body(source.blocks, stream_data(page.body), source.entry.path))
        page.save_revision().publish()
        self._finish(page, source, note)

    def _store_translation(self, place: Place, source: Plan, translation: Plan) -> None:
        entry, row = translation.entry, translation.row
        note, locale = self._notes.of(place.key, entry), self._locales[entry.language]
        page = InfoPage.objects.filter(translation_key=place.key, locale=locale).first()
        row.page_id = page and page.pk
        edited = self._notes.edited(place.key, entry.language)
        source_page = InfoPage.objects.get(pk=place.page_id)
        if page is None and note.content_hash:
            row.status = Status.DELETED
        elif note.content_hash == translation.mark:
            row.status = Status.EDITED if edited else Status.SAME
        elif edited or (page and is_edited(page, note)):
            row.status = Status.CONFLICT
        elif is_edited(source_page, self._notes.of(place.key, source.entry)):
            row.status = Status.CONFLICT
            row.problems.append("its source page was edited in the hub")
        elif row.lost:
            row.status = Status.FAILED
            row.problems.append(LOST)
        else:
            row.status = Status.CHANGED if note.content_hash else Status.NEW
            page = self._store_words(source_page, page, translation)
            row.page_id = page.pk
            self._finish(page, translation, note)

    def _store_words(self, source_page: InfoPage, page: InfoPage | None, translation: Plan) -> InfoPage:
        entry, locale = translation.entry, self._locales[translation.entry.language]
        if translation.words is not None:
            try:
                return store_strings(source_page, locale, _strings(source_page, translation))
            except SegmentMismatch:
                translation.row.own_body = True
        stored = stream_data(page.body) if page and page.own_structure else []
        return store_own_body(source_page, locale, entry.title, block_ids.body(translation.blocks, stored, entry.path))

    def _finish(self, page: Page, made: Plan, note: ImportedPage) -> None:
        """Show when the content was really updated, and note what was made of it."""
        if made.entry.updated:
            Page.objects.filter(pk=page.pk).update(last_published_at=made.entry.updated)
            Page.objects.filter(pk=page.pk, first_published_at__gt=made.entry.updated).update(
                first_published_at=made.entry.updated
            )
        note.path, note.content_hash = made.entry.path, made.mark
        note.order = note.order if note.order is not None else made.entry.order
        note.revision_id = Page.objects.values_list("latest_revision_id", flat=True).get(pk=page.pk)
        self._notes.keep(note)


def _strings(source_page: InfoPage, translation: Plan) -> Strings:
    strings = Strings({"title": [title_string(translation.entry.title)]})
    for block, block_words in zip(stream_data(source_page.body), translation.words or [], strict=True):
        path = f"body.{block['id']}"
        strings.words[path] = [words.html for words in block_words]
        for words in block_words:
            for old, new in words.overrides.items():
                strings.overrides.setdefault((path, old), new)
    return strings
