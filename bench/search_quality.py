#!/usr/bin/env python3
"""How well search finds: MRR@10 and recall@10 of each engine, and how often the text shown holds an answer.

    bench/search_quality.py [--languages de en ar fr uk] [--data ../shared/search-eval]

The questions and pages come from files `<language>.json`: `documents` with `id`, `county`, `title`, `text`; `questions`
with `question`, `document` (the id of the page that answers) and `answer` (the sentences that do). They are no part of
this repository; without them nothing is measured. All languages are in one index, as in a hub.

A database is made for it and removed: a file of SQLite, or a test database beside that of DATABASE_URL. Elasticsearch
is measured too if ELASTICSEARCH_URL is set, in indexes of its own. The baseline is a plain full text search for words.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sqlite3
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
Search = Callable[[str, str, str], list[str]]  # (question, language, county or "") -> ids of documents, best first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "search-eval")
    parser.add_argument("--languages", nargs="+", default=["de", "en", "ar", "fr", "uk"])
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        sys.exit(f"Skipped: {arguments.data} is missing.")
    data = {code: json.loads((arguments.data / f"{code}.json").read_text()) for code in arguments.languages}
    header("MRR@10/recall@10, all pages | own county")
    report("words (baseline)", data, baseline(data))

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
    django.setup()
    from django.test.utils import override_settings

    from bench.scratch import scratch_database

    with scratch_database():
        languages = [(code, code) for code in arguments.languages]
        with override_settings(LANGUAGES=languages, ELASTICSEARCH_INDEX_PREFIX=f"bench_{uuid.uuid4().hex[:8]}"):
            for engine, search in engines(data):
                report(engine, data, search)

    header("Pages' text shown (240 characters) that holds a sentence of the answer")
    report_shown("beginning (baseline)", data, lambda document, _question: document["text"][:240])
    report_shown("highlight", data, highlighted)


def header(title: str) -> None:
    print(f"\n{title}")


def report(engine: str, data: dict, search: Search) -> None:
    """Print a line for each language: quality in all pages and in the question's own county, and the time taken."""
    for code, contents in data.items():
        counties = {document["id"]: document["county"] for document in contents["documents"]}
        cells = []
        began = time.perf_counter()
        for own in (False, True):
            ranks = []
            for question in contents["questions"]:
                county = counties[question["document"]] if own else ""
                found = search(question["question"], code, county)[:10]
                ranks.append(found.index(question["document"]) + 1 if question["document"] in found else 0)
            mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
            recall = sum(map(bool, ranks)) / len(ranks)
            cells.append(f"{mrr:.3f}/{recall:.3f}")
        each = (time.perf_counter() - began) / 2 / len(contents["questions"])
        print(f"  {engine:22} {code:3} {' | '.join(cells)}   {each * 1000:.0f} ms a question", flush=True)


def report_shown(name: str, data: dict, show: Callable[[dict, str], str]) -> None:
    for code, contents in data.items():
        documents = {document["id"]: document for document in contents["documents"]}
        hits = 0
        for question in contents["questions"]:
            text = plain(show(documents[question["document"]], question["question"]))
            hits += any(sentence in text for sentence in map(plain, question["answer"]) if sentence)
        print(f"  {name:22} {code:3} {hits / len(contents['questions']):.3f}", flush=True)


def plain(text: str) -> str:
    return " ".join(text.split())


def highlighted(document: dict, question: str) -> str:
    from search.highlight import highlight

    return unescape(re.sub("</?mark>", "", highlight([("", "", document["text"])], question, document["title"])))


def baseline(data: dict) -> Search:
    """Return a search for whole words with SQLite's own ranking."""
    database = sqlite3.connect(":memory:")
    for code, contents in data.items():
        database.execute(f"CREATE VIRTUAL TABLE {code} USING fts5(text, county UNINDEXED, id UNINDEXED)")
        rows = [(f"{item['title']}\n{item['text']}", item["county"], item["id"]) for item in contents["documents"]]
        database.executemany(f"INSERT INTO {code} VALUES (?, ?, ?)", rows)  # noqa: S608 - names of languages

    def search(question: str, code: str, county: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        rows = database.execute(
            f"SELECT id FROM {code} WHERE {code} MATCH ? AND ? IN (county, '') ORDER BY rank LIMIT 10",  # noqa: S608
            [words, county],
        )
        return [pk for (pk,) in rows]

    return search


def engines(data: dict) -> Iterator[tuple[str, Search]]:
    """Publish the pages, and yield the name and the search of each engine that is there."""
    from django.conf import settings
    from django.db import connection

    from hub.publications.consumers import changes_after
    from search.engines import database, elasticsearch, indexes

    ids = publish(data)
    changes = changes_after(0, len(ids))
    database.DatabaseConsumer().apply(changes)
    yield connection.vendor, as_search(database.rank, ids)
    if settings.ELASTICSEARCH_URL:
        elasticsearch.SECONDS = 30  # a busy machine must not end the measurement
        consumer = indexes.ElasticsearchConsumer()
        server = indexes.client(settings.ELASTICSEARCH_URL, 30)
        try:
            consumer.apply(changes)
            server.indices.refresh(index=indexes.alias("*"))
            yield "elasticsearch", as_search(elasticsearch.rank, ids)
        finally:
            # By their names: not every server deletes what a wildcard names.
            server.indices.delete(index=[name for names in indexes.generations(server).values() for name in names])


def as_search(rank: Callable, ids: dict[int, str]) -> Search:
    from hub.publications.listsearch import Scope
    from search.relevance import relevant

    return lambda question, code, county: [ids[pk] for pk in relevant(rank(question, Scope((code,), county)))]


def publish(data: dict) -> dict[int, str]:
    """Store the pages as publications; return their ids with those of the documents."""
    from hub.publications.models import Publication

    pages = [(code, document) for code, contents in data.items() for document in contents["documents"]]
    made = Publication.objects.bulk_create(
        Publication(
            translation_key=uuid.uuid5(uuid.NAMESPACE_URL, document["id"]),
            locale=code,
            content_locale=code,
            sequence=number,
            kind="page",
            county=document["county"],
            source_id=number,
            page_id=number,
            parent_id=1,
            ancestors=f"/1/{number}/",
            tree_path=f"{number:08}",
            path=document["id"],
            title=document["title"],
            slug=document["id"],
            teaser={},
            document={},
            texts=[["", code, line] for line in (document["title"], *document["text"].splitlines())],
        )
        for number, (code, document) in enumerate(pages, start=1)
    )
    return {publication.pk: document["id"] for publication, (_code, document) in zip(made, pages, strict=True)}


if __name__ == "__main__":
    main()
