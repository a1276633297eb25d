"""Who may do what: rights end where a county ends, in the translations as in the pages."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.testing import languages, make_county, publish, translate, work
from tests.rules.stage import article, document, fresh, public, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def person(django_user_model):
    """Make somebody who works on the pages below `page`: `person("editor", county, "change", "publish")`."""

    def make(name: str, page: Page | None = None, *actions: str, submits: bool = True):
        user = django_user_model.objects.create_user(name, password="a long password")
        group = Group.objects.create(name=f"Group of {name}")
        user.groups.add(group)
        if page is not None:
            group.permissions.add(Permission.objects.get(codename="access_admin"))
            for action in actions:
                permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
                GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        if submits:
            group.permissions.add(Permission.objects.get(codename="submit_translation"))
        return user

    return make


@pytest.fixture
def page(county, editing):
    with editing():
        return article(county, "Wohnen", [text("<p>Eins.</p>", "a")])


@pytest.fixture
def other_county(page, editing):
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
    work()
    return other


def submit(client, page: Page) -> int:
    return client.post(f"/admin/translate/{page.pk}/ar/").status_code


@pytest.mark.parametrize(
    ("where", "actions", "submits", "may"),
    [
        ("own", ["add", "change", "publish"], True, True),
        ("own", ["add", "change", "publish"], False, False),
        ("other", ["add", "change", "publish"], True, False),
        ("own", [], True, False),
    ],
)
def test_only_who_may_edit_a_page_submits_it_for_translation(
    person, county, other_county, page, client, where, actions, submits, may
):
    client.force_login(person("editor", county if where == "own" else other_county, *actions, submits=submits))
    submit(client, page)
    assert Translation.objects.exists() == may
    assert page.get_translations().exists() == may


def test_a_submission_never_takes_the_pages_below_with_it(person, county, page, editing, client):
    with editing():
        below = article(page, "Miete")
    client.force_login(person("editor", county, "add", "change", "publish"))
    submit(client, page)
    assert page.get_translations().exists()
    assert not below.get_translations().exists()


def arabic_of(page: Page) -> Page:
    return page.get_translation(languages()["ar"]).specific


@pytest.fixture
def waiting(page, editing) -> Page:
    """The Arabic draft of the page, all of whose texts are translated."""
    with editing():
        translate(page, "ar", publish=False)
    return arabic_of(page)


@pytest.mark.parametrize(("actions", "may"), [(["change", "publish"], True), (["change"], False), ([], False)])
def test_only_who_may_publish_a_page_publishes_its_translation(person, page, waiting, editing, client, actions, may):
    client.force_login(person("translator", Page.objects.get(pk=waiting.pk), *actions))
    with editing():
        client.post(f"/admin/pages/{waiting.pk}/edit/", {"action": "publish"})
    assert fresh(waiting).live == may
    assert document(page, "ar")["meta"]["content_locale"] == ("ar" if may else "de")


def test_a_translator_edits_only_the_words_of_pages_that_are_theirs(person, page, waiting, client, other_county):
    segment = StringSegment.objects.filter(context__path="body.a").get()
    translation = Translation.objects.get()
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    client.force_login(person("stranger", other_county, "change", "publish"))
    client.put(address, "value=x", content_type="application/x-www-form-urlencoded")
    assert not StringTranslation.objects.filter(data="x").exists()
    client.force_login(person("translator", Page.objects.get(pk=waiting.pk), "change"))
    client.put(address, "value=x", content_type="application/x-www-form-urlencoded")
    assert StringTranslation.objects.filter(data="x").exists()


def test_a_translator_changes_no_fact(person, page, waiting, editing, client):
    """Whatever is posted: facts of a translation are read from the source page."""
    with editing():
        translate(page, "ar")
    Translation.objects.update(enabled=False)
    client.force_login(person("translator", Page.objects.get(pk=waiting.pk), "change", "publish"))
    form = {
        "title": "السكن",
        "slug": "anders",
        "icon": "law",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
    with editing():
        client.post(f"/admin/pages/{waiting.pk}/edit/", form)
    shown = document(page, "ar")
    assert shown["title"] == "السكن"
    assert (shown["icon"], shown["meta"]["slug"]) == ("", "wohnen")
    assert fresh(waiting).slug != "anders"


ADMIN = ("/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/", "/admin/localize/reports/translations/")


def test_an_outsider_reaches_no_page_of_the_admin(person, page, client):
    for user in (None, person("outsider", submits=False)):
        client.logout()
        if user:
            client.force_login(user)
        for address in (*ADMIN, f"/admin/pages/{page.pk}/edit/", f"/admin/pages/{page.pk}/translations/"):
            answer = client.get(address)
            assert answer.status_code in (302, 403), address
            assert answer.status_code == 403 or "/admin/login/" in answer.url
        for address in (f"/admin/pages/{page.pk}/unpublish/", f"/admin/pages/{page.pk}/privacy/"):
            assert client.post(address, {"restriction_type": "login"}).status_code in (302, 403)
    assert public(page)


def test_an_editor_of_one_county_changes_no_other(person, county, other_county, page, editing, client):
    client.force_login(person("editor", other_county, "add", "change", "publish"))
    with editing():
        for action in ("edit", "unpublish", "delete", "move", "privacy"):
            client.post(f"/admin/pages/{page.pk}/{action}/", {"restriction_type": "login", "title": "x", "slug": "x"})
        client.post(f"/admin/bulk/wagtailcore/page/unpublish/?next=/admin/&id={page.pk}", {"include_descendants": ""})
    assert document(page)["title"] == "Wohnen"
    assert fresh(page).live
    assert publish(fresh(page))
