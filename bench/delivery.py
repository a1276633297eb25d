#!/usr/bin/env python3
"""How fast answers are delivered by gunicorn with two workers, beside a bare Django view that answers with 61 kB.

    bench/delivery.py [--publications 1000] [--seconds 5] [--rounds 3] [--without-cache]

Prints requests a second from 16 connections, and the CPU time of the web processes for each, both also as a multiple of
the bare view's (more is better): medians of all rounds, each of which asks every address, and the bare view, for some
seconds. `200` is an answer that was asked for before, `304` the same with its ETag, `200 new` one of up to 2,000
addresses with a parameter `_` that nobody has sent before, so that no cache holds it. Asks with `Accept-Encoding:
gzip`. At the end of the first table 200 pages of one county are asked for, then the same while one of its pages is
published every second, and meanwhile 200 pages of another county. The second table is of filters, facets, the tree's
parameters and search.

Beside the publications, in all LANGUAGES (a variable, nine by default), it makes up to 225 real pages, which have HTML.
It needs Linux and wrk. A database is made for it and removed: a file of SQLite, or a test database beside that of
DATABASE_URL.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from itertools import count, cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

import django
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.settings", "EMBEDDINGS_URL": "none", "ELASTICSEARCH_URL": ""}
os.environ.setdefault("LANGUAGES", "de de-simple en fr ar fa tr ru uk")
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.db import connection  # noqa: E402

from bench.faults.stage import children, web_server  # noqa: E402
from bench.publications import Texts, add_pages, add_publications, term  # noqa: E402
from bench.scratch import database_url, scratch_database  # noqa: E402
from directory.offices.models import OfficePage, OfficeType  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.publications.consumers import changes_after  # noqa: E402
from hub.publications.models import Publication  # noqa: E402
from hub.publications.upkeep import renew_statistics  # noqa: E402
from hub.testing import make_county, publish  # noqa: E402
from search.engines.database import DatabaseConsumer  # noqa: E402

CONNECTIONS = 16
SENTENCES = 12  # of a page: its document has about 3 kB
COUNTY_PAGES = 60  # a hub with more publications has more counties
REAL_PAGES, OFFICES = 200, 25
MOST_ADDRESSES, PUBLISHED_ADDRESSES = 2000, 200
WARM = 40  # so often an address is asked for before it is measured, in all processes together
BATCH = 200
LANGUAGE = "en"  # in which answers are asked for
SCRIPT = Path(__file__).with_suffix(".lua")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--publications", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5, help="for which an address is asked in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-cache", action="store_true", help="set KEEP_ANSWERS=0 in the web processes")
    arguments = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: apt-get install wrk (Debian, Ubuntu), dnf install wrk (Fedora).")
    with ExitStack() as stack:
        stack.enter_context(scratch_database())
        os.environ["DATABASE_URL"] = database_url()
        if arguments.without_cache:
            os.environ["KEEP_ANSWERS"] = "0"
        hub = Hub(arguments.publications)
        print(f"{Publication.objects.count()} publications, {connection.vendor}, {os.cpu_count()} cores, {load()}")
        floor = Server(*stack.enter_context(web_server("bench.floor")))
        server = Server(*stack.enter_context(web_server()))
        for title, cases in (
            ("Answers", [*variants(hub.answers(), ("200", "304", "200 new")), *hub.publishing()]),
            ("Filters, facets, tree, search", variants(hub.filters(), ("200", "200 new"))),
        ):
            print_table(title, measure(floor, server, cases, arguments.seconds, arguments.rounds))


@dataclass(frozen=True)
class Answer:
    """Something that is asked for, at `address`; `others` are addresses of its like."""

    name: str
    address: str
    others: Sequence[str]


@dataclass(frozen=True, eq=False)
class Case:
    """What is measured: requests for addresses in turn, in the `mode` 200, 304 or 200 new, while pages are
    published.
    """

    name: str
    mode: str
    addresses: Sequence[str]
    published: Sequence[InfoPage] = ()


class Sample(NamedTuple):
    """What a run gave: requests a second, and seconds of CPU time of the web processes for each."""

    rate: float
    cpu: float


FLOOR = Case("bare view, 61 kB", "200", ["/"])


class Hub:
    """The publications that are asked for: real pages of `auental`, and `county-0`, `county-1` …"""

    def __init__(self, publications: int) -> None:
        self.codes = [code for code, _name in settings.LANGUAGES]
        pages = max(4, publications // len(self.codes))
        self.counties = max(2, pages // COUNTY_PAGES)
        texts = Texts(SENTENCES)
        county = make_county()
        office_type = term(OfficeType, 0)
        office_type.save()
        self.pages = add_pages(texts, InfoPage, county, min(REAL_PAGES, pages))
        add_pages(texts, OfficePage, county, min(OFFICES, pages), office_type=office_type)
        add_publications(texts, pages, self.counties)
        cursor = 0
        while changes := changes_after(cursor, BATCH):
            DatabaseConsumer().apply(changes)
            cursor = changes[-1].sequence
        renew_statistics()  # as the worker does

    def answers(self) -> list[Answer]:
        """Return what apps and visitors ask for."""
        places = [(f"county-{number}", code) for number in range(self.counties) for code in self.codes]
        pages = "/api/v2/pages/?county={}&locale={}&limit=20&offset={}"
        whole = Publication.objects.filter(county="county-1", locale=LANGUAGE).count() - 20  # later lists are shorter
        parts = [pages.format(*place, offset) for offset in range(max(1, whole)) for place in places]
        first = pages.format("county-0", LANGUAGE, 0)
        documents = "&kind=info&fields=*"
        navigation = "/api/v2/navigation/?county={}&locale={}"
        changes = "/api/v2/changes/?since=0&county={}&locale={}&limit=50"
        html = [f"/{code}/auental/{page.slug}/" for page in self.pages for code in self.codes]
        office_lists = [f"/{code}/auental/offices/" for code in self.codes]
        return [
            Answer("list of 20 documents", first + documents, [address + documents for address in parts]),
            Answer("list of 20 teasers", first, parts),
            Answer("detail", details_of(county="county-0", locale=LANGUAGE)[0], details_of()),
            Answer("navigation", navigation.format(*places[0]), [navigation.format(*place) for place in places]),
            Answer("changes, 50", changes.format(*places[0]), [changes.format(*place) for place in places]),
            Answer("HTML page", html[0], html),
            Answer("HTML list page", office_lists[0], office_lists),
        ]

    def publishing(self) -> list[Case]:
        """Return what is asked for while nothing and while something is published."""
        own, other = details_of(county="auental"), details_of(county="county-1")
        own, other = own[:PUBLISHED_ADDRESSES], other[:PUBLISHED_ADDRESSES]
        return [
            Case(f"{len(own)} details", "200", own),
            Case("same, a page published each second", "200", own, published=self.pages),
            Case(f"{len(other)} of another county meanwhile", "200", other, published=self.pages),
        ]

    def filters(self) -> list[Answer]:
        """Return lists that are narrowed or ordered, and search."""
        top = Publication.objects.get(kind="counties", county="county-0", locale=LANGUAGE)
        place = f"county=county-0&locale={LANGUAGE}"
        word = quote(top.title.split()[0])
        addresses = {
            "kind, with counts of facets": f"/api/v2/info/?{place}",
            "kind and facet": f"/api/v2/info/?{place}&topics=topic-3",
            "topic of all kinds": f"/api/v2/pages/?{place}&topics=topic-3",
            "child_of": f"/api/v2/pages/?locale={LANGUAGE}&child_of={top.page_id}",
            "descendant_of": f"/api/v2/pages/?locale={LANGUAGE}&descendant_of={top.page_id}",
            "order=title": f"/api/v2/pages/?{place}&order=title",
            "order=tree": f"/api/v2/pages/?{place}&order=tree",
            "list that answers a search": f"/api/v2/pages/?{place}&search={word}",
            "search": f"/api/v2/search/?{place}&q={word}",
        }
        return [Answer(name, address, [address]) for name, address in addresses.items()]


def details_of(**conditions: str) -> list[str]:
    """Return the addresses of details of publications, in no order."""
    rows = Publication.objects.filter(kind="info", **conditions).order_by("pk").values_list("page_id", "locale")
    addresses = [f"/api/v2/pages/{page_id}/?locale={locale}" for page_id, locale in rows]
    Random(1).shuffle(addresses)  # noqa: S311 - the same order each time
    return addresses


class Server:
    """A gunicorn that answers at `host`."""

    def __init__(self, host: str, pid: int) -> None:
        self.host = host
        self.children = children(pid, "pid")

    def ask(self, address: str, **headers: str) -> HTTPResponse:
        """Return the answer to one request on a connection of its own."""
        client = HTTPConnection(self.host, timeout=60)
        try:
            client.request("GET", address, headers={"Accept-Encoding": "gzip", **headers})
            answer = client.getresponse()
            answer.read()
            return answer
        finally:
            client.close()

    def cpu_seconds(self) -> float:
        """Return how long the web processes have computed, for themselves and in the kernel."""
        stats = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.children)
        return sum(int(ticks) for stat in stats for ticks in stat[11:13]) / os.sysconf("SC_CLK_TCK")


def variants(answers: Sequence[Answer], modes: Sequence[str]) -> list[Case]:
    """Return the cases of answers in each mode."""
    return [
        Case(answer.name, mode, shuffled(answer.others) if mode == "200 new" else [answer.address])
        for answer in answers
        for mode in modes
    ]


def shuffled(addresses: Sequence[str]) -> list[str]:
    return Random(1).sample(addresses, min(MOST_ADDRESSES, len(addresses)))  # noqa: S311 - the same each time


def measure(
    floor: Server, server: Server, cases: Sequence[Case], seconds: int, rounds: int
) -> dict[Case, Sample | None]:
    """Return the medians of each case and of the floor over all rounds; None for what answers with no ETag."""
    samples: dict[Case, list[Sample]] = defaultdict(list)
    for case in tqdm([FLOOR, *cases] * rounds, unit=" runs", disable=None):
        asked = floor if case is FLOOR else server
        status = case.mode.split()[0]
        headers = {}
        if status == "304":
            etag = asked.ask(case.addresses[0]).getheader("ETag")
            if not etag:
                continue
            headers["If-None-Match"] = etag
        times = 1 if case.mode == "200 new" else max(WARM, len(case.addresses))
        for address in islice(cycle(case.addresses), times):
            if (answer := asked.ask(address, **headers)).status != int(status):
                sys.exit(f"{address} answers {answer.status} instead of {status}.")
        with publishing(case.published):
            samples[case].append(run(asked, case, seconds, headers))
    return {case: middle(samples[case]) for case in [FLOOR, *cases]}


def middle(samples: Sequence[Sample]) -> Sample | None:
    return Sample(*map(median, zip(*samples, strict=True))) if samples else None


numbers = count(1_000_000_000, 10_000_000)


def run(server: Server, case: Case, seconds: int, headers: Mapping[str, str]) -> Sample:
    """Have wrk ask for the addresses of a case. Ends the program when an answer is none that was to be expected."""
    number = next(numbers) if case.mode == "200 new" else 0
    sent = {"Accept-Encoding": "gzip", **headers}
    with tempfile.NamedTemporaryFile("w") as addresses:
        addresses.write("\n".join(case.addresses))
        addresses.flush()
        options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(SCRIPT)]
        options += [f"-H{name}: {value}" for name, value in sent.items()]
        before = server.cpu_seconds()
        command = ["wrk", *options, f"http://{server.host}", "--", addresses.name, str(number)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        cpu = server.cpu_seconds() - before
    requests, duration, failed = map(float, re.search(r"^asked\s(.+)", output, re.MULTILINE)[1].split())
    if failed or not requests:
        sys.exit(f"{case.name}, {case.mode}: {failed:.0f} of {requests:.0f} requests failed.")
    return Sample(requests / duration, cpu / requests)


@contextmanager
def publishing(pages: Sequence[InfoPage]) -> Iterator[None]:
    """Publish one of the pages every second, as an editor does, if there are any."""
    over = threading.Event()

    def publish_in_turn() -> None:
        try:
            for page in cycle(pages):
                began = time.monotonic()
                page = InfoPage.objects.get(pk=page.pk)
                page.summary = uuid.uuid4().hex
                publish(page)
                if over.wait(1 - (time.monotonic() - began)):
                    return
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        editor = pool.submit(publish_in_turn)
        try:
            yield
        finally:
            over.set()
        editor.result()


def print_table(title: str, samples: Mapping[Case, Sample | None]) -> None:
    """Print the samples beside that of the floor."""
    floor = samples[FLOOR]
    print(f"\n{title:<40}{'':8}{'requests/s':>11}{'× floor':>9}{'CPU ms':>9}{'× floor':>9}")
    for case, sample in samples.items():
        name = f"{case.name:<40}{case.mode:8}"
        if sample is None:
            print(f"{name}{'no ETag':>11}")
            continue
        print(
            f"{name}{sample.rate:11.0f}{sample.rate / floor.rate:9.2f}"
            f"{1000 * sample.cpu:9.2f}{floor.cpu / sample.cpu:9.2f}"
        )
    print(load(), flush=True)


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
