"""What operators may set, with defaults: `MEETING_POINTS_FEW_SEATS`."""

from django.conf import settings
from django.core.checks import Error, register


def few_seats() -> int:
    """Return the number of seats from which on a meeting point is large."""
    return getattr(settings, "MEETING_POINTS_FEW_SEATS", 20)


@register("meeting_points")
def check_few_seats(**kwargs):
    value = few_seats()
    if isinstance(value, int) and value > 0:
        return []
    return [Error(f"MEETING_POINTS_FEW_SEATS is {value!r}.", hint="Give a number above 0.", id="meeting_points.E001")]
