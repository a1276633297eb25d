"""What the demo's offices are declared with."""

import pytest

from directory.offices.demo.organisations import ORGANISATIONS, behind
from hub.consents.forms import private_collection
from hub.demo import Demo
from hub.demo.consents import agreed
from hub.demo.drawing import Canvas
from hub.organisations.models import Organisation

pytestmark = pytest.mark.django_db


def test_an_organisation_is_the_same_wherever_it_is_named():
    first, second = (behind(Demo(), run_by=["stiftung"])[0]["organisation"] for _ in range(2))
    assert first == second
    assert first.logo


def test_organisations_are_what_an_editor_may_save():
    behind(Demo(), funded_by=list(ORGANISATIONS))
    for organisation in Organisation.objects.all():
        organisation.full_clean()
    assert Organisation.objects.filter(county=None).count() == 3  # the Land's, the federation's and the Union's


def test_a_person_agrees_once_to_be_shown():
    def draw():
        return Canvas(30, 30, "#ffffff")

    record = agreed("Erika Muster (Beispiel)", draw)
    assert agreed("Erika Muster (Beispiel)", draw) == record
    record.full_clean()
    assert record.photo.collection == private_collection()
    assert set(record.until) == {"profile", "name", "photo"}
