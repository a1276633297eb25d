"""Offices: the contract of kinds, the document, the page."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.translation import override
from wagtail import blocks

from directory.offices.blocks import CLOSING_REASONS, AddressBlock, ClosedBlock, read_position
from directory.offices.models import OfficePage, OfficeType, Person
from hub.publications.reconcile import reconcile
from hub.representation import represent
from hub.taxonomy.models import Place, TargetGroup
from hub.testing import KindContract, make_county, publish, translate
from tests.desk.forms import send

POSTAL = {"kind": "postal", "po_box": "1542", "postal_code": "38805", "town": "Halberstadt"}
VISITING = {
    "kind": "visiting",
    "street": "Schillerstraße 3-4",
    "postal_code": "06484",
    "town": "Quedlinburg",
    "addition": "Haus II, Erdgeschoss",
    "position": "51.7912, 11.1415",
}


class OfficeContract(KindContract, TestCase):
    kind = "offices"
    facts = {"staff.consent": None}  # without a record somebody has a name on the page


def set_stream(page: OfficePage, name: str, block: str, *values: dict) -> None:
    """Fill a StreamField as the admin does: cleaned, with ids."""
    field = OfficePage._meta.get_field(name)
    stream = field.to_python(json.dumps([{"type": block, "value": value} for value in values]))
    setattr(page, name, field.stream_block.clean(stream))


def make_office() -> OfficePage:
    """Return a published office like the one of the Harz county."""
    office = OfficePage(
        title="Koordinierungsstelle",
        slug="koordinierungsstelle",
        office_type=OfficeType.objects.get(slug="coordination"),
        is_not="Die Koordinierungsstelle ist keine Beratungsstelle.",
        hours={"monday": "9-12, 13-16 Uhr", "thursday": "9-18"},
        by_appointment=True,
        languages=["kmr", "ar"],
    )
    set_stream(office, "phones", "phone", {"label": "Büro", "number": "03946/97 74 26, -27"}, {"number": "115"})
    set_stream(office, "emails", "email", {"label": "", "address": "amt@example.org"})
    set_stream(office, "addresses", "address", POSTAL, VISITING)
    set_stream(
        office,
        "closed",
        "closed",
        {"first": "2999-12-24", "last": "2999-12-31", "reason": "holidays"},
        {"first": "2999-05-02"},
    )
    set_stream(office, "special", "day", {"date": "2999-12-28", "hours": "9-11 Uhr"})
    county = make_county()
    office.staff = [
        Person(
            name="Erika Beispiel",
            function="Leitung",
            phone="03946 97 74 26",
            email="e@example.org",
            locale=county.locale,
        )
    ]
    office.places = [Place.objects.create(slug="quedlinburg", names={"de": "Quedlinburg", "ar": "كفيدلينبورغ"})]
    office.target_groups = [TargetGroup.objects.create(slug="families", names={"de": "Familien", "ar": "العائلات"})]
    return publish(office, county)


class OfficeDocumentTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.office = make_office()

    def document(self, language: str = "de") -> dict:
        made = represent([self.office.pk], [language])
        assert not made.failures, made.failures
        return made.documents[0].document

    def test_a_pasted_entry_becomes_phones_that_can_be_dialled(self) -> None:
        phones = [phone["value"] for phone in self.document()["phones"]]
        assert [phone["href"] for phone in phones] == ["tel:+493946977426", "tel:+493946977427", "tel:115"]
        assert [phone["e164"] for phone in phones] == ["+493946977426", "+493946977427", None]

    def test_an_app_can_tell_from_the_hours_whether_it_is_open(self) -> None:
        with override("de"):
            reason = str(CLOSING_REASONS["holidays"])
        assert self.document()["opening_hours"] == {
            "timezone": "Europe/Berlin",
            "days": [
                {"day": "monday", "intervals": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "16:00"}]},
                {"day": "thursday", "intervals": [{"from": "09:00", "to": "18:00"}]},
            ],
            "by_appointment": True,
            "open_on_holidays": False,
            "special": [{"date": "2999-12-28", "intervals": [{"from": "09:00", "to": "11:00"}]}],
            "closed": [
                {"from": "2999-05-02", "to": "2999-05-02", "reason": ""},
                {"from": "2999-12-24", "to": "2999-12-31", "reason": reason},
            ],
        }

    def test_the_pin_is_the_address_that_can_be_visited(self) -> None:
        document = self.document()
        assert document["position"] == {"latitude": 51.7912, "longitude": 11.1415}
        assert document["addresses"][0]["value"]["position"] is None
        assert document["addresses"][1]["value"]["addition"] == "Haus II, Erdgeschoss"

    def test_lists_are_named_in_the_language_asked_for(self) -> None:
        document = self.document("ar")
        assert document["spoken_languages"][0] == {"code": "ar", "name": "العربية"}
        assert document["places"] == [{"slug": "quedlinburg", "name": "كفيدلينبورغ"}]
        assert document["target_groups"] == [{"slug": "families", "name": "العائلات"}]

    def test_staff_have_a_number_that_can_be_dialled(self) -> None:
        person = self.document()["staff"][0]
        assert [(phone["label"], phone["number"], phone["e164"]) for phone in person["phones"]] == [
            ("Tel.", "03946 977426", "+493946977426")
        ]

    def test_a_contact_shows_phones_and_addresses(self) -> None:
        teaser = represent([self.office.pk], ["de"]).documents[0].teaser
        assert {"office_type", "phones", "emails", "addresses"} <= set(teaser)

    def test_it_is_found_by_its_facets(self) -> None:
        facets = represent([self.office.pk], ["ar"]).documents[0].facets
        labels = {(facet.name, facet.value): facet.label for facet in facets}
        assert {("office_type", "coordination"), ("spoken_languages", "kmr"), ("places", "quedlinburg")} <= set(labels)
        assert labels["target_groups", "families"] == "العائلات"

    def test_facts_of_the_source_are_right_in_a_translation_at_once(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            translate(self.office, "ar")
        self.office.refresh_from_db()
        self.office.hours = {"friday": "8-10"}
        self.office.languages = ["tr"]
        phones = self.office.phones.get_prep_value()
        phones[0]["value"]["number"] = "03946 97 74 99"
        self.office.phones = json.dumps(phones)
        set_stream(self.office, "closed", "closed", {"first": "2999-01-02", "reason": "training"})
        publish(self.office)
        document = self.document("ar")
        assert document["meta"]["content_locale"] == "ar"
        assert not document["meta"]["outdated"]
        assert document["phones"][0]["value"]["label"] == "ar Büro"
        assert document["phones"][0]["value"]["e164"] == "+493946977499"
        assert document["opening_hours"]["days"][0]["day"] == "friday"
        assert document["opening_hours"]["closed"][0]["from"] == "2999-01-02"
        assert document["spoken_languages"][0]["code"] == "tr"

    def test_the_page_can_be_read_and_dialled_without_a_script(self) -> None:
        reconcile([self.office.pk])
        html = Client().get("/de/auental/koordinierungsstelle/").content.decode()
        for part in (
            "ist keine Beratungsstelle",
            'href="tel:+493946977427"',
            'href="tel:115"',
            "mailto:amt@example.org",
            "Postfach 1542",
            "Schillerstraße 3-4",
            '<th scope="row">Montag</th>',
            "09:00–12:00",
            "Kurdisch (Kurmandschi)",
            "Erika Beispiel",
        ):
            assert part in html

    def test_a_page_without_details_has_no_empty_sections(self) -> None:
        bare = publish(
            OfficePage(title="Amt", slug="amt", office_type=OfficeType.objects.get(slug="other")),
            self.office.get_parent(),
        )
        reconcile([bare.pk])
        html = Client().get("/de/auental/amt/").content.decode()
        for part in ('id="contact"', 'id="hours"', 'id="spoken"', 'id="served"', 'id="staff"'):
            assert part not in html


def test_a_draft_is_kept_and_shown_before_its_type_is_chosen_and_published_with_one(admin_client, county):
    office = OfficePage(title="Amt", slug="amt", live=False, locale=county.locale)
    county.add_child(instance=office)
    assert send(admin_client, office, title="Amt für alle").status_code == 302
    office.refresh_from_db()
    assert (office.title, office.office_type) == ("Amt für alle", None)
    assert admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[office.pk])).status_code == 200
    refused = send(admin_client, office, "publish")
    assert set(refused.context["form"].errors) == {"office_type"}


def address(**values: str) -> blocks.StructValue:
    return AddressBlock().to_python({"kind": "both", "postal_code": "06484", "town": "Quedlinburg", **values})


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "street"),
        ({"kind": "postal"}, "street"),
        ({"kind": "visiting", "po_box": "1542"}, "po_box"),
        ({"street": "Weg 1", "postal_code": "6484"}, "postal_code"),
        ({"street": "Weg 1", "position": "11.14, 51.79"}, "position"),
    ],
)
def test_a_wrong_address_is_refused_at_the_field(values, field):
    with pytest.raises(blocks.StructBlockValidationError) as error:
        AddressBlock().clean(address(**values))
    assert list(error.value.block_errors) == [field]


def test_a_draft_of_an_address_may_be_incomplete():
    AddressBlock().clean_deferred(address())


@pytest.mark.parametrize("typed", ["51.8967, 11.0526", "51,8967 11,0526", "51,8967; 11,0526", " 51.8967,11.0526 "])
def test_a_position_is_read_as_maps_give_it(typed):
    assert read_position(typed) == {"latitude": 51.8967, "longitude": 11.0526}


@pytest.mark.parametrize("typed", ["11.0526, 51.8967", "Halberstadt", "51.8967"])
def test_a_position_outside_germany_is_refused(typed):
    with pytest.raises(ValidationError, match=r"51\.8967, 11\.0526"):
        read_position(typed)


def test_a_closing_ends_after_it_begins():
    block = ClosedBlock()
    with pytest.raises(blocks.StructBlockValidationError) as error:
        block.clean(block.to_python({"first": "2030-01-02", "last": "2030-01-01", "reason": ""}))
    assert list(error.value.block_errors) == ["last"]
    block.clean(block.to_python({"first": "2030-01-02", "last": None, "reason": ""}))
