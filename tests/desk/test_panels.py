"""Panels for what most pages do without are closed as long as they are empty."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from directory.offices.models import Person
from tests.desk.forms import filled
from tests.rules.stage import image, office

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def closed(answer) -> dict[str, bool]:
    """Return the panels of a page's form by their heading, and whether they are closed."""
    panels = BeautifulSoup(answer.content, "html.parser").select("#page-edit-form [data-panel]:has(h2)")
    return {panel.h2.get_text(" ", strip=True).rstrip(" *"): "collapsed" in panel["class"] for panel in panels}


def test_a_new_office_shows_what_every_office_has(county, admin_client):
    panels = closed(admin_client.get(reverse("wagtailadmin_pages:add", args=["offices", "officepage", county.pk])))
    assert [heading for heading, is_closed in panels.items() if not is_closed][:4] == [
        "Titel", "Art der Stelle", "Kontakt", "Öffnungszeiten",
    ]  # fmt: skip
    assert {"Ansprechpersonen", "Gesprochene Sprachen", "Beschreibung", "Bild", "Zuständig für"} <= {
        heading for heading, is_closed in panels.items() if is_closed
    }


def test_what_is_filled_is_open(county, editing, admin_client):
    with editing():
        page = office(county, "Amt", languages=["ar"], body=[("text", "<p>Ein Satz.</p>")], image=image())
        page.staff.add(Person(name="Leyla"))
        page.save_revision()
    panels = closed(admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    for heading in ("Gesprochene Sprachen", "Beschreibung", "Bild", "Ansprechpersonen"):
        assert not panels[heading], heading
    assert panels["Zuständig für"]


def test_what_was_typed_stays_open_beside_an_error(county, editing, admin_client):
    with editing():
        page = office(county, "Amt")
    data = filled(admin_client, page, title="", website="https://example.org", **{"action-publish": "1"})
    panels = closed(admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data))
    assert not panels["E-Mail und Website"]
    assert panels["Bild"]
