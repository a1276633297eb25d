"""Whatever a form is sent: nobody shows, or is shown, a picture, a file or a draft of another county."""

from __future__ import annotations

import json
from typing import Any

import pytest
from wagtail.models import Page

from hub.rights.models import Role
from hub.testing import make_county, publish, translate, work
from tests.rights.stage import collection_of, member
from tests.rules.stage import article, block, draft, file, fresh, image, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


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


def test_what_cannot_be_chosen_is_named_as_the_public_knows_it(county, other, client):
    hidden = draft(other, "Geheimer Entwurf")
    client.force_login(member("Maria", county, Role.EDITORS))
    answer = client.post(f"/admin/pages/{county.pk}/edit/", form(contact=hidden.pk, **{"local_numbers-count": 0}))
    assert "contact" in answer.context["form"].errors
    assert "Geheimer Entwurf" not in answer.content.decode()


def test_rich_text_shows_of_hidden_targets_that_there_is_one(county, other, page, client):
    hidden, paper = draft(other, "Geheimer Entwurf"), file("Geheimes Blatt")
    words = f'<p><a linktype="page" id="{hidden.pk}">hier</a> <a linktype="document" id="{paper.pk}">dort</a></p>'
    row = fresh(page)
    row.body = json.dumps([text(words, "a")])
    row.save_revision()
    address = f"/admin/pages/{page.pk}/edit/"
    client.force_login(member("Maria", county, Role.EDITORS))
    shown = client.get(address).content.decode()
    assert "geheimer-entwurf" not in shown
    assert "geheimes-blatt" not in shown


def test_filters_name_the_people_of_the_own_county_alone(county, other, page, client):
    people = {name: member(name, place, Role.EDITORS) for name, place in (("Maria", county), ("Vera", other))}
    for name, place in (("Maria", page), ("Vera", other)):
        row = fresh(place)
        row.save_revision(user=people[name], log_action=True)
        type(row).objects.filter(pk=row.pk).update(owner=people[name])
    client.force_login(people["Maria"])
    for address in ("/admin/pages/", f"/admin/pages/{county.pk}/", "/admin/pages/usage/home/infopage/"):
        shown = client.get(address, follow=True).content.decode()
        assert "Maria" in shown
        assert "Vera" not in shown
