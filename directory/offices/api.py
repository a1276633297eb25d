"""`/api/v2/opening/`: which offices of a county are open now, and the public holidays to tell it offline."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from rest_framework.response import Response

from directory.offices.opening import state_at, whole
from directory.offices.public_holidays import public_holidays
from hub.api import parameters
from hub.api.base import HubAPIView
from hub.api.parameters import BadRequest
from hub.plugins import COUNTY, kinds
from hub.publications.models import Publication
from hub.site.errors import NO_STORE


class OpeningView(HubAPIView):
    """`{"at", "holidays": [{"date", "name"}], "items": [{"id", "translation_key", "open", "until", "opens", "reason",
    "label"}]}`; bad input is a 400.

    `county` is required, `locale` the language of names (the source language by default), `at` a moment in ISO 8601
    with its offset (now by default). `holidays` are those of the Land in the year of that moment and the next one.
    `until` and `opens` are moments with the offset of the office's zone, or null; `reason` is "", "holiday", "closed"
    or "appointment" (see `directory.offices.opening.State`).
    """

    cache_control = NO_STORE
    known_parameters = frozenset({"county", "locale", "at"})

    def get(self, request: HttpRequest) -> Response:
        county = parameters.county(request.GET, required=True)
        locale = parameters.locale(request.GET) or settings.LANGUAGE_CODE
        moment = asked_moment(request.GET.get("at", ""))
        year = moment.astimezone(timezone.get_default_timezone()).year
        holidays = public_holidays(land_of(county), (year, year + 1), locale)
        offices = (
            Publication.objects.public().filter(kind="offices", county=county, locale=locale).order_by("tree_path")
        )
        rows = offices.values_list("source_id", "translation_key", "document__opening_hours")
        return Response(
            {
                "at": moment.isoformat(),
                "holidays": [{"date": day, "name": name} for day, name in holidays.items()],
                "items": [
                    {"id": pk, "translation_key": str(key), **shown(moment, whole(hours), holidays)}
                    for pk, key, hours in rows
                ],
            }
        )


def asked_moment(text: str) -> datetime:
    """Return the moment that was asked for, or the present one to the second. Raises BadRequest."""
    if not text:
        return timezone.now().replace(microsecond=0)
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment) or not 2000 <= moment.year <= 2100:
        raise BadRequest("at must be a moment such as 2026-12-24T10:00:00+01:00 (in addresses + is written %2B)")
    return moment


def land_of(county: str) -> str:
    """Return the Land of a county, "" when it names none (one query)."""
    slugs = [kind.slug for kind in kinds.with_role(COUNTY)]
    rows = Publication.objects.public().filter(kind__in=slugs, county=county)
    return rows.values_list("document__land", flat=True).first() or ""


def shown(moment: datetime, hours: dict, holidays: dict[str, str]) -> dict[str, Any]:
    state = state_at(moment, hours, holidays)
    return {
        "open": state.is_open,
        "until": state.until and state.until.isoformat(),
        "opens": state.opens and state.opens.isoformat(),
        "reason": state.reason,
        "label": state.label,
    }
