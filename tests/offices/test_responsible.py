"""“Your responsible office”: the page and the block that ask what for and where."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.offices.responsible import find, fold, presets
from hub.taxonomy.models import Place, Topic
from hub.testing import publish, translate, work
from tests.rules.stage import article, block, office, plain, restrict
from tests.site.conftest import _quick_static_files  # noqa: F401
from tests.site.reading import heads, links, page, words

pytestmark = pytest.mark.django_db

PAGE = "/de/auental/offices/responsible/"
HOUSING = "topics:housing"


@pytest.fixture
def places():
    town = Place.objects.create(
        slug="auenstadt", key="15099010", postal_codes="05110, 05112", names={"de": "Auenstadt", "ar": "أوينشتات"}
    )
    return {
        "auenstadt": town,
        "nord": Place.objects.create(
            slug="auenstadt-nord", postal_codes="05112", names={"de": "Auenstadt-Nord"}, parent=town
        ),
        "muehl": Place.objects.create(
            slug="muehlfurten", key="15099030", postal_codes="05134", names={"de": "Mühlfurten"}
        ),
    }


@pytest.fixture
def offices(county, places, editing):
    """For housing: Kreis everywhere, Stadt in Auenstadt. For work: Jobs and Arbeit in Auenstadt, nobody elsewhere."""
    county.refresh_from_db()
    county.key = "15099"
    housing = Topic.objects.create(slug="housing", names={"de": "Wohnen", "ar": "السكن"})
    job = Topic.objects.create(slug="work", names={"de": "Arbeit", "ar": "العمل"})
    Topic.objects.create(slug="health", names={"de": "Gesundheit"})
    with editing():
        contact = office(county, "Kreis", topics=[housing])
        county.contact = contact
        publish(county)
        office(county, "Stadt", topics=[housing, job], places=[places["auenstadt"]])
        office(county, "Jobs", topics=[job], places=[places["auenstadt"]])
    work()


def ask(client, where, what=HOUSING, address=PAGE):
    return page(client.get(address, {"what": what, "where": where}))


def shown(soup) -> list[str]:
    return [words(heading) for heading in soup.find(id="answer").find_all("h3")]


def test_it_asks_for_what_the_countys_offices_have(client, offices):
    soup = page(client.get(PAGE))
    options = {option["value"]: option.text for option in soup.find("select").find_all("option")}
    assert options == {
        "": "Bitte wählen",
        "topics:work": "Arbeit",
        "topics:housing": "Wohnen",
        "office_type:authority": "Behörde",
    }
    suggestions = [option["value"] for option in soup.find("datalist").find_all("option")]
    assert suggestions == ["Auenstadt", "Auenstadt-Nord", "Mühlfurten", "05110", "05112", "05134"]
    assert not soup.find(id="answer")
    assert not soup.find("script", src=True)


def test_every_field_has_a_label(client, offices):
    form = page(client.get(PAGE)).find("form", action=f"{PAGE}#answer")
    for field in form.find_all(["input", "select"]):
        assert form.find("label", attrs={"for": field["id"]})


def test_the_one_office_is_shown_with_its_phone(client, offices):
    soup = ask(client, "Mühlfurten")
    assert shown(soup) == ["Kreis"]
    answer = soup.find(id="answer")
    assert "Wohnen in Mühlfurten: Ihre Anlaufstelle" in words(answer.h2)
    assert "Zuständig für den ganzen Landkreis" in words(answer)
    assert links(answer)["Kreis"] == "/de/auental/kreis/"
    assert answer.find("a", href="tel:+493023125000")


def test_the_nearest_stands_first_and_a_wider_one_says_why(client, offices):
    soup = ask(client, "auenstadt-nord")
    assert shown(soup) == ["Stadt", "Kreis"]
    stadt, kreis = soup.find(id="answer").find_all("article")
    assert "Zuständig für Auenstadt" in words(stadt)
    assert "Zuständig für den ganzen Landkreis" in words(kreis)
    assert "Für ein größeres Gebiet auch zuständig" in words(soup.main)


def test_several_equal_ones_say_so_and_what_else_they_offer(client, offices):
    soup = ask(client, "05110", "topics:work")
    assert shown(soup) == ["Jobs", "Stadt"]
    assert "Arbeit in Auenstadt: 2 Anlaufstellen" in words(soup.main)
    assert "Bietet auch: Wohnen" in words(soup.main)
    assert not soup.find(id="opening-now"), "its script knows one office"


def test_none_leads_to_the_contact_office_and_the_list(client, offices):
    soup = ask(client, "Mühlfurten", "topics:work")
    assert "keine Anlaufstelle gefunden" in words(soup.find(id="answer").h2)
    assert links(soup.find(id="answer"))["Kreis"] == "/de/auental/kreis/"
    assert "/de/auental/offices/?topics=work" in links(soup.main).values()


def test_a_postal_code_of_several_places_asks_which(client, offices):
    answer = ask(client, "05112").find(id="answer")
    assert [(words(link), link["href"]) for link in answer.find_all("a")] == [
        ("Auenstadt", "?what=topics%3Ahousing&where=auenstadt#answer"),
        ("Auenstadt-Nord ( Auenstadt )", "?what=topics%3Ahousing&where=auenstadt-nord#answer"),
    ]


def test_a_misspelt_place_is_an_error_with_the_nearest_names(client, offices):
    soup = ask(client, "Mülfurten")
    field = soup.find("input", attrs={"name": "where"})
    assert (field["aria-invalid"], field["value"]) == ("true", "Mülfurten")
    error = soup.find(id=field["aria-describedby"].split()[-1])
    assert "Mülfurten" in words(error)
    assert soup.find(id="answer").find("a", href=f"#{field['id']}")
    assert links(soup.find(id="answer"))["Mühlfurten"].endswith("where=muehlfurten#answer")


@pytest.mark.parametrize(
    ("what", "where", "wrong"),
    [
        ("", "Auenstadt", ["what"]),
        ("topics:health", "Auenstadt", ["what"]),
        ("nothing", "", ["what", "where"]),
        (HOUSING, "99999", ["where"]),
        (HOUSING, "\x00", ["where"]),
        (HOUSING, "x" * 5000, ["where"]),
    ],
)
def test_what_is_missing_or_wrong_is_told_at_its_field(client, offices, what, where, wrong):
    soup = ask(client, where, what)
    assert [field["name"] for field in soup.find_all(attrs={"aria-invalid": "true"})] == wrong
    assert not soup.find("article")


def test_in_arabic_it_reads_from_right_to_left_and_knows_places_by_their_names(client, offices):
    address = "/ar/auental/offices/responsible/"
    soup = ask(client, "اوينشتات", address=address)
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert shown(soup) == ["Stadt", "Kreis"]
    assert "السكن" in words(soup.find(id="answer").h2)
    assert soup.find("article")["lang"] == "de", "an office that is not translated"
    assert soup.find("input", attrs={"name": "where"})["value"] == "أوينشتات"
    english = [text for text in soup.main.stripped_strings if text.isascii() and any(map(str.isalpha, text))]
    assert set(english) <= {"Landkreis Auental", "Stadt", "Kreis"}


def test_changing_the_language_keeps_the_question(client, offices):
    other = links(ask(client, "Auenstadt").find(class_="languages"))["العربية"]
    assert other == "/ar/auental/offices/responsible/?what=topics%3Ahousing&where=auenstadt"


def test_search_engines_find_the_question_and_no_answers(client, offices):
    assert heads(page(client.get(PAGE)), "canonical")[None].endswith(PAGE)
    assert ask(client, "Auenstadt").find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_private_offices_and_counties_are_not_shown(client, county, offices, editing):
    with editing():
        restrict(plain(county).get_children().get(slug="stadt"))
    work()
    assert shown(ask(client, "Auenstadt")) == ["Kreis"]
    with editing():
        restrict(county)
    work()
    assert client.get(PAGE).status_code == 404
    assert client.get("/de/nowhere/offices/responsible/").status_code == 404


def test_the_list_of_offices_leads_there(client, offices):
    assert PAGE in links(page(client.get("/de/auental/offices/")).main).values()


def test_no_office_can_take_its_address(client, county, offices, editing):
    with editing():
        office(county, "Responsible")
    assert page(client.get(PAGE)).h1.text == "Ihre zuständige Anlaufstelle"
    assert page(client.get("/de/auental/responsible/")).h1.text == "Responsible"


def test_the_queries_do_not_grow(client, county, offices, editing):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE, {"what": HOUSING, "where": "auenstadt-nord"})
        return len(queries)

    few = cost()
    with editing():
        for number in range(4):
            place = Place.objects.create(slug=f"ort-{number}", key=f"1509920{number}", names={"de": f"Ort {number}"})
            office(county, f"Amt {number}", topics=list(Topic.objects.all()), places=[place])
            office(county, f"Kreisamt {number}", topics=list(Topic.objects.all()))
    assert cost() == few


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "slugs"),
        [
            ("auenstadt nord", ["auenstadt-nord"]),
            ("MUEHLFURTEN", ["muehlfurten"]),
            ("05134 Mühlfurten", ["muehlfurten"]),
            ("05112 Auenstadt-Nord", ["auenstadt-nord"]),
            ("٠٥١٣٤", ["muehlfurten"]),
            ("", []),
            ("Berlin", []),
        ],
    )
    def test_a_place_is_known_by_what_people_write(self, places, text, slugs):
        assert [place.slug for place in find(places.values(), text).places] == slugs

    def test_similar_ones_are_offered(self, places):
        assert [place.slug for place in find(places.values(), "Auen").similar] == ["auenstadt", "auenstadt-nord"]
        assert find(places.values(), "Berlin").similar == []

    def test_accents_and_signs_do_not_matter(self):
        assert fold("  Mühl-Furten ") == fold("muehl furten")
        assert fold("أوينشتات") == fold("اوينشتات")


class TestBlock:
    @pytest.fixture
    def body(self, county, offices, editing):
        with editing():
            written = article(
                county,
                "Wohnen",
                [block("offices_responsible", {"heading": "Wer hilft?", "what": HOUSING}, "the-block")],
            )
        work()
        return written

    def test_it_shows_the_form_with_what_is_preset(self, client, body):
        soup = page(client.get("/de/auental/wohnen/"))
        form = soup.find("form", action=f"{PAGE}#answer")
        assert words(form.find_parent("section").h2) == "Wer hilft?"
        assert form.find("option", selected=True)["value"] == HOUSING
        assert {label["for"] for label in form.find_all("label")} == {"the-block-what", "the-block-where"}

    def test_its_heading_is_translated_and_its_preset_is_a_fact(self, client, body, editing):
        with editing():
            translate(body, "ar")
        work()
        soup = page(client.get("/ar/auental/wohnen/"))
        assert soup.find("option", selected=True).text == "السكن"
        (item,) = client.get("/api/v2/info/", {"locale": "ar", "fields": "body"}).json()["items"]
        assert item["body"][0]["value"] == {"heading": "ar Wer hilft?", "what": HOUSING}

    def test_any_topic_and_the_types_there_are_can_be_preset(self, offices):
        values = [value for _label, group in presets() for value, _name in group]
        assert values == ["topics:work", "topics:health", "topics:housing", "office_type:authority"]
