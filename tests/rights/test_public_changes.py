"""What changes what is public, asks for the right to publish and says what it does."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import Translation

from hub.rights.models import Role
from hub.testing import make_county, translate, work
from tests.rights.stage import member
from tests.rules.stage import article, draft, fresh, public, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def page(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
        article(article(page, "Miete"), "Kaution")
    work()
    return page


@pytest.fixture
def arabic(page, editing) -> Page:
    with editing():
        translate(page, "ar")
    return page.get_translation(page.get_translations().get().locale).specific


def messages_of(client, address: str = "/admin/") -> str:
    return client.get(address).content.decode()


def test_only_who_may_publish_a_translation_makes_it_an_alias(page, arabic, client, django_user_model, editing):
    translator = django_user_model.objects.create_user("translator")
    group = Group.objects.create(name="words alone")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=Page.objects.get(pk=arabic.pk), permission=change)
    translator.groups.add(group)
    client.force_login(translator)
    with editing():
        answer = client.post(f"/admin/localize/page/{arabic.pk}/convert_to_alias/")
    assert answer.status_code in (302, 403)
    assert fresh(arabic).alias_of_id is None
    assert public(page, "ar").content_locale == "ar"


@pytest.mark.parametrize("content", [b'msgid "a"\nmsgstr "b"\n', None])
def test_a_file_that_names_no_translation_is_answered_by_a_message(arabic, admin_client, content):
    address = f"/admin/localize/translate/{Translation.objects.get().pk}/pofile/upload/"
    data = {"file": SimpleUploadedFile("words.po", content)} if content else {}
    answer = admin_client.post(address, data)
    assert answer.status_code == 302
    with override("en"):
        assert "PO" in messages_of(admin_client, answer.url)


def test_publishing_many_pages_names_the_half_translated_and_publishes_the_rest(page, county, admin_client, editing):
    with editing():
        other = article(county, "Arbeit")
        half = translate(page, "ar", leave_out=["title"], publish=False)
        whole = translate(other, "ar", publish=False)
        waiting = draft(county, "Neues")
    ids = "&".join(f"id={item.pk}" for item in (half, whole, waiting))
    with editing():
        answer = admin_client.post(f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&{ids}")
    assert answer.status_code == 302
    assert [fresh(item).live for item in (half, whole, waiting)] == [False, True, True]
    said = messages_of(admin_client)
    assert half.title in said
    assert whole.title not in said


def test_a_half_translated_page_below_keeps_no_other_from_being_published(page, county, admin_client, editing):
    with editing():
        below = fresh(page).get_children().get().specific
        translate(page, "ar")
        half = translate(below, "ar", leave_out=["title"], publish=False)
    parent = half.get_parent()
    address = f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={parent.pk}"
    with editing():
        assert admin_client.post(address, {"include_descendants": "on"}).status_code == 302
    assert not fresh(half).live
    assert half.title in messages_of(admin_client)


def test_unpublishing_a_section_says_how_many_pages_go_with_it(page, admin_client, editing):
    address = f"/admin/pages/{page.pk}/unpublish/"
    said = admin_client.get(address).content.decode()
    assert "2 öffentliche" in said
    assert "include_descendants" not in said
    bulk = admin_client.get(f"/admin/bulk/wagtailcore/page/unpublish/?next=/admin/&id={page.pk}").content.decode()
    assert "2 öffentliche" in bulk
    assert "include_descendants" not in bulk
    with editing():
        admin_client.post(address)
    assert not fresh(page).live
    assert fresh(page).get_children().get().live


def test_unpublishing_many_leaves_the_pages_below_as_they_are(page, admin_client, editing):
    with editing():
        admin_client.post(
            f"/admin/bulk/wagtailcore/page/unpublish/?next=/admin/&id={page.pk}", {"include_descendants": "on"}
        )
    assert not fresh(page).live
    assert fresh(page).get_children().get().live


def test_taking_a_translation_offline_hides_nothing_below(arabic, admin_client):
    assert "öffentliche" not in admin_client.get(f"/admin/pages/{arabic.pk}/unpublish/").content.decode()


def test_a_county_is_not_deleted_together_with_pages_by_its_own_people(county, page, client):
    client.force_login(member("Amal", county, Role.ADMINISTRATORS))
    address = f"/admin/bulk/wagtailcore/page/delete/?next=/admin/&id={county.pk}&id={page.pk}"
    assert client.post(address).status_code == 302
    assert Page.objects.filter(pk=county.pk).exists()
    assert not Page.objects.filter(pk=page.pk).exists()


def test_editors_link_to_public_pages_of_other_counties_by_their_public_titles(county, client, editing):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
        linked = article(other, "Wohnen in Hausen")
        draft(other, "Geheim")
    work()
    changed = fresh(linked)
    changed.title = "Neuer Titel"
    changed.save_revision()
    client.force_login(member("Amal", county, Role.EDITORS))
    chooser = client.get(f"/admin/choose-page/{other.pk}/").content.decode()
    assert "Wohnen in Hausen" in chooser
    assert "Neuer Titel" not in chooser
    assert "Geheim" not in chooser


def test_a_translation_is_not_restricted_since_that_would_have_no_effect(page, arabic, admin_client):
    values = {"restriction_type": "login"}
    in_a_dialog = {"X-Requested-With": "XMLHttpRequest"}
    for row, status in ((page, 200), (arabic, 403)):
        answer = admin_client.post(f"/admin/pages/{row.pk}/privacy/", values, headers=in_a_dialog)
        assert answer.status_code == status
        assert row.view_restrictions.exists() == (status == 200)


def test_whoever_does_not_keep_the_topics_is_told_who_does(county, page, client, admin_client):
    client.force_login(member("Amal", county, Role.EDITORS))
    sentence = "Die Liste der Themen pflegt die Administration des Hubs."
    assert sentence in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert sentence not in admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
