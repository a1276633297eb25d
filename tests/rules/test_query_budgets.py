"""How many queries a view may cost: committed in tests/query_counts.json, updated on purpose.

UPDATE_QUERY_COUNTS=1 pytest tests/rules/test_query_budgets.py
"""

import json
import os
from math import ceil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from hub.pages import HubPage
from hub.publications.reconcile import reconcile
from hub.publications.worker import Worker
from hub.taxonomy.models import Place, Topic
from hub.testing import languages, make_county, publish, translate, work
from tests.rules.stage import article, file, fresh, image, link, office, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

BUDGET = Path(__file__).parent.parent / "query_counts.json"
ADDRESSES = {
    "list": "/api/v2/pages/?locale=de&limit=50",
    "list of one kind with all fields": "/api/v2/info/?locale=de&limit=50&fields=*",
    "list by facet": "/api/v2/offices/?locale=ar&topics=housing&spoken_languages=ar",
    "detail": "/api/v2/pages/{id}/?locale=ar",
    "images": "/api/v2/images/?locale=de",
    "documents of a county": "/api/v2/documents/?county=auental&locale=de",
    "changes": "/api/v2/changes/?since=0",
    "changes of a county": "/api/v2/changes/?since=0&county=auental&locale=de",
    "navigation": "/api/v2/navigation/?county=auental&locale=ar",
    "search": "/api/v2/search/?q=Wohnung&locale=de",
    "offices for a place": "/api/v2/offices/?county=auental&locale=ar&serves=05110",
    "places": "/api/v2/places/?county=auental&locale=ar",
    "responsible office": "/ar/auental/offices/responsible/?what=topics:housing&where=auenstadt",
    "list page": "/ar/auental/offices/?topics=housing&spoken_languages=ar",
    "page": "/ar/auental/wohnen/",
    "topics": "/ar/auental/topics/",
    "topic": "/ar/auental/topics/housing/",
    "list by topic": "/api/v2/pages/?locale=de&topics=housing",
    "county": "/de/auental/",
    "home": "/de/",
    "sitemap": "/sitemap-de.xml",
}


def counted(action):
    with CaptureQueriesContext(connection) as queries:
        action()
    # PostgreSQL alone is asked for the lock of the sequence.
    return sum("LOCK TABLE" not in query["sql"] for query in queries)


@pytest.fixture
def page(county, editing):
    with editing():
        make_county("bergtal", "Landkreis Bergtal")  # else the home page leads to the only one
        housing = Topic.objects.create(slug="housing", names={"de": "Wohnen"})
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")], topics=[housing])
        place = Place.objects.create(slug="auenstadt", names={"de": "Auenstadt"}, postal_codes="05110")
        office(county, languages=["ar"], topics=[housing], places=[place])
        translate(page, "ar")
    work()
    return page


def more(parent, editing, number):
    with editing():
        for index in range(number):
            topics = Topic.objects.filter(slug="housing")
            words = text(f'<p>Eine Wohnung suchen, <a linktype="document" id="{file().pk}">Blatt</a>.</p>')
            article(parent, f"Seite {index}", [link(parent), words], topics=topics, image=image(), image_alt="Haus")
    work()


def hold(name, counts):
    """Compare with the budget, or write it."""
    budget = json.loads(BUDGET.read_text())
    assert len(set(counts)) == 1, f"{name}: the queries grow with the pages: {counts}"
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        BUDGET.write_text(json.dumps({**budget, name: counts[0]}, indent=2, sort_keys=True) + "\n")
    else:
        assert counts[0] <= budget[name], f"{name} costs {counts[0]} queries, {budget[name]} are granted"


def index_for_search():
    worker = Worker()
    while worker.follow():
        pass


def test_views_cost_the_same_whatever_the_number_of_pages(county, page, editing, client):
    addresses = {name: address.format(id=page.pk) for name, address in ADDRESSES.items()}
    index_for_search()
    assert client.get(addresses["search"]).json()["items"], "a search that finds nothing costs less"
    for address in addresses.values():
        assert client.get(address).status_code == 200  # fills what is remembered between requests, such as the site
    few = {name: counted(lambda a=address: client.get(a)) for name, address in addresses.items()}
    more(page, editing, 12)
    index_for_search()
    for name, address in addresses.items():
        hold(name, [few[name], counted(lambda a=address: client.get(a))])


def test_making_a_page_costs_the_same_among_many(county, page, editing):
    def remake():
        changed = fresh(page)
        changed.summary += " mehr"
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


def section_in_three_languages(county, editing, number):
    """Return a section with so many pages below it."""
    with editing():
        pages = [article(county, f"Abschnitt {number}", [text("<p>Ein Satz.</p>")])]
    with editing():
        pages += [article(pages[0], f"Seite {index}", [text("<p>Ein Satz.</p>")]) for index in range(number)]
    for page in pages:
        for language in ("en", "ar"):
            with editing():
                translate(page, language)
    work()
    return fresh(pages[0])


def test_deleting_a_section_costs_what_wagtail_needs_for_each_page(county, editing):
    sections = [section_in_three_languages(county, editing, number) for number in (2, 1, 3, 5)]
    # The first one also costs what is remembered from then on.
    _first, one, three, five = (counted(section.delete) for section in sections)
    hold("deleting one more page in three languages", [ceil((three - one) / 2), ceil((five - three) / 2)])


def test_the_addresses_of_translations_cost_no_query_in_lists_of_the_admin(county, editing, admin_client, monkeypatch):
    section = section_in_three_languages(county, editing, 5)
    call_command("rebuild_modelsearch_index", verbosity=0)
    arabic = section.get_translation(languages()["ar"])
    addresses = [
        reverse("wagtailadmin_explore", args=[arabic.pk]),
        reverse("wagtailadmin_pages:search") + "?q=ar",
        reverse("wagtailadmin_choose_page_child", args=[arabic.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=ar&page_type=home.infopage",
        reverse("wagtailadmin_pages:type_use", args=["home", "infopage"]),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtail_localize:translations_report"),
    ]

    def costs():
        for address in addresses:
            assert "Seite 4" in admin_client.get(address).content.decode(), address
        return {address: counted(lambda a=address: admin_client.get(a)) for address in addresses}

    hub = costs()
    for name in ("get_url", "url", "get_full_url", "full_url"):
        monkeypatch.setattr(HubPage, name, getattr(Page, name))
    assert hub == costs(), "what Wagtail's own addresses cost"
