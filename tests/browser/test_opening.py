"""The script of an office's page says whether it is open: by the same moments as the server, and minute by minute."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from directory.offices.public_holidays import public_holidays
from hub.publications.worker import drain
from tests.offices.moments import MOMENTS
from tests.rules.stage import block, office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VISITING = {
    "kind": "visiting", "name": "", "street": "Schillerstraße 3", "addition": "", "po_box": "", "postal_code": "06484",
    "town": "Quedlinburg", "position": "51.7912, 11.1415",
}  # fmt: skip
ASK = """async (cases) => {
  const { stateAt } = await import("/static/offices/opening.js");
  return cases.map(([hours, moment, holidays]) => stateAt(new Date(`${moment}Z`), hours, holidays));
}"""


@pytest.fixture
def amt(county):
    county.land = "ST"
    county.save_revision().publish()
    page = office(
        county,
        "Amt",
        addresses=json.dumps([block("address", VISITING)]),
        hours={"monday": [["09:00", "12:00"], ["13:00", "16:00"]], "friday": [["09:00", "12:00"]]},
    )
    drain()
    return page


def at(tab, moment: str) -> None:
    tab.clock.install(time=datetime.fromisoformat(moment).replace(tzinfo=UTC))
    tab.reload()


def test_it_finds_what_the_server_finds(amt, visit):
    holidays = public_holidays("ST", (2026, 2027), "de")
    states = visit("/de/auental/amt/").evaluate(ASK, [[hours, moment, holidays] for hours, moment, *_ in MOMENTS])
    for (_hours, moment, is_open, changes, reason), state in zip(MOMENTS, states, strict=True):
        found = state["changes"]
        shown = found and f"{found['day']}T{found['minute'] // 60:02}:{found['minute'] % 60:02}"
        assert (moment, state["open"], shown, state["reason"]) == (moment, is_open, changes, reason)


def test_the_line_follows_the_clock_in_the_visitors_language(amt, visit):
    tab = visit("/de/auental/amt/")
    at(tab, "2026-11-30T11:58:30")
    line = tab.locator("#opening-now")
    expect(line).to_have_text("Jetzt geschlossen. Öffnet heute um \u206813:00\u2069 Uhr.")
    tab.clock.run_for("02:00")
    expect(line).to_have_text("Jetzt geöffnet bis \u206816:00\u2069 Uhr.")
    at(tab, "2026-12-25T08:00:00")
    expect(line).to_contain_text("Heute geschlossen: Feiertag (Erster Weihnachtstag). Öffnet am Montag um")
    tab.goto(tab.url.replace("/de/", "/ar/"))
    expect(line).to_contain_text("مغلق اليوم: عطلة رسمية (عيد الميلاد).")
    assert line.evaluate("line => getComputedStyle(line).direction") == "rtl"


def test_a_phones_first_screen_shows_what_is_asked_first(amt, visit):
    tab = visit("/de/auental/amt/")
    tab.set_viewport_size({"width": 390, "height": 844})
    for part in ("#opening-now", ".office__place", ".actions a[href^='tel:']"):
        box = tab.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 844, part
    for button in tab.locator(".actions a").all():
        assert button.bounding_box()["height"] >= 44
