"""Many publications of mixed kinds, made fast, for benchmarks of what reads them.

    from bench.multiplied import Multiplied

    hub = Multiplied()
    hub.grow(10_000)

One page of each kind that has facets is published with every field filled and every term chosen, and translated into
all languages but the last. Its documents are then copied with other ids, addresses and titles, each with a few of the
example's values in every facet, and stored by the function that stores all publications. So they have the true shape,
size, facets and dependencies. What they have not is a page: lists, search and the feed, which read publications alone,
show them, but only the examples have a detail page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from tqdm import tqdm
from wagtail.models import Page

from bench.publications import store, term
from hub.addresses import html_path
from hub.consents.models import Consent
from hub.plugins import CHILDREN, PAGE, Facet, Kind, kinds
from hub.publications.models import Publication
from hub.publications.reconcile import batch_size
from hub.representation import Document, represent
from hub.representation.documents import content_hash
from hub.representation.facets import facet_values
from hub.representation.texts import Text, follow
from hub.taxonomy.models import Place, TargetGroup, Term, Topic
from hub.testing import make_county, publish, translate, work
from hub.testing.examples import Examples

TERMS = {Topic: 20, TargetGroup: 10, Place: 100}
MOST_VALUES = 3  # that a copy has of one facet
SINGLE_VALUES = 5  # among which copies have one where the example has one
BRANCH = 12  # pages of a kind without a list page stand in a tree of two levels, so many in each branch
WORDS = (
    "Arbeit Beratung Bildung Deutsch Familie Geld Gesundheit Hilfe Jugend Kinder Nachbarn Schule Sport Wege Wohnen"
).split()


class Multiplied:
    """A hub with one county, whose publications are copies of one example of each kind."""

    def __init__(self) -> None:
        for model, number in TERMS.items():
            model.objects.bulk_create(term(model, index) for index in range(number))
        self.county = make_county()
        # Examples take it for everybody who agrees to be shown, as guides do.
        Consent.objects.create(
            county=self.county.translation_key,
            name="Wanda Beispielhaft",
            text_version="Fotos, März 2026",
            given_on=date(2026, 3, 1),
            profile_until=date(2099, 12, 31),
        )
        examples = Examples(self.county)
        self.pages = {kind: self._example(kind, examples) for kind in kinds if kind.facets}
        work()
        self._examples = [(kind, represent([page.pk]).documents) for kind, page in self.pages.items()]
        self._copies = self._copy_pages()

    def grow(self, publications: int) -> None:
        """Copy examples, one kind after the other, until there are at least so many publications."""
        stored = Publication.objects.count()
        with tqdm(total=publications, initial=stored, unit=" publications", disable=None) as bar:
            while stored < publications:
                batch: list[Document] = []
                while len(batch) < min(batch_size(), publications - stored):
                    batch += next(self._copies)
                store(batch)
                stored += len(batch)
                bar.update(len(batch))

    def _example(self, kind: Kind, examples: Examples) -> Any:
        model = kind.model_class
        terms = {
            field.name: list(field.related_model.objects.all())
            for field in model._meta.many_to_many
            if issubclass(field.related_model, Term)
        }
        page = publish(examples.fill(model, title="Beispiel", slug=f"beispiel-{kind.slug}", **terms), self.county)
        for code, _name in settings.LANGUAGES[1:-1]:
            translate(page, code)
        return page

    def _copy_pages(self) -> Iterator[list[Document]]:
        """Yield the documents of one page after the other, in all its languages."""
        county = {document.locale: document for document in represent([self.county.pk]).documents}
        branches: dict[str, dict[str, Document]] = {}
        first_id = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        for number, (kind, examples) in enumerate(cycle(self._examples)):
            is_branch = kind.list_page or number // len(self._examples) % BRANCH == 0
            parents = county if is_branch else branches[kind.slug]
            copies = copied(examples, kind, number, first_id, parents)
            if is_branch:
                branches[kind.slug] = {document.locale: document for document in copies}
            first_id += len(copies)
            yield copies


def copied(
    examples: list[Document], kind: Kind, number: int, first_id: int, parents: dict[str, Document]
) -> list[Document]:
    """Return the documents of a page that differs from the example in place, title and values of facets."""
    old_ids = sorted({pk for example in examples for pk in example.page_ids})
    ids = {pk: first_id + index for index, pk in enumerate(old_ids)}
    key = UUID(int=first_id)
    slug = f"{kind.slug}-{number}"
    copies = []
    for example in examples:
        chosen = Random(number)  # noqa: S311 - the same in each language
        title = f"{chosen.choice(WORDS)} und {chosen.choice(WORDS)} {number}"
        parent = parents[example.locale]
        source_id, path = ids[example.source_id], f"{parent.path}/{slug}"
        document = example.document
        for facet in kind.facets:
            document = varied(document, facet.source, facet, chosen)
        # Teasers show the same of a field as the document, or a form of its own that is the same for all copies.
        same = {name for name, value in example.teaser.items() if value == example.document.get(name)}
        teaser = example.teaser | {name: document[name] for name in same}
        own = {"id": ids[example.page_id], "title": title}
        meta = {
            "slug": slug,
            "translation_key": str(key),
            "detail_url": f"/api/v2/pages/{ids[example.page_id]}/",
            "html_url": html_path(example.locale, path),
        }
        translations = [
            item | {"id": ids[item["id"]], "html_url": html_path(item["locale"], path)}
            for item in document["meta"]["translations"]
        ]
        document |= own | {"meta": document["meta"] | meta | {"translations": translations, "parent": parent.teaser}}
        prose = [text for text in example.texts if text.path not in ("title", *kind.search_facts)]
        facts = [Text(path, example.locale, str(fact)) for path in kind.search_facts for fact in follow(document, path)]
        copy = replace(
            example,
            translation_key=key,
            source_id=source_id,
            page_id=own["id"],
            page_ids=set(ids.values()),
            parent_id=parent.source_id,
            ancestors=f"{parent.ancestors}{source_id}/",
            tree_path=Page._get_path(parent.tree_path, len(parent.tree_path) // Page.steplen + 1, 1000 + number),
            path=path,
            title=title,
            slug=slug,
            document=document,
            teaser=teaser | own | {"meta": teaser["meta"] | meta},
            texts=[Text("title", example.content_locale, title), *prose, *facts],
            facets=facet_values(kind, document, example.locale),
            surroundings={*parent.surroundings, (PAGE, parent.source_id), (CHILDREN, source_id)}
            - {(CHILDREN, parent.source_id)},
        )
        copy.content_hash = content_hash(copy)
        copies.append(copy)
    return copies


def varied(value: Any, path: str, facet: Facet, chosen: Random) -> Any:
    """Return a part of a document with other values at `path`, those of `facet`: few of many, or another single one."""
    if isinstance(value, list):
        keys = sorted({str(next(follow(item, path), "")) for item in value})
        if len(keys) < 2:
            return [varied(item, path, facet, chosen) for item in value]
        few = chosen.sample(keys, min(len(keys), chosen.randint(1, MOST_VALUES)))
        return [item for item in value if str(next(follow(item, path), "")) in few]
    name, _dot, rest = path.partition(".")
    if not isinstance(value, dict) or value.get(name) is None:
        return value
    if rest:
        return value | {name: varied(value[name], rest, facet, chosen)}
    number = chosen.randrange(SINGLE_VALUES)
    label = facet.label_source.rpartition(".")[2]
    return value | {key: numbered(value[key], number) for key in (name, label) if key in value}


def numbered(value: Any, number: int) -> Any:
    if isinstance(value, bool):
        return number % 2 == 0
    return number if isinstance(value, int) else f"{value} {number}"
