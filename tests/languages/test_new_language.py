"""Another language is a setting and a command: Romanian, and Pashto, which is written from right to left."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page

from hub.counties.models import CountyPage
from hub.languages import Language, name_of
from hub.publications import worker
from hub.publications.models import Publication
from hub.taxonomy import vocabulary
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, translate
from tests.languages.stage import use
from tests.rules.stage import article
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db


def run() -> list[str]:
    output = StringIO()
    call_command("languages", stdout=output)
    return output.getvalue().splitlines()


@pytest.fixture
def extended(db, settings, editing):
    """A hub with a county and a page in use, to which Romanian and Pashto are added."""
    vocabulary.load()
    Place.objects.create(slug="auenstadt", names={"de": "Auenstadt"})
    make_county(languages=["de", "en"])
    use(settings, ["de", "en", "ar", "ro", "ps"])
    lines = run()
    with editing():
        county = CountyPage.objects.get(slug="auental", locale__language_code="de")
        county.languages = ["de", "en", "ro", "ps"]
        county.save_revision().publish()
        housing = article(county, "Wohnen")
        housing.topics.set([Topic.objects.get(slug="housing")])
        housing.save_revision().publish()
        translate(housing, "ro", mark="ro:")
        translate(housing, "ps", mark="ps:")
    worker.drain()
    return lines


def test_the_command_makes_locales_and_home_pages_and_says_what_is_lacking(extended):
    for code in ("ro", "ps"):
        locale = Locale.objects.get(language_code=code)
        assert Page.objects.filter(locale=locale, depth=2, live=True).count() == 1
        assert f"({code}): locale made." in "\n".join(extended)
        lacking = [line for line in extended if f"({code}):" in line]
        assert any("terms without a name yet" in line and "“association”" in line for line in lacking)
        assert not any("“auenstadt”" in line for line in lacking)
        assert any("no catalogue has texts of the interface" in line for line in lacking)


def test_a_second_time_it_makes_nothing(extended):
    before = Page.objects.count(), Locale.objects.count()
    assert not any("made" in line or "have got names" in line for line in run())
    assert (Page.objects.count(), Locale.objects.count()) == before


def test_pages_are_shown_and_found_in_the_new_languages(client, extended):
    for code, direction in (("ro", "ltr"), ("ps", "rtl")):
        soup = page(client.get(f"/{code}/auental/wohnen/"))
        # Its interface speaks German until there is a catalogue, and says so.
        assert (soup.html["lang"], soup.html["dir"]) == ("de", "ltr")
        content = soup.find("h1").find_parent(attrs={"lang": True})
        assert (content["lang"], content["dir"]) == (code, direction)
        assert words(soup.h1) == f"{code}: Wohnen"
        hits = page(client.get(f"/{code}/search/", {"q": "Wohnen"})).find_all(class_="result")
        assert [words(hit.h3) for hit in hits] == [f"{code}: Wohnen"]
        assert client.get("/api/v2/pages/", {"locale": code, "kind": "info"}).json()["meta"]["total_count"] == 1


def test_a_term_without_a_name_stands_in_the_source_language_and_says_so(client, extended):
    soup = page(client.get("/ps/auental/wohnen/"))
    topic = soup.find(class_="topics").find("span", lang=True)
    assert (topic["lang"], topic["dir"], topic.text) == ("de", "ltr", "Wohnen")
    document = Publication.objects.get(locale="ps", slug="wohnen").document
    assert document["topics"] == [{"slug": "housing", "name": "Wohnen", "lang": "de", "icon": "home"}]
    assert "lang" not in Publication.objects.get(locale="de", slug="wohnen").document["topics"][0]


def test_the_choice_of_a_language_offers_them_by_their_own_names(client, extended):
    soup = page(client.get("/", headers={"accept-language": "ps-AF,ps;q=0.9"}))
    first = soup.main.find("a", hreflang=True)
    assert (first["hreflang"], first.text) == ("ps", "پښتو")
    assert Language("ro").name == "Română"
    assert name_of("ps", "de") == "Paschtu"


def test_a_county_offers_a_subset(client, extended):
    assert client.get("/ar/auental/wohnen/").status_code == 404
    switcher = page(client.get("/ps/auental/wohnen/")).find(class_="languages")
    assert [link["hreflang"] for link in switcher.find_all("a")] == ["de", "en", "ro", "ps"]


def test_a_renamed_term_keeps_its_names(db, settings):
    vocabulary.load()
    Topic.objects.filter(slug="housing").update(names={"de": "Haus und Garten"})
    Topic.objects.filter(slug="health").update(names={"de": "Gesundheit", "en": "Well-being"})
    assert vocabulary.name_terms() == 1
    assert Topic.objects.get(slug="housing").names == {"de": "Haus und Garten"}
    health = Topic.objects.get(slug="health").names
    assert (health["en"], health["ar"]) == ("Well-being", "الصحة")


def test_a_language_that_is_taken_out_is_shown_no_more_and_loses_nothing(client, extended, settings):
    use(settings, ["de", "en", "ar"])
    call_command("publications", "rebuild", stdout=StringIO())
    county = CountyPage.objects.get(slug="auental", locale__language_code="de")
    county.save_revision().publish()
    assert county.languages == ["de", "en"]
    meta = Publication.objects.get(locale="de", slug="wohnen").document["meta"]
    assert [item["locale"] for item in meta["translations"]] == ["en"]
    assert client.get("/ps/auental/wohnen/").status_code == 404
    health = Topic(slug="health", names={"de": "Gesundheit", "ar": "الصحة", "ps": "روغتیا"})
    field = Topic._meta.get_field("names")
    field.save_form_data(health, field.formfield().clean(["Gesundheit", "Health", ""]))
    assert health.names == {"de": "Gesundheit", "en": "Health", "ps": "روغتیا"}
