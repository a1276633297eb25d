"""Chromium finds nothing that the policies of content refuse, on visitors' pages and in the admin."""

from __future__ import annotations

from base64 import b32decode

import pytest
from django_otp.oath import totp
from playwright.sync_api import ConsoleMessage, Page, expect

from hub.publications.worker import drain
from hub.testing import translate
from tests.browser.editor import Editor
from tests.rules.stage import article, image, office, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = [
    "/",
    "/ar/",
    "/ar/auental/",
    "/de/auental/wohnen/",
    "/ar/auental/amt/",
    "/de/search/?q=Wohnen",
    "/de/nowhere/",
    "/de/_util/login/",
]


def watch(tab: Page) -> list[str]:
    """Return a list that fills with what the browser refuses because of a policy."""
    refused: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Permissions policy" in message.text:
            refused.append(message.text)

    tab.on("console", note)
    return refused


@pytest.fixture
def pages(county):
    wohnen = article(county, "Wohnen", [text("<p>Ein Satz.</p>")], image=image())
    amt = office(county)
    translate(wohnen, "ar")
    drain()
    return wohnen, amt


def test_the_browser_reports_what_a_policy_refuses(pages, visit):
    tab = visit("/de/auental/wohnen/")
    refused = watch(tab)
    tab.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert tab.evaluate("window.ran") is None
    assert refused


def test_public_pages_load_all_they_need(pages, visit):
    tab = visit("/")
    refused = watch(tab)
    failed: list[str] = []
    # Going to another page ends what is still loading.
    tab.on("requestfailed", lambda request: failed.append(request.url) if "ABORTED" not in request.failure else None)
    for path in PUBLIC:
        visit(path)
        tab.wait_for_load_state("networkidle")
        assert tab.locator("body").evaluate("body => getComputedStyle(body).fontFamily") != "serif"
    visit("/de/auental/wohnen/")
    picture = tab.locator("img.picture")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
    tab.locator("form[role=search] [name=q], [name=q]").first.fill("Wohnen")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert (refused, failed) == ([], [])


def test_the_admin_works_under_its_policy(pages, editor: Editor):
    wohnen, amt = pages
    tab = editor.tab
    refused = watch(tab)
    for path in ("", f"pages/{wohnen.get_parent().pk}/", "images/", "documents/", "reports/site-history/", "account/"):
        editor.open(path)
        tab.wait_for_load_state("networkidle")
    editor.open(f"pages/{wohnen.pk}/edit/")
    tab.locator("[data-side-panel-toggle=preview]").click()
    preview = tab.frame_locator("iframe").first
    expect(preview.locator("h1")).to_have_text("Wohnen")
    editor.open(f"pages/{amt.pk}/edit/")
    editor.unfold()
    tab.locator("[data-chooser-action-choose]:visible").first.click()
    expect(tab.locator(".modal-content, [role=dialog] .modal-body").first).to_be_visible()
    tab.wait_for_load_state("networkidle")
    assert refused == []


def test_an_administrator_sets_up_the_second_factor(admin_user, live_server, browser, settings):
    settings.SECOND_FACTOR = "administrators"
    with browser.new_context(locale="de-DE") as context:
        tab = context.new_page()
        refused = watch(tab)
        Editor.logged_in(tab, live_server.url, "admin", "password")
        picture = tab.locator("main svg").last.bounding_box()
        assert picture
        assert 150 < picture["width"] == picture["height"]
        key = tab.locator("main code").inner_text().replace(" ", "")
        tab.fill("[name=code]", f"{totp(b32decode(key)):06}")
        with tab.expect_navigation():
            tab.locator("main [type=submit]").click()
        expect(tab.locator("main li code")).to_have_count(10)
        with tab.expect_navigation():
            tab.locator("main a.button").click()
        expect(tab.locator("[href='/admin/account/']").first).to_be_attached()
    assert refused == []
