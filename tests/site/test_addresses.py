"""Which page answers at which address, and what is never answered."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.publications.models import OutboxRow, Publication
from hub.testing import make_county, publish, translate, work
from tests.rules.stage import article, fresh, restrict, text
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db


def test_the_same_path_in_every_language(client, county, editing):
    with editing():
        translate(article(county, "Wohnen"), "ar")
    assert page(client.get("/de/auental/wohnen/")).h1.text == "Wohnen"
    assert page(client.get("/ar/auental/wohnen/")).h1.text == "ar Wohnen"
    assert page(client.get("/en/auental/wohnen/")).h1.text == "Wohnen"


def test_an_untranslated_page_says_so_and_keeps_its_language(client, county):
    article(county, "Wohnen", [text("<p>Ein Satz.</p>")])
    work()
    soup = page(client.get("/ar/auental/wohnen/"))
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    around = soup.h1.find_parent(attrs={"lang": True})
    assert (around["lang"], around["dir"]) == ("de", "ltr")
    assert "Ein Satz." in words(around)
    notice = soup.find(class_="notice")
    assert notice.find_parent(attrs={"lang": True})["lang"] == "ar"


def test_a_language_that_the_county_does_not_offer_is_not_found(client, db):
    county = make_county("bergtal", languages=["de", "en"])
    article(county, "Wohnen")
    work()
    assert client.get("/en/bergtal/wohnen/").status_code == 200
    assert client.get("/ar/bergtal/wohnen/").status_code == 404


def test_an_unpublished_page_is_not_found(client, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
    wohnen.unpublish()
    assert client.get("/de/auental/wohnen/").status_code == 404, "before anything was made anew"
    work()
    assert client.get("/de/auental/wohnen/").status_code == 404


def test_the_child_of_a_draft_is_served_when_its_parent_is_published_again(client, county, editing):
    parent = article(county, "Wohnen")
    article(parent, "Miete")
    work()
    with editing():
        fresh(parent).unpublish()
    assert client.get("/de/auental/wohnen/miete/").status_code == 404
    with editing():
        publish(fresh(parent))
    work()
    soup = page(client.get("/de/auental/wohnen/miete/"))
    assert words(soup.find(class_="breadcrumbs")) == "Landkreis Auental Wohnen"


def test_a_published_page_without_a_document_waits_for_it(client, county):
    article(county, "Wohnen")
    assert OutboxRow.objects.exists()
    assert client.get("/de/auental/wohnen/").status_code == 404


@pytest.mark.django_alone
def test_a_page_is_gone_at_its_end(client, county):
    article(county, "Wohnen", expire_at=timezone.now() + timedelta(hours=1))
    work()
    assert client.get("/de/auental/wohnen/").status_code == 200
    Publication.objects.update(visible_until=timezone.now())
    assert client.get("/de/auental/wohnen/").status_code == 404


class TestPrivatePages:
    @pytest.fixture
    def secret(self, county):
        page = article(county, "Intern", [text("<p>Geheim</p>")])
        work()
        return page

    def test_the_password_is_asked_for_from_the_commit_on(self, client, secret):
        restrict(secret, "sesam")
        for _before_and_after_the_worker in range(2):
            soup = page(client.get("/ar/auental/intern/"))
            assert soup.find("input", type="password")
            assert "Geheim" not in words(soup)
            assert "Intern" not in words(soup)
            work()

    def test_a_reader_with_the_password_gets_it_and_no_cache_keeps_it(self, client, secret):
        restrict(secret, "sesam")
        work()
        soup = page(client.get("/ar/auental/intern/"))
        fields = {field["name"]: field.get("value", "") for field in soup.main.find_all("input", attrs={"name": True})}
        answer = client.post(soup.main.form["action"], {**fields, "password": "sesam"})
        response = client.get(answer["Location"])
        assert answer["Location"] == "/ar/auental/intern/"
        assert "Geheim" in words(page(response))
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))

    def test_a_private_parent_hides_its_children(self, client, secret):
        article(secret, "Protokoll")
        restrict(secret)
        work()
        response = client.get("/de/auental/intern/protokoll/")
        assert response["Location"] == "/de/_util/login/?next=/de/auental/intern/protokoll/"

    def test_a_private_draft_is_not_found(self, client, secret, editing):
        with editing():
            restrict(secret, "sesam")
            secret.unpublish()
        assert client.get("/de/auental/intern/").status_code == 404

    def test_a_language_that_the_county_does_not_offer_is_not_found(self, client, secret, county, editing):
        county.languages = ["de", "en"]
        with editing():
            county.save_revision().publish()
            restrict(secret, "sesam")
        assert client.get("/en/auental/intern/").status_code == 200
        assert client.get("/ar/auental/intern/").status_code == 404

    def test_an_answer_to_everyone_may_be_kept(self, client, secret):
        assert "no-store" not in client.get("/de/auental/intern/").get("Cache-Control", "")
