"""Public pages show the way to their editor to those who may edit them, and to nobody else."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page

from hub.rights.models import Role
from hub.testing import languages, make_county, translate, work
from tests.rights.stage import member
from tests.rules.stage import article, restrict, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Ein Satz.</p>")])
        translate(county, "ar")
        translate(county, "en")
        translate(page, "ar", mark="عربي")
    work()
    return page


@pytest.fixture
def people(county, editing):
    with editing():
        other = make_county("bergland", "Bergland")
    return {
        "administrator": member("Leyla", county, Role.ADMINISTRATORS),
        "editor": member("Robin", county, Role.EDITORS),
        "translator into Arabic": member("Amal", county, Role.TRANSLATORS, "ar"),
        "translator into English": member("Emmanuel", county, Role.TRANSLATORS, "en"),
        "editor of another county": member("Kim", other, Role.EDITORS),
        "somebody without access to the admin": get_user_model().objects.create_user("Toni"),
    }


def link(page, language="de"):
    shown = Page.objects.get(translation_key=page.translation_key, locale=languages()[language])
    return f'href="{reverse("wagtailadmin_pages:edit", args=[shown.pk])}"'


def test_who_may_edit_a_page_in_its_language_sees_the_link(page, people, client, subtests):
    for who, german, arabic in [
        ("administrator", True, True),
        ("editor", True, False),
        ("translator into Arabic", False, True),
        ("translator into English", False, False),
        ("editor of another county", False, False),
        ("somebody without access to the admin", False, False),
    ]:
        client.force_login(people[who])
        for language, sees in (("de", german), ("ar", arabic)):
            with subtests.test(who, language=language):
                answer = client.get(f"/{language}/auental/wohnen/")
                assert answer.status_code == 200
                assert (link(page, language) in answer.content.decode()) is sees
                assert ("/admin/" in answer.content.decode()) is sees
                assert ("private" in answer.headers.get("Cache-Control", "")) is sees


def test_a_page_shown_in_german_leads_to_the_german_page(page, people, client):
    client.force_login(people["editor"])
    assert link(page, "de") in client.get("/en/auental/wohnen/").content.decode()


def test_visitors_get_the_same_bytes_at_no_cost(page, client, admin_client):
    def headers(answer):
        return {name: value for name, value in answer.headers.items() if name != "Date"}

    client.get("/de/auental/wohnen/")
    plain = client.get("/de/auental/wohnen/")
    assert "Cookie" not in plain.headers.get("Vary", "")
    assert not plain.cookies
    assert "/admin/" in admin_client.get("/de/auental/wohnen/").content.decode()
    again = client.get("/de/auental/wohnen/")
    assert (again.content, headers(again)) == (plain.content, headers(plain))
    client.cookies[settings.SESSION_COOKIE_NAME] = "made-up"
    assert client.get("/de/auental/wohnen/").content == plain.content


def test_a_private_page_is_edited_from_its_place_too(page, people, client, editing):
    with editing():
        restrict(page)
    work()
    client.force_login(people["editor"])
    answer = client.get("/de/auental/wohnen/")
    assert link(page) in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
