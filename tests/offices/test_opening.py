"""Whether an office is open: by its hours, closings and special days, and the holidays of its Land."""

import re
from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from directory.offices.hours import summary
from directory.offices.opening import state_at
from directory.offices.public_holidays import public_holidays
from tests.offices.moments import MOMENTS

HOLIDAYS = public_holidays("ST", (2026, 2027), "de")


@pytest.mark.parametrize(("hours", "moment", "is_open", "changes", "reason"), MOMENTS)
def test_it_is_open_or_says_when_it_opens(hours, moment, is_open, changes, reason):
    state = state_at(datetime.fromisoformat(moment).replace(tzinfo=UTC), hours, HOLIDAYS)
    shown = state.until if state.is_open else state.opens
    assert (state.is_open, shown and f"{shown:%Y-%m-%dT%H:%M}", state.reason) == (is_open, changes, reason)
    assert bool(state.label) == (reason in {"holiday", "closed"})


def test_holidays_are_those_of_the_land_in_the_language():
    assert public_holidays("ST", (2026,), "de")["2026-01-06"] == "Heilige Drei Könige"
    assert "2026-01-06" not in public_holidays("NI", (2026,), "de")
    assert "2026-10-31" not in public_holidays("", (2026,), "de")
    assert public_holidays("ST", (2026,), "uk")["2026-12-25"] != public_holidays("ST", (2026,), "en")["2026-12-25"]


def test_a_week_in_one_line():
    hours = {day: [["09:00", "12:00"]] for day in ("monday", "tuesday", "wednesday")}
    hours["friday"] = [["09:00", "11:00"]]
    with override("de"):
        assert re.sub("[\u2066\u2069]", "", summary(hours)) == "Mo–Mi 09:00–12:00; Fr 09:00–11:00"
        assert summary({}) == ""
    hours["monday"] = [*hours["monday"], ["13:00", "16:00"]]
    with override("ar"):
        assert re.sub("[\u2066\u2069]", "", summary(hours)) == (
            "الاثنين 09:00–12:00، 13:00–16:00؛ الثلاثاء–الأربعاء 09:00–12:00؛ الجمعة 09:00–11:00"
        )
