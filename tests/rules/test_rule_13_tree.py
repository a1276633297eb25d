"""Rule 13: the tree survives its editors: no stale copy of a page harms it, and changes of it take turns."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.models import Page, Revision
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation, Translation, TranslationLog
from wagtail_localize.operations import TranslationCreator

from home.models import InfoPage
from hub import tree
from hub.counties.models import CountyPage
from hub.publications import schedule
from hub.testing import languages, make_county, publish, translate
from hub.translations.segments import store_translations
from hub.translations.submitting import submit
from tests.rules.stage import article, draft, fresh, later
from tests.rules.threads import in_threads, interleaved, somebody_waits_for_us

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
together = [
    pytest.mark.slow,
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

SAVES = {
    "save": lambda page: page.save(),
    "save without validation": lambda page: page.save(clean=False),
    "save its slug": lambda page: page.save(update_fields=["slug", "url_path"]),
    "save a revision": lambda page: page.save_revision(),
    "publish": lambda page: page.save_revision().publish(),
    "unpublish": lambda page: page.unpublish(),
}
saved_in_every_way = pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)


def plain(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def assert_sound() -> None:
    """Every page stands below its parent, is counted by it, and has its address."""
    pages = {page.path: page for page in Page.objects.all()}
    children = dict.fromkeys(pages, 0)
    for path, page in pages.items():
        above = path[: -Page.steplen]
        assert page.depth == len(path) // Page.steplen, page
        if above:
            assert above in pages, f"{page} is an orphan"
            assert page.url_path == f"{pages[above].url_path}{page.slug}/", page
            children[above] += 1
    assert {path: page.numchild for path, page in pages.items()} == children


@contextmanager
def deleted_at(signal: Signal, page: Page, sender: type[Model] | None = None) -> Iterator[None]:
    """Have somebody else delete `page` when `signal` is sent; its sender waits until that is done, or waits for it."""
    errors = []
    deletion = threading.Thread(target=lambda: errors.extend(in_threads(fresh(page).delete)))

    def delete_meanwhile(**kwargs):
        deletion.start()
        while deletion.is_alive() and not somebody_waits_for_us():
            time.sleep(0.01)

    signal.connect(delete_meanwhile, sender=sender)
    try:
        yield
    finally:
        signal.disconnect(delete_meanwhile, sender=sender)
    deletion.join(60)
    assert not errors
    assert not Page.objects.filter(translation_key=page.translation_key).exists()


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


# Several editors at once


class TestTogether:
    pytestmark = together

    @pytest.fixture
    def section(self) -> InfoPage:
        return article(make_county(), "Wohnen")

    def test_two_pages_move_to_one_place(self, section):
        pages = [article(county := CountyPage.objects.get(), "Miete"), article(county, "Kaution")]
        moves = [lambda page=page: fresh(page).move(plain(section), "last-child") for page in pages]
        assert not interleaved(*moves)
        assert fresh(section).numchild == 2
        assert_sound()

    def test_a_child_is_added_while_its_parent_moves(self, section):
        page = article(section, "Miete")
        county = CountyPage.objects.get()
        new = InfoPage(title="Kaution", slug="kaution", locale=county.locale)
        assert not interleaved(
            lambda: plain(page).add_child(instance=new), lambda: fresh(page).move(plain(county), "last-child")
        )
        assert InfoPage.objects.get(slug="kaution").url_path == "/hub/auental/miete/kaution/"
        assert_sound()

    def test_a_parent_moves_while_a_child_is_added(self, section):
        page = article(section, "Miete")
        parent, county = plain(page), CountyPage.objects.get()
        new = InfoPage(title="Kaution", slug="kaution", locale=county.locale)
        assert not interleaved(
            lambda: fresh(page).move(plain(county), "last-child"), lambda: parent.add_child(instance=new)
        )
        assert_sound()

    def test_a_child_is_added_while_its_parent_is_deleted(self, section):
        new = InfoPage(title="Miete", slug="miete", locale=section.locale)
        parent = plain(section)
        (error,) = interleaved(lambda: fresh(section).delete(), lambda: parent.add_child(instance=new))
        assert isinstance(error, Page.DoesNotExist)
        assert_sound()

    def test_a_page_is_deleted_while_a_child_is_added(self, section):
        new = InfoPage(title="Miete", slug="miete", locale=section.locale)
        page = fresh(section)
        assert not interleaved(lambda: plain(section).add_child(instance=new), page.delete)
        assert not InfoPage.objects.exists()
        assert_sound()

    def test_a_page_is_published_while_it_moves(self, section):
        page = article(CountyPage.objects.get(), "Miete")
        assert not interleaved(lambda: fresh(page).move(plain(section), "last-child"), lambda: publish(page))
        assert_sound()

    def test_a_page_moves_while_it_is_published(self, section):
        page = article(CountyPage.objects.get(), "Miete")
        other = fresh(page)
        assert not interleaved(lambda: publish(page), lambda: other.move(plain(section), "last-child"))
        assert_sound()

    def test_a_page_is_deleted_while_it_is_published(self, section):
        revision = section.save_revision()
        with deleted_at(page_published, section):
            revision.publish()
        assert_sound()

    def test_a_child_is_added_to_an_alias_while_its_page_is_unpublished(self, section):
        """Wagtail saves aliases as plain pages, with all their columns."""
        section.create_alias(update_slug="first")
        alias = section.create_alias(update_slug="second")
        child = InfoPage(title="Miete", slug="miete", locale=section.locale)
        adding = threading.Thread(target=lambda: in_threads(lambda: plain(alias).add_child(instance=child)))

        def add_meanwhile(instance, **kwargs):
            if instance.slug == "first":
                adding.start()
                while adding.is_alive() and not somebody_waits_for_us():
                    time.sleep(0.01)

        pre_save.connect(add_meanwhile, sender=Page)
        try:
            fresh(section).unpublish()
        finally:
            pre_save.disconnect(add_meanwhile, sender=Page)
        adding.join(60)
        assert plain(alias).numchild == 1
        assert_sound()

    def test_a_stale_plain_page_is_unpublished(self, section):
        stale = plain(section)
        article(section, "Miete")
        stale.unpublish()
        assert_sound()

    def test_an_alias_is_deleted_while_its_page_is_unpublished(self, section):
        alias = section.create_alias(update_slug="alias")
        with deleted_at(pre_save, alias, sender=Page):
            fresh(section).unpublish()
        assert_sound()

    def test_a_page_is_deleted_while_its_translation_is_saved(self, section):
        translate(section, "en", publish=False)
        with deleted_at(pre_save, section, sender=TranslationLog):
            Translation.objects.get().save_target(publish=False)
        assert_sound()

    def test_a_page_is_deleted_before_its_old_address_is_kept(self, section):
        """Wagtail keeps it after the commit of the new slug."""
        renamed = fresh(section)
        renamed.slug = "wohnung"
        renamed.set_url_path(renamed.get_parent())
        fresh(section).delete()
        autocreate_redirects_on_slug_change(section, renamed)
        assert not Redirect.objects.exists()

    def test_a_page_is_deleted_while_its_old_address_is_kept(self, section):
        renamed = fresh(section)
        renamed.slug = "wohnung"
        renamed.set_url_path(renamed.get_parent())
        assert not interleaved(lambda: autocreate_redirects_on_slug_change(section, renamed), fresh(section).delete)
        assert not Redirect.objects.exists()

    def test_a_child_is_added_while_its_parent_is_saved(self, section):
        """A save changes Wagtail's row of a page first, then the model's own; treebeard locks both the other way."""
        new = InfoPage(title="Miete", slug="miete", locale=section.locale)
        parent = fresh(section)
        assert not interleaved(
            lambda: section.save(update_fields=["title"]), lambda: parent.add_child(instance=new), section.save
        )
        assert_sound()

    def test_a_slug_changes_while_the_page_moves(self, section):
        page = article(CountyPage.objects.get(), "Miete")
        article(page, "Kaution")
        renamed = fresh(page)
        renamed.slug = "mieten"
        assert not interleaved(lambda: fresh(page).move(plain(section), "last-child"), lambda: publish(renamed))
        assert fresh(page).url_path == "/hub/auental/wohnen/mieten/"
        assert_sound()

    def test_a_page_moves_while_the_slug_above_it_changes(self, section):
        page = article(section, "Miete")
        section = fresh(section)
        section.slug = "wohnung"
        county = CountyPage.objects.get()
        assert not interleaved(lambda: publish(section), lambda: page.move(county, "last-child"))
        assert_sound()

    def test_a_page_is_saved_twice_while_it_is_deleted(self, section):
        """A save changes Wagtail's row of a page first, then the model's own; a deletion goes the other way."""
        alias = section.create_alias(update_slug="alias")
        assert not interleaved(
            lambda: alias.save(clean=False, update_fields=["title"]),
            fresh(alias).delete,
            lambda: alias.save(clean=False),
        )
        assert_sound()

    def test_pages_are_published_in_bulk_while_a_sibling_moves_before_them(self, section):
        """treebeard makes room from the last sibling to the first."""
        pages = [article(section, f"Seite {number}") for number in range(3)]
        assert not interleaved(pages[0].save, lambda: pages[2].move(plain(pages[0]), "left"), pages[1].save)
        assert_sound()

    def test_pages_are_published_in_bulk_with_a_new_slug_while_they_move(self, section, admin_client):
        pages = [article(section, f"Seite {number}") for number in range(2)]
        pages[0].title, pages[1].slug = "Anders", "neu"
        for page in pages:
            page.save_revision()
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        county = CountyPage.objects.get()

        def move_when_the_first_is_published(**kwargs):
            page_published.disconnect(move_when_the_first_is_published)
            moving.start()
            while moving.is_alive() and not somebody_waits_for_us():
                time.sleep(0.01)

        errors = []
        moving = threading.Thread(
            target=lambda: errors.extend(in_threads(lambda: fresh(section).move(plain(county), "first-child")))
        )
        page_published.connect(move_when_the_first_is_published)
        try:
            assert admin_client.post(f"{address}?{query}", {"next": "/admin/"}).status_code == 302
        finally:
            page_published.disconnect(move_when_the_first_is_published)
        moving.join(60)
        assert not errors
        assert fresh(pages[1]).url_path.endswith("/wohnen/neu/")
        assert_sound()

    def test_a_draft_with_a_new_slug_is_published_on_schedule_while_its_section_moves(self, section):
        page = article(section, "Miete")
        page.slug, page.go_live_at = "mieten", timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        county = CountyPage.objects.get()
        with later(hours=2):
            assert not interleaved(
                tree.lock_tree, schedule.run_schedule, lambda: fresh(section).move(plain(county), "first-child")
            )
        assert fresh(page).url_path.endswith("/mieten/")
        assert_sound()

    def test_a_page_is_deleted_while_it_is_submitted_for_translation(self, section):
        locales = [languages()["en"], languages()["ar"]]
        section.copy_for_translation(locales[0], copy_parents=True, alias=True)
        create, calls = TranslationCreator.create_translations, []
        with patch.object(TranslationCreator, "create_translations", lambda *args: calls.append(args)):
            assert not interleaved(
                lambda: submit(section, locales), fresh(section).delete, lambda: create(*calls.pop())
            )
        assert not InfoPage.objects.exists()
        assert_sound()

    @pytest.mark.parametrize("language", ["de", "en"])
    def test_words_are_saved_while_their_page_is_deleted(self, section, language, admin_client):
        """In the same order as whoever saves them: what is stored of the words hangs on a row of the page's."""
        pages = {"de": section, "en": translate(section, "en", publish=False)}
        translation = Translation.objects.get(target_locale=languages()["en"])
        texts = {"title": ["Living"]}
        (error,) = interleaved(
            lambda: fresh(pages[language]).delete(),
            lambda: store_translations(translation.source, languages()["en"], texts, partial=True),
        )
        assert isinstance(error, Page.DoesNotExist)
        assert not StringTranslation.objects.exists()

    @pytest.mark.parametrize("language", ["de", "en"])
    def test_a_page_is_deleted_while_its_words_are_saved(self, section, language, admin_client):
        pages = {"de": section, "en": translate(section, "en", publish=False)}
        translation = Translation.objects.get(target_locale=languages()["en"])
        segment = translation.source.stringsegment_set.first()
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        answers = []

        def save() -> None:
            answers.append(admin_client.put(address, "value=Living", "application/x-www-form-urlencoded").status_code)

        assert not interleaved(save, fresh(pages[language]).delete)
        save()
        assert answers == [200, 404]
        assert not StringTranslation.objects.exists()
        assert_sound()

    def test_many_changes_at_once(self, section):
        county = CountyPage.objects.get()
        pages = [article(section, f"Seite {number}") for number in range(3)]

        def edit(number: int) -> None:
            for turn in range(4):
                page = fresh(pages[number])
                page.move(plain(county if turn % 2 else section), ("first-child", "last-child")[number % 2])
                page = fresh(page)
                page.slug = f"seite-{number}-{turn}"
                publish(page)
                article(page, f"Neu {number} {turn}").delete()

        assert not in_threads(*(lambda number=number: edit(number) for number in range(3)))
        assert_sound()
