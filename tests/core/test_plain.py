"""One place makes JSON of what fields, blocks and methods give."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from django.utils.translation import gettext_lazy, override

from hub.representation.plain import plain


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (None, None),
        (True, True),
        (1.5, 1.5),
        (Decimal("2.50"), "2.50"),
        (date(2026, 12, 24), "2026-12-24"),
        (time(8, 30), "08:30:00"),
        (datetime(2026, 12, 24, 8, tzinfo=UTC), "2026-12-24T08:00:00+00:00"),
        (datetime(2026, 12, 24, 9, tzinfo=timezone(timedelta(hours=1))), "2026-12-24T08:00:00+00:00"),
        (timedelta(minutes=5), "P0DT00H05M00S"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ({"days": (date(2026, 12, 24),)}, {"days": ["2026-12-24"]}),
    ],
)
def test_values_become_json(value, form):
    assert plain(value) == form


def test_lazy_strings_speak_the_active_language():
    with override("de"):
        assert plain({"name": gettext_lazy("Tip")})["name"] == "Tipp"


@pytest.mark.parametrize("value", [{1, 2}, object(), b"bytes"])
def test_what_has_no_form_is_refused(value):
    with pytest.raises(TypeError, match="has no form in JSON"):
        plain([value])
