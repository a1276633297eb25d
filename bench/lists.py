"""What lists and their facets cost among many publications of mixed kinds: queries and milliseconds.

    .venv/bin/python bench/lists.py [PUBLICATIONS]        # 10,000 by default, in a scratch database

All are in one county. Prints for each kind's list page, and for its list in the API, the queries, the median of 9 runs
in milliseconds, and the median's ratio to the same among 100 publications: without a filter, on the second page, and
with one facet, two, and all, each by a value that many pages have. Before them the pages that lead to lists. Fails
when an address costs more queries than among few publications, or a list page more than 8.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial

import django

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
django.setup()

from django.db import connection  # noqa: E402 - needs Django
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils.http import urlencode  # noqa: E402

from bench.multiplied import Multiplied  # noqa: E402
from bench.publishing import measure  # noqa: E402
from bench.scratch import scratch_database  # noqa: E402
from hub.pages import HubPage  # noqa: E402
from hub.plugins import Kind  # noqa: E402
from hub.publications.models import FacetValue, Publication  # noqa: E402

LANGUAGE = "de"
MOST_QUERIES = 8


def pages(hub: Multiplied) -> Iterator[tuple[str, str]]:
    """Yield names and addresses of single pages and of what shows several kinds."""
    county = hub.county.slug
    yield "county", f"/{LANGUAGE}/{county}/"
    yield "topics", f"/{LANGUAGE}/{county}/topics/"
    yield "topic", f"/{LANGUAGE}/{county}/topics/topic-1/"
    yield "API: navigation", f"/api/v2/navigation/?county={county}&locale={LANGUAGE}"
    yield "API: all kinds", f"/api/v2/pages/?locale={LANGUAGE}"
    for kind, page in hub.pages.items():
        yield f"a page of {kind.slug}", f"/{LANGUAGE}/{county}/{page.slug}/"
        yield f"API: a page of {kind.slug}", f"/api/v2/pages/{page.pk}/?locale={LANGUAGE}"


def lists(kind: Kind, page: HubPage, county: str) -> Iterator[tuple[str, str]]:
    """Yield names and addresses of the lists of a kind, on its list page where it has one, and in the API."""
    values = common_values(kind, page)
    queries = {f"{number} facets": dict(values[:number]) for number in sorted({0, 1, min(2, len(values)), len(values)})}
    for name, query in queries.items():
        if kind.list_page:
            yield f"{kind.slug}: {name}", f"/{LANGUAGE}/{county}/{kind.slug}/?{urlencode(query)}"
        query = {"county": county, "locale": LANGUAGE, **query}
        yield f"API: {kind.slug}: {name}", f"/api/v2/{kind.slug}/?{urlencode(query)}"
    if kind.list_page:
        yield f"{kind.slug}: page 2", f"/{LANGUAGE}/{county}/{kind.slug}/?page=2"
    yield f"API: {kind.slug}: page 2", f"/api/v2/{kind.slug}/?county={county}&locale={LANGUAGE}&offset=20"


def common_values(kind: Kind, page: HubPage) -> list[tuple[str, str]]:
    """Return the facets of a kind, each with that of the page's values that most others have: it answers to all."""
    own = FacetValue.objects.filter(publication__source_id=page.pk).values("value")
    values = FacetValue.objects.filter(publication__kind=kind.slug, value__in=own)
    counted = values.values_list("name", "value").annotate(pages=Count("pk")).order_by("pages")
    most = {name: value for name, value, _pages in counted}
    return [(facet.name, most[facet.name]) for facet in kind.facets if facet.name in most]


def measured(addresses: dict[str, str], runs: int) -> dict[str, tuple[int, float, float]]:
    """Return (queries, median, greatest) of each address; the site and other things are remembered already."""
    client = Client()
    for address in addresses.values():
        get(client, address)
    return {name: measure(partial(get, client, address), runs) for name, address in addresses.items()}


def get(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("publications", type=int, nargs="?", default=10_000)
    parser.add_argument("--few", type=int, default=100, help="publications of the hub that is compared with")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    setup_test_environment()
    with scratch_database():
        hub = Multiplied()
        hub.grow(arguments.few)
        addresses = dict(pages(hub))
        for kind, page in hub.pages.items():
            addresses |= lists(kind, page, hub.county.slug)

        few = measured(addresses, arguments.runs)
        hub.grow(arguments.publications)
        many = measured(addresses, arguments.runs)
        print(f"{Publication.objects.count()} publications, {connection.vendor}")
        print(f"{'':30}{'queries':>8}{'median ms':>11}{'most ms':>9}{'ratio':>7}")
        for name, (queries, median, most) in many.items():
            print(f"{name:30}{queries:8}{median:11.1f}{most:9.1f}{median / few[name][1]:7.2f}")
        list_pages = [f"{kind.slug}: " for kind in hub.pages if kind.list_page]
        expensive = {
            name: queries
            for name, (queries, _median, _most) in many.items()
            if queries > few[name][0] or (queries > MOST_QUERIES and name.startswith(tuple(list_pages)))
        }
        if expensive:
            sys.exit(f"More queries than among few publications, or than {MOST_QUERIES}: {expensive}")


if __name__ == "__main__":
    main()
