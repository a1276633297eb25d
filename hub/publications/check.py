"""Compares the page tree with the publications, and the publications with what the consumers hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page

from hub.publications import consumers, coverage
from hub.publications.models import ConsumerState, Publication, Sequence
from hub.publications.reconcile import PLACE_FIELDS, batch_pages
from hub.representation import represent
from hub.translations.models import Coverage

NOT_PUBLIC = "the publication shows a page that is not public there"
PUBLICATIONS_AT_ONCE = 2000


@dataclass(frozen=True)
class Finding:
    """One difference: where it is, what is wrong, and the page to reconcile (0 when it is a consumer's)."""

    where: str
    what: str
    page_id: int = 0


def check_pages(progress: Callable[[int], None] = lambda done: None) -> Iterator[Finding]:
    """Yield every publication that is missing, out of date or left over.

    `progress` is told how many of `pages_to_compare()` are done.
    """
    done = last = 0
    while page_ids := next_pages(last):
        yield from compare(page_ids)
        last, done = page_ids[-1], done + len(page_ids)
        progress(done)
    start = 0
    while end := next_publications(start):
        yield from orphans(start, end)
        start = end


def pages_to_compare() -> QuerySet[Page]:
    """Return the oldest page of each translation key: with it all of its translations are compared."""
    older = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    return Page.objects.filter(~Exists(older))


def next_pages(after: int) -> list[int]:
    """Return the ids of the next batch of `pages_to_compare()`: those greater than `after`."""
    pages = pages_to_compare().filter(pk__gt=after).order_by("pk")
    return list(pages.values_list("pk", flat=True)[: batch_pages()])


def compare(page_ids: list[int]) -> Iterator[Finding]:
    """Yield every publication of these pages and their translations that is missing, out of date or left over."""
    representation = represent(page_ids)
    for failure in representation.failures:
        yield Finding(f"page {min(failure.page_ids)}", f"no document can be made: {failure.error!r}")
    keys = set(Page.objects.filter(pk__in=page_ids).values_list("translation_key", flat=True))
    stored = {
        (item.translation_key, item.locale): item
        for item in Publication.objects.filter(translation_key__in=keys).defer("document", "teaser", "texts")
    }
    expected = set()
    for document in representation.documents:
        key = (document.translation_key, document.locale)
        expected.add(key)
        old = stored.get(key)
        where = f"{document.locale}/{document.path}"
        if old is None:
            yield Finding(where, "has no publication", document.source_id)
        elif old.content_hash != document.content_hash or old.visible_until != document.visible_until:
            yield Finding(where, "the publication is out of date", document.source_id)
        elif any(getattr(old, name) != getattr(document, name) for name in PLACE_FIELDS):
            yield Finding(where, "the publication's place in the tree is out of date", document.source_id)
    failed = {failure.translation_key for failure in representation.failures}
    yield from compare_coverage(representation.coverage, keys - failed)
    for key, item in stored.items():
        if key not in expected and item.translation_key not in failed:
            yield Finding(str(item), NOT_PUBLIC, item.source_id)


def compare_coverage(rows: list[Coverage], keys: set[UUID]) -> Iterator[Finding]:
    """Yield the pages with these translation keys whose coverage is not what it should be."""
    stored = {(row.translation_key, row.locale): row for row in Coverage.objects.filter(translation_key__in=keys)}
    for row in rows:
        old = stored.pop((row.translation_key, row.locale), None)
        if old is None or coverage.differs(old, row):
            yield Finding(f"page {row.source_id}", f"its coverage in {row.locale} is out of date", row.source_id)
    for row in stored.values():
        yield Finding(f"page {row.source_id}", f"its coverage in {row.locale} is left over", row.source_id)


def next_publications(after: int) -> int:
    """Return the last id in the next batch of publications, those with ids greater than `after`; 0 at the end."""
    ids = Publication.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
    return max(ids[:PUBLICATIONS_AT_ONCE], default=0)


def orphans(after: int, last: int) -> Iterator[Finding]:
    """Yield the publications with ids greater than `after`, up to `last`, whose page is gone in every language."""
    pages = Page.objects.filter(translation_key=OuterRef("translation_key"))
    publications = Publication.objects.filter(~Exists(pages), pk__gt=after, pk__lte=last)
    for item in publications.only("locale", "path", "source_id"):
        yield Finding(str(item), NOT_PUBLIC, item.source_id)


def check_consumers() -> Iterator[Finding]:
    """Yield what consumers failed to apply, lack, hold in an old version or hold too much."""
    head = Sequence.current().value
    for consumer in consumers.registered():
        publications = consumers.of_kinds(Publication.objects.all(), consumer.kinds)
        state = ConsumerState.objects.filter(name=consumer.name).first()
        if state is None or state.failing_since:
            yield Finding(consumer.name, f"cannot be reached: {state.error}" if state else "has not run yet")
            continue
        failed = {(change.translation_key, change.locale): change for change in state.failed_changes.all()}
        for change in failed.values():
            yield Finding(consumer.name, f"failed to apply {change.translation_key} {change.locale}: {change.error}")
        try:
            held = {(key, locale): number for key, locale, number in consumer.held()}
        except consumers.Unavailable as error:
            yield Finding(consumer.name, f"cannot be reached: {error}")
            continue
        lag = publications.filter(sequence__gt=state.cursor, sequence__lte=head).count()
        if lag:
            yield Finding(consumer.name, f"is {lag} changes behind")
            continue
        expected = {
            (key, locale): number
            for key, locale, number in publications.values_list("translation_key", "locale", "sequence")
        }
        for key in expected.keys() - failed.keys():
            if held.get(key) != expected[key]:
                yield Finding(consumer.name, f"lacks {key[0]} {key[1]} in its present version")
        for key in held.keys() - expected.keys():
            yield Finding(consumer.name, f"still holds {key[0]} {key[1]}")
