"""German dates and times are typed, shown and kept; what is none is refused with an example."""

import json
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import formats, translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.desk.forms import send
from tests.rules.stage import block, fresh, office

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def page(county, editing):
    with editing():
        return office(county, closed=json.dumps([block("closed", {"first": "2026-12-23", "last": None}, "x")]))


def closed_on(first: str) -> dict:
    """Return what the form of an office sends with one day on which it is closed."""
    return nested_form_data({"closed": streamfield([("closed", {"first": first, "last": "", "reason": ""})])})


def draft_of(page):
    return fresh(page).get_latest_revision_as_object()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["DATE", "DATETIME", "TIME"])
def test_what_fields_show_is_what_forms_take(language, kind):
    shown = getattr(settings, f"WAGTAIL_{kind}_FORMAT")
    assert shown in formats.get_format(f"{kind}_INPUT_FORMATS", lang=language)


@pytest.mark.parametrize("typed", ["24.12.2026", "24.12.26", "2026-12-24"])
def test_a_day_is_kept_as_it_was_typed(admin_client, page, typed):
    send(admin_client, page, **closed_on(typed))
    assert draft_of(page).closed[0].value["first"].isoformat() == "2026-12-24"
    shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "24.12.2026" in shown


@pytest.mark.parametrize("typed", ["24.12.2030 8:30", "24.12.2030 08.30", "2030-12-24 08:30"])
def test_a_page_is_scheduled_for_the_moment_that_was_typed(admin_client, page, typed):
    send(admin_client, page, go_live_at=typed)
    assert draft_of(page).go_live_at == datetime(2030, 12, 24, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "typed", "message"),
    [
        (closed_on("31.02.2026"), "31.02.2026", "Bitte geben Sie ein Datum wie 24.12.2026 ein."),
        (closed_on("Heiligabend"), "Heiligabend", "Bitte geben Sie ein Datum wie 24.12.2026 ein."),
        ({"go_live_at": "morgen"}, "morgen", "Bitte geben Sie Datum und Uhrzeit wie 24.12.2026 8:30 ein."),
    ],
)
def test_what_is_no_date_is_refused_with_an_example_and_stays_in_the_field(admin_client, page, changes, typed, message):
    revision = fresh(page).latest_revision_id
    answer = send(admin_client, page, **changes)
    assert message in answer.content.decode()
    assert typed in answer.content.decode()
    assert fresh(page).latest_revision_id == revision


def test_english_editors_get_an_example_too():
    with translation.override("en"):
        assert translation.gettext("Enter a valid date.") == "Enter a date such as 24.12.2026."


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput, AdminTimeInput])
def test_scripts_leave_what_is_typed_to_the_form(widget):
    assert widget().get_config()["validateOnBlur"] is False
