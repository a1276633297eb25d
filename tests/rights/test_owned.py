"""The forms of what belongs to a county."""

import pytest
from django.urls import reverse

from hub.organisations.models import Organisation

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
    data = {"names_de": "Verein", "kind": "association", "county": str(county.translation_key)}
    answer = admin_client.post(reverse(chooser.get_url_name("create")), data).json()
    made = Organisation.objects.get()
    assert (made.county, answer["result"]["id"]) == (county.translation_key, str(made.pk))
    again = admin_client.post(reverse(chooser.get_url_name("create")), data).json()
    assert "Es gibt schon eine Organisation mit diesem Namen." in again["htmlFragment"]
