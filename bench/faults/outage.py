"""Elasticsearch and a server of embeddings stop, one after the other, while pages are published and visitors search.

In the middle of each outage the worker is killed and another one starts. At the end both servers hang instead: they
take connections and answer nothing. Searches must be answered all the while, `degraded` without one of the servers, and
what the consumers hold must equal the publications within a minute of each return, without anybody's help.
"""

from __future__ import annotations

import argparse
import itertools
import os
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from services import cache_dir, elasticsearch, free_port

from bench.faults.embeddings import MODEL, StandIn
from bench.faults.play import Worker
from bench.faults.stage import Stage, Visitor, staged, tell, wait_for

CONVERGENCE_SECONDS = 60
HANG_SECONDS = 30
HANG_PUBLISHES = 10
SLOWEST_SECONDS = 5
WORDS = "Diese Seite erklärt, wie man sich anmeldet."
QUESTIONS = ("anmelden", "Seite erklärt", "erklrt", "Seite 7")
RUNNING = "running"
# Answers are degraded while a server is down, and may be while it stops or starts.
DOWN = ("Elasticsearch down", "embeddings down", "both hanging")
PHASES = (RUNNING, DOWN[0], "Elasticsearch returning", DOWN[1], "embeddings returning", DOWN[2], "both returning")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults.outage", description=__doc__.partition("\n")[0])
    parser.add_argument("--publishes", type=int, default=200, help="during each outage")
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    with own_elasticsearch() as instance, own_embeddings() as model, staged("bench.settings") as stage:
        return prove(stage, instance, model, arguments)


def prove(stage: Stage, instance: Path, model: StandIn, arguments: argparse.Namespace) -> int:
    from bench.faults.tree import plant

    plant(arguments.pages, Random(1))  # noqa: S311  a repeatable choice, no secret
    stage.start_server()
    worker = Worker(stage)
    worker.run()
    searchers = [Searcher(stage.visitor, number) for number in range(2)]
    tell("prepared", f"{arguments.pages} pages, load {os.getloadavg()[0]:.1f}")
    found = {"equal at first": wait_for(is_equal, CONVERGENCE_SECONDS)}
    for searcher in searchers:
        searcher.start()
    time.sleep(5)

    numbers = itertools.count()
    servers = {
        "Elasticsearch": (partial(elasticsearch.stop, instance), partial(start, instance)),
        "embeddings": (model.stop, model.start),
    }
    for name, (stop_server, start_server) in servers.items():
        stop_server()
        enter(f"{name} down", searchers)
        began = time.monotonic()
        publish_some(numbers, arguments.publishes // 2)
        worker.kill()
        publish_some(numbers, arguments.publishes - arguments.publishes // 2)
        tell("published", f"{arguments.publishes} pages in {time.monotonic() - began:.0f} s while {name} was down")
        enter(f"{name} returning", searchers)
        start_server()
        found |= measure_return(name, searchers)

    process = int((instance / "pid").read_text())
    os.kill(process, signal.SIGSTOP)
    model.hang()
    enter("both hanging", searchers)
    publish_some(numbers, HANG_PUBLISHES)
    time.sleep(HANG_SECONDS)
    enter("both returning", searchers)
    os.kill(process, signal.SIGCONT)
    model.go_on()
    found |= measure_return("both", searchers)
    for searcher in searchers:
        searcher.stop()
    tell("workers killed", str(worker.kills))
    return report(searchers, found)


class Searcher(threading.Thread):
    """A visitor who searches again and again, and notes by phase what was answered.

    No two questions are the same: the web process remembers the vectors of those that it has answered.
    """

    def __init__(self, visitor: Visitor, number: int) -> None:
        super().__init__(daemon=True)
        self.visitor = visitor
        self.questions = (f"{QUESTIONS[count % len(QUESTIONS)]} {count}" for count in itertools.count(number, 3))
        self.phase = RUNNING
        self.is_degraded = False
        self.answers: dict[str, list[tuple[float, bool]]] = {phase: [] for phase in PHASES}
        self.errors: list[str] = []
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def run(self) -> None:
        from urllib.parse import quote

        while not self._stopped.wait(0.1):
            phase, began = self.phase, time.monotonic()
            try:
                answer = self.visitor.json(f"/api/v2/search/?locale=de&q={quote(next(self.questions))}")
                if not answer["total"]:
                    self.errors.append(f"{phase}: nothing found")
                self.is_degraded = answer["degraded"]
                self.answers[phase].append((time.monotonic() - began, self.is_degraded))
            except (OSError, ValueError) as error:
                self.errors.append(f"{phase}: {error}")


def enter(phase: str, searchers: list[Searcher]) -> None:
    for searcher in searchers:
        searcher.phase = phase


def measure_return(name: str, searchers: list[Searcher]) -> dict[str, float | None]:
    """Return after how many seconds all was equal, and answers were whole; None for never."""
    began = time.monotonic()
    equal = wait_for(is_equal, CONVERGENCE_SECONDS)
    whole = wait_for(lambda: not any(searcher.is_degraded for searcher in searchers), CONVERGENCE_SECONDS)
    return {
        f"equal, {name} back": equal,
        f"not degraded, {name} back": None if whole is None else time.monotonic() - began,
    }


def publish_some(numbers: Iterator[int], count: int) -> None:
    for number in itertools.islice(numbers, count):
        publish_another(number)


def publish_another(number: int) -> None:
    """Publish one of the pages with another text."""
    from bench.faults.changes import articles
    from bench.faults.tree import body
    from hub.testing import publish

    pages = articles().order_by("pk")
    page = pages[number % pages.count()]
    page.body = body(f"{WORDS} Fassung {number}.")
    publish(page)


def is_equal() -> bool:
    """Say whether nothing waits and every consumer holds the publications in their present version."""
    from hub.publications.check import check_consumers
    from hub.publications.consumers import Unavailable
    from hub.publications.models import OutboxRow

    try:
        return not OutboxRow.objects.exists() and not list(check_consumers())
    except Unavailable:
        return False


def report(searchers: list[Searcher], found: dict[str, float | None]) -> int:
    """Print what was measured and what is wrong; return the exit status."""
    from hub.publications.check import check_consumers, check_pages
    from hub.publications.models import Publication

    wrong = [f"not {name} within {CONVERGENCE_SECONDS} s" for name, seconds in found.items() if seconds is None]
    for name, seconds in found.items():
        tell(name, "never" if seconds is None else f"{seconds:.1f} s")
    for phase in PHASES:
        answers = [answer for searcher in searchers for answer in searcher.answers[phase]]
        slowest = max((seconds for seconds, _degraded in answers), default=0)
        degraded = sum(degraded for _seconds, degraded in answers)
        tell(f"searches, {phase}", f"{len(answers)} answered, {degraded} degraded, slowest {slowest:.2f} s")
        if not answers or slowest > SLOWEST_SECONDS:
            wrong.append(f"searches, {phase}: not answered in time")
        if phase in DOWN and degraded < len(answers):
            wrong.append(f"searches, {phase}: {len(answers) - degraded} are not marked as degraded")
    tell("publications", f"{Publication.objects.count()}, load {os.getloadavg()[0]:.1f}")
    errors = Counter(error for searcher in searchers for error in searcher.errors)
    wrong += [f"{error} ({times} times)" for error, times in errors.items()]
    if wait_for(is_equal, CONVERGENCE_SECONDS) is None:
        wrong += [f"{finding.where}: {finding.what}" for finding in check_consumers()]
    wrong += [f"{finding.where}: {finding.what}" for finding in check_pages()]
    for line in wrong:
        tell("WRONG", line)
    return 1 if wrong else 0


def start(instance: Path) -> None:
    os.environ.pop("ELASTICSEARCH_URL", None)  # it would name a server that runs already
    os.environ["ELASTICSEARCH_URL"] = elasticsearch.start(instance)


@contextmanager
def own_elasticsearch() -> Iterator[Path]:
    """Start an Elasticsearch that comes back at the same address; yield the folder of its instance."""
    # Its script takes new ports at each start, but the hub knows one address.
    elasticsearch.free_port = itertools.cycle([free_port(), free_port()]).__next__
    with tempfile.TemporaryDirectory(prefix="faults-", dir=cache_dir(), ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        instance = Path(folder) / "elasticsearch"
        try:
            start(instance)
            yield instance
        finally:
            elasticsearch.stop(instance)


@contextmanager
def own_embeddings() -> Iterator[StandIn]:
    """Start a server of embeddings and make it the one of all processes."""
    model = StandIn()
    os.environ |= {"EMBEDDINGS_URL": model.url, "EMBEDDINGS_MODEL": MODEL}
    model.start()
    yield model
    model.go_on()
    model.stop()


if __name__ == "__main__":
    sys.exit(main())
