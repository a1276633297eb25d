"""What publishing one page costs among many, and what reading costs: queries and milliseconds.

    bench/publishing.py [PAGES] [--publications 0]      # 720 pages by default, in a scratch database

Prints how large one page is in all languages (LANGUAGES="de en ar" limits them), and for each action the queries, the
median and the greatest of 9 runs in milliseconds, and the median's ratio to the same action among 24 pages.
The publications come beside the pages, and are made fast.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from wsgiref.util import setup_testing_defaults

import django

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Connections are kept, as in web processes.
os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.settings", "EMBEDDINGS_URL": "none"}
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from tqdm import tqdm  # noqa: E402

from bench.publications import Texts, add_publications  # noqa: E402
from bench.scratch import scratch_database  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.publications import triggers  # noqa: E402
from hub.publications.models import Publication  # noqa: E402
from hub.publications.reconcile import reconcile  # noqa: E402
from hub.testing import make_county, publish, translate, work  # noqa: E402
from hub.wsgi import application  # noqa: E402

TEXT = "<h2>Wohnung</h2><p>" + "Eine Wohnung suchen und finden. " * 20 + "</p>"


def body() -> list[dict]:
    return [{"type": "text", "id": str(uuid.uuid4()), "value": TEXT} for _ in range(4)]


def add(parent: InfoPage, start: int, end: int) -> None:
    """Add pages in a tree of two levels."""
    with triggers.deferred():
        branch = parent
        for number in tqdm(range(start, end), unit=" pages", disable=None):
            is_branch = number % 12 == 0
            page = InfoPage(title=f"Seite {number}", slug=f"seite-{number}")
            page.body = page._meta.get_field("body").to_python(body())
            page = publish(page, parent if is_branch else branch)
            branch = page if is_branch else branch
    work()


def measure(action: Callable[[], object], runs: int) -> tuple[int, float, float]:
    """Return (queries, median, greatest) of `action`, times in milliseconds."""
    times, queries = [], 0
    for _ in range(runs):
        with CaptureQueriesContext(connection) as captured:
            began = time.perf_counter()
            action()
            times.append(1000 * (time.perf_counter() - began))
        queries = len(captured)
    return queries, statistics.median(times), max(times)


def actions(page: InfoPage) -> dict[str, Callable[[], object]]:
    client = Client()

    def edit(make_documents: bool) -> None:
        fresh = InfoPage.objects.get(pk=page.pk)
        fresh.summary = uuid.uuid4().hex
        if make_documents:
            fresh.save_revision().publish()
        else:
            with triggers.deferred():
                fresh.save_revision().publish()

    def edit_and_read() -> None:
        """Publish, and ask the web server's application, as the next reader does."""
        edit(True)
        environ = {"HTTP_HOST": "testserver", "PATH_INFO": f"/api/v2/pages/{page.pk}/"}
        setup_testing_defaults(environ)
        answer = b"".join(application(environ, lambda *_arguments: None))
        if InfoPage.objects.values_list("summary", flat=True).get(pk=page.pk).encode() not in answer:
            sys.exit("The reader is shown the page as it was.")

    def remake() -> None:
        Publication.objects.filter(source_id=page.pk).update(content_hash="")
        reconcile([page.pk])

    return {
        "publish, the documents left to the worker": lambda: edit(False),
        "publish, with its documents in all languages": lambda: edit(True),
        "the same, until the next reader has it": edit_and_read,
        "make its documents": remake,
        "API: list of 50": lambda: client.get("/api/v2/pages/?locale=de&limit=50"),
        "API: list of 50, all fields": lambda: client.get("/api/v2/info/?locale=de&limit=50&fields=*"),
        "API: detail": lambda: client.get(f"/api/v2/pages/{page.pk}/?locale=ar"),
        "API: 50 changes": lambda: client.get("/api/v2/changes/?since=0"),
        "API: navigation": lambda: client.get("/api/v2/navigation/?county=auental&locale=de"),
        "HTML page": lambda: client.get("/ar/auental/wohnen/"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pages", type=int, nargs="?", default=720)
    parser.add_argument("--few", type=int, default=24, help="pages of the hub that is compared with")
    parser.add_argument("--publications", type=int, default=0)
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    setup_test_environment()
    with scratch_database():
        county = make_county()
        page = publish(InfoPage(title="Wohnen", slug="wohnen", body=body()), county)
        for code, _name in settings.LANGUAGES[1:]:
            translate(page, code)
        documents = [len(json.dumps(row.document)) for row in Publication.objects.filter(source_id=page.pk)]
        print(f"One page: {len(documents)} documents, {sum(documents)} bytes")
        add(county, 1, arguments.few)
        found = {name: measure(action, arguments.runs) for name, action in actions(page).items()}
        add(county, arguments.few, arguments.pages)
        if arguments.publications:
            add_publications(Texts(), arguments.publications // len(settings.LANGUAGES), counties=10)
        print(f"{arguments.pages} pages, {Publication.objects.count()} publications, {connection.vendor}")
        print(f"{'':46}{'queries':>8}{'median ms':>11}{'most ms':>9}{'ratio':>7}")
        for name, action in actions(page).items():
            queries, median, most = measure(action, arguments.runs)
            print(f"{name:46}{queries:8}{median:11.1f}{most:9.1f}{median / found[name][1]:7.2f}")


if __name__ == "__main__":
    main()
