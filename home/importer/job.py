"""Runs an import: first all places in the tree, then each article with its translations in a transaction of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page

from home.importer.block_ids import text_blocks
from home.importer.files import Article
from home.importer.history import History, is_edited
from home.importer.links import PageIndex
from home.importer.models import ImportedPage
from home.importer.plan import PagePlan, plan_article
from home.importer.report import Row, Status
from home.importer.translations import Segments, publish_own_body, publish_segments, title_text
from home.importer.tree import Place, Tree, slug_for
from home.models import InfoPage
from hub.counties.models import CountyPage
from hub.internals.wagtail import free_slug
from hub.publications import triggers
from hub.translations.prose import stream_data
from hub.translations.segments import SegmentMismatch
from hub.tree import lock_tree

UNREADABLE = "none of its words could be read"


class ImportJob:
    """Imports `articles`, given in tree order, into a county.

    Raises BadFile when their region was imported into another county.
    """

    def __init__(self, county: CountyPage, articles: Sequence[Article]) -> None:
        self.articles = articles
        self._county = county
        self._history = History()
        self._tree = Tree(county, self._history)
        self._tree.check_region(articles)
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}

    @property
    def steps(self) -> int:
        return 2 * len(self.articles)

    def run(self) -> Iterator[list[Row]]:
        """Import, and yield the rows of each of the `steps`, then those of the pages that are missing from the files.

        Each step is a transaction of its own; running again completes what was interrupted. The worker publishes the
        documents afterwards.
        """
        siblings = defaultdict(list)
        with triggers.deferred():
            for article in self.articles:
                self._tree.locate(article)
                siblings[article.parent and article.parent.key].append(article)
                yield []
            for articles in siblings.values():
                self._tree.arrange(articles)
            page_ids = {key: place.page_id for key, place in self._tree.places.items() if place.page_id}
            page_ids[""] = self._county.pk
            pages = PageIndex(article for article in self.articles if article.key in page_ids)
            for article in self.articles:
                yield self._import(self._tree.places[article.key], *plan_article(article, pages, page_ids))
        missing = self._history.missing_from(self.articles)
        yield [Row(record.language, record.path, status=Status.MISSING) for record in missing]

    def _import(self, place: Place, source: PagePlan, translations: list[PagePlan]) -> list[Row]:
        rows = [source.row, *(translation.row for translation in translations)]
        if place.skip_status:
            return _skipped(rows, place.skip_status)
        try:
            with transaction.atomic():
                lock_tree()  # translations are added after the source page was saved; editors go the other way
                obstacle = self._tree.obstacle(place.existing_page_id)
                if obstacle:
                    return _skipped(rows, obstacle)
                self._import_source(place, source)
                for translation in translations:
                    self._import_translation(place, source, translation)
        except ValidationError as error:
            for row in rows:
                row.status = Status.FAILED
                row.problems += error.messages
        return rows

    def _import_source(self, place: Place, source: PagePlan) -> None:
        entry, row = source.entry, source.row
        record = self._history.get_or_new(place.key, entry)
        row.page_id = place.page_id
        if record.content_hash == source.content_hash:
            row.status = Status.EDITED if self._history.was_edited(place.key, entry.language) else Status.UNCHANGED
            return
        page: Any = InfoPage.objects.get(pk=place.existing_page_id)
        if is_edited(page, record):
            row.status = Status.CONFLICT
            return
        if row.is_unreadable:
            raise ValidationError(UNREADABLE)
        row.status = Status.CHANGED if record.content_hash else Status.NEW
        slug = slug_for(entry)
        if record.path != entry.path and page.slug != slug:
            page.slug = free_slug(page.get_parent(), slug, page)
        page.title = entry.title
        page.body = json.dumps(text_blocks(source.blocks, stream_data(page.body), entry.path))
        page.save_revision().publish()
        self._record(page, source, record)

    def _import_translation(self, place: Place, source: PagePlan, translation: PagePlan) -> None:
        entry, row = translation.entry, translation.row
        record, locale = self._history.get_or_new(place.key, entry), self._locales[entry.language]
        page = InfoPage.objects.filter(translation_key=place.key, locale=locale).first()
        row.page_id = page and page.pk
        was_edited = self._history.was_edited(place.key, entry.language)
        source_page = InfoPage.objects.get(pk=place.existing_page_id)
        if page is None and record.content_hash:
            row.status = Status.DELETED
        elif record.content_hash == translation.content_hash:
            row.status = Status.EDITED if was_edited else Status.UNCHANGED
        elif was_edited or (page and is_edited(page, record)):
            row.status = Status.CONFLICT
        elif is_edited(source_page, self._history.get_or_new(place.key, source.entry)):
            row.status = Status.CONFLICT
            row.problems.append("its source page was edited in the hub")
        elif row.is_unreadable:
            row.status = Status.FAILED
            row.problems.append(UNREADABLE)
        else:
            row.status = Status.CHANGED if record.content_hash else Status.NEW
            page = self._publish_translation(source_page, page, translation)
            row.page_id = page.pk
            self._record(page, translation, record)

    def _publish_translation(self, source_page: InfoPage, page: InfoPage | None, translation: PagePlan) -> InfoPage:
        """Publish by segments, or with a body of its own when the translation does not follow its source."""
        entry, locale = translation.entry, self._locales[translation.entry.language]
        if translation.strings is not None:
            try:
                return publish_segments(source_page, locale, _segments(source_page, translation))
            except SegmentMismatch:
                translation.row.own_body = True
        stored = stream_data(page.body) if page and page.own_structure else []
        return publish_own_body(source_page, locale, entry.title, text_blocks(translation.blocks, stored, entry.path))

    def _record(self, page: Page, plan: PagePlan, record: ImportedPage) -> None:
        """Record what was imported, and date the page by the last update of its content."""
        entry = plan.entry
        if entry.updated_at:
            Page.objects.filter(pk=page.pk).update(last_published_at=entry.updated_at)
            Page.objects.filter(pk=page.pk, first_published_at__gt=entry.updated_at).update(
                first_published_at=entry.updated_at
            )
        record.path, record.content_hash = entry.path, plan.content_hash
        if record.order is None:
            record.order = entry.order
        record.revision_id = Page.objects.values_list("latest_revision_id", flat=True).get(pk=page.pk)
        self._history.save(record)


def _skipped(rows: list[Row], status: Status) -> list[Row]:
    for row in rows:
        row.status = status
    return rows


def _segments(source_page: InfoPage, translation: PagePlan) -> Segments:
    segments = Segments({"title": [title_text(translation.entry.title)]})
    for block, strings in zip(stream_data(source_page.body), translation.strings or [], strict=True):
        path = f"body.{block['id']}"
        segments.texts[path] = [string.html for string in strings]
        for string in strings:
            for source_url, url in string.url_overrides.items():
                segments.url_overrides.setdefault((path, source_url), url)
    return segments
