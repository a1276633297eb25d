"""`/api/v2/opening/`: which offices of a county are open at a moment."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.testing import make_county, translate
from tests.api.problems import is_problem
from tests.rules.stage import office, restrict

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v2/opening/"
MONDAY = {"monday": [["09:00", "12:00"]]}


@pytest.fixture
def offices(county, editing):
    with editing():
        county.land = "ST"
        county.save_revision().publish()
        translate(county, "ar")
        open_one = office(county, "Amt", hours=MONDAY)
        translate(open_one, "ar")
        office(county, "Beratung", by_appointment=True)
        restrict(office(county, "Intern", hours=MONDAY))
        office(make_county("bergtal", "Bergtal"), "Anderswo", hours=MONDAY)
    return open_one


def test_it_says_of_each_public_office_whether_it_is_open(offices, client):
    found = client.get(ADDRESS, {"county": "auental", "at": "2026-11-30T10:00:00+01:00"}).json()
    assert [(item["id"] == offices.pk, item["open"], item["until"], item["reason"]) for item in found["items"]] == [
        (True, True, "2026-11-30T12:00:00+01:00", ""),
        (False, False, None, "appointment"),
    ]
    assert found["at"] == "2026-11-30T10:00:00+01:00"


def test_holidays_are_named_in_the_language_asked_for(offices, client):
    asked = {"county": "auental", "locale": "ar", "at": "2026-01-06T10:00:00+01:00"}
    found = client.get(ADDRESS, asked).json()
    assert {"date": "2026-01-06", "name": "عيد الغطاس"} in found["holidays"]
    assert {item["date"][:4] for item in found["holidays"]} == {"2026", "2027"}
    assert len(found["items"]) == 2, "in Arabic, too, though one is not translated"


def test_now_is_the_default_and_bad_input_is_refused(offices, client):
    now = client.get(ADDRESS, {"county": "auental"})
    assert (now.status_code, now.headers["Cache-Control"]) == (200, "no-store")
    for wrong in (
        {},
        {"county": "nowhere"},
        {"county": "auental", "at": "today"},
        {"county": "auental", "at": "2026-11-30T10:00:00"},
        {"county": "auental", "at": "2026-13-30T10:00:00+01:00"},
        {"county": "auental", "at": "9999-12-31T23:59:59-23:59"},
        {"county": "auental", "locale": "xx"},
        {"county": "auental", "nonsense": "1"},
    ):
        answer = client.get(ADDRESS, wrong)
        assert answer.status_code == 400, wrong
        assert is_problem(answer)


def test_queries_do_not_grow_with_offices(offices, client, county, editing):
    counts = []
    for number in range(5):
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS, {"county": "auental"})
        counts.append(len(queries))
        with editing():
            office(county, f"Amt {number}", hours=MONDAY)
    assert len(set(counts[1:])) == 1, counts
    assert counts[-1] <= 5
