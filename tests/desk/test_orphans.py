"""Pages whose plugin was uninstalled: listed, closed, deleted with what the plugin's tables hold of them."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from hub.publications.models import Publication
from hub.testing import translate
from tests.rules.stage import article

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

TABLES = """
CREATE TABLE gone_garden (page_id bigint PRIMARY KEY REFERENCES wagtailcore_page (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE gone_bed (
    id bigint PRIMARY KEY, garden_id bigint REFERENCES gone_garden (page_id) DEFERRABLE INITIALLY DEFERRED
);
"""


@pytest.fixture
def orphans(county, editing):
    """A page and its translation of a kind whose app is gone, with rows in tables that no model knows."""
    with editing():
        page = article(county, "Garten")
        translation = translate(page, "en")
        article(page, "Beete")
    content_type = ContentType.objects.create(app_label="gone", model="garden")
    pages = [Page.objects.get(pk=page.pk), Page.objects.get(pk=translation.pk)]
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(content_type=content_type)
    with connection.cursor() as cursor:
        for statement in filter(str.strip, TABLES.split(";")):
            cursor.execute(statement)
        for page in pages:
            cursor.execute("INSERT INTO gone_garden VALUES (%s)", [page.pk])
            cursor.execute("INSERT INTO gone_bed VALUES (%s, %s)", [page.pk + 1000, page.pk])
    ContentType.objects.clear_cache()
    return [page.pk for page in pages]


def rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def editor_client(client, county, django_user_model):
    user = django_user_model.objects.create_user("editor")
    user.groups.add(Group.objects.get(name__startswith=county.title, name__contains="Redaktion"))
    client.force_login(user)
    return client


def test_the_first_page_names_their_number_to_administrators_alone(orphans, admin_client, editor_client):
    home, address = reverse("wagtailadmin_home"), reverse("hub_orphans")
    assert "2 Seiten" in admin_client.get(home).content.decode()
    assert address in admin_client.get(home).content.decode()
    assert address not in editor_client.get(home).content.decode()


def test_they_are_listed_with_what_brought_them(orphans, admin_client):
    text = admin_client.get(reverse("hub_orphans")).content.decode()
    assert "gone.garden" in text
    assert "Garten" in text


def test_without_any_the_list_says_so(county, admin_client):
    assert "Es gibt keine" in admin_client.get(reverse("hub_orphans")).content.decode()


@pytest.mark.parametrize("view", ["edit", "move", "copy", "history", "unpublish", "set_privacy"])
def test_what_needs_the_missing_model_leads_to_the_list(orphans, admin_client, view):
    answer = admin_client.get(reverse(f"wagtailadmin_pages:{view}", args=[orphans[0]]), follow=True)
    assert answer.redirect_chain[0][0] == reverse("hub_orphans")
    assert "„Garten“ kann nicht geöffnet werden" in answer.content.decode()


def test_moving_many_leads_there_too(orphans, county, admin_client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    assert admin_client.get(address, {"id": [county.pk, orphans[0]]}).url == reverse("hub_orphans")


def test_editors_are_sent_to_the_administrators(orphans, county, editor_client):
    answer = editor_client.get(reverse("wagtailadmin_pages:edit", args=[orphans[0]]), follow=True)
    assert answer.redirect_chain[0][0] == reverse("wagtailadmin_explore", args=[county.pk])
    assert "Administration" in answer.content.decode()


def test_the_list_of_the_pages_around_is_open(orphans, county, admin_client):
    for parent in (county.pk, orphans[0]):
        assert admin_client.get(reverse("wagtailadmin_explore", args=[parent])).status_code == 200


def test_all_of_a_kind_are_deleted_with_their_rows_and_what_is_below(orphans, county, admin_client, editing):
    content_type = ContentType.objects.get(app_label="gone")
    with editing():
        answer = admin_client.post(reverse("hub_orphans"), {"type": content_type.pk}, follow=True)
    assert "3 Seiten gelöscht" in answer.content.decode()
    assert not Page.objects.filter(title__in=["Garten", "Beete"]).exists()
    assert (rows("gone_garden"), rows("gone_bed")) == (0, 0)
    assert not Publication.objects.filter(source_id__in=orphans).exists()
    assert PageLogEntry.objects.filter(page_id=orphans[0], action="wagtail.delete", deleted=True).exists()
    connection.check_constraints()


def test_pages_of_installed_kinds_cannot_be_deleted_there(orphans, county, admin_client):
    before = Page.objects.count()
    for chosen in (county.content_type_id, "", "x"):
        admin_client.post(reverse("hub_orphans"), {"type": chosen})
    assert Page.objects.count() == before


def test_one_is_deleted_by_wagtails_own_view_or_with_the_section_above(orphans, county, admin_client, editing):
    with editing():
        admin_client.post(reverse("wagtailadmin_pages:delete", args=[orphans[1]]))
        assert rows("gone_garden") == 1
        admin_client.post(reverse("wagtailadmin_pages:delete", args=[county.pk]))
    assert (rows("gone_garden"), rows("gone_bed")) == (0, 0)
    connection.check_constraints()


def test_others_neither_see_the_list_nor_delete(orphans, editor_client):
    content_type = ContentType.objects.get(app_label="gone")
    assert editor_client.get(reverse("hub_orphans")).status_code in {302, 403}
    assert editor_client.post(reverse("hub_orphans"), {"type": content_type.pk}).status_code in {302, 403}
    assert rows("gone_garden") == 2
