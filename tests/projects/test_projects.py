"""Projects: the contract of kinds, what visitors read, the API, lists, structured data, validation."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from directory.projects.models import Area, Funder, Goal, Partner, ProjectFigure, ProjectMilestone, ProjectPage
from hub.organisations.models import Organisation
from hub.representation import represent
from hub.taxonomy.models import TargetGroup
from hub.testing import KindContract, publish, translate, work
from tests.rules.stage import block, fresh, office
from tests.site.reading import links, page, words
from tests.site.vocabulary import mistakes

pytestmark = pytest.mark.django_db

ADDRESS = "/{}/auental/lotsen/"


@pytest.mark.thorough  # the contract of offices is among the quick tests
class ProjectContract(KindContract, TestCase):
    kind = "projects"
    facts = {"stage": "continued"}


def project(parent, title: str = "Lotsen", **values) -> ProjectPage:
    """Return a published project; children are given as lists, `goals=[Goal(text="…")]`."""
    children = {name: values.pop(name) for name, value in [*values.items()] if isinstance(value, list)}
    made = ProjectPage(title=title, slug=title.lower(), **values)
    for name, items in children.items():
        for item in items:
            if hasattr(item, "locale_id"):
                item.locale = parent.locale
        setattr(made, name, items)
    return publish(made, parent)


@pytest.fixture(scope="module")
def shared_lotsen(shared_county, shared_editing) -> ProjectPage:
    """A running project with a value of every kind, in German and Arabic."""
    with shared_editing():
        county = shared_county
        fund = Organisation.objects.create(names={"de": "Sozialfonds", "ar": "صندوق"}, kind="fund")
        verein = Organisation.objects.create(
            names={"de": "Verein"}, kind="association", website="https://verein.example/", office=None
        )
        translate(county, "ar")
        desk = office(county, "Koordinierungsstelle")
        made = project(
            county,
            start="2016-05-01",
            duration_note="Zunächst für zwei Jahre.",
            programme_name="Landesprogramm Ehrenamt",
            programme_url="https://programm.example/",
            guideline_name="Richtlinie Lotsen",
            own_part="Der Landkreis leitet an.",
            website="https://lotsen.example/",
            age_from=15,
            age_to=24,
            guiding_question="Wie gelingt der Weg in den Beruf?",
            contacts=json.dumps([block("contact", {"office": desk.pk, "name": "", "phones": []})]),
            funders=[Funder(relation="eu", organisation=fund)],
            partners=[
                Partner(relation="carrier", organisation=verein),
                Partner(relation="adviser", organisation=fund),
                Partner(relation="participant", organisation=verein),
                Partner(relation="carrier", organisation=fund),
            ],
            goals=[Goal(text="Teilhabe")],
            areas=[Area(text="Wohnen")],
            milestones=[
                ProjectMilestone(date="2017-11", title="Reise", report="https://bericht.example/"),
                ProjectMilestone(date="2017-01-18", title="Werkstatt", number=60, precision="over"),
            ],
            figures=[ProjectFigure(number=14, label="Lotsen", as_of="2017-05")],
        )
        made.target_groups = [TargetGroup.objects.create(slug="young", names={"de": "Jugendliche", "ar": "الشباب"})]
        made.save_revision().publish()
        translate(made, "ar", mark="عربي")
    return made


@pytest.fixture
def lotsen(shared_lotsen, db) -> ProjectPage:
    return fresh(shared_lotsen)


@pytest.fixture
def fund(lotsen) -> Organisation:
    return Organisation.objects.get(kind="fund")


def document(pk: int, locale: str = "de") -> dict:
    return Client().get(f"/api/v2/pages/{pk}/", {"locale": locale}).json()


def test_a_visitor_reads_first_whether_it_runs_when_and_whom_to_ask(lotsen, client):
    html = page(client.get(ADDRESS.format("de"))).main
    first = html.find(class_="project__facts")
    assert [words(part) for part in first.find_all(["dt", "dd"])] == [
        *("Status", "Läuft"),
        *("Zeitraum", "seit 1. Mai 2016 Zunächst für zwei Jahre."),
        *("Kontakt", "Koordinierungsstelle 030 23125000"),
    ]
    assert links(first)["Läuft"] == "/de/auental/projects/?status=running"
    timeline = html.find(class_="timeline")
    assert [item["datetime"] for item in timeline.find_all("time")] == ["2017-01-18", "2017-11"]
    assert "mehr als 60" in words(timeline)
    assert words(html.find(class_="figures")) == "14 Lotsen Stand: Mai 2017"
    assert "Menschen von 15 bis 24 Jahren" in words(html)
    assert "Förderung (Europäischer Fonds) Sozialfonds" in words(html)
    behind = html.find(class_="project__organisations")
    assert [words(part) for part in behind.find_all("div")] == [
        "Förderung (Europäischer Fonds) Sozialfonds",
        "Träger Verein Sozialfonds",
        "Externe Beratung Sozialfonds",
        "Beteiligte Verein",
    ]
    assert links(html)["Verein"] == "https://verein.example/"


def test_names_of_programmes_stay_german_in_arabic(lotsen, client):
    html = page(client.get(ADDRESS.format("ar"))).main
    names = html.find_all("span", translate="no")
    assert [(words(name), name["lang"], name["dir"]) for name in names] == [
        ("Landesprogramm Ehrenamt", "de", "ltr"),
        ("Richtlinie Lotsen", "de", "ltr"),
    ]
    assert "عربي Wie gelingt der Weg in den Beruf?" in words(html)
    assert "صندوق" in words(html)
    assert "منذ 1 مايو، 2016" in words(html.find(class_="project__facts"))


def test_apps_read_every_fact_without_html(lotsen):
    shown = document(lotsen.pk, "ar")
    assert shown["status"] == {"slug": "running", "name": "جارٍ"}
    assert (shown["start"], shown["end"]) == ("2016-05-01", "")
    assert shown["programme"] == {"name": "Landesprogramm Ehrenamt", "url": "https://programm.example/"}
    assert shown["guideline"] == {"name": "Richtlinie Lotsen", "url": ""}
    assert shown["ages"] == {"from": 15, "to": 24}
    assert [(item["relation"], item["organisation"]["name"]) for item in shown["partners"]] == [
        ("carrier", "Verein"),
        ("adviser", "صندوق"),
        ("participant", "Verein"),
        ("carrier", "صندوق"),
    ]
    assert shown["milestones"][1]["participants"]["number"] == 60
    assert shown["figures"][0]["as_of"] == "2017-05"
    assert shown["contacts"][0]["value"]["office"]["title"] == "Koordinierungsstelle"


def test_it_is_found_by_its_facets_and_its_card_says_who_pays(lotsen, fund, county, client, editing):
    with editing():
        project(county, "Geplant", stage="planned", county_takes_part=False)
    work()
    for query in (f"funder={fund.pk}", "status=running", "target_groups=young", "programme=Landesprogramm Ehrenamt"):
        html = page(client.get(f"/de/auental/projects/?county_takes_part=true&{query}"))
        assert [words(card) for card in html.find_all(class_="card__title")] == ["Lotsen"], query
    assert "Läuft · seit 1. Mai 2016" in words(html.find(class_="card"))
    assert "Gefördert von: Sozialfonds" in words(html.find(class_="card"))
    [teaser] = client.get("/api/v2/projects/?locale=de&status=running&fields=_,funders").json()["items"]
    assert teaser["funders"][0]["organisation"]["name"] == "Sozialfonds"


def test_an_organisation_in_a_teaser_shows_no_other_page(lotsen, client):
    [teaser] = client.get("/api/v2/pages/", {"locale": "de", "kind": "projects"}).json()["items"]
    assert set(teaser["funders"][0]["organisation"]) == {"id", "name", "kind", "website"}


def test_search_engines_are_told_what_schema_org_has_words_for(lotsen, client):
    html = page(client.get(ADDRESS.format("de")))
    data = json.loads(html.find("script", type="application/ld+json").string)
    assert list(mistakes(data)) == []
    assert data["@type"] == "Project"
    assert (data["foundingDate"], "dissolutionDate" in data) == ("2016-05-01", False)
    assert data["funder"] == [{"@type": "Organization", "name": "Sozialfonds"}]
    assert data["funding"] == {
        "@type": "Grant",
        "name": "Landesprogramm Ehrenamt",
        "url": "https://programm.example/",
    }
    assert [item["name"] for item in data["parentOrganization"]] == ["Verein", "Sozialfonds"]
    assert data["member"] == [{"@type": "Organization", "name": "Verein", "url": "https://verein.example/"}]
    assert data["contactPoint"][0]["telephone"] == ["030 23125000"]


def test_a_project_that_continues_leads_to_the_other_while_that_is_public(lotsen, county, client, editing):
    with editing():
        old = project(county, "Paten", stage="continued", continued_as=lotsen, continued_name="Lotsen im Kreis")
    work()
    facts = page(client.get("/de/auental/paten/")).find(class_="project__facts")
    assert links(facts)["Lotsen"] == ADDRESS.format("de")
    with editing():
        lotsen.unpublish()
    work()
    facts = page(client.get("/de/auental/paten/")).find(class_="project__facts")
    assert "Fortgeführt als Lotsen im Kreis" in words(facts)
    assert document(old.pk)["continued_as"] is None


def test_a_page_with_hardly_anything_is_whole(county, client, editing):
    with editing():
        made = project(county, "Leer")
        made.target_groups = [TargetGroup.objects.create(slug="youths", names={"de": "Jugendliche"})]
        made.save_revision().publish()
    work()
    html = page(client.get("/de/auental/leer/")).main
    assert [words(heading) for heading in html.find_all("h2")] == ["Für wen"]
    assert words(html.find("section")) == "Für wen Jugendliche", "no ages are said where none are known"
    assert [words(part) for part in html.find_all("dt")] == ["Status"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"start": "2017-05-02", "end": "2017-05-01"}, "end"),
        ({"start": "2018-01", "end": "2017"}, "end"),
        ({"age_from": 24, "age_to": 15}, "age_to"),
        ({"stage": "continued"}, "continued_name"),
        ({"stage": "completed", "continued_name": "Lotsen"}, "continued_name"),
    ],
)
def test_what_contradicts_itself_is_refused(values, field):
    with pytest.raises(ValidationError) as refused:
        ProjectPage(title="Lotsen", **values).clean()
    assert set(refused.value.error_dict) == {field}


@pytest.mark.parametrize(
    ("stage", "start", "end", "words"),
    [
        ("running", "2016-12", "2018-12", "Dezember 2016 bis Dezember 2018"),
        ("completed", "2016", "2016-11", "2016 bis November 2016"),
        ("running", "2016", "", "seit 2016"),
        ("planned", "2027-01", "", "Beginn: Januar 2027"),
        ("completed", "", "2018", "bis 2018"),
        ("completed", "2018", "2018", "2018"),
        ("planned", "", "", ""),
    ],
)
def test_the_period_is_said_in_words(stage, start, end, words):
    with override("de"):
        assert ProjectPage(stage=stage, start=start, end=end).period("de") == words


def test_the_list_costs_the_same_for_many_projects(lotsen, county, fund, client, editing):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/de/auental/projects/").status_code == 200
        return len(queries)

    cost()
    few = cost()
    with editing():
        for number in range(3):
            project(county, f"Projekt-{number}", funders=[Funder(relation="land", organisation=fund)])
    work()
    assert cost() == few


def test_making_two_projects_costs_no_more_queries_than_one(lotsen, county, fund, editing):
    with editing():
        second = project(
            county,
            "Zweites",
            contacts=lotsen.contacts,
            stage="continued",
            continued_as=lotsen,
            funders=[Funder(relation="land", organisation=fund)],
            partners=[Partner(relation="carrier", organisation=fund)],
            goals=[Goal(text="Sprache")],
        )

    def cost(*pages):
        with CaptureQueriesContext(connection) as queries:
            assert not represent([page.pk for page in pages]).failures
        return len(queries)

    assert cost(lotsen, second) <= cost(second)
