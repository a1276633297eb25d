"""Editors change pages at once while they and the worker are killed, and readers follow the feed of changes.

No editor may meet an error, no lock may be waited for in a circle, and the page tree must be sound without anybody
mending it. Afterwards the readers' copies must equal the database within a minute, pages and publications must agree,
and no visitor may ever have been shown what was private. The exit status is 1 when anything of that fails.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from random import Random
from statistics import quantiles

from bench.faults.editor import DELETED, NO_PAGE
from bench.faults.play import Crowd, Editor, Numbers, Pulse, Worker, kill_at_random, tally
from bench.faults.reader import Key, Reader
from bench.faults.server_log import PATIENCE
from bench.faults.stage import Stage, staged, tell, wait_for

CONVERGENCE_SECONDS = 60


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__.partition("\n")[0])
    parser.add_argument("--changes", type=int, default=2000)
    parser.add_argument("--editors", type=int, default=4)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worker-dead", action="store_true", help="the worker begins when all changes are made")
    arguments = parser.parse_args()
    os.environ["EMBEDDINGS_URL"] = "none"
    with staged("bench.settings") as stage:
        return prove(stage, arguments)


def prove(stage: Stage, arguments: argparse.Namespace) -> int:
    from bench.faults.tree import COUNTIES, plant

    dice = Random(arguments.seed)  # noqa: S311  a repeatable choice, no secret
    began = time.monotonic()
    plant(arguments.pages, dice)
    tell("prepared", f"{arguments.pages} pages in {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
    stage.start_server()
    worker = Worker(stage)
    if not arguments.worker_dead:
        worker.run()
    readers = [Reader(stage.visitor), Reader(stage.visitor, next(iter(COUNTIES)))]
    numbers = Numbers(arguments.changes)
    editors = [Editor(stage, index, arguments.seed, numbers) for index in range(arguments.editors)]
    pulse = Pulse()
    crowd = Crowd(stage.visitor)
    for thread in [crowd, *readers, *(editor.thread for editor in editors)]:
        thread.start()
    began = time.monotonic()
    kill_at_random(dice, arguments.kills, arguments.changes, numbers, editors, worker, pulse)
    tell("changed", f"in {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
    damage = tree_damage()
    if arguments.worker_dead:
        tell("waiting for the worker", f"{waiting()} rows of the outbox")
        worker.run()

    seconds = wait_for(lambda: not differences(readers), CONVERGENCE_SECONDS)
    for reader in readers:
        reader.stop()
    crowd.is_over = worker.stopped = True
    p50, p99 = (1000 * quantiles(crowd.seconds, n=100)[place] for place in (49, 98))
    tell(
        "read meanwhile",
        f"{len(crowd.seconds)} pages and documents, p50 {p50:.0f} ms, p99 {p99:.0f} ms; {crowd.pictures} pictures",
    )
    return report(stage, worker, editors, readers, pulse, damage, seconds)


def differences(readers: list[Reader]) -> list[str]:
    """Return what keeps readers, outbox and consumers from being at the end."""
    from hub.publications.check import check_consumers

    if rows := waiting():
        return [f"{rows} rows wait in the outbox"]
    found = []
    for reader in readers:
        expected, copy = stored(reader), dict(reader.copy)
        wrong = [key for key in expected.keys() | copy.keys() if expected.get(key) != copy.get(key)]
        if wrong:
            found.append(f"{reader.name}: {len(wrong)} documents differ, such as {' '.join(wrong[0])}")
    return found or [f"{finding.where}: {finding.what}" for finding in check_consumers()]


def waiting() -> int:
    from hub.publications.models import OutboxRow

    return OutboxRow.objects.count()


def stored(reader: Reader) -> dict[Key, dict]:
    """Return the public documents as the API gives them to this reader."""
    from django.test import RequestFactory

    from hub.addresses import absolute
    from hub.publications.models import Publication

    request = RequestFactory().get("/", headers={"host": reader.visitor.host})
    found = Publication.objects.public()
    if reader.county:
        found = found.filter(county=reader.county)
    return {
        (str(key), locale): absolute(document, request.build_absolute_uri("/"))
        for key, locale, document in found.values_list("translation_key", "locale", "document")
    }


def tree_damage() -> Counter:
    """Count what is wrong with the page tree, by column."""
    from hub.publications.tree_check import find_damage

    return Counter(damage.column for damage in find_damage())


def report(
    stage: Stage,
    worker: Worker,
    editors: list[Editor],
    readers: list[Reader],
    pulse: Pulse,
    damage: Counter,
    seconds: float | None,
) -> int:
    """Print all counts and what is wrong; return the exit status."""
    from django.db import connection

    from hub.publications.check import check_pages
    from hub.publications.models import Publication, Sequence

    answers = [answer for editor in editors for answer in editor.answers]
    errors = tally(answers, "error")
    failures = Counter(
        f"change failed: {answer['kind']}: {answer['error']}: {answer['trace']}"
        for answer in answers
        if answer["error"] not in ("", NO_PAGE, DELETED)
    )
    tell("changes", counts(tally(answers, "kind")))
    tell("of these not made", counts(errors))
    kills = {actor.name: actor.kills for actor in (worker, *editors)}
    tell("kills", counts(Counter(kills)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        deadlocks = cursor.fetchone()[0]
    tell("deadlocks", f"{deadlocks} on the server, {errors['OperationalError']} met by editors")
    tell_waits(stage)
    tell("heartbeat", f"looked for {pulse.looks} times, missing {pulse.missing} times")
    late = sum(stage.log(editor.name).count("wait for the worker") for editor in editors)
    tell("left to the worker", f"{late} times an editor's process could not make its pages itself")
    for reader in readers:
        tell(
            reader.name,
            f"{reader.requests} requests, {reader.documents} documents and {reader.withdrawals} withdrawals received,"
            f" {len(reader.copy)} documents held",
        )
    checks = sum(answer["checks"] for answer in answers)
    leaks = [leak for answer in answers for leak in answer["leaks"]]
    tell("private pages asked for", f"{checks} times, shown {len(leaks)} times")
    tell("sequence", f"{Sequence.current().value} numbers for {Publication.objects.count()} publications")
    tell("wrong in the tree", counts(damage))
    tell("equal after", "never" if seconds is None else f"{seconds:.1f} s")

    wrong = [
        *(differences(readers) if seconds is None else []),
        *(f"{finding.where}: {finding.what}" for finding in check_pages()),
        *leaks,
        *(f"{failure} ({number} times)" for failure, number in failures.items()),
        *(f"the tree: {number} pages with wrong {name}" for name, number in damage.items()),
        *([f"{deadlocks} deadlocks"] if deadlocks else []),
        *(f"{reader.name}: {error}" for reader in readers for error in reader.errors[:10]),
        *(f"{actor.name} died {actor.deaths} times" for actor in (worker, *editors) if actor.deaths != actor.kills),
        *(f"the read side made change fail: {answer}" for answer in answers if answer["by_read_side"]),
    ]
    for line in wrong:
        tell("WRONG", line)
    return 1 if wrong else 0


def tell_waits(stage: Stage) -> None:
    """Print the waits for locks and every deadlock's DETAIL."""
    if stage.server_log is None:
        tell("the server's log", "not available: the server of DATABASE_URL keeps it")
        return
    waits = stage.server_log.waits()
    longest = f", the longest {max(waits):.1f} s" if waits else ""
    tell("waits for locks", f"{len(waits)} were longer than {PATIENCE}{longest}")
    for detail in stage.server_log.deadlocks():
        tell("DEADLOCK", detail)


def counts(found: Counter) -> str:
    listed = ", ".join(f"{name} {number}" for name, number in found.most_common() if number)
    return f"{found.total()}" + (f" ({listed})" if listed else "")


if __name__ == "__main__":
    sys.exit(main())
