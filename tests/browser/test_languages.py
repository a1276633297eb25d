"""All languages on a small phone: no barrier, no sideways scrolling, a switcher for keyboards and screen readers."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
from django.core.management import call_command

from hub.counties.models import CountyPage
from hub.languages import Language
from hub.publications.worker import drain
from hub.taxonomy import vocabulary
from hub.testing import publish
from tests.browser.test_accessibility import BODY, inspect
from tests.rules.stage import article, office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "start": "/",
    "county": "/{}/auental/",
    "article": "/{}/auental/wohnen/",
    "office": "/{}/auental/amt/",
    "offices": "/{}/auental/offices/",
    "search": "/{}/search/?q=Wohnen&county=auental",
    "404": "/{}/auental/nothing/",
}


@pytest.fixture
def pages(county, nine):
    call_command("languages")
    vocabulary.load()
    county = CountyPage.objects.get(pk=county.pk)
    county.languages = nine
    publish(county)
    article(county, "Wohnen", BODY, summary="Alles zum Wohnen")
    office(county, "Amt", hours={"monday": [["08:30", "12:00"]]}, languages=["ar", "uk", "kmr"])
    drain()


@pytest.mark.parametrize("font_size", [16, 32])
def test_no_language_has_barriers_or_scrolls_sideways(pages, nine, live_server, browser, chromium, font_size):
    arguments = [f"--blink-settings=defaultFontSize={font_size}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with (
        closing(browser.browser_type.launch(executable_path=chromium, args=arguments)) as own,
        own.new_context(viewport={"width": 320, "height": 720}) as visitor,
    ):
        tab = visitor.new_page()
        for language in nine:
            visitor.set_extra_http_headers({"Accept-Language": language})
            for name, address in PAGES.items():
                tab.goto(live_server.url + address.format(language))
                inspect(tab, f"{language}: {name}")
            tab.locator(".languages summary").click()
            inspect(tab, f"{language}: switcher open")


def test_the_switcher_is_reached_by_keyboard_and_read_in_its_order(pages, nine, live_server, browser):
    with browser.new_context(viewport={"width": 360, "height": 720}) as visitor:
        tab = visitor.new_page()
        tab.goto(f"{live_server.url}/ar/auental/wohnen/")
        links = tab.locator(".languages a")
        assert not links.first.is_visible()
        tab.keyboard.press("Tab")  # to the content
        tab.keyboard.press("Tab")  # the county
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
        tab.keyboard.press("Enter")
        names = [Language(code).name for code in nine]
        read = tab.locator(".languages").aria_snapshot()
        assert [read.index(f'"{name}"') for name in names] == sorted(read.index(f'"{name}"') for name in names)
        assert tab.locator(".languages summary").inner_text().split() == ["اللغات:", "العربية"]
        heights = [link.bounding_box()["height"] for link in links.all()]
        assert min(heights) >= 44
        for name in names[:3]:
            tab.keyboard.press("Tab")
            assert tab.evaluate("document.activeElement.textContent") == name
        with tab.expect_navigation():
            tab.keyboard.press("Enter")
        assert tab.url == f"{live_server.url}/en/auental/wohnen/"


def test_mixed_directions_are_read_in_the_order_of_the_text(pages, live_server, browser):
    with browser.new_context(viewport={"width": 360, "height": 720}) as visitor:
        tab = visitor.new_page()
        tab.goto(f"{live_server.url}/ar/auental/amt/")
        numbers = tab.locator(".help__emergency").aria_snapshot()
        assert 'link "110 الشرطة"' in numbers
        number = tab.locator(".help__number").first
        assert number.evaluate("element => getComputedStyle(element).direction") == "ltr"
        # The number stands on the right, where a line of Arabic begins.
        box, around = number.bounding_box(), tab.locator(".help__emergency li").first.bounding_box()
        assert box["x"] > around["x"] + around["width"] / 2
