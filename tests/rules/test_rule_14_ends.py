"""Rule 14: a kind may end its own visibility, with a day or with an object."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from directory.offices.models import OfficePage, OfficeType
from hub.publications.check import check_pages
from hub.publications.hidden import hiding_pages
from hub.publications.models import Publication, Tombstone
from hub.publications.schedule import run_schedule
from hub.representation.page_ends import end_of_day
from hub.testing import publish, work
from tests.rules.stage import article, block, fresh, office, public

pytestmark = pytest.mark.django_db

LAST_DAY = date(2031, 3, 30)


def at(moment: datetime) -> Any:
    return patch("django.utils.timezone.now", return_value=moment)


def reads(page: Any) -> int:
    return Client().get(f"/api/v2/pages/{page.pk}/").status_code


@pytest.fixture
def ending_day(monkeypatch) -> None:
    """Offices end with the day until which they take new patients."""
    monkeypatch.setattr(OfficePage, "ends", ("accepts_new_patients_until",))


@pytest.fixture
def agreement(monkeypatch) -> dict[str, Any]:
    """Offices end with their type, which says by this when it ends and whether copies must go."""
    state = {"visible_until": None, "erased": False}
    monkeypatch.setattr(OfficePage, "ends", ("office_type",))
    for name in state:
        monkeypatch.setattr(OfficeType, name, property(lambda _self, name=name: state[name]), raising=False)
    return state


def change(agreement: dict[str, Any], page: Any, editing: Any, **values: Any) -> None:
    with editing():
        agreement |= values
        page.office_type.save()
    work()


def test_a_page_and_its_teasers_are_gone_in_the_second_after_its_day(county, editing, ending_day):
    with editing():
        amt = office(county, accepts_new_patients_until=LAST_DAY)
        letter = article(county, "Brief", body=[block("contact", {"office": amt.pk})])
    work()
    end = end_of_day(LAST_DAY)
    with at(end - timedelta(seconds=1)):
        assert reads(amt) == 200
        assert "Amt" in Client().get("/de/auental/brief/").content.decode()
    with at(end):
        assert reads(amt) == 404
        shown = Client().get(f"/api/v2/pages/{letter.pk}/").json()["body"][0]["value"]["office"]
        assert shown is None
        run_schedule()
        assert public(amt) is None
        assert {stone.reason for stone in Tombstone.objects.filter(page_id=amt.pk)} == {"withdrawn"}
        [(page, why)] = hiding_pages(fresh(amt))
        assert (page.pk, "Amt" in why) == (amt.pk, True)
        assert [*check_pages()] == []


def test_an_earlier_day_hides_it_with_the_commit_and_a_later_one_brings_it_back(county, editing, unmade, ending_day):
    with editing():
        amt = office(county, accepts_new_patients_until=LAST_DAY)
    work()
    yesterday = timezone.localdate() - timedelta(days=1)
    with unmade():
        amt = fresh(amt)
        amt.accepts_new_patients_until = yesterday
        publish(amt)
    assert reads(amt) == 404
    work()
    assert reads(amt) == 404
    with editing():
        amt = fresh(amt)
        amt.accepts_new_patients_until = LAST_DAY
        publish(amt)
    work()
    assert reads(amt) == 200


def test_what_a_page_ends_with_takes_it_away_and_brings_it_back(county, editing, agreement):
    with editing():
        amt = office(county)
    work()
    past = timezone.now() - timedelta(seconds=1)
    change(agreement, amt, editing, visible_until=past)
    assert reads(amt) == 404
    stone = Tombstone.objects.get(page_id=amt.pk, locale="de")
    assert stone.reason == "withdrawn"
    since = Client().get("/api/v2/changes/?since=0&county=auental&locale=de").json()["next"]
    change(agreement, amt, editing, erased=True)
    told_again = Tombstone.objects.get(page_id=amt.pk, locale="de")
    assert (told_again.reason, told_again.sequence > stone.sequence) == ("erased", True)
    [item] = Client().get(f"/api/v2/changes/?since={since}&county=auental&locale=de").json()["items"]
    assert (item["gone"]["id"], item["gone"]["reason"]) == (amt.pk, "erased")
    change(agreement, amt, editing, visible_until=None, erased=False)
    assert reads(amt) == 200
    assert Publication.objects.get(source_id=amt.pk, locale="de").visible_until is None


def test_copies_of_what_is_erased_at_once_are_told_to_go(county, editing, agreement):
    with editing():
        amt = office(county)
    work()
    change(agreement, amt, editing, visible_until=timezone.now(), erased=True)
    assert {stone.reason for stone in Tombstone.objects.filter(page_id=amt.pk)} == {"erased"}
    assert Tombstone.objects.filter(page_id=amt.pk).count() == 3
