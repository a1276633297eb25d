"""The translator's desk in a real browser: by keyboard, over a bad network, with others at the same page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Locator, Page, expect
from wagtail_localize.models import StringTranslation

from hub.publications.worker import drain
from hub.testing import translate
from tests.browser.conftest import PASSWORD
from tests.browser.editor import Editor
from tests.rules.stage import article, fresh, set_body, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST, SECOND, THIRD = "Eine Wohnung suchen.", "Den Vertrag lesen.", "Die Kaution zahlen."


@pytest.fixture
def source(county):
    """A page that is a draft in Arabic: the title is translated, three paragraphs are missing."""
    body = text(f"<p>{FIRST}</p><p>Den <b>Vertrag</b> lesen.</p><p>{THIRD}</p>", "a")
    page = article(county, "Wohnen", [body])
    translate(page, "ar", leave_out=["body.a"], publish=False)
    drain()
    return page


@pytest.fixture
def page(source):
    return source.get_translations().get(locale__language_code="ar").specific


class Desk:
    """Somebody at the desk of a page: `desk.field("Den Vertrag lesen.")`."""

    def __init__(self, tab: Page, site: str, page) -> None:
        self.tab, self.page = tab, page
        self.address = f"{site}/admin/desk/{page.pk}/"
        self.errors: list[str] = []
        tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.open()

    def open(self) -> None:
        self.tab.goto(self.address)
        expect(self.tab.locator("[data-progress-text]")).not_to_be_empty()

    def text(self, source: str) -> Locator:
        return self.tab.locator("[data-key]").filter(has=self.tab.get_by_text(source, exact=True))

    def field(self, source: str) -> Locator:
        return self.text(source).locator("[data-field]")

    def type(self, source: str, words: str) -> None:
        self.field(source).click()
        self.tab.keyboard.type(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.keyboard.press(key)

    def expect_state(self, source: str, state: str) -> None:
        expect(self.text(source)).to_have_attribute("data-state", state)

    def expect_saved(self) -> None:
        expect(self.tab.locator("#desk:not([data-unsaved])")).to_be_visible()

    def look_for_news(self) -> None:
        """Ask the server at once, as whoever comes back to the tab does, and wait for what it says."""
        with self.tab.expect_response(f"{self.address}state/"):
            self.tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.fixture
def desk(editor, page, live_server) -> Iterator[Desk]:
    desk = Desk(editor.tab, live_server.url, page)
    yield desk
    assert desk.errors == []


@pytest.fixture
def other(county_editors, browser, live_server, page) -> Iterator[Callable[[], Desk]]:
    """Another member of the group at the same page."""
    user = User.objects.create_user("other", first_name="Samir", last_name="Haddad", password=PASSWORD)
    user.groups.add(county_editors)
    with browser.new_context(locale="de-DE", viewport={"width": 1300, "height": 900}) as context:
        yield lambda: Desk(
            Editor.logged_in(context.new_page(), live_server.url, "other", PASSWORD).tab, live_server.url, page
        )


def words_of(page, source: str) -> tuple[str, bool]:
    """Return the stored words of a text, and whether they are confirmed."""
    row = StringTranslation.objects.get(
        context__object=page.translation_key, locale=page.locale, translation_of__data=source
    )
    return row.data, not row.has_error


def test_a_page_is_translated_and_published_by_keyboard_alone(desk, page):
    expect(desk.field(FIRST)).to_be_focused()
    desk.tab.keyboard.type("البحث عن شقة.")
    desk.press("Enter")
    expect(desk.field(SECOND)).to_be_focused()
    desk.press("Alt+c")
    expect(desk.field(SECOND).locator("b")).to_have_text("Vertrag")
    desk.press("Control+a")
    desk.tab.keyboard.type("اقرأ العقد.")
    desk.press("Enter")
    expect(desk.field(THIRD)).to_be_focused()
    desk.tab.keyboard.type("ادفع التأمين.")
    desk.press("Enter")
    expect(desk.field(SECOND)).to_be_focused()  # it has a hint: the source's bold word is missing
    desk.press("Enter")
    expect(desk.tab.locator("[data-publish]")).to_be_focused()
    with desk.tab.expect_navigation():
        desk.press("Enter")
    expect(desk.tab.locator(".messages .success")).to_be_visible()
    assert words_of(page, FIRST) == ("البحث عن شقة.", True)
    assert fresh(page).live
    assert "ادفع التأمين." in str(fresh(page).body)


def test_what_is_typed_counts_when_the_field_is_left(desk, page):
    desk.type(FIRST, "شقة")
    desk.expect_saved()
    assert words_of(page, FIRST) == ("شقة", False)
    desk.field(SECOND).click()
    desk.expect_saved()
    assert words_of(page, FIRST) == ("شقة", False)  # there is no full stop yet
    desk.field(FIRST).click()
    desk.press("End", ".")
    desk.field(SECOND).click()
    desk.expect_state(FIRST, "translated")
    desk.expect_saved()
    assert words_of(page, FIRST) == ("شقة.", True)


def test_a_text_that_was_only_looked_at_stays_as_it_is(desk, page):
    desk.field(FIRST).click()
    desk.field(SECOND).click()
    desk.expect_saved()
    desk.expect_state(FIRST, "missing")


def test_keys_copy_insert_undo_and_help(desk, page):
    desk.field(SECOND).click()
    desk.press("Alt+c")
    expect(desk.field(SECOND).locator("b")).to_have_text("Vertrag")
    desk.press("Alt+z")
    expect(desk.field(SECOND)).to_have_text("")
    desk.expect_saved()
    desk.expect_state(SECOND, "missing")
    desk.press("Alt+h")
    expect(desk.tab.locator("#desk-help")).to_be_visible()
    desk.press("Escape")
    expect(desk.tab.locator("#desk-help")).to_be_hidden()
    desk.field(FIRST).click()
    desk.press("Alt+m")
    expect(desk.field(SECOND)).to_be_focused()
    desk.press("Alt+ArrowUp")
    expect(desk.field(FIRST)).to_be_focused()


def test_typing_is_undone_step_by_step(desk):
    desk.type(FIRST, "شقة")
    desk.press("Alt+c")
    expect(desk.field(FIRST)).to_have_text(FIRST)
    desk.press("Control+z")
    expect(desk.field(FIRST)).to_have_text("شقة")


def test_marks_come_from_the_toolbar_and_missing_ones_are_shown(desk, page):
    desk.type(SECOND, "العقد")
    mark = desk.text(SECOND).locator("[data-mark=b]")
    expect(mark).to_have_attribute("data-state", "missing")
    desk.press("Control+a")
    mark.click()
    expect(mark).to_have_attribute("data-state", "")
    desk.press("Enter")
    desk.expect_saved()
    assert words_of(page, "Den <b>Vertrag</b> lesen.") == ("<b>العقد</b>", True)


def test_bold_is_begun_and_ended_while_one_types(desk, page):
    desk.type(SECOND, "اقرأ ")
    desk.press("Control+b")
    desk.tab.keyboard.type("العقد")
    desk.press("Control+b")
    desk.tab.keyboard.type(" اليوم.")
    desk.press("Enter")
    desk.expect_saved()
    assert words_of(page, "Den <b>Vertrag</b> lesen.") == ("اقرأ <b>العقد</b> اليوم.", True)


def test_one_leaves_a_mark_by_the_arrow_key(desk, page):
    desk.type(SECOND, "اقرأ ")
    desk.text(SECOND).locator("[data-mark=b]").click()
    desk.tab.keyboard.type("العقد")
    desk.press("ArrowLeft")
    desk.tab.keyboard.type(" اليوم.")
    desk.press("Enter")
    desk.expect_saved()
    assert words_of(page, "Den <b>Vertrag</b> lesen.") == ("اقرأ <b>العقد</b> اليوم.", True)


def test_a_hint_is_called_right_by_one_click_at_a_text_that_is_not_open(desk, page):
    desk.type(FIRST, "شقة")
    desk.press("Enter")
    desk.expect_saved()
    desk.text(FIRST).locator("[data-do=accept]").click()
    expect(desk.text(FIRST).locator(".desk-hints")).to_have_count(0)


def test_pasted_text_brings_no_markup(desk, page):
    desk.field(FIRST).click()
    desk.field(FIRST).evaluate(
        """field => {
            const data = new DataTransfer();
            data.setData("text/html", "<h1 style='color:red'>شقة<img src=x></h1>");
            data.setData("text/plain", "شقة\\n جديدة");
            const event = {inputType: "insertFromPaste", dataTransfer: data, bubbles: true, cancelable: true};
            field.dispatchEvent(new InputEvent("beforeinput", event));
        }"""
    )
    desk.press("Enter")
    desk.expect_saved()
    assert words_of(page, FIRST) == ("شقة جديدة", True)


@pytest.fixture
def changed(page, source):
    """The page with a translated paragraph that its source has changed since."""
    translate(source, "ar")
    set_body(source, text(f"<p>Eine gute Wohnung suchen.</p><p>Den <b>Vertrag</b> lesen.</p><p>{THIRD}</p>", "a"))
    drain()
    return fresh(page)


def test_a_changed_text_is_confirmed_by_one_key(changed, desk):
    changed_source = "Eine gute Wohnung suchen."
    expect(desk.field(changed_source)).to_be_focused()
    expect(desk.text(changed_source).locator("ins")).to_contain_text("gute")
    desk.press("Alt+r")
    desk.expect_state(changed_source, "translated")
    desk.expect_saved()
    assert words_of(changed, changed_source) == (f"ar {FIRST}", True)


def test_words_survive_a_network_that_is_cut(desk, page):
    context: BrowserContext = desk.tab.context
    context.set_offline(True)
    desk.type(FIRST, "شقة")
    desk.press("Enter")
    expect(desk.tab.locator("[data-alert]")).to_be_visible()
    desk.tab.keyboard.type("العقد")
    assert not StringTranslation.objects.filter(translation_of__data=FIRST, locale=page.locale).exists()
    context.set_offline(False)
    desk.press("Enter")
    desk.expect_saved()
    expect(desk.tab.locator("[data-alert]")).to_be_hidden()
    assert words_of(page, FIRST) == ("شقة", True)
    assert words_of(page, "Den <b>Vertrag</b> lesen.") == ("العقد", True)


SLOW = """const quick = window.fetch;
window.fetch = async (...request) => {
  const answer = await quick(...request);
  await new Promise((done) => setTimeout(done, 1500));
  return answer;
};"""


@pytest.mark.parametrize("waits", [True, False])
def test_a_slow_server_that_still_saves_leads_nobody_back(desk, waits):
    """Words are confirmed while they are on their way as unconfirmed ones; the next texts are translated meanwhile."""
    desk.tab.evaluate(SLOW)
    with desk.tab.expect_request(lambda request: request.post_data and "confirmed=&" in request.post_data):
        desk.tab.keyboard.type("البحث عن شقة.")
    desk.press("Enter")
    expect(desk.field(SECOND)).to_be_focused()
    desk.tab.keyboard.type("قراءة العقد.")
    desk.press("Enter")
    expect(desk.field(THIRD)).to_be_focused()
    if waits:
        expect(desk.text(FIRST).locator("[data-state-label]")).to_have_text("nicht bestätigt")
    desk.tab.keyboard.type("دفع التأمين.")
    desk.press("Enter")
    expect(desk.field(SECOND)).to_be_focused(timeout=15_000)  # it has a hint, and all are confirmed


def test_words_survive_a_session_that_ends(desk, page):
    Session.objects.all().delete()
    desk.type(FIRST, "شقة")
    desk.press("Enter")
    link = desk.tab.locator("[data-alert] a")
    expect(link).to_be_visible()
    with desk.tab.context.expect_page() as opened:
        link.click()
    login = opened.value
    login.fill("[name=username]", "editor")
    login.fill("[name=password]", PASSWORD)
    with login.expect_navigation():
        login.press("[name=password]", "Enter")
    login.close()
    desk.look_for_news()
    desk.expect_saved()
    assert words_of(page, FIRST) == ("شقة", True)


def test_words_survive_a_closed_tab(desk, page, live_server):
    context = desk.tab.context
    context.set_offline(True)
    desk.type(FIRST, "شقة")
    desk.tab.close()
    assert not StringTranslation.objects.filter(translation_of__data=FIRST, locale=page.locale).exists()
    context.set_offline(False)
    again = Desk(context.new_page(), live_server.url, page)
    expect(again.field(FIRST)).to_have_text("شقة")
    again.expect_saved()
    assert words_of(page, FIRST) == ("شقة", False)


def test_another_translator_is_seen_and_overwrites_nothing(desk, other, page):
    second = other()
    second.field(SECOND).click()
    second.look_for_news()
    desk.look_for_news()
    expect(desk.tab.locator("[data-others]")).to_contain_text("Samir Haddad")
    expect(desk.text(SECOND).locator("[data-here]")).to_contain_text("Samir Haddad")
    second.type(FIRST, "كلمات سمير")
    second.press("Enter")
    second.expect_saved()
    desk.type(FIRST, "كلمات أمل")
    desk.press("Enter")
    conflict = desk.text(FIRST).locator("[data-conflict]")
    expect(conflict).to_contain_text("Samir Haddad")
    expect(conflict.locator("blockquote")).to_have_text("كلمات سمير")
    expect(desk.field(FIRST)).to_have_text("كلمات أمل")
    assert words_of(page, FIRST) == ("كلمات سمير", True)
    conflict.locator("button").first.click()
    desk.expect_saved()
    assert words_of(page, FIRST) == ("كلمات أمل", True)
    assert second.errors == []


def test_words_that_another_translator_has_saved_appear(desk, other):
    second = other()
    second.type(THIRD, "كلمات سمير")
    second.press("Enter")
    second.expect_saved()
    desk.look_for_news()
    expect(desk.field(THIRD)).to_have_text("كلمات سمير")
    expect(desk.field(FIRST)).to_be_focused()


def test_a_source_that_is_published_meanwhile_appears_and_keeps_what_is_typed(desk, source, page):
    desk.type(FIRST, "البحث عن")
    changed = "Eine Wohnung finden."
    set_body(source, text(f"<p>{changed}</p><p>Den <b>Vertrag</b> lesen.</p><p>{THIRD}</p>", "a"))
    desk.look_for_news()
    expect(desk.field(changed)).to_have_text("البحث عن")
    expect(desk.text(changed).locator("ins")).to_contain_text("finden")
    expect(desk.field(changed)).to_be_focused()
    desk.tab.keyboard.type(" شقة")
    desk.press("Enter")
    desk.expect_saved()
    assert words_of(page, changed) == ("البحث عن شقة", True)


def test_filters_show_what_is_to_do(desk):
    desk.tab.locator("[name=filter][value=todo]").check()
    expect(desk.text("Wohnen")).to_be_hidden()
    expect(desk.text(FIRST)).to_be_visible()
    desk.tab.locator("[name=filter][value=questions]").check()
    expect(desk.text(SECOND)).to_be_hidden()


def test_the_preview_shows_the_words_at_hand(desk, page):
    desk.type(FIRST, "البحث عن شقة")
    with desk.tab.context.expect_page() as opened:
        desk.press("Alt+v")
    opened.value.wait_for_load_state()
    expect(opened.value.locator("main")).to_contain_text("البحث عن شقة")


@pytest.mark.parametrize("width", [1300, 820, 390])
def test_there_is_no_barrier(changed, desk, width):
    desk.tab.set_viewport_size({"width": width, "height": 900})
    desk.field(SECOND).click()
    found = Axe().run(desk.tab, "main").response["violations"]
    assert [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]] == []
    assert desk.tab.evaluate("document.documentElement.scrollWidth") <= width
