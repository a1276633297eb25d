"""The admin's search finds a page by its words in any language, and shows it once: as its source page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from wagtail.models import Page

from hub.rights.models import Role
from hub.testing import make_county, translate
from tests.conftest import INDEXES
from tests.rights.stage import member
from tests.rules.stage import article, draft, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SEARCH = reverse("wagtailadmin_pages:search")


@pytest.fixture(scope="module")
def shared_page(shared_county, shared_editing):
    with override_settings(**INDEXES), shared_editing():
        page = article(shared_county, "Wohnen")
        translate(shared_county, "ar")
        translate(page, "ar", mark="السكن")
        translate(page, "en", mark="Housing")
    return page


@pytest.fixture
def page(shared_page, indexes, db):
    """The page “Wohnen”, published in Arabic and English."""
    return fresh(shared_page)


def found(client, words: str, address: str = SEARCH, **query: str) -> list[int]:
    answer = client.get(address, {"q": words, **query})
    assert answer.status_code == 200
    return [item.pk for item in answer.context["object_list"]]


def arabic(page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="ar")


@pytest.mark.parametrize("words", ["Wohnen", "Wohn", "السكن", "Housing"])
def test_a_page_is_found_once_by_its_title_in_any_language(page, admin_client, words):
    assert found(admin_client, words) == [page.pk]
    assert found(admin_client, words, content_type="home.infopage") == [page.pk]
    assert found(admin_client, words, reverse("wagtailadmin_pages:search_results")) == [page.pk]


@pytest.mark.thorough
def test_numbers_and_pages_of_results_count_each_page_once(page, county, editing, admin_client):
    with editing():
        for number in range(24):
            translate(article(county, f"Wohnen {number}"), "ar")
    first = admin_client.get(SEARCH, {"q": "Wohnen"})
    assert first.context["paginator"].count == 25
    assert [(kind.model, count) for kind, count in first.context["content_types"]] == [("infopage", 25)]
    both = found(admin_client, "Wohnen") + found(admin_client, "Wohnen", p="2")
    assert len(set(both)) == len(both) == 25
    assert set(Page.objects.filter(pk__in=both).values_list("locale__language_code", flat=True)) == {"de"}


def test_a_new_title_is_found_and_the_old_one_no_more(page, editing, admin_client):
    with editing():
        translate(page, "ar", mark="المنزل")
    assert found(admin_client, "المنزل") == [page.pk]
    assert found(admin_client, "السكن") == []


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_translation_that_is_gone_is_found_no_more(page, editing, admin_client, end):
    with editing():
        admin_client.post(reverse(f"wagtailadmin_pages:{end}", args=[arabic(page).pk]))
    assert found(admin_client, "السكن") == []
    assert found(admin_client, "Wohnen") == [page.pk]


def test_translators_are_led_to_the_source_page(page, county, client):
    client.force_login(member("Amal", county, Role.TRANSLATORS, "ar"))
    assert found(client, "السكن") == [page.pk]
    assert client.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code == 200


def test_nobody_finds_pages_of_another_county(page, editing, client):
    with editing():
        other = make_county("bergland", "Bergland")
    client.force_login(member("Robin", other, Role.EDITORS))
    assert found(client, "السكن") == found(client, "Wohnen") == []


def test_the_explorer_searches_and_filters_source_pages(page, county, admin_client):
    root = reverse("wagtailadmin_explore_root")
    here = reverse("wagtailadmin_explore", args=[county.pk])
    below_arabic = reverse("wagtailadmin_explore", args=[arabic(page).get_parent().pk])
    for words in ("Wohnen", "السكن"):
        assert found(admin_client, words, root) == [page.pk]
        assert found(admin_client, words, here) == [page.pk]
        assert found(admin_client, words, below_arabic, search_all="1") == [page.pk]
    kind = {"content_type": str(page.content_type_id)}
    assert found(admin_client, "", root, **kind) == [page.pk]


def test_the_explorer_still_shows_each_languages_tree(page, county, admin_client):
    home = county.get_parent()
    root = admin_client.get(reverse("wagtailadmin_explore_root")).context["object_list"]
    assert {item.translation_key for item in root} == {home.translation_key}
    assert len(root) > 1
    below_arabic = reverse("wagtailadmin_explore", args=[arabic(page).get_parent().pk])
    assert found(admin_client, "", below_arabic) == [arabic(page).pk]
    # There, each page stands once, too.
    assert found(admin_client, "السكن", below_arabic) == [arabic(page).pk]


def test_drafts_are_found_by_the_filter_of_the_words(page, county, admin_client):
    waiting = draft(county, "Wohnen bald")
    assert found(admin_client, "Wohnen published:no") == [waiting.pk]


def test_more_languages_cost_no_more_queries(page, county, editing, admin_client):
    def cost() -> int:
        found(admin_client, "Wohnen")
        with CaptureQueriesContext(connection) as queries:
            assert len(found(admin_client, "Wohnen")) == 6
        return len(queries)

    with editing():
        pages = [article(county, f"Wohnen {number}") for number in range(5)]
        for item in pages:
            translate(item, "ar")
    before = cost()
    with editing():
        for item in pages:
            translate(item, "en")
    assert cost() == before


def test_indexing_a_page_asks_once_for_its_translations(page, django_assert_num_queries):
    translated = arabic(page).specific
    with django_assert_num_queries(1):
        assert "السكن" in page.translated_titles
    with django_assert_num_queries(1):
        assert translated.translated_titles == ""
