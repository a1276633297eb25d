"""Rule 13: the tree survives its editors: no stale copy of a page harms it."""

from unittest.mock import patch

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, Revision

from home.models import InfoPage
from hub import tree
from hub.testing import make_county, publish, translate
from tests.rules.stage import article, assert_sound, draft, fresh, plain

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

SAVES = {
    "save": lambda page: page.save(),
    "save without validation": lambda page: page.save(clean=False),
    "save its slug": lambda page: page.save(update_fields=["slug", "url_path"]),
    "save a revision": lambda page: page.save_revision(),
    "publish": lambda page: page.save_revision().publish(),
    "unpublish": lambda page: page.unpublish(),
}
saved_in_every_way = pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)


# Stale copies


@saved_in_every_way
def test_a_stale_copy_does_not_forget_a_child(county, save):
    stale = article(county, "Wohnen")
    child = article(stale, "Miete")
    save(stale)
    assert stale.numchild == fresh(stale).numchild == 1
    child.move(fresh(county), "last-child")
    assert_sound()


@saved_in_every_way
def test_a_stale_copy_does_not_move_a_page_back(county, save):
    stale, section = article(county, "Miete"), article(county, "Wohnen")
    article(stale, "Kaution")
    fresh(stale).move(section, "last-child")
    save(stale)
    assert fresh(stale).get_parent().pk == stale.get_parent().pk == section.pk
    assert stale.url_path == fresh(stale).url_path == "/hub/auental/wohnen/miete/"
    assert_sound()


@saved_in_every_way
def test_a_stale_copy_does_not_take_the_place_of_its_sibling(county, save):
    stale, sibling = article(county, "Wohnen"), article(county, "Arbeit")
    fresh(sibling).move(fresh(stale), "left")
    save(stale)
    assert [page.title for page in fresh(county).get_children()] == ["Arbeit", "Wohnen"]
    assert_sound()


@saved_in_every_way
def test_a_stale_copy_of_the_home_page_does_not_forget_a_county(county, save):
    home = fresh(county).get_parent().specific
    make_county("hausen", "Landkreis Hausen")
    save(home)
    assert home.numchild == fresh(home).numchild == 2
    assert_sound()


def test_a_plain_copy_gives_the_page_its_present_place(county):
    page, section = article(county, "Miete"), article(county, "Wohnen")
    stale = plain(page)
    fresh(page).move(section, "last-child")
    stale.specific.save()
    assert_sound()


def test_a_revision_that_was_read_before_a_move_is_published_where_the_page_stands(county):
    page, section = article(county, "Miete"), article(county, "Wohnen")
    revision = Revision.objects.get(pk=page.latest_revision_id)
    assert revision.content_object.pk == page.pk, "it keeps this copy of the page"
    fresh(section).move(plain(page), "left")  # there is no other page where `page` stood
    fresh(page).move(fresh(section), "last-child")
    article(page, "Kaution")
    revision.publish()
    assert fresh(page).get_parent().pk == section.pk
    assert_sound()


def test_a_stale_copy_whose_old_parent_is_gone_can_be_published(county):
    section = article(county, "Wohnen")
    stale = article(section, "Miete")
    fresh(stale).move(fresh(county), "last-child")
    fresh(section).delete()
    stale.title = "Miete und Kaution"
    publish(stale)
    assert fresh(stale).title == "Miete und Kaution"
    assert_sound()


@pytest.mark.parametrize("live", [True, False])
def test_a_new_slug_in_a_stale_copy_gives_addresses_below_the_present_parent(county, live):
    stale = article(county, "Miete") if live else draft(county, "Miete")
    article(stale, "Kaution")
    section = article(county, "Wohnen")
    fresh(section).save()
    fresh(stale).move(section, "last-child")
    stale.slug = "mieten"
    stale.save()
    assert fresh(stale).url_path == "/hub/auental/wohnen/mieten/"
    assert_sound()


def test_a_slug_has_to_be_free_where_the_page_stands_now(county):
    stale, section = article(county, "Miete"), article(county, "Wohnen")
    article(section, "Kaution")
    fresh(stale).move(fresh(section), "last-child")
    stale.slug = "kaution"
    with pytest.raises(ValidationError):
        stale.save()
    with pytest.raises(ValidationError):
        stale.save_revision()


def test_a_slug_may_be_taken_where_the_page_stood_before(county):
    stale, section = article(county, "Miete"), article(county, "Wohnen")
    fresh(stale).move(section, "last-child")
    article(county, "Miete")
    publish(stale)
    assert_sound()


def test_a_deleted_page_is_not_brought_back(county):
    stale = article(county, "Wohnen")
    fresh(stale).delete()
    for save in SAVES.values():
        with pytest.raises(Page.DoesNotExist):
            save(stale)
    assert not Page.objects.filter(pk=stale.pk).exists()


def test_only_the_named_columns_are_saved(county):
    stale, section = article(county, "Miete"), article(county, "Wohnen")
    fresh(stale).move(section, "last-child")
    stale.title, stale.summary = "Neu", "Neu"
    stale.save(update_fields=["title"])
    assert (fresh(stale).title, fresh(stale).summary) == ("Neu", "")
    assert_sound()


def test_translations_and_aliases_stay_where_they_are(county, editing):
    page, section = article(county, "Miete"), article(county, "Wohnen")
    with editing():
        english = translate(page, "en")
        parent = translate(section, "en")
    alias = page.create_alias(parent=fresh(county), update_slug="alias")
    fresh(english).move(fresh(parent), "last-child")
    fresh(alias).move(fresh(section), "last-child")
    with editing():
        translate(page, "en", mark="again")
        publish(page)
    assert fresh(english).get_parent().pk == parent.pk
    assert fresh(alias).get_parent().pk == section.pk
    assert_sound()


# Changes of the tree with stale copies


def test_a_move_begins_and_ends_where_the_pages_stand_now(county):
    page, target, elsewhere = (article(county, title) for title in ("Miete", "Wohnen", "Alt"))
    article(page, "Kaution")
    stale_page, stale_target = fresh(page), plain(target)
    fresh(target).move(fresh(elsewhere), "last-child")
    fresh(page).move(fresh(elsewhere), "first-child")
    stale_page.move(stale_target, "last-child")
    assert fresh(page).url_path == "/hub/auental/alt/wohnen/miete/"
    assert_sound()


@pytest.mark.parametrize("model", [Page, InfoPage])
def test_a_child_is_added_where_its_parent_stands_now(county, model):
    parent, section = article(county, "Miete"), article(county, "Wohnen")
    stale = model.objects.get(pk=parent.pk)
    fresh(parent).move(section, "last-child")
    stale.add_child(instance=InfoPage(title="Kaution", slug="kaution", locale=county.locale))
    assert InfoPage.objects.get(slug="kaution").url_path == "/hub/auental/wohnen/miete/kaution/"
    assert_sound()


def test_a_copied_or_aliased_subtree_counts_its_pages(county):
    section = article(county, "Wohnen")
    article(article(section, "Miete"), "Kaution")
    section.copy(recursive=True, update_attrs={"slug": "kopie"})
    section.create_alias(recursive=True, update_slug="alias")
    assert Page.objects.filter(slug="kaution").count() == 3
    assert_sound()


@pytest.fixture
def turns():
    """Count how often the tree is locked."""
    with patch.object(tree, "lock_tree", wraps=tree.lock_tree) as lock:
        yield lock


def change_slug(page: Page) -> None:
    page.slug = "neu"
    page.save()


CHANGES = {
    "add a child": lambda page: plain(page).add_child(instance=InfoPage(title="Neu", slug="neu", locale=page.locale)),
    "add a sibling": lambda page: plain(page).add_sibling(instance=InfoPage(title="Neu", slug="neu")),
    "move": lambda page: plain(page).move(page.get_parent(), "first-child"),
    "delete": lambda page: plain(page).delete(),
    "delete some": lambda page: Page.objects.filter(pk=page.pk).delete(),
    "copy": lambda page: plain(page).copy(update_attrs={"slug": "kopie"}),
    "alias": lambda page: plain(page).create_alias(update_slug="alias"),
    "change the slug": change_slug,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_the_tree_locks_it(county, turns, change):
    page = article(county, "Wohnen")
    turns.reset_mock()
    change(page)
    assert turns.called, "Wagtail or treebeard has another way now; see hub.tree.take_turns"
    assert_sound()


def test_a_save_does_not_wait_for_changes_of_the_tree(county, turns):
    page = article(county, "Wohnen")
    turns.reset_mock()
    publish(page)
    assert not turns.called


ADMIN_POSTS = {
    "move": lambda page, to: (reverse("wagtailadmin_pages:move_confirm", args=[page.pk, to.pk]), {}),
    "reorder": lambda page, to: (reverse("wagtailadmin_pages:set_page_position", args=[page.pk]) + "?position=0", {}),
    "delete": lambda page, to: (reverse("wagtailadmin_pages:delete", args=[page.pk]), {}),
    "move some": lambda page, to: (bulk("move", page), {"chooser": to.pk, "move_applicable": "on"}),
    "delete some": lambda page, to: (bulk("delete", page), {}),
    "copy": lambda page, to: (
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": to.pk},
    ),
}


def bulk(action: str, page: Page) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?id={page.pk}"


@pytest.mark.parametrize("post", ADMIN_POSTS.values(), ids=ADMIN_POSTS)
def test_the_admins_changes_of_the_tree_lock_it(county, admin_client, turns, post):
    _first, page, other = (article(county, title) for title in ("Arbeit", "Miete", "Wohnen"))
    before = list(Page.objects.values_list("pk", "path"))
    turns.reset_mock()
    address, data = post(page, other)
    answer = admin_client.post(address, data)
    assert answer.status_code in (200, 302)
    assert list(Page.objects.values_list("pk", "path")) != before, answer.content.decode()
    assert turns.called, "Wagtail's admin has another way now; see hub.tree.take_turns"
    assert_sound()


def test_hundreds_of_pages_are_deleted_at_once(county):
    """SQLite refuses conditions that are nested a thousand deep."""
    kept = fresh(article(county, "Seite"))
    names = [f"{number:04}" for number in range(100, 700)]
    Page.objects.bulk_create(
        Page(
            title=name,
            slug=name,
            path=county.path + name,
            depth=kept.depth,
            url_path=f"{county.url_path}{name}/",
            locale=kept.locale,
            content_type=ContentType.objects.get_for_model(Page),
        )
        for name in names
    )
    Page.objects.filter(pk=county.pk).update(numchild=1 + len(names))
    Page.objects.filter(slug__in=names).delete()
    assert list(fresh(county).get_children().values_list("pk", flat=True)) == [kept.pk]
    assert_sound()
