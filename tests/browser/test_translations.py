"""The state of translations in a real browser: filters, ways to the work, no serious barrier, at 320 px, too."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from hub.publications.worker import drain
from hub.testing import publish, translate
from hub.translations.minor_edits import publish_minor
from hub.translations.models import MinorEdit
from tests.rules.stage import article, fresh, set_body, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(county):
    """A page that is outdated in Arabic, with one minor edit, below one that is translated into no language."""
    above = article(county, "Wohnen")
    page = article(above, "Mietvertrag", [text("<p>Ein Satz.</p>", "a")])
    translate(page, "ar")
    drain()
    set_body(page, text("<p>Ein ganz anderer Satz.</p>", "a"))
    changed = fresh(page)
    changed.title = "Mietverträge"
    publish_minor(changed.save_revision())
    publish(fresh(county))
    drain()
    return fresh(page)


def barriers(tab: Page) -> list[str]:
    found = Axe().run(tab, "main").response["violations"]
    return [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("width", [1300, 320])
def test_there_is_no_barrier(editor, page, width):
    editor.tab.set_viewport_size({"width": width, "height": 800})
    for address in ("coverage/", f"pages/{page.pk}/translations/"):
        editor.open(address)
        expect(editor.tab.locator("table.coverage")).to_be_visible()
        assert barriers(editor.tab) == []
        assert editor.tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_is_filtered_and_leads_to_the_work(editor, page):
    editor.open("coverage/")
    rows = editor.tab.locator("table.coverage tbody tr")
    expect(rows).to_have_count(3)
    with editor.tab.expect_response("**/coverage/results/*") as answer:
        editor.tab.fill("[data-search-form] [name=q]", "miet")
    assert answer.value.ok
    expect(rows).to_have_count(1)
    with editor.tab.expect_navigation():
        rows.locator("td a[href*='/desk/']").click()
    expect(editor.tab.locator("#desk")).to_be_visible()
    editor.open("coverage/")
    with editor.tab.expect_navigation():
        rows.nth(1).locator("button[formaction$='/ar/']").click()
    expect(editor.tab.locator("#desk")).to_be_visible()


def test_a_minor_edit_is_taken_back_in_the_history(editor, page):
    editor.open(f"pages/{page.pk}/history/")
    with editor.tab.expect_navigation():
        editor.tab.locator("[data-w-action-url-value$='/take-back/']").click()
    assert editor.tab.url.endswith("/history/")
    assert not MinorEdit.objects.exists()
