"""Networks: the contract of kinds, what documents tell, what visitors read."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.networks.models import (
    AlsoFor,
    Conference,
    FieldOfAction,
    Goal,
    NetworkGroup,
    NetworkPage,
    Participant,
    Resource,
)
from hub.organisations.models import Organisation
from hub.publications.worker import drain
from hub.representation import represent
from hub.taxonomy.models import TargetGroup, Topic
from hub.testing import KindContract, publish, translate, work
from tests.rules.stage import block, fresh, later, office
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.mark.thorough  # the contract of offices is among the quick tests
class NetworkContract(KindContract, TestCase):
    kind = "networks"


def paper(**values: str) -> dict:
    empty = {"name": "", "edition": "", "issuer": "", "url": ""}
    return block("papers", {"papers": [{"type": "item", "id": "1", "value": empty | values}]})


@pytest.fixture(scope="module")
def shared_network(shared_county, shared_editing) -> NetworkPage:
    """A network like those of the Saalekreis and Harz counties, in German and Arabic."""
    with shared_editing():
        county = shared_county
        translate(county, "ar")
        desk = office(county, "Koordinierungsstelle")
        club = Organisation.objects.create(names={"de": "Sportverein", "ar": "نادي رياضي"}, kind="association")
        made = NetworkPage(
            title="Netzwerk",
            slug="netzwerk",
            since="2009",
            coordinator=desk,
            how_to_join="Rufen Sie an.",
            patron_text="Landrat",
            rhythm="viermal im Jahr",
            meets_on=timezone.localdate() + DAY,
            basis=json.dumps([paper(name="Landeskonzept", edition="2014", url="https://land.example/")]),
            locale=county.locale,
        )
        children = {
            "participants": [
                Participant(text="Kreissportbund", kind="association"),
                Participant(text="Handwerkskammer", kind="employers"),
                Participant(organisation=club, text="Abteilung Fußball"),
            ],
            "groups": [
                NetworkGroup(
                    name="AG Sprache",
                    subject="Sprachkurse",
                    leader=club,
                    leader_text="Volkshochschule",
                    meets_on=timezone.localdate() + 2 * DAY,
                    contact=desk,
                    email="sprache@auental.example",
                )
            ],
            "goals": [Goal(text="Gut zusammenleben")],
            "fields_of_action": [FieldOfAction(text="Arbeit")],
            "also_for": [AlsoFor(text="Gäste aus Partnerstädten")],
            "conferences": [Conference(date="2014", title="Tagung", text="Ein Konzept wird geschrieben.")],
            "resources": [Resource(text="Datenbank der Träger", updated="jährlich", email="daten@auental.example")],
        }
        for name, rows in children.items():
            for row in rows:
                row.locale = county.locale
            setattr(made, name, rows)
        made.topics = [Topic.objects.create(slug="work", names={"de": "Arbeit", "ar": "العمل"})]
        made.target_groups = [TargetGroup.objects.create(slug="families", names={"de": "Familien"})]
        publish(made, county)
    return made


@pytest.fixture
def network(shared_network, db) -> NetworkPage:
    return fresh(shared_network)


def document(network: NetworkPage, locale: str = "de") -> dict:
    return Client().get(f"/api/v2/pages/{network.pk}/", {"locale": locale}).json()


def test_a_newcomer_reads_first_who_coordinates_and_how_to_join(network, client):
    main = page(client.get("/de/auental/netzwerk/")).main
    first = main.find("section")
    assert "Koordiniert von: Koordinierungsstelle" in words(first)
    assert words(first).endswith("Es gibt keine Mitgliedschaft. Rufen Sie an.")
    assert first.find("a", class_="button", href="tel:+493023125000")
    facts = words(main.find("dl", class_="facts"))
    assert "Trifft sich viermal im Jahr" in facts
    assert "Besteht seit 2009" in facts
    assert "Schirmherrschaft Landrat" in facts


def test_participants_stand_by_their_kind_with_or_without_an_entry_of_their_own(network, client):
    shown = [(item["kind"]["slug"], (item["organisation"] or {}).get("name"), item["text"])
             for item in document(network)["participants"]]  # fmt: skip
    assert shown == [
        ("association", None, "Kreissportbund"),
        ("employers", None, "Handwerkskammer"),
        ("association", "Sportverein", "Abteilung Fußball"),
    ]
    part = page(client.get("/de/auental/netzwerk/")).find(attrs={"aria-labelledby": "participants"})
    kinds = [words(kind) for kind in part.find_all("div")]
    assert kinds == ["Verein Kreissportbund Sportverein (Abteilung Fußball)",
                     "Kammer oder Arbeitgeberverband Handwerkskammer"]  # fmt: skip


def test_a_participant_whose_entry_is_deleted_stays_with_their_words_alone(network, editing):
    with editing():
        Organisation.objects.get().delete()
    work()
    made = document(network)
    assert [item["organisation"] for item in made["participants"]] == [None, None, None]
    assert made["groups"][0]["leader"] is None


def test_names_stay_in_arabic_and_words_are_translated(network, client, editing):
    with editing():
        translate(network, "ar", mark="عربي")
    work()
    made = document(network, "ar")
    assert made["groups"][0]["name"] == "AG Sprache"
    assert made["groups"][0]["kind"]["name"] == "فريق عمل دائم"
    assert "عربي" in made["groups"][0]["subject"]
    assert made["participants"][2]["organisation"]["name"] == "نادي رياضي"
    html = page(client.get("/ar/auental/netzwerk/"))
    for name in ("AG Sprache", "Landeskonzept"):
        assert html.find(string=name).find_parent(lang="de", translate="no")
    assert "تعمل منذ 2009" in words(page(client.get("/ar/auental/networks/")).find(class_="card"))


def test_a_meeting_that_is_over_is_nobodys_next_one(network, client):
    tomorrow = (timezone.localdate() + DAY).isoformat()
    assert document(network)["next_meeting"]["date"] == tomorrow
    assert "Nächstes Treffen" in words(page(client.get("/de/auental/networks/")).find(class_="card"))
    with later(days=2):
        made = document(network)
        assert made["next_meeting"] is None
        assert made["groups"][0]["next_meeting"]
        assert "Nächstes Treffen" not in words(page(client.get("/de/auental/networks/")).find(class_="card"))
    with later(days=3):
        assert document(network)["groups"][0]["next_meeting"] is None
        assert "Nächstes Treffen" not in words(page(client.get("/de/auental/netzwerk/")).main)


def test_the_api_has_each_fact_by_itself(network):
    made = document(network)
    assert (made["since"], made["patron"], made["patron_text"], made["is_open"]) == ("2009", None, "Landrat", True)
    assert made["coordinator"]["phones"][0]["value"]["number"] == "030 23125000"
    assert made["basis"][0]["value"]["papers"][0]["value"]["edition"] == "2014"
    assert made["resources"][0] == {"text": "Datenbank der Träger", "updated": "jährlich", "url": "",
                                    "email": "daten@auental.example"}  # fmt: skip
    assert made["groups"][0]["contact"]["title"] == "Koordinierungsstelle"


def test_networks_are_found_by_topic_target_group_and_by_who_takes_part(network, client):
    drain()
    for asked in (
        {"topics": "work"},
        {"target_groups": "families"},
        {"search": "Sportverein"},
        {"search": "AG Sprache"},
    ):
        items = client.get("/api/v2/networks/", {"county": "auental", "locale": "de", **asked}).json()["items"]
        assert [item["id"] for item in items] == [network.pk], asked
    assert links(page(client.get("/de/auental/netzwerk/")).main)["Familien"] == (
        "/de/auental/networks/?target_groups=families"
    )


def test_structured_data_name_members_groups_and_contact(network, client):
    html = page(client.get("/de/auental/netzwerk/"))
    data = json.loads(html.find("script", type="application/ld+json").string)
    assert (data["@type"], data["foundingDate"]) == ("Organization", "2009")
    assert [member["name"] for member in data["member"]] == ["Sportverein"]
    assert data["subOrganization"][0]["name"] == "AG Sprache"
    assert data["contactPoint"]["telephone"] == ["030 23125000"]
    assert [event["name"] for event in data["event"]] == ["Tagung", "Netzwerk"]


def test_making_two_networks_costs_as_many_queries_as_one(network, county, editing):
    with editing():
        second = NetworkPage(
            title="Zweites", slug="zweites", coordinator=network.coordinator, meets_on=network.meets_on
        )
        second.groups = [NetworkGroup(name="AG", meets_on=network.meets_on, locale=county.locale)]
        second.participants = [Participant(organisation=Organisation.objects.get(), locale=county.locale)]
        publish(second, county)

    def cost(*pages):
        with CaptureQueriesContext(connection) as queries:
            assert not represent([page.pk for page in pages]).failures
        return len(queries)

    assert cost(network, second) == cost(network)


def test_a_network_of_which_little_is_known_shows_no_empty_headings(county, client, editing):
    with editing():
        publish(NetworkPage(title="Neu", slug="neu", is_open=False), county)
    main = page(client.get("/de/auental/neu/")).article
    assert main.find_all(["h2", "h3", "dl"]) == []


@pytest.mark.parametrize("values", [{"kind": "association"}, {"text": "Sportvereine"}])
def test_whoever_is_named_in_words_alone_has_words_and_a_kind(values):
    with pytest.raises(ValidationError):
        Participant(**values).clean()
