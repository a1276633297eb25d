"""The next meeting of a network or of one of its groups: a day that documents show until it is over."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from hub.representation.endings import ITEM
from hub.representation.page_ends import end_of_day


class NextMeeting(TypedDict):
    """A day, and from which moment on there is none (see `hub.representation.endings`)."""

    date: date
    visible_until: dict[str, str]


def next_meeting(day: date | None) -> NextMeeting | None:
    return {"date": day, "visible_until": {ITEM: end_of_day(day).isoformat()}} if day else None
