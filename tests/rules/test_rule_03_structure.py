"""Rule 3: structure has one home, the source page: place, order, slug, address, restriction, schedule, expiry."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from hub.pages import HubPage
from hub.plugins import kinds
from hub.publications.models import Tombstone
from hub.publications.worker import run_schedule
from hub.site.navigation import tree
from hub.testing import languages, make_county, publish, translate, work
from hub.translations.moving import misplaced
from tests.rules.stage import (
    article,
    assert_sound,
    document,
    draft,
    fresh,
    later,
    link,
    plain,
    public,
    restrict,
    text,
    upkeep,
)

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LANGUAGES = ("de", "en", "ar")


def translated(page: Page, language: str) -> Page:
    return page.get_translation(languages()[language]).specific


def addresses(page: Page) -> list[str]:
    return [document(page, language)["meta"]["html_url"] for language in LANGUAGES]


def is_public_nowhere(page: Page, client, path: str) -> bool:
    """Say whether no language and no channel shows `page`, which was at `path` below the language."""
    for language in LANGUAGES:
        assert public(page, language) is None
        assert client.get(f"/{language}/{path}/").status_code in (302, 404)
        listed = client.get("/api/v2/pages/", {"locale": language}).json()["items"]
        assert str(page.translation_key) not in {item["meta"]["translation_key"] for item in listed}
        found = client.get("/api/v2/search/", {"q": "Wohnung", "locale": language}).json()
        assert found["items"] == []
        for pk in page.get_translations(inclusive=True).values_list("pk", flat=True):
            assert client.get(f"/api/v2/pages/{pk}/", {"locale": language}).status_code == 404
    changes = client.get("/api/v2/changes/?since=0").json()["items"]
    shown = {item["document"]["meta"]["translation_key"] for item in changes if "document" in item}
    assert str(page.translation_key) not in shown
    return True


@pytest.fixture
def page(county, editing):
    """A page of one text in German, English and (only) Arabic words that say so."""
    with editing():
        page = article(county, "Wohnen", [text("<p>Eine Wohnung suchen.</p>")])
    with editing():
        translate(page, "ar")
    work()
    return page


def test_rule_3_the_address_is_the_same_path_in_every_language(page):
    assert addresses(page) == [f"/{language}/auental/wohnen/" for language in LANGUAGES]
    assert translated(page, "ar").get_url() == "/ar/auental/wohnen/"


def test_rule_3_only_the_source_changes_the_slug(page, editing):
    row = translated(page, "ar")
    row.slug = "ganz-anders"
    with editing():
        publish(row)
    assert addresses(page) == [f"/{language}/auental/wohnen/" for language in LANGUAGES]
    page.slug = "mieten"
    with editing():
        publish(page)
    assert addresses(page) == [f"/{language}/auental/mieten/" for language in LANGUAGES]


def test_rule_3_a_moved_source_moves_all_languages_and_what_is_below(page, county, editing):
    with editing():
        below, target = article(page, "Miete"), article(county, "Leben")
        translate(below, "ar")
    work()
    with editing():
        fresh(page).move(target, "last-child")
    work()
    assert addresses(below) == [f"/{language}/auental/leben/wohnen/miete/" for language in LANGUAGES]
    assert document(page, "ar")["meta"]["parent"]["id"] == target.pk
    assert public(below, "ar").ancestors.endswith(f"/{county.pk}/{target.pk}/{page.pk}/{below.pk}/")


def test_rule_3_moving_or_reordering_a_translation_changes_nothing(page, editing):
    before = addresses(page), public(page, "ar").sequence
    row = translated(page, "ar")
    with editing():
        row.move(row.get_root(), "last-child")
    work()
    assert (addresses(page), public(page, "ar").sequence) == before


def test_rule_3_the_order_of_the_sources_is_the_order_in_all_languages(page, county, editing):
    with editing():
        first = article(county, "Anfang")
    with editing():
        translate(first, "en")
    work()
    numbers = {key: public(key, "en").sequence for key in (page, first)}
    with editing():
        Page.objects.get(pk=first.pk).move(Page.objects.get(pk=page.pk), "left")
    work()
    for language in LANGUAGES:
        (top,) = tree("auental", language)
        assert [node["translation_key"] for node in top["children"]] == [
            str(first.translation_key),
            str(page.translation_key),
        ]
    assert {key: public(key, "en").sequence for key in (page, first)} == numbers, "no document has changed"


def test_rule_3_an_unpublished_source_is_public_in_no_language(page, editing, client):
    with editing():
        page.unpublish()
    assert translated(page, "ar").live
    assert is_public_nowhere(page, client, "auental/wohnen")


def test_rule_3_a_restricted_source_is_public_in_no_language(page, editing, client):
    with editing():
        restrict(page)
    assert translated(page, "ar").live
    assert is_public_nowhere(page, client, "auental/wohnen")


def test_rule_3_an_expired_source_is_public_in_no_language(page, editing, client):
    page.expire_at = timezone.now() + timedelta(hours=1)
    with editing():
        publish(page)
    assert public(page, "ar").visible_until == page.expire_at
    with later(hours=2):
        assert fresh(page).live, "no command has run"
        assert is_public_nowhere(page, client, "auental/wohnen")


def test_rule_3_a_translation_of_a_draft_is_public_nowhere(county, editing, client):
    with editing():
        page = draft(county, "Wohnen", body='[{"type": "text", "value": "<p>Eine Wohnung.</p>", "id": "a"}]')
        translate(page, "ar")
    assert translated(page, "ar").live
    assert is_public_nowhere(page, client, "auental/wohnen")


def test_rule_3_a_deleted_source_takes_its_translations_with_it(page, county, editing, client):
    with editing():
        below = article(page, "Miete")
    with editing():
        translate(below, "ar")
    keys = [page.translation_key, below.translation_key]
    with editing():
        page.delete()
    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert set(Tombstone.objects.filter(translation_key__in=keys).values_list("reason", "locale")) == {
        ("deleted", language) for language in LANGUAGES
    }
    assert client.get("/ar/auental/wohnen/").status_code == 404


def test_rule_3_deleting_a_translation_leaves_the_page_in_its_source_language(page, editing):
    with editing():
        translated(page, "ar").delete()
    shown = document(page, "ar")
    assert (shown["id"], shown["meta"]["content_locale"]) == (page.pk, "de")


def test_rule_3_the_source_alone_says_when_a_page_expires(page, editing):
    Page.objects.filter(pk=translated(page, "ar").pk).update(expire_at=timezone.now() + timedelta(hours=1))
    with later(hours=2), editing():
        run_schedule()
        assert document(page, "ar")["meta"]["content_locale"] == "ar"
    assert translated(page, "ar").live


def test_rule_3_a_scheduled_page_is_published_and_withdrawn_in_time(county, editing):
    page = draft(county, "Bald")
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.expire_at = timezone.now() + timedelta(hours=3)
    with editing():
        page.save_revision().publish()
        run_schedule()
    assert public(page) is None
    with later(hours=2), editing():
        run_schedule()
    assert document(page)["title"] == "Bald"
    with later(hours=4), editing():
        run_schedule()
    assert not fresh(page).live
    assert Tombstone.objects.get(locale="de").reason == Tombstone.Reason.WITHDRAWN


def test_rule_3_one_page_that_cannot_be_published_hinders_no_other_on_schedule(county, editing, monkeypatch):
    pages = [draft(county, f"Bald {number}") for number in range(2)]
    for page in pages:
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
    publish_page = HubPage.publish

    def fail_for_first(self, revision, *args, **kwargs):
        if self.pk == pages[0].pk:
            raise ValueError("invalid")
        return publish_page(self, revision, *args, **kwargs)

    monkeypatch.setattr(HubPage, "publish", fail_for_first)
    with later(hours=2), editing():
        run_schedule()
    assert public(pages[0]) is None
    assert document(pages[1])["title"] == "Bald 1"


# Addresses


def test_rule_3_wagtails_own_addresses_stand():
    for kind in kinds:
        assert kind.model_class.get_url_parts is Page.get_url_parts, "or a later move deletes every redirect"


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_3_an_old_address_leads_on_after_a_new_slug_and_a_move(page, county, editing, client, language):
    with editing():
        below, target = article(page, "Miete"), article(county, "Leben")
    page.slug = "mieten"
    with editing():
        publish(page)
    with editing():
        Page.objects.get(pk=page.pk).move(target, "last-child")
    work()
    assert Redirect.objects.count() >= 4
    for old, new in (
        ("wohnen/", "leben/mieten/"),
        ("mieten/", "leben/mieten/"),
        ("wohnen/miete/", "leben/mieten/miete/"),
    ):
        answer = client.get(f"/{language}/auental/{old}?from=flyer")
        assert (answer.status_code, answer.url) == (301, f"/{language}/auental/{new}")
    assert below


def test_rule_3_an_old_address_of_a_withdrawn_page_leads_nowhere(page, editing, client):
    page.slug = "mieten"
    with editing():
        publish(page)
    with editing():
        page.unpublish()
    assert client.get("/ar/auental/wohnen/").status_code == 404


# Restrictions: Wagtail's own hooks enforce them, in every language


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_3_readers_who_are_not_admitted_are_asked_to_log_in(page, editing, client, language):
    with editing():
        restrict(page)
    answer = client.get(f"/{language}/auental/wohnen/")
    assert answer.status_code == 302
    assert "/login/" in answer.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_3_a_password_opens_a_private_page_and_nobody_may_keep_the_answer(page, editing, client, language):
    with editing():
        below = article(page, "Miete", [text("<p>Eine Wohnung mieten.</p>"), link(page)])
        restrict(page, password="secret")
    work()
    for path in ("auental/wohnen", "auental/wohnen/miete"):
        form = client.get(f"/{language}/{path}/")
        assert form.status_code == 200
        html = form.content.decode()
        assert 'type="password"' in html
        for told in ("Wohnen", "Wohnung", "Miete"):
            assert told not in html, "the form tells nothing of the page"
    action = unescape(html.partition('method="post" action="')[2].partition('"')[0])
    answer = client.post(action, {"password": "secret", "return_url": f"/{language}/auental/wohnen/miete/"})
    assert answer.status_code == 302
    opened = client.get(f"/{language}/auental/wohnen/miete/")
    assert "Eine Wohnung mieten." in opened.content.decode()
    assert {"private", "no-store"} <= set(opened.headers["Cache-Control"].split(", "))
    assert is_public_nowhere(below, client, "no/such/page")


def test_rule_3_a_restricted_translation_shows_the_source_instead(page, editing, client):
    with editing():
        restrict(translated(page, "ar"))
    work()
    shown = document(page, "ar")
    assert shown["meta"]["content_locale"] == "de"
    assert client.get(f"/api/v2/pages/{translated(page, 'ar').pk}/").status_code == 404
    assert "ar Eine Wohnung" not in client.get("/ar/auental/wohnen/").content.decode()


def test_rule_3_a_county_that_is_not_public_has_no_public_pages(page, county, editing, client):
    with editing():
        county.unpublish()
    work()
    assert is_public_nowhere(page, client, "auental/wohnen")
    with editing():
        publish(fresh(county))
    work()
    assert document(page, "ar")["meta"]["county"]["slug"] == "auental"


def test_rule_3_a_page_has_one_address_for_each_language_of_its_county(page, county, editing, client):
    county = fresh(county)
    county.languages = ["de", "ar"]
    with editing():
        publish(county)
    work()
    assert public(page, "en") is None
    assert public(page, "ar")
    assert client.get("/en/auental/wohnen/").status_code == 404
    with editing():
        other = make_county("hausen", "Landkreis Hausen")
        fresh(page).move(other, "last-child")
    work()
    assert addresses(page) == [f"/{language}/hausen/wohnen/" for language in LANGUAGES]


def test_rule_3_a_moved_source_takes_its_translations_along_in_the_tree(county, editing):
    with editing():
        section, target = article(county, "Wohnen"), article(county, "Leben")
        page = article(section, "Miete")
        for item in (section, target, page):
            translate(item, "en")
        translate(page, "ar")  # the section above is an alias there
        fresh(section).move(target, "last-child")
    english = languages()["en"]
    assert plain(section).get_translation(english).get_parent() == plain(target).get_translation(english)
    assert plain(page).get_translation(english).get_parent() == plain(section).get_translation(english)
    arabic = plain(page).get_translation(languages()["ar"])
    assert plain(county).get_translation(languages()["ar"]) in arabic.get_ancestors()
    assert_sound()


def test_rule_3_where_the_new_place_is_not_translated_they_stand_below_what_is(county, editing):
    with editing():
        page, target = article(county, "Wohnen"), article(county, "Leben")
        translate(page, "en")
        other = make_county("bergtal", "Landkreis Bergtal")
        fresh(page).move(other, "last-child")
    translation = plain(page).get_translation(languages()["en"])
    assert not translation.get_ancestors().filter(translation_key=county.translation_key).exists()
    with editing():
        fresh(page).move(target, "last-child")
    translation = plain(page).get_translation(languages()["en"])
    assert translation.get_ancestors().filter(translation_key=county.translation_key).exists()
    assert_sound()


def test_rule_3_upkeep_moves_a_translation_to_where_its_source_page_is(county, editing):
    with editing():
        section, other = article(county, "Abschnitt"), article(county, "Anderer Abschnitt")
        page = article(section, "Seite")
        for item in (section, other, page):
            translate(item, "ar")
    arabic = page.get_translation(languages()["ar"])
    with editing():
        arabic.move(other.get_translation(languages()["ar"]), "last-child")
    upkeep()
    assert fresh(arabic).is_child_of(section.get_translation(languages()["ar"]))
    assert_sound()
    assert misplaced([page.pk]) == []
