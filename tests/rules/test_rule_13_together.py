"""Rule 13: the tree survives several editors at once: its changes take turns, no page is deleted while it is saved."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.models import Page
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
from tests.rules.stage import article, assert_sound, fresh, later, plain
from tests.rules.threads import in_threads, interleaved, somebody_waits_for_us

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.slow,
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
]


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


@pytest.fixture
def section() -> InfoPage:
    return article(make_county(), "Wohnen")


def test_two_pages_move_to_one_place(section):
    pages = [article(county := CountyPage.objects.get(), "Miete"), article(county, "Kaution")]
    moves = [lambda page=page: fresh(page).move(plain(section), "last-child") for page in pages]
    assert not interleaved(*moves)
    assert fresh(section).numchild == 2
    assert_sound()


def test_a_child_is_added_while_its_parent_moves(section):
    page = article(section, "Miete")
    county = CountyPage.objects.get()
    new = InfoPage(title="Kaution", slug="kaution", locale=county.locale)
    assert not interleaved(
        lambda: plain(page).add_child(instance=new), lambda: fresh(page).move(plain(county), "last-child")
    )
    assert InfoPage.objects.get(slug="kaution").url_path == "/hub/auental/miete/kaution/"
    assert_sound()


def test_a_parent_moves_while_a_child_is_added(section):
    page = article(section, "Miete")
    parent, county = plain(page), CountyPage.objects.get()
    new = InfoPage(title="Kaution", slug="kaution", locale=county.locale)
    assert not interleaved(
        lambda: fresh(page).move(plain(county), "last-child"), lambda: parent.add_child(instance=new)
    )
    assert_sound()


def test_a_child_is_added_while_its_parent_is_deleted(section):
    new = InfoPage(title="Miete", slug="miete", locale=section.locale)
    parent = plain(section)
    (error,) = interleaved(lambda: fresh(section).delete(), lambda: parent.add_child(instance=new))
    assert isinstance(error, Page.DoesNotExist)
    assert_sound()


def test_a_page_is_deleted_while_a_child_is_added(section):
    new = InfoPage(title="Miete", slug="miete", locale=section.locale)
    page = fresh(section)
    assert not interleaved(lambda: plain(section).add_child(instance=new), page.delete)
    assert not InfoPage.objects.exists()
    assert_sound()


def test_a_page_is_published_while_it_moves(section):
    page = article(CountyPage.objects.get(), "Miete")
    assert not interleaved(lambda: fresh(page).move(plain(section), "last-child"), lambda: publish(page))
    assert_sound()


def test_a_page_moves_while_it_is_published(section):
    page = article(CountyPage.objects.get(), "Miete")
    other = fresh(page)
    assert not interleaved(lambda: publish(page), lambda: other.move(plain(section), "last-child"))
    assert_sound()


def test_a_page_is_deleted_while_it_is_published(section):
    revision = section.save_revision()
    with deleted_at(page_published, section):
        revision.publish()
    assert_sound()


def test_a_child_is_added_to_an_alias_while_its_page_is_unpublished(section):
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


def test_a_stale_plain_page_is_unpublished(section):
    stale = plain(section)
    article(section, "Miete")
    stale.unpublish()
    assert_sound()


def test_an_alias_is_deleted_while_its_page_is_unpublished(section):
    alias = section.create_alias(update_slug="alias")
    with deleted_at(pre_save, alias, sender=Page):
        fresh(section).unpublish()
    assert_sound()


def test_a_page_is_deleted_while_its_translation_is_saved(section):
    translate(section, "en", publish=False)
    with deleted_at(pre_save, section, sender=TranslationLog):
        Translation.objects.get().save_target(publish=False)
    assert_sound()


def test_a_page_is_deleted_before_its_old_address_is_kept(section):
    """Wagtail keeps it after the commit of the new slug."""
    renamed = fresh(section)
    renamed.slug = "wohnung"
    renamed.set_url_path(renamed.get_parent())
    fresh(section).delete()
    autocreate_redirects_on_slug_change(section, renamed)
    assert not Redirect.objects.exists()


def test_a_page_is_deleted_while_its_old_address_is_kept(section):
    renamed = fresh(section)
    renamed.slug = "wohnung"
    renamed.set_url_path(renamed.get_parent())
    assert not interleaved(lambda: autocreate_redirects_on_slug_change(section, renamed), fresh(section).delete)
    assert not Redirect.objects.exists()


def test_a_child_is_added_while_its_parent_is_saved(section):
    """A save changes Wagtail's row of a page first, then the model's own; treebeard locks both the other way."""
    new = InfoPage(title="Miete", slug="miete", locale=section.locale)
    parent = fresh(section)
    assert not interleaved(
        lambda: section.save(update_fields=["title"]), lambda: parent.add_child(instance=new), section.save
    )
    assert_sound()


def test_a_slug_changes_while_the_page_moves(section):
    page = article(CountyPage.objects.get(), "Miete")
    article(page, "Kaution")
    renamed = fresh(page)
    renamed.slug = "mieten"
    assert not interleaved(lambda: fresh(page).move(plain(section), "last-child"), lambda: publish(renamed))
    assert fresh(page).url_path == "/hub/auental/wohnen/mieten/"
    assert_sound()


def test_a_page_moves_while_the_slug_above_it_changes(section):
    page = article(section, "Miete")
    section = fresh(section)
    section.slug = "wohnung"
    county = CountyPage.objects.get()
    assert not interleaved(lambda: publish(section), lambda: page.move(county, "last-child"))
    assert_sound()


def test_a_page_is_saved_twice_while_it_is_deleted(section):
    """A save changes Wagtail's row of a page first, then the model's own; a deletion goes the other way."""
    alias = section.create_alias(update_slug="alias")
    assert not interleaved(
        lambda: alias.save(clean=False, update_fields=["title"]),
        fresh(alias).delete,
        lambda: alias.save(clean=False),
    )
    assert_sound()


def test_pages_are_published_in_bulk_while_a_sibling_moves_before_them(section):
    """treebeard makes room from the last sibling to the first."""
    pages = [article(section, f"Seite {number}") for number in range(3)]
    assert not interleaved(pages[0].save, lambda: pages[2].move(plain(pages[0]), "left"), pages[1].save)
    assert_sound()


def test_pages_are_published_in_bulk_with_a_new_slug_while_they_move(section, admin_client):
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


def test_a_draft_with_a_new_slug_is_published_on_schedule_while_its_section_moves(section):
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


def test_a_page_is_deleted_while_it_is_submitted_for_translation(section):
    locales = [languages()["en"], languages()["ar"]]
    section.copy_for_translation(locales[0], copy_parents=True, alias=True)
    create, calls = TranslationCreator.create_translations, []
    with patch.object(TranslationCreator, "create_translations", lambda *args: calls.append(args)):
        assert not interleaved(lambda: submit(section, locales), fresh(section).delete, lambda: create(*calls.pop()))
    assert not InfoPage.objects.exists()
    assert_sound()


@pytest.mark.parametrize("language", ["de", "en"])
def test_words_are_saved_while_their_page_is_deleted(section, language, admin_client):
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
def test_a_page_is_deleted_while_its_words_are_saved(section, language, admin_client):
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


def test_many_changes_at_once(section):
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
