"""What was published stays public, whatever else is saved at the same moment."""

import pytest
from django.urls import reverse
from wagtail import hooks

from hub.testing import publish
from tests.desk.forms import filled
from tests.rules.stage import draft, fresh

pytestmark = pytest.mark.django_db


def test_a_draft_that_is_saved_while_its_page_is_published_leaves_it_public(admin_client, county, editing):
    page = draft(county, "Wohnen")
    page.save_revision()
    data = filled(admin_client, page, title="Wohnen und Miete")

    def publish_meanwhile(request, read):
        publish(fresh(page))

    with hooks.register_temporarily("before_edit_page", publish_meanwhile), editing():
        answer = admin_client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"Accept": "application/json"}
        )
    assert answer.json()["success"]
    page = fresh(page)
    assert page.live
    assert page.live_revision_id
    assert page.title == "Wohnen"
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().title == "Wohnen und Miete"
    assert page.get_latest_revision_as_object().live
