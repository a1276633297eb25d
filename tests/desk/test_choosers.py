"""The chooser of pages opens in the county of the page that is edited, and offers each page once."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page

from hub.rights.models import Role
from hub.testing import make_county, translate
from tests.rights.stage import member
from tests.rules.stage import article, office

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def other(county, editing):
    with editing():
        return make_county("bergland", "Bergland")


@pytest.fixture
def translated(county, editing):
    """The Arabic page of “Wohnen”."""
    with editing():
        page = article(county, "Wohnen")
        translate(county, "ar")
        return translate(page, "ar", mark="السكن")


@pytest.fixture
def orphan(county, translated, editing):
    """An English page without a German one, translated into Arabic: it is the source itself."""
    with editing():
        english = translate(county, "en")
        page = article(english, "Only here", locale=Locale.objects.get(language_code="en"))
        translate(page, "ar")
    return page


def offered(answer):
    """Return the ids of the pages that a chooser offers, without the one that is opened."""
    assert answer.status_code == 200
    return sorted(page.pk for page in answer.context["table"].data if not page.is_parent_page)


def opened(client, referrer="", **query):
    answer = client.get(reverse("wagtailadmin_choose_page"), query, headers={"Referer": f"http://testserver{referrer}"})
    assert answer.status_code == 200
    return answer.context["parent_page"].pk


@pytest.mark.parametrize("kind", ["wagtailcore.page", "offices.officepage"])
def test_it_opens_in_the_county_of_the_page(county, other, editing, admin_client, kind):
    with editing():
        page = article(county, "Wohnen")
        office(county, "Amt")
        office(other, "Amt")
    assert opened(admin_client, reverse("wagtailadmin_pages:edit", args=[page.pk]), page_type=kind) == county.pk
    new = reverse("wagtailadmin_pages:add", args=["home", "infopage", page.pk])
    assert opened(admin_client, new, page_type=kind) == county.pk


def test_for_a_translation_it_opens_where_the_source_pages_are(county, translated, admin_client):
    assert opened(admin_client, reverse("wagtailadmin_pages:edit", args=[translated.pk])) == county.pk


def test_a_translators_chooser_opens_where_the_source_pages_are(county, translated, client):
    client.force_login(member("Amal", county, Role.TRANSLATORS, "ar"))
    assert opened(client, "/admin/images/") == county.pk


def test_elsewhere_it_opens_in_the_county_of_the_user(county, other, client):
    client.force_login(member("Robin", county, Role.EDITORS))
    assert opened(client, "/admin/images/") == county.pk
    # A page of another county tells nothing.
    assert opened(client, reverse("wagtailadmin_pages:edit", args=[other.pk])) == county.pk


def test_who_works_for_all_counties_begins_at_the_top(county, other, admin_client):
    assert opened(admin_client, "/nowhere/") not in {county.pk, other.pk}


def test_browsing_offers_source_pages_and_no_other_language(county, translated, admin_client):
    root = Page.objects.get(depth=1)
    for address in (f"/admin/choose-page/{root.pk}/", f"/admin/choose-page/{root.pk}/?locale=ar"):
        answer = admin_client.get(address)
        assert offered(answer) == [county.get_parent().pk]
        assert not answer.context["locale_options"]
    answer = admin_client.get(f"/admin/choose-page/{county.pk}/")
    assert offered(answer) == [translated.get_translation(county.locale).pk]
    assert not answer.context["locale_options"]


@pytest.mark.parametrize("query", [{}, {"user_perms": "move_to"}, {"user_perms": "copy_to"}, {"multiple": "1"}])
def test_a_translation_is_opened_as_its_source_page(county, translated, admin_client, query):
    above = translated.get_parent()
    answer = admin_client.get(f"/admin/choose-page/{above.pk}/", query)
    assert answer.context["parent_page"].pk == county.pk
    assert offered(answer) == [translated.get_translation(county.locale).pk]
    assert admin_client.get("/admin/choose-page/987654321/").status_code == 404


@pytest.mark.parametrize("words", ["Wohnen", "السكن"])
def test_search_offers_the_source_page_by_its_title_in_any_language(county, translated, indexes, admin_client, words):
    call_command("rebuild_modelsearch_index", verbosity=0)
    source = translated.get_translation(county.locale)
    answer = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": words, "page_type": "home.infopage"})
    assert offered(answer) == [source.pk]


def test_a_page_without_a_german_one_is_offered_once(orphan, indexes, admin_client):
    call_command("rebuild_modelsearch_index", verbosity=0)
    answer = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Only here"})
    assert offered(answer) == [orphan.pk]


def test_more_languages_cost_the_chooser_no_more_queries(county, editing, admin_client):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            offered(admin_client.get(f"/admin/choose-page/{county.pk}/"))
        return len(queries)

    with editing():
        page = article(county, "Wohnen")
    cost()
    before = cost()
    with editing():
        translate(page, "ar")
        translate(page, "en")
    assert cost() == before
