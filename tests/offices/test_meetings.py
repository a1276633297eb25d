"""Recurring meeting times: the rule, the words, the next days."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from directory.offices.meetings import in_words, next_days, rrule_text
from directory.offices.models import MeetingTime

HOURS = {"timezone": "Europe/Berlin", "days": [], "special": [], "closed": [], "open_on_holidays": False}
TUESDAY = date(2026, 12, 1)


def days(frequency: str, first: date, today: date, until: str | None = None, **hours) -> list[str]:
    meeting = {"first": first.isoformat(), "until": until, "rrule": rrule_text(frequency, first)}
    holidays = {"2026-12-25": "Weihnachten", "2027-01-01": "Neujahr"}
    return [day.isoformat() for day in next_days(meeting, {**HOURS, **hours}, holidays, today)]


@pytest.mark.parametrize(
    ("frequency", "first", "rule", "words"),
    [
        ("weekly", TUESDAY, "FREQ=WEEKLY;BYDAY=TU", "Dienstag, jede Woche"),
        ("fortnightly", TUESDAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Dienstag, alle zwei Wochen"),
        ("monthly", TUESDAY, "FREQ=MONTHLY;BYDAY=1TU", "Dienstag, der erste im Monat"),
        ("monthly", date(2026, 12, 26), "FREQ=MONTHLY;BYDAY=4SA", "Samstag, der vierte im Monat"),
    ],
)
def test_day_and_week_follow_from_the_first_time(frequency, first, rule, words):
    assert rrule_text(frequency, first) == rule
    with override("de"):
        assert in_words(frequency, first) == words


def test_the_next_days_begin_with_today():
    assert days("fortnightly", TUESDAY, TUESDAY) == ["2026-12-01", "2026-12-15", "2026-12-29"]
    assert days("fortnightly", TUESDAY, date(2026, 12, 2)) == ["2026-12-15", "2026-12-29", "2027-01-12"]
    assert days("monthly", TUESDAY, date(2026, 12, 2)) == ["2027-01-05", "2027-02-02", "2027-03-02"]


def test_a_series_that_has_not_begun_begins_with_its_first_time():
    assert days("weekly", TUESDAY, date(2026, 11, 1))[0] == "2026-12-01"


def test_holidays_and_closed_days_are_left_out():
    friday = date(2026, 12, 18)
    closed = [{"from": "2027-01-04", "to": "2027-01-10", "reason": "Urlaub"}]
    assert days("weekly", friday, friday, closed=closed) == ["2026-12-18", "2027-01-15", "2027-01-22"]
    assert days("weekly", friday, friday, open_on_holidays=True) == ["2026-12-18", "2026-12-25", "2027-01-01"]


def test_a_series_ends_after_its_last_time():
    assert days("weekly", TUESDAY, TUESDAY, until="2026-12-08") == ["2026-12-01", "2026-12-08"]
    assert days("weekly", TUESDAY, date(2026, 12, 9), until="2026-12-08") == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"end": time(14)}, "end"),
        ({"until": date(2026, 11, 30)}, "until"),
        ({"frequency": "monthly", "first": date(2026, 12, 29)}, "first"),
    ],
)
def test_contradictions_are_told_beside_the_field(values, field):
    meeting = MeetingTime(**{"frequency": "weekly", "first": TUESDAY, "start": time(15), "end": time(17), **values})
    with pytest.raises(ValidationError) as error:
        meeting.clean()
    assert list(error.value.error_dict) == [field]
