"""Elasticsearch stops while pages are published and visitors search, and comes back.

Searches must be answered all the while, and the index must equal the publications within a minute of its return,
without anybody's help. At the end the server hangs instead: it takes connections and answers nothing.
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
from pathlib import Path
from random import Random

from services import cache_dir, elasticsearch, free_port

from bench.faults.play import Worker
from bench.faults.stage import Stage, Visitor, staged, tell, wait_for

CONVERGENCE_SECONDS = 60
HANG_SECONDS = 30
SLOWEST_SECONDS = 5
WORDS = "Diese Seite erklärt, wie man sich anmeldet."
QUESTIONS = ("anmelden", "Seite erklärt", "erklrt", "Seite 7")
PHASES = ("running", "stopped", "back", "hanging")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults.outage", description=__doc__.partition("\n")[0])
    parser.add_argument("--publishes", type=int, default=200)
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    with own_elasticsearch() as instance, staged() as stage:
        return prove(stage, instance, arguments)


def prove(stage: Stage, instance: Path, arguments: argparse.Namespace) -> int:
    from bench.faults.tree import plant

    plant(arguments.pages, Random(1))  # noqa: S311  a repeatable choice, no secret
    stage.start_server()
    Worker(stage).run()
    searchers = [Searcher(stage.visitor, number) for number in range(2)]
    tell("prepared", f"{arguments.pages} pages, load {os.getloadavg()[0]:.1f}")
    found = {"equal at first": wait_for(is_equal, CONVERGENCE_SECONDS)}
    for searcher in searchers:
        searcher.start()
    time.sleep(5)

    enter("stopped", searchers)
    elasticsearch.stop(instance)
    began = time.monotonic()
    for number in range(arguments.publishes):
        publish_another(number)
    tell("published", f"{arguments.publishes} pages in {time.monotonic() - began:.0f} s without Elasticsearch")
    start(instance)
    enter("back", searchers)
    found["equal after its return"] = wait_for(is_equal, CONVERGENCE_SECONDS)
    time.sleep(5)

    enter("hanging", searchers)
    process = int((instance / "pid").read_text())
    os.kill(process, signal.SIGSTOP)
    time.sleep(HANG_SECONDS)
    os.kill(process, signal.SIGCONT)
    for searcher in searchers:
        searcher.stop()
    return report(searchers, found)


class Searcher(threading.Thread):
    """A visitor who searches again and again, and notes by phase what was answered."""

    def __init__(self, visitor: Visitor, number: int) -> None:
        super().__init__(daemon=True)
        self.visitor = visitor
        self.questions = itertools.cycle(QUESTIONS[number:] + QUESTIONS[:number])
        self.phase = PHASES[0]
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
                    self.errors.append(f"while {phase}: nothing found")
                self.answers[phase].append((time.monotonic() - began, answer["degraded"]))
            except (OSError, ValueError) as error:
                self.errors.append(f"while {phase}: {error}")


def enter(phase: str, searchers: list[Searcher]) -> None:
    for searcher in searchers:
        searcher.phase = phase


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
        tell(f"searches while {phase}", f"{len(answers)} answered, {degraded} degraded, slowest {slowest:.2f} s")
        if not answers or slowest > SLOWEST_SECONDS:
            wrong.append(f"searches while {phase} are not answered in time")
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


if __name__ == "__main__":
    sys.exit(main())
