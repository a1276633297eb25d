"""The translator's desk on the server: what it shows, what it saves, and for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation

from hub.desk.models import AcceptedHint, Presence
from hub.rights.models import Role
from hub.testing import make_county, translate, work
from hub.translations.models import Coverage
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article, block, fresh, office, set_body, text
from tests.rules.test_query_budgets import counted, hold

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
GERMAN = {"Accept-Language": "de"}


@pytest.fixture(scope="module")
def shared_arabic(shared_county, shared_editing):
    with shared_editing():
        translate(shared_county, "ar")
    return shared_county


@pytest.fixture
def arabic(shared_arabic, county):
    return county


@pytest.fixture
def amal(arabic):
    return member("Amal", arabic, Role.TRANSLATORS, "ar")


@pytest.fixture(scope="module")
def shared_page(shared_arabic, shared_editing):
    words = text("<p>Eine Wohnung suchen.</p><p>Den <b>Vertrag</b> lesen.</p>", "a")
    with shared_editing():
        source = article(shared_arabic, "Wohnen", [words])
        return translate(source, "ar", leave_out=["body.a"], publish=False)


@pytest.fixture
def page(shared_page, arabic):
    """A draft in Arabic: the title is translated, two paragraphs are missing."""
    return fresh(shared_page)


class Visit:
    """Somebody at the desk of a page: `Visit(client, user, page).texts["Den …"]["data-state"]`."""

    def __init__(self, client, user, page) -> None:
        self.client, self.user, self.page = client, user, page
        client.force_login(user)
        self.look()

    def look(self) -> None:
        self.answer = self.client.get(reverse("hub_desk", args=[self.page.pk]), headers=GERMAN)
        assert self.answer.status_code == 200
        self.soup = BeautifulSoup(self.answer.content, "html.parser")
        self.texts = {item.select_one("[data-source]").text: item for item in self.soup.select("[data-key]")}

    def post(self, url, **values):
        return self.client.post(url, {"user": self.user.pk, **values}, headers=GERMAN)

    def save(self, source, words, base=None, confirmed=True):
        item = self.texts[source]
        base = item["data-version"] if base is None else base
        return self.post(item["data-url"], words=words, base=base, confirmed="yes" if confirmed else "")

    def state(self, source) -> str:
        return self.texts[source]["data-state"]


def words_of(page, source) -> str:
    rows = StringTranslation.objects.filter(context__object=page.translation_key, locale=page.locale)
    return rows.get(translation_of__data=source).data


def test_a_translator_comes_from_the_list_to_the_first_text_by_one_click(client, amal, page):
    client.force_login(amal)
    my_list = BeautifulSoup(client.get(reverse("hub_my_translations")).content, "html.parser")
    link = my_list.select_one(f"#page-{page.get_translations().get().pk}-ar a")
    assert link["href"] == reverse("hub_desk", args=[page.pk])


def test_the_editor_of_a_page_that_is_translated_text_by_text_is_the_desk(client, amal, page):
    client.force_login(amal)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(edit).url == reverse("hub_desk", args=[page.pk])
    assert b"js-translation-editor" in client.get(f"{edit}?desk=no").content


def test_a_page_with_a_structure_of_its_own_opens_in_wagtails_editor(client, amal, page):
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)
    client.force_login(amal)
    answer = client.get(reverse("hub_desk", args=[page.pk]), follow=True)
    assert answer.request["PATH_INFO"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert answer.status_code == 200
    assert b"page-edit-form" in answer.content


def test_texts_stand_in_reading_order_beside_fields_in_their_language(client, amal, page):
    visit = Visit(client, amal, page)
    assert list(visit.texts) == ["Wohnen", "Eine Wohnung suchen.", "Den Vertrag lesen."]
    for item in visit.texts.values():
        source, field = item.select_one("[data-source]"), item.select_one("[data-field]")
        assert (source["lang"], source["dir"]) == ("de", "ltr")
        assert (field["lang"], field["dir"], field["role"]) == ("ar", "rtl", "textbox")
    assert [visit.state(source) for source in visit.texts] == ["translated", "missing", "missing"]


def test_headings_and_list_items_are_named(client, amal, arabic, editing):
    with editing():
        source = article(arabic, "Arbeit", [text("<h2>Zuerst</h2><p>Satz.</p><ul><li>Ausweis</li></ul>", "a")])
        page = translate(source, "ar", publish=False)
    visit = Visit(client, amal, page)
    kinds = {name: item.select_one(".desk-text__kind").text for name, item in visit.texts.items()}
    assert kinds["Zuerst"] == "Überschrift"
    assert kinds["Ausweis"] == "Listenpunkt"
    assert kinds["Satz."] == ""


def test_facts_are_shown_and_are_no_fields(client, amal, arabic, editing):
    with editing():
        source = office(arabic, "Jobcenter", "030 23125 144")
        page = translate(source, "ar", publish=False)
    visit = Visit(client, amal, page)
    facts = " ".join(item.text for item in visit.soup.select(".desk-section__facts"))
    assert "030 23125 144" in facts
    assert not any("23125" in name for name in visit.texts)


def test_marks_of_the_source_are_buttons_and_ids_of_links_are_no_ids_of_the_screen(client, amal, arabic, editing):
    html = '<p>Das <a href="https://example.org/">Amt</a> hilft <b>immer</b>.</p>'
    with editing():
        page = translate(article(arabic, "Amt", [text(html, "a")]), "ar", publish=False)
    item = Visit(client, amal, page).texts["Das Amt hilft immer."]
    assert [(mark["data-mark"], mark.select_one("[data-mark-words]").text) for mark in item.select("[data-mark]")] == [
        ("a", "Amt"),
        ("b", "immer"),
    ]
    assert item.select_one("[data-source] a")["data-id"] == item.select_one("[data-field] a")["data-id"] == "a1"
    assert not item.select("[data-source] [id], [data-field] [id]")


def test_a_confirmed_text_counts_and_an_unfinished_one_does_not(client, amal, page):
    visit = Visit(client, amal, page)
    answer = visit.save("Eine Wohnung suchen.", "البحث عن", confirmed=False)
    assert answer.json()["state"] == "unconfirmed"
    assert Coverage.objects.get(page_id=page.pk).texts_to_do == 2
    answer = visit.save("Eine Wohnung suchen.", "البحث عن شقة.", base=answer.json()["version"])
    assert answer.json()["state"] == "translated"
    visit.look()
    assert visit.state("Eine Wohnung suchen.") == "translated"
    assert visit.texts["Eine Wohnung suchen."].select_one("[data-field]").text == "البحث عن شقة."


@pytest.mark.parametrize(("words", "state"), [("البحث عن شقة.", "translated"), ("البحث عن", "unconfirmed")])
def test_a_text_that_is_left_counts_unless_a_hint_says_that_it_is_unfinished(client, amal, page, words, state):
    visit = Visit(client, amal, page)
    url = visit.texts["Eine Wohnung suchen."]["data-url"]
    assert visit.post(url, words=words, base="", confirmed="unless-hints").json()["state"] == state


def test_how_the_source_was_typed_is_not_shown(client, amal, arabic, editing):
    with editing():
        page = translate(article(arabic, "Arbeit", [text("<p>Eins\n      zwei.</p>", "a")]), "ar", publish=False)
    assert "Eins zwei." in Visit(client, amal, page).texts


def test_coverage_follows_a_saved_text(client, amal, page, django_capture_on_commit_callbacks):
    visit = Visit(client, amal, page)
    with django_capture_on_commit_callbacks(execute=True):
        visit.save("Eine Wohnung suchen.", "البحث عن شقة.")
    assert Coverage.objects.get(page_id=page.pk).texts_to_do == 1


@pytest.mark.parametrize("words", ["<b>" * 2500 + "x" + "</b>" * 2500, "1" + " 000" * 1600])
def test_odd_words_break_nothing(client, amal, page, words):
    visit = Visit(client, amal, page)
    assert visit.save("Eine Wohnung suchen.", words).status_code == 200
    visit.look()
    assert len(visit.texts) == 3


def test_a_link_brings_no_id_into_the_screen(client, amal, page):
    visit = Visit(client, amal, page)
    visit.save("Eine Wohnung suchen.", '<a title="x" id="desk-messages">شقة</a>', confirmed=False)
    visit.look()
    assert len(visit.soup.select("#desk-messages")) == 1


def test_a_request_without_words_deletes_nothing(client, amal, page):
    visit = Visit(client, amal, page)
    item = visit.texts["Wohnen"]
    assert visit.post(item["data-url"], base=item["data-version"]).status_code == 400
    assert words_of(page, "Wohnen") == "ar Wohnen"


def test_a_text_of_another_place_is_not_taken_for_one_of_the_page(client, amal, page, editing):
    with editing():
        other = article(make_county("bergtal", "Bergtal"), "Geheimes Vorhaben")
        translate(other, "ar", publish=False)
    secret = StringTranslation.objects.get(translation_of__data="Geheimes Vorhaben").translation_of_id
    visit = Visit(client, amal, page)
    context = visit.texts["Wohnen"]["data-key"].partition("-")[2]
    address = reverse("hub_desk_save", args=[page.pk, secret, context])
    assert visit.post(address, words="x", base="", confirmed="yes").status_code == 404


def test_words_reach_the_text_that_stands_there_after_two_changes(client, amal, page, editing):
    visit = Visit(client, amal, page)
    source = page.get_translations().get().specific
    for html in ("<p>Eine Wohnung finden.</p>", "<p>Eine gute Wohnung finden.</p>"):
        with editing():
            set_body(source, text(f"{html}<p>Den <b>Vertrag</b> lesen.</p>", "a"))
        work()
    visit.save("Eine Wohnung suchen.", "البحث عن شقة.")
    visit.look()
    assert visit.texts["Eine gute Wohnung finden."].select_one("[data-field]").text == "البحث عن شقة."


def test_words_of_somebody_else_at_the_new_text_stay(client, amal, arabic, page, editing):
    visit = Visit(client, amal, page)
    source = page.get_translations().get().specific
    with editing():
        set_body(source, text("<p>Eine Wohnung finden.</p><p>Den <b>Vertrag</b> lesen.</p>", "a"))
    work()
    other = Visit(client, member("Samir", arabic, Role.TRANSLATORS, "ar"), page)
    other.save("Eine Wohnung finden.", "كلمات سمير", confirmed=False)
    client.force_login(amal)
    visit.save("Eine Wohnung suchen.", "كلمات أمل")
    assert words_of(page, "Eine Wohnung finden.") == "كلمات سمير"


def test_a_character_that_no_database_stores_is_left_out(client, amal, page):
    visit = Visit(client, amal, page)
    assert visit.save("Eine Wohnung suchen.", "شقة\0.").json()["state"] == "translated"
    assert words_of(page, "Eine Wohnung suchen.") == "شقة."


def test_an_emptied_text_is_missing_again(client, amal, page):
    visit = Visit(client, amal, page)
    assert visit.save("Wohnen", "").json()["state"] == "missing"
    assert not StringTranslation.objects.filter(translation_of__data="Wohnen", locale=page.locale).exists()


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "<p>مرحبا</p>", '<a id="a9">مرحبا</a>', '<b onclick="alert(1)">مرحبا</b>'],
)
def test_markup_that_the_source_does_not_have_is_refused_and_kept(client, amal, page, words):
    visit = Visit(client, amal, page)
    answer = visit.save("Eine Wohnung suchen.", words).json()
    assert answer["state"] == "refused"
    assert answer["refusal"]
    assert words_of(page, "Eine Wohnung suchen.") == words
    visit.look()
    field = visit.texts["Eine Wohnung suchen."].select_one("[data-field]")
    assert not field.select("script, p, [onclick]")


def test_a_text_that_is_too_long_for_its_field_is_refused(client, amal, page):
    answer = Visit(client, amal, page).save("Wohnen", "س" * 300).json()
    assert answer["state"] == "refused"
    assert "255" in answer["refusal"]


def test_words_of_somebody_else_are_not_overwritten(client, amal, arabic, page):
    visit = Visit(client, amal, page)
    other = Visit(client, member("Samir", arabic, Role.TRANSLATORS, "ar"), page)
    assert other.save("Eine Wohnung suchen.", "كلمات سمير").status_code == 200
    client.force_login(amal)
    answer = visit.save("Eine Wohnung suchen.", "كلمات أمل")
    assert answer.status_code == 409
    assert answer.json()["who"] == "Samir"
    assert answer.json()["words"] == "كلمات سمير"
    assert words_of(page, "Eine Wohnung suchen.") == "كلمات سمير"
    again = visit.save("Eine Wohnung suchen.", "كلمات أمل", base=answer.json()["version"])
    assert again.status_code == 200
    assert words_of(page, "Eine Wohnung suchen.") == "كلمات أمل"


def test_a_text_that_is_sent_twice_is_no_conflict(client, amal, page):
    visit = Visit(client, amal, page)
    assert visit.save("Eine Wohnung suchen.", "شقة").status_code == 200
    assert visit.save("Eine Wohnung suchen.", "شقة").status_code == 200


def test_words_of_one_login_are_not_saved_by_another(client, amal, page):
    visit = Visit(client, amal, page)
    item = visit.texts["Eine Wohnung suchen."]
    answer = client.post(item["data-url"], {"user": amal.pk + 1, "words": "شقة", "base": "", "confirmed": "yes"})
    assert answer.status_code == 401
    assert not StringTranslation.objects.filter(translation_of__data="Eine Wohnung suchen.").exists()


@pytest.fixture
def changed(page, editing):
    """The page with a translated paragraph that its source has changed since."""
    source = page.get_translations().get().specific
    with editing():
        translate(source, "ar")
        set_body(source, text("<p>Eine gute Wohnung suchen.</p><p>Den <b>Vertrag</b> lesen.</p>", "a"))
    work()
    return fresh(page)


def test_a_changed_text_shows_what_has_changed_and_keeps_its_translation(client, amal, changed):
    item = Visit(client, amal, changed).texts["Eine gute Wohnung suchen."]
    assert item["data-state"] == "unconfirmed"
    assert item.has_attr("data-changed")
    assert "gute" in item.select_one("ins").text
    assert not item.select("del")
    assert item.select_one("[data-field]").text == "ar Eine Wohnung suchen."


def test_a_text_changed_twice_is_compared_with_the_one_that_was_translated(client, amal, changed, editing):
    source = changed.get_translations().get().specific
    with editing():
        set_body(source, text("<p>Eine gute Wohnung finden.</p><p>Den <b>Vertrag</b> lesen.</p>", "a"))
    work()
    item = Visit(client, amal, changed).texts["Eine gute Wohnung finden."]
    assert "gute" in item.select_one("ins").text
    assert "suchen" in item.select_one("del").text


def test_a_text_that_is_still_right_is_confirmed_as_it_is(client, amal, changed):
    visit = Visit(client, amal, changed)
    answer = visit.save("Eine gute Wohnung suchen.", "ar Eine Wohnung suchen.")
    assert answer.json()["state"] == "translated"
    visit.look()
    assert not visit.soup.select("[data-changed]")


def test_a_new_text_is_missing_and_not_changed(client, amal, changed, editing):
    source = changed.get_translations().get().specific
    with editing():
        set_body(source, text("<p>Eine gute Wohnung suchen.</p>", "a"), text("<p>Etwas Neues.</p>", "b"))
    work()
    item = Visit(client, amal, changed).texts["Etwas Neues."]
    assert item["data-state"] == "missing"
    assert not item.has_attr("data-changed")


def test_a_source_that_was_just_published_is_there_before_the_worker_comes(client, amal, page, editing):
    source = page.get_translations().get().specific
    with editing():
        set_body(source, text("<p>Ein anderer Satz.</p>", "a"))
    assert "Ein anderer Satz." in Visit(client, amal, page).texts


def test_words_for_a_text_that_the_source_has_changed_meanwhile_begin_the_new_ones(client, amal, page, editing):
    visit = Visit(client, amal, page)
    source = page.get_translations().get().specific
    with editing():
        set_body(source, text("<p>Eine Wohnung finden.</p><p>Den <b>Vertrag</b> lesen.</p>", "a"))
    work()
    assert visit.save("Eine Wohnung suchen.", "البحث عن شقة.").json()["is_gone"]
    visit.look()
    item = visit.texts["Eine Wohnung finden."]
    assert item["data-state"] == "unconfirmed"
    assert item.select_one("[data-field]").text == "البحث عن شقة."
    assert "finden" in item.select_one("ins").text


def test_somebody_elses_place_and_words_are_told(client, amal, arabic, page):
    visit = Visit(client, amal, page)
    state = reverse("hub_desk_state", args=[page.pk])
    before = visit.post(state, text="").json()
    assert before["others"] == []
    other = Visit(client, member("Samir", arabic, Role.TRANSLATORS, "ar"), page)
    key = other.texts["Wohnen"]["data-key"]
    other.post(state, text=key)
    other.save("Eine Wohnung suchen.", "شقة")
    client.force_login(amal)
    after = visit.post(state, text="").json()
    assert after["others"] == [{"name": "Samir", "text": key}]
    assert after["stamp"] != before["stamp"]
    Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=1))
    assert visit.post(state, text="").json()["others"] == []


def test_own_words_do_not_make_the_list_stale(client, amal, page):
    visit = Visit(client, amal, page)
    stamp = visit.soup.select_one("[data-list]")["data-stamp"]
    visit.save("Eine Wohnung suchen.", "شقة")
    assert visit.post(reverse("hub_desk_state", args=[page.pk]), text="").json()["stamp"] == stamp


def test_a_hint_that_is_right_here_is_remembered_for_this_text(client, amal, page):
    visit = Visit(client, amal, page)
    hints = visit.save("Eine Wohnung suchen.", "شقة  جديدة.").json()["hints"]
    button = BeautifulSoup(hints, "html.parser").button
    url = f"{visit.texts['Eine Wohnung suchen.']['data-url']}hint/"
    answer = visit.post(url, code=button["data-code"], subject=button["data-subject"])
    assert not BeautifulSoup(answer.json()["hints"], "html.parser").button
    assert AcceptedHint.objects.get().user == amal
    visit.look()
    assert not visit.soup.select(".desk-hints")


def test_a_complete_page_is_published(client, amal, page, editing):
    visit = Visit(client, amal, page)
    visit.save("Eine Wohnung suchen.", "البحث عن شقة.")
    visit.save("Den Vertrag lesen.", "اقرأ <b>العقد</b>.")
    with editing():
        client.post(reverse("hub_desk_publish", args=[page.pk]))
    published = fresh(page)
    assert published.live
    assert "البحث عن شقة." in str(published.body)


def test_what_was_left_out_of_a_published_page_is_said(client, amal, changed, editing):
    Visit(client, amal, changed)
    with editing():
        answer = client.post(reverse("hub_desk_publish", args=[changed.pk]), follow=True, headers=GERMAN)
    assert "1 Text wurde ausgelassen" in answer.content.decode()


def test_an_incomplete_page_is_not_published_and_says_why(client, amal, page):
    Visit(client, amal, page)
    answer = client.post(reverse("hub_desk_publish", args=[page.pk]), follow=True, headers=GERMAN)
    assert "2 Texte" in answer.content.decode()
    assert not fresh(page).live


@pytest.fixture
def novice(amal, arabic):
    """A translator who may not publish."""
    group = Group.objects.create(name="novices")
    for permission in GroupPagePermission.objects.filter(group__in=amal.groups.all()):
        if permission.permission.codename == "change_page":
            group.page_permissions.create(page=permission.page, permission=permission.permission)
    group.permissions.set([permission for item in amal.groups.all() for permission in item.permissions.all()])
    amal.groups.set([group])
    return type(amal).objects.get(pk=amal.pk)


def test_who_may_not_publish_submits_the_page_to_those_who_may(client, novice, page):
    visit = Visit(client, novice, page)
    address = reverse("hub_desk_publish", args=[page.pk])
    client.post(address, {"submit": "1"})
    assert not fresh(page).workflow_in_progress
    visit.save("Eine Wohnung suchen.", "البحث عن شقة.")
    visit.save("Den Vertrag lesen.", "اقرأ <b>العقد</b>.")
    client.post(address, {"submit": "1"})
    assert fresh(page).workflow_in_progress
    assert not fresh(page).live
    assert "البحث عن شقة." in str(fresh(page).get_latest_revision_as_object().body)


def test_the_next_page_of_the_list_is_opened_or_begun(client, amal, page, arabic, editing):
    with editing():
        other = article(arabic, "Arbeit", [text("<p>Eine Stelle.</p>")])
    work()
    client.force_login(amal)
    answer = client.post(reverse("hub_desk_next", args=[page.pk]))
    begun = other.get_translations().get()
    assert answer.url == reverse("hub_desk", args=[begun.pk])
    assert client.post(reverse("hub_desk_next", args=[begun.pk])).url == reverse("hub_desk", args=[page.pk])


def test_after_the_last_page_comes_the_list(client, amal, page):
    client.force_login(amal)
    assert client.post(reverse("hub_desk_next", args=[page.pk])).url == reverse("hub_my_translations")


def test_nobody_from_elsewhere_comes_to_the_desk(client, amal, page, editing):
    item = Visit(client, amal, page).texts["Wohnen"]
    with editing():
        other = make_county("bergtal", "Bergtal")
        translate(other, "ar")
    stranger = member("Noor", other, Role.TRANSLATORS, "ar")
    client.force_login(stranger)
    assert client.get(reverse("hub_desk", args=[page.pk])).status_code == 404
    values = {"user": stranger.pk, "words": "x", "base": item["data-version"], "confirmed": "yes"}
    for address in (item["data-url"], f"{item['data-url']}hint/", f"{item['data-url']}question/"):
        assert client.post(address, values).status_code == 404
    assert client.get(f"{item['data-url']}suggestions/").status_code == 404
    assert client.post(reverse("hub_desk_state", args=[page.pk]), values).status_code == 404
    assert words_of(page, "Wohnen") == "ar Wohnen"


def test_an_editor_of_the_source_does_not_save_translations(client, amal, arabic, page):
    item = Visit(client, amal, page).texts["Wohnen"]
    robin = member("Robin", arabic, Role.EDITORS)
    client.force_login(robin)
    values = {"user": robin.pk, "words": "x", "base": item["data-version"], "confirmed": "yes"}
    assert client.post(item["data-url"], values).status_code == 403


def test_texts_of_another_page_are_not_saved_here(client, amal, page, arabic, editing):
    with editing():
        other = translate(article(arabic, "Arbeit"), "ar", publish=False)
    key = Visit(client, amal, other).texts["Arbeit"]["data-key"]
    string_id, context_id = key.split("-")
    visit = Visit(client, amal, page)
    answer = visit.post(reverse("hub_desk_save", args=[page.pk, string_id, context_id]), words="x", base="")
    assert answer.status_code == 404


def test_a_locked_page_is_not_translated(client, amal, page):
    visit = Visit(client, amal, page)
    page.locked = True
    page.save(update_fields=["locked"])
    assert visit.save("Wohnen", "سكن").status_code == 403
    assert client.get(reverse("hub_desk", args=[page.pk])).status_code == 302


def test_the_desk_speaks_german(client, amal, changed):
    visit = Visit(client, amal, changed)
    main = visit.soup.select_one("main")
    for part in main.select("[lang], script, kbd"):
        part.decompose()
    assert [found for part in texts(str(main)) if (found := foreign(part))] == []


def test_queries_do_not_grow_with_the_texts(client, amal, arabic, editing, page):
    blocks = [block("text", f"<p>Satz {number} über Wohnungen.</p>", f"b{number}") for number in range(40)]
    with editing():
        large = translate(article(arabic, "Viel", blocks), "ar", leave_out=["body.b3"], publish=False)
    client.force_login(amal)
    address = reverse("hub_desk", args=[large.pk])
    client.get(address)
    client.get(reverse("hub_desk", args=[page.pk]))
    few = counted(lambda: client.get(reverse("hub_desk", args=[page.pk])))
    many = counted(lambda: client.get(address))
    hold("translator's desk", [few, many])
    item = Visit(client, amal, large).texts["Satz 3 über Wohnungen."]
    values = {"user": amal.pk, "words": "جملة 3", "base": "", "confirmed": "yes"}
    hold("translator's desk: save", [counted(lambda: client.post(item["data-url"], values))])
    state = reverse("hub_desk_state", args=[large.pk])
    hold("translator's desk: state", [counted(lambda: client.post(state, values))])
    hold("translator's desk: suggestions", [counted(lambda: client.get(f"{item['data-url']}suggestions/"))])
