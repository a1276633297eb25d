"""The translations of one page: states, decisions, minor edits and what the history says of them."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import TranslationSource

from hub.rights.models import Role
from hub.testing import make_county, translate, work
from hub.translations.minor_edits import publish_minor
from hub.translations.models import Coverage, MinorEdit, NotNeeded
from tests.desk.german import foreign, texts
from tests.rights.stage import member
from tests.rules.stage import article, draft, fresh, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
GERMAN = {"Accept-Language": "de"}


@pytest.fixture(scope="module")
def shared_page(shared_county, shared_editing):
    with shared_editing():
        translate(shared_county, "ar")
        page = article(shared_county, "Wohnen", [text("<p>Eins.</p>", "a")])
        translate(page, "ar")
    return page


@pytest.fixture
def page(shared_page, county):
    """A page that is complete in Arabic, and missing in English."""
    return fresh(shared_page)


@pytest.fixture
def robin(county, page):
    return member("Robin", county, Role.EDITORS)


@pytest.fixture
def amal(county, page):
    return member("Amal", county, Role.TRANSLATORS, "ar")


@pytest.fixture
def stranger(page, editing):
    with editing():
        other = make_county("bergtal", "Bergtal")
    return member("Noor", other, Role.ADMINISTRATORS)


@pytest.fixture
def edit(page, editing, admin_user):
    """A minor edit of the page's text."""
    changed = fresh(page)
    changed.body = '[{"type": "text", "value": "<p>Eins!</p>", "id": "a"}]'
    with editing():
        publish_minor(changed.save_revision(user=admin_user), admin_user)
    work()
    return MinorEdit.objects.get()


def address(page) -> str:
    return reverse("hub_page_translations", args=[page.pk])


def words(answer) -> str:
    return " ".join(" ".join(texts(answer.content.decode())).split())


def asked(client, user, page):
    client.force_login(user)
    return client.get(address(page), headers=GERMAN)


def state(page, language) -> str:
    return Coverage.objects.get(source=page, locale=language).state


def decide(client, user, page, language="en", **values):
    client.force_login(user)
    return client.post(address(page), {"language": language, **values}, headers=GERMAN)


def test_each_language_has_its_state_and_a_way_to_the_work(client, page, robin):
    answer = asked(client, robin, page)
    lines = {line["cell"].row.locale: line for line in answer.context["lines"]}
    assert [lines[code]["cell"].text for code in ("en", "ar")] == ["fehlt", "vollständig"]
    assert f'action="{reverse("hub_translate", args=[page.pk, "en"])}"' in answer.content.decode()
    assert not [words for words in texts(answer.content.decode()) if foreign(words)]


def test_translators_open_their_own_language(client, page, amal):
    answer = asked(client, amal, page)
    arabic = page.get_translations().get(locale__language_code="ar")
    assert reverse("hub_desk", args=[arabic.pk]) in answer.content.decode()
    assert reverse("hub_translate", args=[page.pk, "en"]) not in answer.content.decode()
    assert "Nicht nötig, weil" not in words(answer)


def test_a_translation_leads_to_those_of_its_source(client, page, amal):
    client.force_login(amal)
    assert client.get(address(page.get_translations().get())).url == address(page)


def test_what_is_in_no_county_has_no_translations(client, page, admin_user):
    client.force_login(admin_user)
    for depth in (1, 2):
        assert client.get(address(Page.objects.filter(depth=depth).first())).status_code == 404


def test_a_draft_may_be_translated_before_it_is_published(client, county, page, robin):
    waiting = draft(fresh(county), "Entwurf")
    answer = asked(client, robin, waiting)
    assert "noch nicht veröffentlicht" in words(answer)
    assert reverse("hub_translate", args=[waiting.pk, "en"]) in answer.content.decode()


def test_another_county_finds_nothing_and_changes_nothing(client, page, edit, stranger):
    assert asked(client, stranger, page).status_code == 404
    assert decide(client, stranger, page, reason="Nein.").status_code == 404
    assert client.post(reverse("hub_take_back_minor_edit", args=[edit.pk])).status_code == 404
    assert not NotNeeded.objects.exists()
    assert MinorEdit.objects.exists()


def test_an_editor_decides_that_no_translation_is_needed_and_changes_their_mind(client, page, robin, editing):
    with editing():
        assert decide(client, robin, page, reason="Niemand fragt danach.").url == address(page)
    assert state(page, "en") == "not-needed"
    assert "Niemand fragt danach." in words(asked(client, robin, page))
    with editing():
        decide(client, robin, page, needed="1")
    assert state(page, "en") == "missing"
    actions = PageLogEntry.objects.filter(page=page.pk, action__startswith="hub.").order_by("pk")
    assert list(actions.values_list("action", flat=True)) == ["hub.translation_not_needed", "hub.translation_needed"]


@pytest.mark.parametrize("reason", ["", " ", "x" * 201])
def test_a_decision_has_a_reason(client, page, robin, reason):
    answer = decide(client, robin, page, reason=reason)
    assert answer.status_code == 200
    assert "<details open>" in answer.content.decode()
    assert not NotNeeded.objects.exists()


def test_nobody_decides_against_a_public_translation(client, page, robin):
    assert decide(client, robin, page, "ar", reason="Nein.").status_code == 404
    assert decide(client, robin, page, "xx", reason="Nein.").status_code == 404
    assert not NotNeeded.objects.exists()


def test_translators_decide_nothing(client, page, amal):
    assert decide(client, amal, page, reason="Nein.").status_code in (302, 403)
    assert not NotNeeded.objects.exists()


def test_a_minor_edit_is_listed_and_taken_back(client, page, edit, robin, editing):
    assert state(page, "ar") == "complete"
    listed = asked(client, robin, page)
    assert "1 Text" in words(listed)
    with editing():
        answer = client.post(reverse("hub_take_back_minor_edit", args=[edit.pk]))
    work()
    assert answer.url == address(page)
    assert state(page, "ar") == "outdated"
    assert "Kleine Änderungen" not in words(asked(client, robin, page))
    assert client.post(reverse("hub_take_back_minor_edit", args=[edit.pk])).status_code == 404


def test_translators_take_no_edit_back(client, page, edit, amal):
    assert "Zurücknehmen" not in words(asked(client, amal, page))
    assert client.post(reverse("hub_take_back_minor_edit", args=[edit.pk])).status_code in (302, 403)
    assert client.get(reverse("hub_take_back_minor_edit", args=[edit.pk])).status_code == 405
    assert MinorEdit.objects.exists()


def history(client, user, page) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:history", args=[page.pk]), headers=GERMAN)


def test_the_history_takes_a_minor_edit_back_with_one_click(client, page, edit, robin, editing):
    target = reverse("hub_take_back_minor_edit", args=[edit.pk])
    back = reverse("wagtailadmin_pages:history", args=[page.pk])
    shown = history(client, robin, page)
    assert "Kleine Änderung an 1 Text, ohne neue Übersetzung" in words(shown)
    assert f'data-action="w-action#post" data-w-action-url-value="{target}"' in shown.content.decode()
    with editing():
        assert client.post(target, {"next": back}).url == back
    shown = history(client, robin, page)
    assert target not in shown.content.decode()
    assert "Kleine Änderung zurückgenommen: 1 Text wartet" in words(shown)


def test_the_history_names_decisions_with_their_reasons(client, page, robin, editing):
    with editing():
        decide(client, robin, page, reason="Niemand <b>fragt</b>.")
        decide(client, robin, page, needed="1")
    shown = words(history(client, robin, page))
    assert "Keine Übersetzung nötig (Englisch)" in shown
    assert "Niemand <b>fragt</b>." in shown
    assert "Übersetzung doch nötig (Englisch)" in shown


@pytest.mark.parametrize("view", ["wagtailadmin_explore", "wagtailadmin_pages:edit"])
def test_source_pages_have_a_button_there_and_none_of_wagtail_localize(client, page, robin, amal, view):
    client.force_login(robin)
    html = client.get(reverse(view, args=[page.pk])).content.decode()
    assert address(page) in html
    for name in ("submit/page", "update"):
        assert f"/admin/localize/{name}/" not in html
    client.force_login(amal)
    arabic = page.get_translations().get()
    assert address(arabic) not in client.get(reverse(view, args=[arabic.pk])).content.decode()


def test_pages_of_wagtail_localize_lead_there(client, page, robin, stranger):
    source = TranslationSource.objects.get(object_id=page.translation_key)
    old = [f"/admin/localize/submit/page/{page.pk}/", f"/admin/localize/update/{source.pk}/"]
    for path in old:
        for user, status in ((robin, 302), (stranger, 404)):
            client.force_login(user)
            for ask in (client.get, client.post):
                answer = ask(path, follow=False)
                assert answer.status_code == status
                assert status == 404 or answer.url == address(page)
    assert page.get_translations().count() == 1


def test_changed_texts_are_outdated_on_the_page_of_translations(client, page, robin, editing):
    with editing():
        set_body(page, text("<p>Ganz anders.</p>", "a"))
    work()
    assert "veraltet (1 Text)" in words(asked(client, robin, page))
