"""Lists on paper."""

from __future__ import annotations

import json
import re

import pytest

from directory.offices.models import OfficeType, Speciality
from hub.publications.worker import drain
from tests.rules.stage import block, office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = {
    "kind": "both", "name": "", "street": "Am Markt 3", "addition": "", "po_box": "", "postal_code": "05110",
    "town": "Auenstadt", "position": "",
}  # fmt: skip
WEEK = {day: [["08:00", "12:00"], ["15:00", "18:00"]] for day in ("monday", "tuesday", "thursday", "friday")}


def test_the_list_of_doctors_prints_on_two_pages(county, browser, live_server):
    practice, speciality = OfficeType.objects.get(slug="practice"), Speciality.objects.get(slug="paediatrics")
    for number in range(20):
        office(
            county,
            f"Praxis am Birkenring {number}",
            office_type=practice,
            specialities=[speciality],
            languages=["ar", "de", "uk"],
            summary="Vorsorge, Impfungen und Sprechstunde für Kinder und Jugendliche.",
            addresses=json.dumps([block("address", ADDRESS)]),
            hours=WEEK,
        )
    drain()
    with browser.new_context(locale="de") as context:
        tab = context.new_page()
        tab.goto(f"{live_server.url}/de/auental/offices/?specialities=paediatrics")
        assert tab.locator(".card").count() == 20
        pdf = tab.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
