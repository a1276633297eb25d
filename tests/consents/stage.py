"""An office whose clerk is shown by consent."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.images.tests.utils import get_test_image_file

from directory.offices.models import OfficePage, Person
from hub.consents.forms import store_photo
from hub.consents.models import Consent
from hub.media.models import Image
from hub.testing import work
from tests.rules.stage import fresh, office

NAME = "Wanda Beispielhaft"
LAST_DAY = date(2031, 3, 30)  # the night after which clocks do not change


def photo() -> Image:
    upload = get_test_image_file(filename="wanda-beispielhaft.png", size=(900, 900))
    return store_photo(upload)


def consent(county: Any, **values: Any) -> Consent:
    defaults = {
        "county": county.translation_key,
        "name": NAME,
        "text_version": "Fotos, März 2026",
        "given_on": date(2026, 3, 1),
        "profile_until": date(2031, 12, 31),
        "name_until": LAST_DAY,
        "photo_until": LAST_DAY,
    }
    if "photo" not in values:
        values["photo"] = photo()
    return Consent.objects.create(**{**defaults, **values})


def office_with(county: Any, record: Consent) -> OfficePage:
    made = office(county, "Ausländeramt")
    made = fresh(made)
    made.staff = [Person(consent=record, function="Empfang", phone="030 23125 001", locale=made.locale)]
    made.save_revision().publish()
    work()
    return fresh(made)
