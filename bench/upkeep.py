"""Whether the worker stays alive, and quick, while upkeep compares many publications with their pages.

    .venv/bin/python bench/upkeep.py [PUBLICATIONS]        # 20,000 by default, in a scratch database

Runs the worker through one round of upkeep, changing a page now and then, and prints publications, batches, and the
longest time in seconds of a step, between two heartbeats, and until a changed page was public.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from itertools import pairwise

import django

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from tqdm import tqdm  # noqa: E402
from wagtail.models import Page  # noqa: E402

from bench.scratch import scratch_database  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.publications.leases import DURATION  # noqa: E402
from hub.publications.models import Lease, OutboxRow, Publication, UpkeepRound  # noqa: E402
from hub.publications.reconcile import reconcile  # noqa: E402
from hub.publications.triggers import deferred  # noqa: E402
from hub.publications.upkeep import begin_round  # noqa: E402
from hub.publications.worker import OUTBOX, Worker, drain  # noqa: E402
from hub.testing import make_county, publish  # noqa: E402

TEXT = json.dumps([{"type": "text", "id": "text", "value": "<p>" + "Eine Wohnung suchen und finden. " * 40 + "</p>"}])


def plant(number: int) -> InfoPage:
    """Make `number` published pages, one through Wagtail and the others as copies of its rows; return the first."""
    county = make_county()
    first = publish(InfoPage(title="Seite 0", slug="seite-0", body=TEXT), county)
    county.refresh_from_db()
    columns = [field.column for field in InfoPage._meta.local_fields if not field.primary_key]
    pages = [
        Page(
            title=f"Seite {index}",
            draft_title=f"Seite {index}",
            slug=f"seite-{index}",
            url_path=f"{county.url_path}seite-{index}/",
            path=Page._get_path(county.path, first.depth, index + 1),
            depth=first.depth,
            content_type_id=first.content_type_id,
            locale_id=first.locale_id,
            live=True,
        )
        for index in range(1, number)
    ]
    Page.objects.bulk_create(pages, batch_size=500)
    Page.objects.filter(pk=county.pk).update(numchild=number)
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table = InfoPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (page_ptr_id, {quoted}) SELECT %s, {quoted} FROM {table} WHERE page_ptr_id = %s",  # noqa: S608 - names of the model
            [(page.pk, first.pk) for page in pages],
        )
    with tqdm(total=number, unit=" pages", disable=None) as bar:
        reconcile([first.pk, *(page.pk for page in pages)], lambda done: bar.update(done - bar.n))
    drain()
    return first


class Watcher(threading.Thread):
    """Looks from outside, ten times a second, when the worker was last alive, and changes a page every few seconds."""

    def __init__(self, page: InfoPage) -> None:
        super().__init__(daemon=True)
        self.page = page
        self.heartbeats: list[float] = []
        self.delays: list[float] = []
        self.stopped = threading.Event()

    def run(self) -> None:
        last = changed = None
        while not self.stopped.wait(0.1):
            now = time.monotonic()
            expires_at = Lease.objects.filter(role=OUTBOX).values_list("expires_at", flat=True).first()
            if expires_at != last:
                last = expires_at
                self.heartbeats.append(now)
            if changed is None:
                with deferred():
                    publish(InfoPage.objects.get(pk=self.page.pk))
                changed = now
            elif not OutboxRow.objects.exists():
                self.delays.append(now - changed)
                changed = None
                self.stopped.wait(3)
        connection.close()


def main() -> None:
    publications = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    setup_test_environment()
    with scratch_database():
        watcher = Watcher(plant(publications // len(settings.LANGUAGES)))
        begin_round()
        worker, steps, batches, place = Worker(), [], 0, 0
        watcher.start()
        began = time.monotonic()

        def is_finished() -> bool:
            nonlocal batches, place
            steps.append(time.monotonic())
            current = UpkeepRound.objects.get()
            batches += current.page_id != place
            place = current.page_id
            return current.finished

        worker.run(is_finished)
        seconds = time.monotonic() - began
        watcher.stopped.set()
        watcher.join()
        print(f"{Publication.objects.count()} publications, {batches} batches in {seconds:.0f} s, {connection.vendor}")
        print(f"longest step: {longest(steps):.1f} s")
        print(f"longest between heartbeats: {longest(watcher.heartbeats):.1f} s of {DURATION.total_seconds():.0f}")
        slowest = max(watcher.delays, default=0)
        print(f"longest until one of {len(watcher.delays)} changes was public: {slowest:.1f} s")


def longest(moments: list[float]) -> float:
    """Return the longest time between two of `moments`."""
    return max((end - start for start, end in pairwise(moments)), default=0)


if __name__ == "__main__":
    main()
