"""A guide of the county Auental, who has agreed to be named until a day."""

from __future__ import annotations

import json
from typing import Any

from wagtail.models import Page

from directory.guides.models import GuidePage
from hub.consents.models import Consent
from hub.testing import publish
from tests.rules.stage import block, office


def guide(county: Any, record: Consent, title: str = "Lotsin 7", number: int = 7, **values: Any) -> GuidePage:
    """Return a published guide who speaks Arabic and Kurdish and helps with housing and at the doctor's."""
    return publish(new_guide(county, record, title, number, **values), county)


def new_guide(county: Any, record: Consent, title: str = "Lotsin 7", number: int = 7, **values: Any) -> GuidePage:
    languages = [("kmr", "fluent"), ("ar", "native")]
    desk = Page.objects.filter(slug="koordinierungsstelle").first() or office(county, "Koordinierungsstelle")
    defaults = {
        "slug": title.lower().replace(" ", "-"),
        "helps_with": ["house-rules", "doctor"],
        "languages": json.dumps([block("language", {"language": code, "level": level}) for code, level in languages]),
        "offices": json.dumps([block("office", desk.pk)]),
    }
    return GuidePage(title=title, number=number, consent=record, locale=county.locale, **{**defaults, **values})
