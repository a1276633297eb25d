"""The forms of what belongs to a county."""

import pytest
from django.urls import reverse

from hub.organisations.models import Organisation
from hub.rights.models import Role
from hub.testing import make_county, translate
from tests.rights.stage import member

pytestmark = pytest.mark.django_db


def test_an_organisation_of_a_county_can_be_changed_and_is_listed(county, admin_client):
    funder = Organisation.objects.create(county=county.translation_key, names={"de": "Stiftung"}, kind="foundation")
    address = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[funder.pk])
    data = {"names_de": "Neue Stiftung", "kind": "foundation", "county": str(county.translation_key)}
    assert admin_client.post(address, data).status_code == 302
    funder.refresh_from_db()
    assert (str(funder), funder.county) == ("Neue Stiftung", county.translation_key)

    listed = admin_client.get(reverse(Organisation.snippet_viewset.get_url_name("list")))
    assert "Art der Organisation" in listed.content.decode()


def test_an_organisation_is_made_where_one_is_chosen(county, admin_client):
    chooser = Organisation.snippet_viewset.chooser_viewset
    form = admin_client.get(reverse(chooser.get_url_name("choose"))).json()["html"]
    assert "names_de" in form
    own = {"county": str(county.translation_key), "website": "verein.example"}
    data = {"names_de": "Verein", "kind": "association", **own}
    answer = admin_client.post(reverse(chooser.get_url_name("create")), data).json()
    made = Organisation.objects.get()
    assert (made.county, answer["result"]["id"]) == (county.translation_key, str(made.pk))
    assert made.website == "https://verein.example"
    again = admin_client.post(reverse(chooser.get_url_name("create")), data).json()
    assert "Es gibt schon eine Organisation mit diesem Namen." in again["htmlFragment"]


def test_an_editor_makes_none_for_another_county_and_a_translator_none_at_all(county, client):
    translate(county, "ar")
    neighbour = make_county("bergtal", "Landkreis Bergtal")
    create = reverse(Organisation.snippet_viewset.chooser_viewset.get_url_name("create"))
    data = {"names_de": "Verein", "kind": "association", "county": str(neighbour.translation_key)}
    client.force_login(member("Robin", county, Role.EDITORS))
    assert client.post(create, data).json()["step"] == "reshow_creation_form"
    client.force_login(member("Amal", county, Role.TRANSLATORS, "ar"))
    answer = client.post(create, {**data, "county": str(county.translation_key)})
    assert not Organisation.objects.exists(), answer.content
