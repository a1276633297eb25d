"""Consent records of invented people, whose portraits are drawings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from hub.consents.forms import store_photo
from hub.consents.models import Consent
from hub.demo import county, key_of
from hub.demo.drawing import Canvas

FIVE_YEARS = timedelta(days=5 * 365)


def agreed(
    name: str, draw: Callable[[], Canvas] | None = None, owner: str = county.SLUG, *, named: bool = True
) -> Consent:
    """Return the record of somebody who agreed today to be shown, perhaps with their name, and with a drawn photo."""
    today = timezone.localdate()
    until = today + FIVE_YEARS
    values: dict[str, Any] = {
        "text_version": "Beispiel: erfundene Person, gezeichnetes Porträt" if draw else "Beispiel: erfundene Person",
        "given_on": today,
        "profile_until": until,
        "name_until": until if named else None,
    }
    if draw:
        values |= {
            "photo_until": until,
            "photo": lambda: store_photo(ContentFile(draw().encoded("portrait.jpg"), "portrait.jpg")),
        }
    record, _created = Consent.objects.get_or_create(county=key_of(owner), name=name, defaults=values)
    return record
