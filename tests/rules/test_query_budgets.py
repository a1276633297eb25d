"""How many queries a view may cost: committed in tests/query_counts.json, updated on purpose.

UPDATE_QUERY_COUNTS=1 pytest tests/rules/test_query_budgets.py
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.publications.reconcile import reconcile
from hub.testing import publish, translate, work
from tests.rules.stage import article, fresh, link, office, text

pytestmark = pytest.mark.django_db

BUDGET = Path(__file__).parent.parent / "query_counts.json"
ADDRESSES = {
    "list": "/api/v2/pages/?locale=de&limit=50",
    "list of one kind with all fields": "/api/v2/info/?locale=de&limit=50&fields=*",
    "list by facet": "/api/v2/offices/?locale=ar&topics=housing",
    "detail": "/api/v2/pages/{id}/?locale=ar",
    "changes": "/api/v2/changes/?since=0",
    "changes of a county": "/api/v2/changes/?since=0&county=auental&locale=de",
    "navigation": "/api/v2/navigation/?county=auental&locale=ar",
    "search": "/api/v2/search/?q=Wohnung&locale=de",
    "page": "/ar/auental/wohnen/",
    "county": "/de/auental/",
    "home": "/de/",
    "sitemap": "/sitemap-de.xml",
}


def counted(action):
    with CaptureQueriesContext(connection) as queries:
        action()
    return len(queries)


@pytest.fixture
def page(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")])
        office(county)
        translate(page, "ar")
    work()
    return page


def more(parent, editing, number):
    with editing():
        for index in range(number):
            article(parent, f"Seite {index}", [link(parent), text("<p>Eine Wohnung suchen.</p>")])
    work()


def hold(name, counts):
    """Compare with the budget, or write it."""
    budget = json.loads(BUDGET.read_text())
    assert len(set(counts)) == 1, f"{name}: the queries grow with the pages: {counts}"
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        BUDGET.write_text(json.dumps({**budget, name: counts[0]}, indent=2, sort_keys=True) + "\n")
    else:
        assert counts[0] <= budget[name], f"{name} costs {counts[0]} queries, {budget[name]} are granted"


def test_views_cost_the_same_whatever_the_number_of_pages(county, page, editing, client):
    addresses = {name: address.format(id=page.pk) for name, address in ADDRESSES.items()}
    for address in addresses.values():
        assert client.get(address).status_code == 200  # fills what is remembered between requests, such as the site
    few = {name: counted(lambda a=address: client.get(a)) for name, address in addresses.items()}
    more(page, editing, 12)
    for name, address in addresses.items():
        hold(name, [few[name], counted(lambda a=address: client.get(a))])


def test_making_a_page_costs_the_same_among_many(county, page, editing):
    def remake():
        changed = fresh(page)
        changed.summary += "."
        changed.save()
        return counted(lambda: reconcile([page.pk]))

    few = remake()
    more(county, editing, 12)
    hold("making one changed page in three languages", [few, remake()])


def test_publishing_a_page_costs_the_same_among_many(county, page, editing):
    def publish_again():
        changed = fresh(page)
        changed.summary += "."

        def action():
            with editing():
                publish(changed)

        return counted(action)

    publish_again()
    few = publish_again()
    more(county, editing, 12)
    hold("publishing a page and making it in three languages", [few, publish_again()])
