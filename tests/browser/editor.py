"""What an editor does with the mouse and the keyboard. It looks at no word of the interface: those are translated."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Locator, Page, Request, expect

PATIENCE = 30  # seconds
QUIET = 1.2  # seconds: Wagtail saves a draft half a second after the last change


class Editor:
    """Somebody at the admin: `Editor.logged_in(tab, "http://127.0.0.1:8000", "editor", "password")`."""

    def __init__(self, tab: Page, site: str) -> None:
        self.tab, self.site = tab, site
        self._saving: set[Request] = set()
        self._saved_at = 0.0
        tab.on("request", self._note)
        tab.on("requestfinished", self._forget)
        tab.on("requestfailed", self._forget)

    @classmethod
    def logged_in(cls, tab: Page, site: str, name: str, password: str) -> Editor:
        editor = cls(tab, site)
        editor.open("login/")
        tab.fill("[name=username]", name)
        tab.fill("[name=password]", password)
        with tab.expect_navigation():
            tab.press("[name=password]", "Enter")
        return editor

    def open(self, path: str) -> None:
        """Go to an address of the admin: `open("pages/7/edit/")`."""
        self.tab.goto(f"{self.site}/admin/{path}")

    def unfold(self) -> None:
        """Open every closed panel and block of the page's form."""
        closed = self.tab.locator("#page-edit-form [data-panel-toggle][aria-expanded=false]:visible")
        while closed.count():
            closed.first.click()

    def add_block(self, field: str) -> None:
        """Append a block to a StreamField: its only kind, or the first."""
        stream = self.tab.locator(f"[data-contentpath='{field}']")
        count = stream.locator("[data-streamfield-child]").count()
        stream.locator(".c-sf-add-button").last.click()
        choice = self.tab.locator(".w-combobox__option:visible").first
        block = stream.locator("[data-streamfield-child]").nth(count)
        expect(choice.or_(block).first).to_be_visible()
        if not block.count():
            choice.click()
        block.wait_for()

    def settle(self) -> None:
        """Wait until the draft is saved: a click right after typing would make a second one."""
        quiet_since = time.monotonic()
        while self._saving or time.monotonic() - max(quiet_since, self._saved_at) < QUIET:
            self.tab.wait_for_timeout(100)

    def publish(self) -> None:
        """Choose “publish” from the menu of the page's form."""
        self.settle()
        entry = self.choose("footer", "[name=action-publish]:not([value=minor])")
        with self.tab.expect_navigation():
            entry.click()

    def begin_translation(self, page_id: int, language: str) -> None:
        """Choose “translations” from the menu of the page, then one language; ends in the translation editor."""
        self.open(f"pages/{page_id}/edit/")
        self.choose("header", "a[href$='/translations/']").click()
        self.translate_into(language)

    def translate_into(self, language: str) -> None:
        """Begin a translation on the page of the translations of a page."""
        with self.tab.expect_navigation():
            self.tab.locator(f"form[action$='/{language}/'] [type=submit]").click()

    def choose(self, place: str, entry: str) -> Locator:
        """Open the menu in the `header` (beside the page's title) or `footer` and return its entry."""
        menus = self.tab.locator(f"{place} [data-w-dropdown-target=toggle]")
        found = self.tab.locator(f".w-dropdown__content {entry}")
        deadline = time.monotonic() + PATIENCE
        while not found.is_visible() and time.monotonic() < deadline:  # a click before its script is ready is lost
            for menu in reversed(menus.all()):
                menu.click()
                self.tab.wait_for_timeout(250)
                if found.is_visible():
                    break
        return found

    def send_form(self) -> None:
        """Send the form that is the page's main content."""
        with self.tab.expect_navigation():
            self.tab.locator("main form[method=post i] [type=submit]").first.click()

    def texts(self, state: str = "translated") -> Locator:
        """Return the texts at the translator's desk that are `translated`, `missing` or `unconfirmed`."""
        return self.tab.locator(f"[data-key][data-state={state}]")

    def translate_next(self, words: str, state: str = "missing") -> None:
        """Translate the first text that has no translation, or an unconfirmed one, and wait until it is stored."""
        left = self.texts(state).count()
        field = self.texts(state).first.locator("[data-field]")
        field.click()
        field.press("Control+a")
        self.tab.keyboard.insert_text(words)
        field.press("Enter")
        expect(self.texts(state)).to_have_count(left - 1)
        expect(self.tab.locator("#desk:not([data-unsaved])")).to_be_visible()

    def publish_translation(self) -> None:
        """Press “publish” at the translator's desk."""
        with self.tab.expect_navigation():
            self.tab.locator("[data-publish]").click()

    @property
    def page_id(self) -> int:
        """The id of the page that is edited. A new page gets one when its draft is saved."""
        self.tab.wait_for_url("**/edit/")
        return int(re.search(r"/pages/(\d+)/edit/", self.tab.url)[1])

    def _note(self, request: Request) -> None:
        if request.method == "POST" and re.search(r"/admin/pages/.*(edit|add)/", request.url):
            self._saving.add(request)

    def _forget(self, request: Request) -> None:
        if request in self._saving:
            self._saving.discard(request)
            self._saved_at = time.monotonic()
