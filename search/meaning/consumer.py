"""The consumer that gives each public page vectors, in the languages that it really has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from uuid import UUID

import numpy as np
from django.db import transaction
from django.db.models import Exists, F, OuterRef

from hub.publications import consumers
from hub.publications.consumers import Change, Unavailable
from hub.publications.models import Publication
from search.meaning import embeddings
from search.meaning.embeddings import Embedder
from search.meaning.passages import HASH_BYTES, Passage, page_text
from search.meaning.vectors import to_bytes
from search.models import PageVectors, QuestionMean
from search.questions import QUESTIONS


class VectorConsumer(consumers.Consumer):
    """Keeps the vectors of the model in use equal to the publications.

    Another model begins again, beside the vectors that there are: those go when each has its successor, so that web
    processes which still use the old model answer as before. Without a model nothing is made, and what is withdrawn or
    changed is forgotten.
    """

    name = "search-vectors"
    batch_size = 1
    is_slow = True

    @property
    def version(self) -> str:
        model = embeddings.embedder()
        return model.model if model else ""

    def apply(self, changes: Sequence[Change]) -> None:
        """Take over the changes; passages whose text stays the same keep their vectors. Raises Unavailable."""
        model = embeddings.embedder()
        latest = {(change.translation_key, change.locale): change for change in changes}
        stored = PageVectors.objects.filter(translation_key__in={key for key, _locale in latest})
        passages = {key: passages_in(change.publication) for key, change in latest.items()}
        # Made before the transaction begins, as it takes seconds.
        rows = rows_of(model, list(latest.values()), list(stored)) if model else []
        made = {(row.translation_key, row.locale): row for row in rows}
        with transaction.atomic():
            for row in stored.select_for_update():
                key = (row.translation_key, row.locale)
                if key not in latest:
                    continue
                if row.sequence > latest[key].sequence:  # another worker was faster
                    made.pop(key, None)
                elif (model and row.model == model.model) or bytes(row.hashes) != hashes(passages[key]):
                    row.delete()
            PageVectors.objects.bulk_create(made.values())
            if model:
                forget_other_models(model.model)

    def reset(self) -> None:
        """Forget the versions but not the vectors: they are taken over for passages that are still the same."""
        published = Publication.objects.filter(
            translation_key=OuterRef("translation_key"), locale=OuterRef("locale"), content_locale=OuterRef("locale")
        )
        with transaction.atomic():
            PageVectors.objects.exclude(Exists(published)).delete()
            PageVectors.objects.update(sequence=0)

    def held(self) -> Iterator[tuple[UUID, str, int]]:
        """Return the pages that have vectors, and those that need none: shown in another language than asked for."""
        publications = Publication.objects.values_list("translation_key", "locale", "sequence")
        model = embeddings.embedder()
        if model is None:
            return publications.iterator()
        rows = PageVectors.objects.filter(model=model.model, sequence__gt=0)
        held = rows.values_list("translation_key", "locale", "sequence")
        return chain(held.iterator(), publications.exclude(content_locale=F("locale")).iterator())


def passages_in(publication: Publication | None) -> list[Passage]:
    """Return the passages of a publication, none where it shows the page in another language than its own."""
    if publication is None or publication.content_locale != publication.locale:
        return []
    return page_text(publication.title, publication.texts).passages


def hashes(passages: Sequence[Passage]) -> bytes:
    return b"".join(passage.hash for passage in passages)


def rows_of(model: Embedder, changes: Sequence[Change], stored: Sequence[PageVectors]) -> list[PageVectors]:
    """Return what is to be stored of the changed pages that have passages, with the vectors that are known already."""
    pages = {change.publication: passages_in(change.publication) for change in changes if change.publication}
    known = dict(chain.from_iterable(known_vectors(row) for row in stored if row.model == model.model))
    wanted = {passage.hash: passage.text for own in pages.values() for passage in own if passage.hash not in known}
    if wanted:
        made = to_bytes(model.passages(list(wanted.values())))
        before = PageVectors.objects.filter(model=model.model).first()
        if before and len(made[0]) != size_of(before):
            raise Unavailable(f"{model.model}: its vectors have another length than before. Has its model changed?")
        known |= zip(wanted, made, strict=True)
    return [
        PageVectors(
            translation_key=publication.translation_key,
            locale=publication.locale,
            model=model.model,
            sequence=publication.sequence,
            county=publication.county,
            kind=publication.kind,
            hashes=hashes(passages),
            numbers=b"".join(known[passage.hash] for passage in passages),
        )
        for publication, passages in pages.items()
        if passages
    ]


def known_vectors(row: PageVectors) -> Iterator[tuple[bytes, bytes]]:
    """Yield the hash and the stored vector of each passage of a page."""
    hashes, numbers, size = bytes(row.hashes), bytes(row.numbers), size_of(row)
    for at in range(len(hashes) // HASH_BYTES):
        yield hashes[at * HASH_BYTES : (at + 1) * HASH_BYTES], numbers[at * size : (at + 1) * size]


def size_of(row: PageVectors) -> int:
    """Return how many bytes each vector takes."""
    return len(row.numbers) * HASH_BYTES // len(row.hashes)


def forget_other_models(model: str) -> None:
    """Delete the vectors of other models when each of them has a successor."""
    others = PageVectors.objects.exclude(model=model)
    if not others.exists():
        return
    successors = PageVectors.objects.filter(
        model=model, translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    if not others.exclude(Exists(successors)).exists():
        others.delete()
        QuestionMean.objects.exclude(model=model).delete()


def learn_question_mean() -> bool:
    """Store what the questions of one more language have in common; False when all is known. An errand."""
    model = embeddings.embedder()
    if model is None:
        return False
    known = QuestionMean.objects.filter(model=model.model).values_list("locale", flat=True)
    for locale in sorted(QUESTIONS.keys() - known):
        try:
            mean = np.mean([model.question(question) for question in QUESTIONS[locale]], axis=0)
        except Unavailable:
            return False  # its consumer says so
        QuestionMean.objects.get_or_create(locale=locale, model=model.model, defaults={"vector": mean.tobytes()})
        return True
    return False
