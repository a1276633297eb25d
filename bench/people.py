"""People at a browser whose clicks, keys and requests are counted, and how they work with each tool of translators."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Request

PASSWORD = "correct horse battery"  # noqa: S105 - of a scratch database


class Person:
    """Somebody with a browser of their own. What they do is counted: {step: {"clicks": 3, …}}."""

    def __init__(self, browser: Browser, site: str, name: str) -> None:
        self.tab = browser.new_context(locale="de-DE", viewport={"width": 1300, "height": 900}).new_page()
        self.tab.on("request", self._count)
        self.site, self.name = site, name
        self.steps: dict[str, Counter] = {}
        self.counts: Counter = Counter()

    def _count(self, request: Request) -> None:
        self.counts["requests"] += not request.url.startswith(f"{self.site}{settings.STATIC_URL}")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.counts = self.steps.setdefault(name, Counter())
        began = time.perf_counter()
        yield
        self.counts["seconds"] += time.perf_counter() - began

    def click(self, place: Locator) -> None:
        self.counts["clicks"] += 1
        place.click()

    def press(self, *chords: str) -> None:
        for chord in chords:
            self.counts["keys"] += 1
            self.tab.keyboard.press(chord)

    def write(self, words: str, *chords: str) -> None:
        self.tab.keyboard.insert_text(words)
        self.press(*chords)

    def log_in(self, address: str) -> None:
        self.tab.goto(f"{self.site}{reverse('wagtailadmin_login')}?next={quote(address)}")
        self.tab.wait_for_selector("[name=username]:focus")  # the browser moves it there when it first draws the page
        self.write(self.name, "Tab")
        with self.tab.expect_navigation():
            self.write(PASSWORD, "Enter")

    def open(self, page: Any) -> None:
        self.tab.goto(f"{self.site}{self.address(page)}")
        self.tab.wait_for_selector(self.ready)

    def answer(self, words: str) -> None:
        comment = self.tab.locator("#comments .comment--focused")
        comment.wait_for(state="attached")
        toggle = self.tab.locator("[data-side-panel-toggle=comments]")
        if toggle.get_attribute("aria-expanded") != "true":
            self.click(toggle)
        self.click(comment.locator("textarea"))
        self.write(words)
        with self.tab.expect_response(lambda found: found.request.method == "POST" and "/edit/" in found.url):
            self.click(comment.locator("form [type=submit]"))


class AtDesk(Person):
    ready, unsaved = "[data-field]:focus", "#desk[data-unsaved]"

    def address(self, page: Any) -> str:
        return reverse("hub_desk", args=[page.pk])

    def begin(self) -> None:
        """The next text has the focus."""

    def translate(self, words: str, begin: str = "", end: str = "") -> None:
        self.write(words.replace(begin, "").replace(end, ""))
        if begin:  # select the word before the full stop
            back = {"rtl": "ArrowRight", "ltr": "ArrowLeft"}[self.tab.locator(self.ready).get_attribute("dir")]
            self.press(back, f"Control+Shift+{back}")
            if begin == "<b>":
                self.press("Control+b")
            else:
                self.click(self.tab.locator("[data-at-hand] [data-mark]"))
        self.press("Enter")

    def confirm(self) -> None:
        self.press("Alt+r")

    def ask(self, question: str) -> None:
        self.press("Alt+q")
        self.write(question, "Tab", "Enter")
        self.tab.wait_for_selector(f"[data-at-hand]:has(.desk-question) {self.ready}")

    def publish(self) -> None:
        self.tab.wait_for_selector("[data-publish]:focus")
        with self.tab.expect_navigation():
            self.press("Enter")


class InEditor(Person):
    """In wagtail-localize's editor a click opens a text, Enter saves it; that is its quickest way."""

    ready, unsaved = ".js-translation-editor li button", ".js-translation-editor li li .icon-spinner"

    def address(self, page: Any) -> str:
        return f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?desk=no"

    def begin(self) -> None:
        to_do = self.tab.locator(".js-translation-editor li:is(.incomplete, .errored)")
        self.click(to_do.first.get_by_role("button").last)
        self.tab.wait_for_selector("textarea:focus")

    def translate(self, words: str, begin: str = "", end: str = "") -> None:
        self.counts["keys"] += len(begin + end)
        self.write(words, "Enter")

    def confirm(self) -> None:
        self.press("Enter")

    def publish(self) -> None:
        self.tab.wait_for_selector(self.unsaved, state="detached")
        with self.tab.expect_navigation():
            self.click(self.tab.locator("footer [name=action][value=publish]"))
