"""Many publications in all languages, made fast, for benchmarks of what reads them.

    from bench.publications import Texts, add_publications

    add_publications(Texts(), pages=1000, counties=5)

They stand in a tree of counties, sections and pages. Their texts are made of the most common words of
../shared/search-eval, or of invented ones; with 12 sentences a document has about 3 kB. They are stored by the function
that stores all publications. What they have not is a page: lists, details, navigation, search and the feed, which read
publications alone, show them. `add_pages` makes real pages, which have HTML, too, and can be changed.
`bench.multiplied` has publications of all kinds.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from tqdm import tqdm
from wagtail.models import Page

from hub.addresses import html_path
from hub.counties.models import CountyPage
from hub.languages import base_of
from hub.pages import HubPage
from hub.plugins import PAGE, kinds
from hub.publications import triggers
from hub.publications.reconcile import _store, batch_size
from hub.publications.sequence import next_number, sequence_lock
from hub.representation import Document
from hub.representation.documents import content_hash
from hub.representation.facets import facet_values
from hub.representation.texts import Text
from hub.taxonomy.models import Term, Topic
from hub.testing import publish, work
from search.questions import QUESTIONS

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "search-eval"
VOCABULARY, INVENTED_LETTERS = 20_000, 200_000
SENTENCE_WORDS = (6, 16)
SECTION_PAGES = 10  # a section itself included
TOPICS = 10
FIRST_ID = 1_000_000  # real pages have lower ones
HOME = "00010001"  # place of the home page in tree order


class Texts:
    """Sentences that are alike in all languages: each word has a counterpart in the others. The same each time."""

    def __init__(self, sentences: int = 25) -> None:
        self.sentences = sentences  # of a page
        self.words = {code: vocabulary(code) for code, _name in settings.LANGUAGES}
        self.dice = Random(1)  # noqa: S311 - the same texts each time
        self.weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def sentence(self) -> list[int]:
        """Return words by their rank: the second one is half as common as the first one."""
        return self.dice.choices(range(VOCABULARY), cum_weights=self.weights, k=self.dice.randint(*SENTENCE_WORDS))

    def written(self, sentence: Sequence[int], locale: str) -> str:
        words = self.words[locale]
        return " ".join(words[rank % len(words)] for rank in sentence)

    def page(self) -> list[list[int]]:
        """Return the sentences of a page, the first of which is its title."""
        title, *sentences = (self.sentence() for _number in range(self.sentences + 1))
        return [title[:5], *sentences]


def vocabulary(locale: str) -> list[str]:
    """Return words, most common first: those of real pages, or invented ones that look like those of questions."""
    file = DATA / f"{base_of(locale)}.json"
    if file.exists():
        text = " ".join(document["text"] for document in json.loads(file.read_text())["documents"])
    else:
        text = invented(" ".join((*QUESTIONS[base_of(locale)], "")).lower())
    return [word for word, _count in Counter(re.findall(r"[^\W\d_]+", text)).most_common(VOCABULARY)]


def invented(example: str) -> str:
    """Return a text in which each two letters are followed by one that may follow them in `example`."""
    dice = Random(1)  # noqa: S311 - the same text each time
    followers = defaultdict(list)  # the end is followed by the beginning
    for first, second, third in zip(example, example[1:] + example[0], example[2:] + example[:2], strict=True):
        followers[first, second].append(third)
    letters = list(example[:2])
    while len(letters) < INVENTED_LETTERS:
        letters.append(dice.choice(followers[letters[-2], letters[-1]]))
    return "".join(letters)


def add_publications(texts: Texts, pages: int, counties: int) -> None:
    """Store `pages` pages, among them `counties` counties (`county-0` and so on), in all languages.

    A quarter of them is not translated. Real pages are added before: with the first county the site changes, and then
    the worker looks at all publications, and withdraws those without a page.
    """
    work()
    with tqdm(total=pages * len(settings.LANGUAGES), unit=" publications", disable=None) as bar:
        made = documents(texts, pages, counties)
        while batch := list(islice(made, batch_size())):
            store(batch)
            bar.update(len(batch))


def store(documents: Sequence[Document]) -> None:
    """Store documents, no more than `batch_size()`, as the hub does."""
    with sequence_lock() as sequence:
        _store([(document, next_number(sequence)) for document in documents], {}, {})


def documents(texts: Texts, pages: int, counties: int) -> Iterator[Document]:
    """Yield the documents of pages, those above before those below."""
    topics = [term(Topic, number) for number in range(TOPICS)]
    Topic.objects.bulk_create(topics)
    above: dict[int, dict[str, Document]] = {}  # the page of each county below which the next one stands
    tops: dict[int, dict[str, Document]] = {}
    for number in range(pages):
        county, index = number % counties, number // counties
        parents = above.get(county, {}) if index % SECTION_PAGES else tops.get(county, {})
        versions = page_documents(number, f"county-{county}", parents, topics[number // 7 % TOPICS], texts)
        if index == 0:
            tops[county] = above[county] = versions
        elif index % SECTION_PAGES == 0:
            above[county] = versions
        yield from versions.values()


def page_documents(
    number: int, county: str, parents: dict[str, Document], topic: Topic, texts: Texts
) -> dict[str, Document]:
    """Return the documents of one page in all languages; it is a county itself when it has no `parents`."""
    codes = [code for code, _name in settings.LANGUAGES]
    shown = {code: code if number % 4 else settings.LANGUAGE_CODE for code in codes}
    source_id = FIRST_ID + number * len(codes)
    ids = {code: source_id + codes.index(shown[code]) for code in codes}
    slug = f"page-{number}" if parents else county
    kind = next(kind for kind in kinds if kind.slug == ("info" if parents else "counties"))
    sentences = texts.page()
    documents = {}
    for code in codes:
        parent = parents.get(code)
        path = f"{parent.path}/{slug}" if parent else county
        title, *lines = (texts.written(sentence, shown[code]) for sentence in sentences)
        meta = {
            "type": kind.model,
            "kind": kind.slug,
            "slug": slug,
            "locale": code,
            "content_locale": shown[code],
            "translation_key": str(UUID(int=number + 1)),
            "detail_url": f"/api/v2/pages/{ids[code]}/" + ("" if code == shown[code] else f"?locale={code}"),
            "html_url": html_path(code, path),
        }
        teaser = {"id": ids[code], "title": title, "summary": lines[0], "image": image(ids[code], title), "icon": ""}
        translations = [
            {"locale": other, "content_locale": shown[other], "id": ids[other], "html_url": html_path(other, path)}
            for other in codes
            if other != code
        ]
        now = timezone.now()
        top = parent.document["meta"]["county"] if parent else {"id": ids[code], "slug": county, "title": title}
        full = teaser | {
            "topics": [topic.api_form(code)],
            "checked_on": None,
            "responsible": None,
            "body": [{"type": "text", "id": "text", "value": "".join(f"<p>{line}.</p>" for line in lines)}],
            "meta": meta
            | {
                "outdated": False,
                "proofread_on": None,
                "translations": translations,
                "county": top,
                "parent": parent.teaser if parent else None,
                "first_published_at": now.isoformat(),
                "last_published_at": now.isoformat(),
            },
        }
        document = documents[code] = Document(
            translation_key=UUID(int=number + 1),
            locale=code,
            content_locale=shown[code],
            kind=kind.slug,
            county=county,
            source_id=source_id,
            page_id=ids[code],
            page_ids=set(ids.values()),
            parent_id=parent.source_id if parent else 1,
            ancestors=f"{parent.ancestors if parent else '/1/'}{source_id}/",
            tree_path=place(parent.tree_path if parent else HOME, number),
            path=path,
            title=title,
            slug=slug,
            first_published_at=now,
            last_published_at=now,
            visible_until=None,
            changes_at=None,
            outdated=False,
            document=full,
            teaser=teaser | {"meta": meta},
            texts=[Text("title", shown[code], title), *(Text("body.text", shown[code], f"{line}.") for line in lines)],
            facets=facet_values(kind, full, code),
            dependencies={(PAGE, parent.source_id)} if parent else set(),
            surroundings=set(),
            ends={},
            content_hash="",
        )
        document.content_hash = content_hash(document)
    return documents


def place(parent: str, number: int) -> str:
    """Return the place in tree order of a page below `parent`, behind all real ones."""
    return Page._get_path(parent, len(parent) // Page.steplen + 1, FIRST_ID + number)


def image(number: int, alt: str) -> dict:
    """Return what documents show of a picture that there is not."""
    widths = (320, 640, 1600)
    srcset = ", ".join(f"/images/{number}/0123456789abcdef/{width}/ {width}w" for width in widths)
    size = {"width": 1600, "height": 900}
    return {"alt": alt, "src": srcset.rpartition(", ")[2].partition(" ")[0], "srcset": srcset, **size, "credit": ""} | {
        "license": None
    }


def term(model: type[Term], number: int) -> Term:
    """Return a term with a name in each language, not saved."""
    name = model._meta.model_name
    return model(slug=f"{name}-{number}", names={code: f"{name} {number} {code}" for code, _name in settings.LANGUAGES})


def add_pages(texts: Texts, model: type[HubPage], county: CountyPage, number: int, **fields: Any) -> list[HubPage]:
    """Publish real pages below a county as editors do, in the source language alone; return them."""
    pages = []
    with triggers.deferred():
        for index in tqdm(range(number), unit=" pages", disable=None):
            title, *lines = (texts.written(sentence, settings.LANGUAGE_CODE) for sentence in texts.page())
            body = [{"type": "text", "id": "text", "value": "".join(f"<p>{line}.</p>" for line in lines)}]
            slug = f"{model._meta.model_name}-{index}"
            page = model(title=title, slug=slug, summary=lines[0][:200], body=json.dumps(body), **fields)
            pages.append(publish(page, county))
    work()
    return pages
