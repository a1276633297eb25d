"""Ticking off the checklist of a welcome package: kept by the browser, across edits and languages, and forgotten."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from directory.packages.models import PackagePage
from hub.publications.worker import drain
from hub.testing import publish, translate
from tests.packages.test_packages import FIRST, NAMES, REGISTER, SECOND, chapter, task
from tests.rules.stage import office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = [
    chapter("Die ersten Tage", "first_days", FIRST),
    task("Wohnung anmelden", REGISTER, within=2, unit="weeks"),
    task("Namen an den Briefkasten", NAMES),
    chapter("Sprache", "three_months", SECOND),
]


@pytest.fixture
def package(county) -> PackagePage:
    made = publish(PackagePage(title="Ankommen", slug="ankommen", body=json.dumps(BODY)), county)
    translate(made, "ar", mark="عربي")
    drain()
    return made


@pytest.fixture
def tab(browser, live_server, package):
    with browser.new_context(locale="de", viewport={"width": 390, "height": 844}) as context:
        tab = context.new_page()
        tab.goto(f"{live_server.url}/de/auental/ankommen/")
        yield tab


def progress(tab, chapter_id: str = FIRST) -> str:
    """Return what stands below a chapter's heading, without the marks that isolate numbers."""
    text = tab.locator(f"section [data-progress='{chapter_id}']").inner_text()
    return text.replace("\u2068", "").replace("\u2069", "")


def test_ticks_outlive_an_edit_and_hold_in_every_language(tab, live_server, package):
    tab.get_by_label("Namen an den Briefkasten").check()
    assert progress(tab) == "1 von 2 erledigt"
    announced = tab.get_by_role("status").inner_text().replace("\u2068", "").replace("\u2069", "")
    assert announced == "Die ersten Tage: 1 von 2 erledigt"
    package.body = json.dumps([*BODY[:2], BODY[3], task("Name an Klingel und Briefkasten", NAMES)])
    package.save_revision().publish()
    drain()
    tab.reload()
    assert tab.get_by_label("Name an Klingel und Briefkasten").is_checked()
    assert (progress(tab), progress(tab, SECOND)) == ("0 von 1 erledigt", "1 von 1 erledigt")
    tab.goto(f"{live_server.url}/ar/auental/ankommen/")
    assert tab.locator(f"[data-task='{NAMES}']").is_checked()
    assert tab.context.cookies() == []


def test_everything_is_forgotten(tab):
    box = tab.get_by_label("Wohnung anmelden")
    box.check()
    forget = tab.get_by_role("button", name="Alle Häkchen löschen")
    forget.click()  # dialogs are dismissed
    assert box.is_checked()
    tab.on("dialog", lambda dialog: dialog.accept())
    forget.click()
    assert not tab.get_by_label("Wohnung anmelden").is_checked()
    assert tab.get_by_role("status").inner_text() == "Alle Häkchen auf diesem Gerät sind gelöscht."
    assert tab.evaluate("localStorage.length") == 0


def test_another_tab_follows(tab, live_server):
    other = tab.context.new_page()
    other.goto(f"{live_server.url}/ar/auental/ankommen/")
    tab.get_by_label("Wohnung anmelden").check()
    other.wait_for_function(f"document.querySelector(\"[data-task='{REGISTER}']\").checked")


def test_what_cannot_be_kept_is_not_shown_as_kept(tab):
    tab.get_by_label("Wohnung anmelden").check()
    tab.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') })")
    tab.get_by_label("Namen an den Briefkasten").click()
    assert not tab.get_by_label("Namen an den Briefkasten").is_checked()
    assert tab.get_by_label("Wohnung anmelden").is_checked()
    assert tab.locator(".ticks__problem").is_visible()


def test_going_back_shows_no_tick_that_was_forgotten_meanwhile(tab, live_server):
    tab.get_by_label("Wohnung anmelden").check()
    tab.goto(f"{live_server.url}/ar/auental/ankommen/")
    tab.evaluate("localStorage.clear()")
    tab.go_back()
    assert not tab.get_by_label("Wohnung anmelden").is_checked()


def test_paper_has_contents_and_boxes_but_nothing_of_the_device(tab):
    tab.emulate_media(media="print")
    assert tab.get_by_role("navigation", name="Meine ersten Wochen").is_visible()
    assert tab.get_by_role("checkbox").count() == 2
    assert not tab.get_by_role("button", name="Alle Häkchen löschen").is_visible()
    assert not [item["id"] for item in Axe().run(tab).response["violations"]]


def test_without_scripts_it_is_a_plain_list(browser, live_server, package):
    with browser.new_context(locale="de", java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{live_server.url}/de/auental/ankommen/")
        assert tab.locator(".task").count() == 2
        assert not tab.locator("main :is(input, progress, .ticks)").locator("visible=true").count()


def test_an_editor_makes_a_package_that_readers_tick_off_in_their_language(county, editor, visit):
    office(county, "Ausländeramt")
    tab = editor.tab
    editor.open(f"pages/add/packages/packagepage/{county.pk}/")
    tab.wait_for_timeout(2100)  # Wagtail saves no draft of what is filled in within two seconds
    tab.fill("[name=title]", "Willkommen")
    tab.check("[name=arrival][value=work]")
    add_body_block(editor, "Kapitel")
    tab.fill("[name=body-0-value-title]", "Ankommen")
    tab.select_option("[name=body-0-value-when]", "two_weeks")
    add_body_block(editor, "Aufgabe zum Abhaken")
    tab.fill("[name=body-1-value-title]", "Wohnung anmelden")
    tab.fill("[name=body-1-value-within]", "2")
    tab.select_option("[name=body-1-value-unit]", "weeks")
    tab.locator("#body-1-value-office-chooser [data-chooser-action-choose]:visible").click()
    tab.locator(".modal a", has_text="Ausländeramt").click()
    package = editor.page_id
    editor.publish()
    drain()
    page = visit("/de/auental/packages/")
    page.get_by_role("link", name="Willkommen").click()
    page.get_by_label("Wohnung anmelden").check()
    expect(page.locator("main .task")).to_contain_text("innerhalb von 2 Wochen")
    expect(page.locator("main .task")).to_contain_text("Ausländeramt")

    editor.begin_translation(package, "ar")
    for words in ("أهلًا بكم", "الوصول", "سجّلوا سكنكم"):
        editor.translate_next(words)
    editor.publish_translation()
    drain()
    page.goto(page.url.replace("/de/", "/ar/"))
    expect(page.get_by_label("سجّلوا سكنكم")).to_be_checked()


def add_body_block(editor, label: str) -> None:
    """Append the block with this label to the body."""
    body = editor.tab.locator("[data-contentpath='body']")
    count = body.locator("[data-streamfield-child]").count()
    body.locator(".c-sf-add-button").last.click()
    editor.tab.locator(".w-combobox__option:visible", has_text=label).first.click()
    body.locator("[data-streamfield-child]").nth(count).wait_for()
