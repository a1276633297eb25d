"""Cards, accessibility, tasks and services of offices."""

import pytest
from django.urls import reverse

from directory.offices.models import Service, Task
from hub.publications.worker import drain
from hub.testing import make_image, translate
from tests.rules.stage import office
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def amt(county, editing):
    with editing():
        translate(county, "ar")
        made = office(county, hours={"monday": [["09:00", "12:00"]]}, entrance=True, lift=False, level="county")
        made.tasks = [Task(text="Akten führen", locale=made.locale)]
        made.services = [Service(text="Anträge annehmen", locale=made.locale)]
        made.save_revision().publish()
    drain()
    return made


def test_cards_and_results_show_the_phone_and_the_hours(amt, client):
    for address in ("/de/auental/offices/", "/de/search/?q=Amt"):
        shown = page(client.get(address)).main
        assert shown.find("a", href="tel:+493023125000")
        assert "Mo 09:00–12:00" in words(shown).translate({0x2066: None, 0x2069: None})


def test_the_picture_stands_below_what_people_ask_first(county, client, editing):
    with editing():
        amt = office(county, image=make_image(), image_alt="Ein Haus")
    drain()
    shown = page(client.get(f"/de/auental/{amt.slug}/")).main
    assert [part.name for part in shown.find_all(["img", "h1", "h2"])][:2] == ["h1", "img"]
    assert shown.find("a", href="tel:+493023125000").find_next("img")["alt"] == "Ein Haus"


def test_what_is_there_and_what_is_not(amt, client):
    shown = page(client.get("/de/auental/amt/"))
    amenities = [words(item) for item in shown.find(class_="amenities").find_all("li")]
    assert amenities == ["✓ Eingang ohne Stufen", "– Nicht vorhanden: Aufzug"]
    items = client.get("/api/v2/offices/", {"locale": "ar", "accessible": "entrance"}).json()["items"]
    assert [item["id"] for item in items] == [amt.pk]
    assert client.get("/api/v2/offices/", {"locale": "ar", "accessible": "lift"}).status_code == 400


def test_tasks_and_services_are_lists(amt, client):
    shown = page(client.get("/de/auental/amt/"))
    assert [words(item) for item in shown.find_all(class_="lines")] == ["Akten führen", "Anträge annehmen"]


def test_no_is_an_answer_and_keeps_the_panel_open(amt, admin_client):
    form = page(admin_client.get(reverse("wagtailadmin_pages:edit", args=[amt.pk])))
    panel = form.find(attrs={"name": "lift"}).find_parent(class_="w-panel")
    while panel.find_parent(class_="w-panel") and not panel.find(attrs={"name": "quiet_room"}):
        panel = panel.find_parent(class_="w-panel")
    assert "collapsed" not in panel.get("class", [])
