"""The admin's first page leads people to their pages and names those that are not public yet."""

import pytest
from django.urls import reverse

from hub.rights.models import Role
from hub.testing import make_county, publish, translate
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PAGE = reverse("wagtailadmin_home")


@pytest.fixture
def pages(county, editing):
    """A public page and a changed one; a translation that waits; a draft in another county."""
    with editing():
        translate(county, "ar")
        article(county, "Wohnen")
        changed = article(county, "Arbeit")
        translate(changed, "ar", publish=False)
        other = make_county("bergtal", "Bergtal")
        draft = article(other, "Schule")
        draft.unpublish()
    changed.refresh_from_db()
    changed.title = "Arbeit und Beruf"
    changed.save_revision()
    return changed


def shown(client, user) -> str:
    client.force_login(user)
    return " ".join(texts(client.get(PAGE, headers={"Accept-Language": "de"}).content.decode()))


def test_editors_are_led_to_their_county_and_its_drafts(client, county, pages):
    page = shown(client, member("Robin", county, Role.EDITORS))
    assert page.partition("Ihre Seiten")[2].count("Landkreis Auental") == 1, "however many rights they have on it"
    assert "Arbeit und Beruf" in page
    assert "Wohnen" not in page
    assert "Bergtal" not in page
    assert "Schule" not in page


def test_translators_find_what_waits_in_their_language_alone(client, county, pages):
    page = shown(client, member("Amal", county, Role.TRANSLATORS, "ar"))
    assert "Arabisch" in page
    assert "Beruf" not in page
    client.get(PAGE)
    translation = pages.get_translations().get(locale__language_code="ar")
    assert reverse("wagtailadmin_pages:edit", args=[translation.pk]) in client.get(PAGE).content.decode()


def test_administrators_of_the_hub_see_all_counties(client, county, pages, admin_user):
    page = shown(client, admin_user)
    assert "Landkreis Auental" in page
    assert "Bergtal" in page
    assert "Schule" in page


def test_nothing_waits(client, county, editing):
    with editing():
        publish(county)
    page = shown(client, member("Robin", county, Role.EDITORS))
    assert "Alles ist veröffentlicht" in page
    assert not foreign(page)


def test_long_lists_say_how_many_there_are_more(client, county, editing, django_assert_max_num_queries):
    with editing():
        for number in range(13):
            article(county, f"Seite {number}").unpublish()
    client.force_login(member("Robin", county, Role.EDITORS))
    client.get(PAGE)
    with django_assert_max_num_queries(60):
        assert "Und 3 weitere." in client.get(PAGE, headers={"Accept-Language": "de"}).content.decode()


def test_deleting_says_which_translations_go(client, county, pages, admin_user):
    client.force_login(admin_user)
    page = client.get(reverse("wagtailadmin_pages:delete", args=[pages.pk]), headers={"Accept-Language": "de"})
    assert "Mit dieser Seite werden auch ihre Übersetzungen gelöscht: Arabisch" in page.content.decode()
    translation = pages.get_translations().get(locale__language_code="ar")
    page = client.get(reverse("wagtailadmin_pages:delete", args=[translation.pk]), headers={"Accept-Language": "de"})
    assert "ihre Übersetzungen gelöscht" not in page.content.decode()


def test_the_login_names_the_hub_and_its_fields(client):
    page = client.get(reverse("wagtailadmin_login"), headers={"Accept-Language": "de"}).content.decode()
    assert [text for text in texts(page) if foreign(text) or "Wagtail" in text] == []
