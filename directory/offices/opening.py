"""Whether an office is open at a moment, and until when: by its document's opening hours and the Land's holidays.

`offices/open.js` tells visitors the same in their browsers; one table of moments tests both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from directory.offices.hours import DAYS

AHEAD = 60  # days in which the next opening is looked for
ALWAYS = 8  # days after which an office that never closes is called open without an end

Reason = Literal["", "holiday", "closed", "appointment"]


@dataclass(frozen=True)
class State:
    """`until` is when it closes next, `opens` when it opens next; None where there is no such time within weeks.

    `reason` is why it is closed today, if not by its weekly hours: a public "holiday" or a "closed" period, named by
    `label`; or "appointment" for an office that has no hours, but sees people by appointment.
    """

    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None
    reason: Reason = ""
    label: str = ""


def whole(hours: dict) -> dict:
    """Return the `opening_hours` of a document with all parts, should it not have been made again since they came."""
    return {"special": [], "open_on_holidays": False, **hours}


def state_at(moment: datetime, hours: dict, holidays: Mapping[str, str]) -> State:
    """Return the state at the aware `moment`.

    `hours` are the `opening_hours` of a document, `holidays` the names of public holidays by date in ISO 8601, for the
    days around. Hours are those of the office's wall clock, also when clocks change.
    """
    zone = ZoneInfo(hours["timezone"])
    now = moment.astimezone(zone).replace(tzinfo=None)
    reason, label = closure(now.date(), hours, holidays)
    for start, end in periods(now.date(), hours, holidays):
        if start <= now < end:
            lasts = end - now < timedelta(days=ALWAYS)
            return State(True, until=end.replace(tzinfo=zone) if lasts else None)
        if start > now:
            return State(False, opens=start.replace(tzinfo=zone), reason=reason, label=label)
    if not reason and hours["by_appointment"] and not hours["days"]:
        reason = "appointment"
    return State(False, reason=reason, label=label)


def closure(day: date, hours: dict, holidays: Mapping[str, str]) -> tuple[Reason, str]:
    """Return why the office is closed on a day, whatever its weekly hours, and the name of that; else "", ""."""
    text = day.isoformat()
    if any(special["date"] == text for special in hours["special"]):
        return "", ""
    for closing in hours["closed"]:
        if closing["from"] <= text <= closing["to"]:
            return "closed", closing["reason"]
    if text in holidays and not hours["open_on_holidays"]:
        return "holiday", holidays[text]
    return "", ""


def intervals(day: date, hours: dict, holidays: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the hours of a day, `[{"from", "to"}]`: special ones before closings, holidays and the week."""
    for special in hours["special"]:
        if special["date"] == day.isoformat():
            return special["intervals"]
    if closure(day, hours, holidays)[0]:
        return []
    name = DAYS[day.weekday()]
    return next((item["intervals"] for item in hours["days"] if item["day"] == name), [])


def periods(today: date, hours: dict, holidays: Mapping[str, str]) -> Iterator[tuple[datetime, datetime]]:
    """Yield when the office opens and closes from yesterday on, by its wall clock; over midnight is one period."""
    current: tuple[datetime, datetime] | None = None
    for number in range(-1, AHEAD):
        day = today + timedelta(days=number)
        for interval in intervals(day, hours, holidays):
            start, end = at(day, interval["from"]), at(day, interval["to"])
            if current and current[1] == start:
                current = current[0], end
                continue
            if current:
                yield current
            current = start, end
    if current:
        yield current


def at(day: date, clock: str) -> datetime:
    """Return the moment of a wall clock's time, "08:30"; "24:00" is the end of the day."""
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
