"""Compares the page tree with the publications, and the publications with what the consumers hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wagtail.models import Page

from hub.plugins import kinds
from hub.publications import consumers, models
from hub.publications.models import Publication
from hub.publications.reconcile import PLACE_FIELDS, batch_size
from hub.representation import represent


@dataclass(frozen=True)
class Finding:
    """One difference: where it is, what is wrong, and the page to reconcile (0 when it is a consumer's)."""

    where: str
    what: str
    page_id: int = 0


def check_pages(progress: Callable[[int], None] = lambda done: None) -> Iterator[Finding]:
    """Yield every publication that is missing, out of date or left over. `progress` gets the number of pages seen."""
    ids = [
        pk
        for pk, model in ((page.pk, page.specific_class) for page in Page.objects.only("pk", "content_type").iterator())
        if model and kinds.for_model(model)
    ]
    step = batch_size()
    seen: set[tuple] = set()
    for start in range(0, len(ids), step):
        made = represent(ids[start : start + step])
        for failure in made.failures:
            yield Finding(f"page {min(failure.page_ids)}", f"no document can be made: {failure.error!r}")
        keys = {document.translation_key for document in made.documents} | {
            failure.translation_key for failure in made.failures
        }
        stored = {
            (item.translation_key, item.locale): item for item in Publication.objects.filter(translation_key__in=keys)
        }
        for document in made.documents:
            key = (document.translation_key, document.locale)
            seen.add(key)
            old = stored.get(key)
            where = f"{document.locale}/{document.path}"
            if old is None:
                yield Finding(where, "has no publication", document.source_id)
            elif old.content_hash != document.content_hash or old.visible_until != document.visible_until:
                yield Finding(where, "the publication is out of date", document.source_id)
            elif any(getattr(old, name) != getattr(document, name) for name in PLACE_FIELDS):
                yield Finding(where, "the publication's place in the tree is out of date", document.source_id)
        seen |= {
            (item.translation_key, item.locale)
            for item in stored.values()
            if item.translation_key in {failure.translation_key for failure in made.failures}
        }
        progress(min(start + step, len(ids)))
    for item in Publication.objects.only("translation_key", "locale", "path", "source_id").iterator():
        if (item.translation_key, item.locale) not in seen:
            yield Finding(str(item), "the publication shows a page that is not public there", item.source_id)


def check_consumers() -> Iterator[Finding]:
    """Yield what consumers have set aside, lack, hold in an old version or hold too much."""
    expected = {
        (key, locale): number
        for key, locale, number in Publication.objects.values_list("translation_key", "locale", "sequence")
    }
    head = models.Sequence.current().value
    for consumer in consumers.registered():
        state = models.Consumer.objects.filter(name=consumer.name).first()
        if state is None or state.failing_since:
            yield Finding(consumer.name, f"cannot be reached: {state.error}" if state else "has not run yet")
            continue
        aside = {(item.translation_key, item.locale): item for item in state.set_aside.all()}
        for item in aside.values():
            yield Finding(consumer.name, f"set aside {item.translation_key} {item.locale}: {item.error}")
        try:
            held = {(key, locale): number for key, locale, number in consumer.held()}
        except consumers.Unavailable as error:
            yield Finding(consumer.name, f"cannot be reached: {error}")
            continue
        lag = Publication.objects.filter(sequence__gt=state.cursor, sequence__lte=head).count()
        if lag:
            yield Finding(consumer.name, f"is {lag} changes behind")
            continue
        for key in expected.keys() - aside.keys():
            if held.get(key) != expected[key]:
                yield Finding(consumer.name, f"lacks {key[0]} {key[1]} in its present version")
        for key in held.keys() - expected.keys():
            yield Finding(consumer.name, f"still holds {key[0]} {key[1]}")


def stale_pages() -> set[int]:
    """Return the source pages whose publications are not what they should be."""
    return {finding.page_id for finding in check_pages() if finding.page_id}
