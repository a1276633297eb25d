"""Organisations behind an office, the people in it, practices."""

import json
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.offices.models import MeetingTime, OfficePage, OfficeType, OrganisationLink, Person, Speciality
from hub.organisations.models import Organisation
from hub.rights.models import Role
from hub.taxonomy.models import Place
from hub.testing import make_county, translate, work
from tests.rights.stage import member
from tests.rules.stage import fresh, image, office
from tests.site.reading import links, page, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shared_fund(shared_editing) -> Organisation:
    with shared_editing():
        return Organisation.objects.create(
            names={"de": "Fonds", "ar": "صندوق"}, kind="fund", website="https://fonds.example/", logo=image("Logo")
        )


@pytest.fixture
def fund(shared_fund, db) -> Organisation:
    return Organisation.objects.get(pk=shared_fund.pk)


@pytest.fixture(scope="module")
def shared_amt(shared_county, shared_fund, shared_editing) -> OfficePage:
    with shared_editing():
        translate(shared_county, "ar")
        head = office(shared_county, "Träger")
        carrier = Organisation.objects.create(names={"de": "Verein"}, kind="association", office=head)
        made = office(shared_county, accepts_new_patients_until=date(2099, 3, 31))
        made.organisations = [
            OrganisationLink(relation="run_by", organisation=carrier),
            OrganisationLink(relation="funded_by", organisation=shared_fund),
        ]
        made.staff = [
            Person(name="Petra Beispiel", function="Leitung", phone="03946/97 74 26, -27", mobile="0171 3920010")
        ]
        made.staff.first().languages = ["ar"]
        for person in made.staff.all():
            person.locale, person.languages = made.locale, ["ar"]
        made.meeting_times = [
            MeetingTime(
                title="Sprachcafé", frequency="weekly", first=date(2026, 12, 1), start=time(15), end=time(17),
                locale=made.locale,
            )
        ]  # fmt: skip
        made.office_type = OfficeType.objects.get(slug="practice")
        made.specialities = [Speciality.objects.get(slug="paediatrics")]
        made.save_revision().publish()
    return made


@pytest.fixture
def amt(shared_amt, county) -> OfficePage:
    return fresh(shared_amt)


def document(pk: int, locale: str = "de") -> dict:
    return Client().get(f"/api/v2/pages/{pk}/", {"locale": locale}).json()


def test_an_organisation_is_named_in_every_language_and_leads_to_its_office(amt, fund, client, editing):
    shown = document(amt.pk, "ar")["organisations"]
    assert [(item["relation"], item["label"], item["organisation"]["name"]) for item in shown] == [
        ("run_by", "الجهة المشغّلة", "Verein"),
        ("funded_by", "بتمويل من", "صندوق"),
    ]
    assert shown[0]["organisation"]["office"]["title"] == "Träger"
    html = page(client.get("/de/auental/amt/")).main
    assert links(html)["Verein"] == "/de/auental/trager/"
    assert html.find(class_="logos").find("img", alt="")
    with editing():
        fund.names = {"de": "Neuer Fonds"}
        fund.save()
    work()
    assert document(amt.pk)["organisations"][1]["organisation"]["name"] == "Neuer Fonds"


def test_an_organisation_that_is_deleted_is_gone_from_documents(amt, fund, editing):
    with editing():
        fund.delete()
    work()
    assert [item["relation"] for item in document(amt.pk)["organisations"]] == ["run_by"]


def test_staff_have_landlines_mobiles_and_languages(amt, client):
    person = document(amt.pk)["staff"][0]
    assert [(phone["kind"], phone["number"]) for phone in person["phones"]] == [
        ("landline", "03946 977426"),
        ("landline", "03946 977427"),
        ("mobile", "0171 3920010"),
    ]
    assert person["photo"] is None
    shown = page(client.get("/de/auental/amt/")).find(class_="staff")
    assert "Tel. 03946 977426" in words(shown)
    assert "Spricht: Arabisch" in words(shown)
    assert shown.find("a", href="tel:+491713920010")


def test_a_person_has_a_name_or_a_record():
    with pytest.raises(ValidationError):
        Person(function="Leitung").clean()


def test_meeting_times_wait_for_no_translation(amt, client):
    item = document(amt.pk, "ar")["meeting_times"][0]
    assert (item["rrule"], item["rhythm"]) == ("FREQ=WEEKLY;BYDAY=TU", "الثلاثاء كلّ أسبوع")
    assert (item["start"], item["end"]) == ("15:00:00", "17:00:00")
    assert "Dienstag, jede Woche" in words(page(client.get("/de/auental/amt/")).find(class_="meetings"))


def test_practices_are_found_by_speciality_and_say_whether_they_take_patients(amt, client, editing):
    items = client.get("/api/v2/offices/", {"locale": "ar", "specialities": "paediatrics"}).json()["items"]
    assert [item["id"] for item in items] == [amt.pk]
    assert "mindestens bis 31. März 2099" in words(page(client.get("/de/auental/amt/")).main)
    with editing():
        amt.accepts_new_patients_until = timezone.localdate() - timedelta(days=1)
        amt.save_revision().publish()
    work()
    assert "Bitte fragen Sie nach." in words(page(client.get("/de/auental/amt/")).main)


def test_structured_data_names_all_that_schema_org_has_words_for(amt, client):
    html = page(client.get("/de/auental/amt/"))
    data = json.loads(html.find("script", type="application/ld+json").string)
    assert data["@type"] == "MedicalClinic"
    assert data["isAcceptingNewPatients"] is True
    assert data["funder"] == [{"@type": "Organization", "name": "Fonds", "url": "https://fonds.example/"}]
    assert data["event"][0]["eventSchedule"]["byDay"] == "TU"
    assert data["contactPoint"][0]["availableLanguage"] == ["ar"]


def test_the_editors_of_a_county_change_its_organisations_alone(county, fund, editing):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
    own = Organisation.objects.create(names={"de": "Eigene"}, kind="other", county=county.translation_key)
    theirs = Organisation.objects.create(names={"de": "Fremde"}, kind="other", county=other.translation_key)
    editor = Client()
    editor.force_login(member("Amal", county, Role.EDITORS))
    address = "wagtailsnippets_organisations_organisation:edit"
    answers = [editor.get(reverse(address, args=[item.pk])).status_code for item in (own, theirs, fund)]
    assert answers == [200, 404, 404]
    listed = editor.get(reverse("wagtailsnippets_organisations_organisation:list")).content.decode()
    assert "Eigene" in listed
    assert "Fremde" not in listed


def test_one_organisation_is_entered_once(fund):
    with pytest.raises(ValidationError):
        Organisation(names=fund.names, kind="fund").full_clean()


def test_the_form_offers_the_municipalities_of_the_county(county, editing, admin_client):
    with editing():
        county.key = "15085"
        county.save_revision().publish()
        made = office(county)
    own = Place.objects.create(slug="hier", names={"de": "Hier"}, key="15085010")
    Place.objects.create(slug="ort", names={"de": "Ortsteil"}, parent=own)
    Place.objects.create(slug="fremd", names={"de": "Fremd"}, key="15099010")
    Place.objects.create(slug="frei", names={"de": "Ohne Schlüssel"})
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).context["form"]
    assert {place.slug for place in form.fields["places"].queryset} == {"hier", "ort", "frei"}
