"""The admin's first page names places that two offices of one type serve, and those that none serves."""

import pytest
from django.urls import reverse

from hub.rights.models import Role
from hub.taxonomy.models import Place
from hub.testing import make_county, publish, work
from tests.rights.stage import member
from tests.rules.stage import office
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(county, editing):
    county.refresh_from_db()
    county.key = "15099"
    with editing():
        publish(county)
    names = {"15099010": "Auenstadt", "15099020": "Lindenfurt"}
    return [Place.objects.create(slug=name.lower(), key=key, names={"de": name}) for key, name in names.items()]


def told(client, user) -> str:
    client.force_login(user)
    soup = page(client.get(reverse("wagtailadmin_home"), headers={"Accept-Language": "de"}))
    panel = soup.find(id="responsibility-content")
    return words(panel) if panel else ""


def test_an_overlap_and_a_gap_are_told_to_those_who_keep_the_county(client, county, places, editing):
    with editing():
        office(county, "Amt", places=[places[0]])
        office(county, "Beratung", places=[places[0]])
        other = make_county("bergtal", "Bergtal")
    work()
    panel = told(client, member("Robin", county, Role.EDITORS))
    assert "Behörde: Amt, Beratung sind für Auenstadt zuständig." in panel
    assert "Behörde: keine Anlaufstelle für Lindenfurt." in panel
    assert told(client, member("Kim", other, Role.EDITORS)) == ""


def test_who_serves_the_whole_county_leaves_no_gap(client, county, places, editing):
    with editing():
        office(county, "Amt", places=[places[0]])
        office(county, "Kreisamt")
    work()
    assert told(client, member("Robin", county, Role.EDITORS)) == ""
    with editing():
        office(county, "Zweigstelle")
    work()
    panel = told(client, member("Sascha", county, Role.EDITORS))
    assert "Behörde: Kreisamt, Zweigstelle sind für den ganzen Landkreis zuständig." in panel
