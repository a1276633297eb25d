"""Moments at which offices are open or not, for the server's answer and for the script's."""

WEEK = {
    "timezone": "Europe/Berlin",
    "days": [
        {"day": "monday", "intervals": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "16:00"}]},
        {"day": "tuesday", "intervals": [{"from": "09:00", "to": "12:00"}]},
        {"day": "thursday", "intervals": [{"from": "14:00", "to": "18:00"}]},
        {"day": "friday", "intervals": [{"from": "09:00", "to": "12:00"}]},
    ],
    "by_appointment": False,
    "open_on_holidays": False,
    "closed": [],
    "special": [],
}
CLOSED = {**WEEK, "closed": [{"from": "2026-12-21", "to": "2027-01-03", "reason": "Betriebsferien"}]}
SPECIAL = {
    **CLOSED,
    "special": [
        {"date": "2026-12-22", "intervals": [{"from": "10:00", "to": "11:00"}]},
        {"date": "2026-12-25", "intervals": [{"from": "09:00", "to": "10:00"}]},
    ],
}
ON_HOLIDAYS = {**WEEK, "open_on_holidays": True}
NIGHT = {
    **WEEK,
    "days": [
        {"day": "friday", "intervals": [{"from": "20:00", "to": "24:00"}]},
        {"day": "saturday", "intervals": [{"from": "00:00", "to": "04:00"}]},
        {"day": "sunday", "intervals": [{"from": "01:00", "to": "05:00"}]},
    ],
}
ALWAYS = {
    **WEEK,
    "days": [
        {"day": day, "intervals": [{"from": "00:00", "to": "24:00"}]}
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    ],
    "open_on_holidays": True,
}
APPOINTMENT = {**WEEK, "days": [], "by_appointment": True}
BOTH = {**WEEK, "by_appointment": True}
NOTHING = {**WEEK, "days": []}

# Hours, moment in UTC; open, until or opens by the office's clock, reason.
MOMENTS = [
    # The week, in summer time (+2) and winter time (+1).
    (WEEK, "2026-06-15T06:59:59", False, "2026-06-15T09:00", ""),
    (WEEK, "2026-06-15T07:00:00", True, "2026-06-15T12:00", ""),
    (WEEK, "2026-06-15T09:59:59", True, "2026-06-15T12:00", ""),
    (WEEK, "2026-06-15T10:00:00", False, "2026-06-15T13:00", ""),
    (WEEK, "2026-06-15T11:00:00", True, "2026-06-15T16:00", ""),
    (WEEK, "2026-06-15T14:00:00", False, "2026-06-16T09:00", ""),
    (WEEK, "2026-06-17T08:00:00", False, "2026-06-18T14:00", ""),
    (WEEK, "2026-06-19T10:00:00", False, "2026-06-22T09:00", ""),
    (WEEK, "2026-06-20T10:00:00", False, "2026-06-22T09:00", ""),
    (WEEK, "2026-11-30T07:59:59", False, "2026-11-30T09:00", ""),
    (WEEK, "2026-11-30T08:00:00", True, "2026-11-30T12:00", ""),
    (WEEK, "2026-11-30T15:00:00", False, "2026-12-01T09:00", ""),
    # Just before and after midnight in the office's zone.
    (WEEK, "2026-06-14T21:59:00", False, "2026-06-15T09:00", ""),
    (WEEK, "2026-06-14T22:00:00", False, "2026-06-15T09:00", ""),
    # Public holidays: Christmas Day 2026 is a Friday; Whit Monday; Reformation Day is a Saturday.
    (WEEK, "2026-12-25T09:00:00", False, "2026-12-28T09:00", "holiday"),
    (WEEK, "2026-12-24T14:00:00", True, "2026-12-24T18:00", ""),
    (WEEK, "2026-12-24T18:00:00", False, "2026-12-28T09:00", ""),
    (WEEK, "2026-05-25T08:00:00", False, "2026-05-26T09:00", "holiday"),
    (WEEK, "2026-05-24T22:00:00", False, "2026-05-26T09:00", "holiday"),
    (WEEK, "2026-05-25T22:00:00", False, "2026-05-26T09:00", ""),
    (WEEK, "2026-10-31T10:00:00", False, "2026-11-02T09:00", "holiday"),
    (ON_HOLIDAYS, "2026-12-25T09:00:00", True, "2026-12-25T12:00", ""),
    (ON_HOLIDAYS, "2026-05-25T08:00:00", True, "2026-05-25T12:00", ""),
    # Closed for a while; what is special on a day wins over closings and holidays.
    (CLOSED, "2026-12-21T09:00:00", False, "2027-01-04T09:00", "closed"),
    (CLOSED, "2026-12-25T09:00:00", False, "2027-01-04T09:00", "closed"),
    (CLOSED, "2027-01-03T22:59:00", False, "2027-01-04T09:00", "closed"),
    (CLOSED, "2027-01-03T23:00:00", False, "2027-01-04T09:00", ""),
    (SPECIAL, "2026-12-21T12:00:00", False, "2026-12-22T10:00", "closed"),
    (SPECIAL, "2026-12-22T09:30:00", True, "2026-12-22T11:00", ""),
    (SPECIAL, "2026-12-22T10:00:00", False, "2026-12-25T09:00", ""),
    (SPECIAL, "2026-12-25T08:30:00", True, "2026-12-25T10:00", ""),
    # Over midnight, and through the nights in which clocks change (29 March and 25 October 2026).
    (NIGHT, "2026-06-19T21:00:00", True, "2026-06-20T04:00", ""),
    (NIGHT, "2026-06-19T23:30:00", True, "2026-06-20T04:00", ""),
    (NIGHT, "2026-06-20T02:00:00", False, "2026-06-21T01:00", ""),
    (NIGHT, "2026-03-29T00:30:00", True, "2026-03-29T05:00", ""),
    (NIGHT, "2026-03-29T02:59:59", True, "2026-03-29T05:00", ""),
    (NIGHT, "2026-03-29T03:00:00", False, "2026-04-04T00:00", ""),  # after Good Friday
    (NIGHT, "2026-10-25T03:59:59", True, "2026-10-25T05:00", ""),
    (NIGHT, "2026-10-25T04:00:00", False, "2026-10-30T20:00", ""),
    # Without hours, always, by appointment.
    (ALWAYS, "2026-12-25T03:00:00", True, None, ""),
    (NOTHING, "2026-06-15T08:00:00", False, None, ""),
    (APPOINTMENT, "2026-06-15T08:00:00", False, None, "appointment"),
    (BOTH, "2026-06-17T08:00:00", False, "2026-06-18T14:00", ""),
]
