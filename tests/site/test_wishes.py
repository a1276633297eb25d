"""Readers ask for a page in their language: a number is added to, and nothing about them is stored."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from hub.testing import make_county, translate, work
from hub.translations.models import Coverage, NotNeeded
from hub.wishes.models import Wish
from tests.rules.stage import article, draft, fresh, restrict, text
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db
ADDRESS = "/ar/auental/wohnen/"


@pytest.fixture(scope="module")
def shared_wohnen(shared_county, shared_editing):
    with shared_editing():
        wohnen = article(shared_county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>", "a")])
        translate(wohnen, "en")
    return wohnen


@pytest.fixture
def wohnen(shared_wohnen, county):
    """A public page that is translated into English and not into Arabic."""
    return fresh(shared_wohnen)


def ask(client, address=ADDRESS):
    """Press the button on a page."""
    return client.post(page(client.get(address)).find(class_="wish")["action"])


def counted() -> dict[tuple, int]:
    return {(wish.translation_key, wish.locale): wish.count for wish in Wish.objects.all()}


def test_readers_ask_and_are_thanked(wohnen):
    client = Client(enforce_csrf_checks=True)
    answer = ask(client)
    assert (answer.status_code, answer["Location"]) == (303, f"{ADDRESS}?asked")
    ask(client)
    assert counted() == {(wohnen.translation_key, "ar"): 2}
    thanks = page(client.get(answer["Location"]))
    assert "شكرًا" in words(thanks.find(role="status"))
    assert not thanks.find(class_="wish"), "nobody presses twice without meaning to"
    assert not client.cookies


def test_the_page_is_the_same_for_everybody_else(wohnen):
    before = Client().get(ADDRESS)
    asking = Client()
    ask(asking)
    for client in (asking, Client()):
        after = client.get(ADDRESS)
        assert after.content == before.content
        assert "Cookie" not in after.get("Vary", "")


@pytest.mark.parametrize("address", ["/de/auental/wohnen/", "/en/auental/wohnen/", "/en/auental/wohnen/?asked"])
def test_translated_pages_have_no_button(client, wohnen, address):
    soup = page(client.get(address))
    assert not soup.find(class_="wish")
    assert not soup.find(role="status")


def test_only_pages_that_are_shown_in_another_language_are_counted(client, wohnen, county, editing):
    with editing():
        hidden = draft(county, "Entwurf")
        private = restrict(article(county, "Intern"), password="live").page
    work()
    for key in (uuid4(), hidden.translation_key, private.translation_key):
        assert client.post(f"/ar/_util/wish/{key}/").status_code == 404
    translated = client.post(f"/en/_util/wish/{wohnen.translation_key}/")
    assert (translated.status_code, translated["Location"]) == (303, "/en/auental/wohnen/")
    assert client.get(f"/ar/_util/wish/{wohnen.translation_key}/").status_code == 405, "robots follow links"
    assert counted() == {}


def test_admitted_readers_of_private_pages_are_offered_nothing(county, editing, client):
    with editing():
        restrict(article(county, "Intern"), password="live")
    work()
    restriction = county.get_descendants().get(slug="intern").view_restrictions.get()
    address = f"/ar/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/"
    client.post(address, {"password": "live", "return_url": "/"})
    soup = page(client.get("/ar/auental/intern/"))
    assert soup.find(class_="notice")
    assert not soup.find(class_="wish")


def test_pages_that_need_no_translation_can_be_asked_for(client, wohnen, editing):
    NotNeeded.objects.create(translation_key=wohnen.translation_key, locale="ar", reason="Nur auf Deutsch.")
    ask(client)
    assert counted() == {(wohnen.translation_key, "ar"): 1}


def test_the_counter_goes_when_the_page_is_translated(client, wohnen, county, editing):
    with editing():
        other = article(county, "Arbeit")
    work()
    ask(client)
    ask(client, "/ar/auental/arbeit/")
    with editing():
        translate(wohnen, "ar", publish=False)
    work()
    assert len(counted()) == 2, "a draft is no translation"
    with editing():
        translate(wohnen, "ar")
    work()
    assert Coverage.objects.get(translation_key=wohnen.translation_key, locale="ar").state == "complete"
    assert counted() == {(other.translation_key, "ar"): 1}


def test_the_counter_goes_with_the_page(client, wohnen, editing):
    ask(client)
    with editing():
        wohnen.delete()
    work()
    assert counted() == {}


def test_every_language_asks_in_its_own_words(client, nine, editing):
    with editing():
        county = make_county("bergtal", "Bergtal")
        article(county, "Wohnen")
    work()
    codes = [code for code, _name in settings.LANGUAGES if code != "de"]
    asked = {words(page(client.get(f"/{code}/bergtal/wohnen/")).find(class_="wish")) for code in codes}
    thanks = {words(page(client.get(f"/{code}/bergtal/wohnen/?asked")).find(role="status")) for code in codes}
    assert len(asked) == len(thanks) == 8
