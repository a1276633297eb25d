"""The form of a place in the admin: postal codes as people type them."""

import pytest
from django.urls import reverse

from hub.taxonomy.models import Place
from tests.site.reading import page, words

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_taxonomy_place:add"


def send(client, codes, slug="auenstadt"):
    data = {"names_de": "Auenstadt", "slug": slug, "postal_codes": codes}
    return client.post(reverse(ADD), data, follow=True)


@pytest.mark.parametrize("typed", ["05110, 05112", "05110 05112", "05110\r\n05112\r\n", "05110;05112,05110"])
def test_postal_codes_are_typed_as_people_like(admin_client, typed):
    send(admin_client, typed)
    assert Place.objects.get().codes == ["05110", "05112"]


def test_what_is_no_postal_code_is_refused(admin_client):
    answer = send(admin_client, "05110 0511")
    assert answer.context["form"].errors["postal_codes"]
    assert not Place.objects.exists()


def test_codes_of_other_places_are_told_and_kept(admin_client):
    Place.objects.create(slug="lindenfurt", names={"de": "Lindenfurt"}, postal_codes="05112, 05121")
    told = words(page(send(admin_client, "05110 05112")))
    assert "05112 (Lindenfurt)" in told
    assert "05110 (" not in told
    assert Place.objects.get(slug="auenstadt").codes == ["05110", "05112"]
