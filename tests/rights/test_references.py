"""Whatever a form is sent: nobody shows, or is shown, a picture, a file or a draft of another county."""

from __future__ import annotations

import json
from typing import Any

import pytest
from wagtail.models import Page

from hub.rights.models import Role
from hub.testing import make_county, publish, translate, work
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, block, draft, fresh, image, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(county, editing):
    with editing():
        return article(county, "Wohnen", [text("<p>Eins.</p>", "a")])


@pytest.fixture
def other(county, editing):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
        article(other, "Bekannt")
    work()
    return other


def form(*blocks: dict, **fields: Any) -> dict:
    """Return what the editor of an information page sends."""
    data = {"title": "Wohnen", "slug": "wohnen", "icon": "", "action-publish": "1"}
    data |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "body-count": len(blocks)}
    for number, item in enumerate(blocks):
        names = {"type": item["type"], "order": number, "id": item["id"], "deleted": ""}
        data |= {f"body-{number}-{name}": value for name, value in names.items()}
        data[f"body-{number}-value"] = item["value"]
    return data | fields


@pytest.mark.parametrize("title", ["Wohnen", ""])
def test_a_picture_of_another_county_is_neither_shown_nor_saved(county, other, page, client, editing, title):
    secret = image("Verborgenes")
    secret.collection = collection_of(other)
    secret.save()
    client.force_login(member("Amal", county, Role.EDITORS))
    with editing():
        answer = client.post(
            f"/admin/pages/{page.pk}/edit/", form(image=secret.pk, image_alt="x", title=title), follow=True
        )
    assert "Verborgenes" not in answer.content.decode()
    assert "verborgenes" not in answer.content.decode()
    assert fresh(page).image is None
    assert fresh(page).get_latest_revision_as_object().image is None


def test_a_picture_of_the_own_county_is_saved(county, page, client, editing):
    own = image("Eigenes")
    own.collection = collection_of(county)
    own.save()
    client.force_login(member("Amal", county, Role.EDITORS))
    with editing():
        client.post(f"/admin/pages/{page.pk}/edit/", form(image=own.pk, image_alt="x"))
    assert fresh(page).image == own


def test_a_picture_that_a_page_has_already_stays(county, page, client, editing):
    """From before there were collections, say."""
    old = image("Altes")
    page.image, page.image_alt = old, "x"
    with editing():
        publish(page)
    client.force_login(member("Amal", county, Role.EDITORS))
    with editing():
        client.post(f"/admin/pages/{page.pk}/edit/", form(image=old.pk, image_alt="y"))
    assert (fresh(page).image, fresh(page).image_alt) == (old, "y")


@pytest.mark.parametrize(("kind", "may"), [("draft", False), ("public", True)])
def test_links_lead_to_public_pages_of_other_counties_alone(county, other, page, client, editing, kind, may):
    target = draft(other, "Geheim") if kind == "draft" else Page.objects.get(slug="bekannt")
    words = json.dumps(
        {
            "blocks": [
                {
                    "key": "abcde",
                    "text": "mehr",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
                }
            ],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": target.pk}}},
        }
    )
    client.force_login(member("Amal", county, Role.EDITORS))
    with editing():
        client.post(f"/admin/pages/{page.pk}/edit/", form(block("text", words, "a")))
    assert (f'id="{target.pk}"' in fresh(page).body[0].value.source) == may


def test_the_way_to_the_own_county_is_named_and_the_draft_of_another_one_is_not(county, other, client, editing):
    draft(other, "Geheimer Entwurf")
    with editing():
        translate(county, "ar")
    client.force_login(member("Maria", county, Role.EDITORS))
    top = client.get("/admin/pages/").content.decode()
    home = county.get_parent()
    assert home.title in top
    assert "nicht öffentlich" not in top
    below = client.get(f"/admin/pages/{home.pk}/").content.decode()
    assert county.title in below
    assert "Geheimer Entwurf" not in below
    assert "Hausen" not in below
