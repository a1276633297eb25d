"""What scripts add to the forms of pages."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.rules.stage import article, office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def test_hours_are_copied_to_the_working_days_that_follow_by_keyboard(county, editor):
    page = office(county, "Amt")
    editor.open(f"pages/{page.pk}/edit/")
    days = [editor.tab.locator(f"[name=hours_{day}]") for day in DAYS]
    copies = editor.tab.locator("[data-hours-copy]:visible")
    expect(copies).to_have_count(0)
    days[1].fill("9-12")
    expect(copies).to_have_count(1)
    days[1].press("Tab")
    editor.tab.keyboard.press("Enter")
    assert [day.input_value() for day in days] == ["", "9-12", "9-12", "9-12", "9-12", "", ""]
    editor.publish()
    page.refresh_from_db()
    assert page.hours == {day: [["09:00", "12:00"]] for day in DAYS[1:5]}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_picker_of_a_date_covers_no_button(county, editor, width):
    page = article(county, "Wohnen")
    editor.tab.set_viewport_size({"width": width, "height": 800})
    editor.open(f"pages/{page.pk}/edit/")
    editor.tab.locator("[data-side-panel-toggle=status]").click()
    editor.tab.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible").first.click()
    dialog = editor.tab.locator("#schedule-publishing-dialog")
    for name in ("go_live_at", "expire_at"):
        dialog.locator(f"[name={name}]").focus()
        picker = editor.tab.locator(".xdsoft_datetimepicker.picker-beside:visible")
        expect(picker).to_have_count(1)
        expect(picker).to_have_attribute("style", re.compile("--picker-left"))
        for button in dialog.locator("button:visible:not([class*=xdsoft])").all():
            button.click(trial=True, timeout=2000)


def test_the_forms_of_kinds_organisations_and_records_have_no_barriers(county, editor):
    page = office(county, "Amt")
    names = (
        "projects/projectpage",
        "networks/networkpage",
        "packages/packagepage",
        "guides/guidepage",
        "guides/guideprogrammepage",
    )
    new = [f"pages/add/{name}/{county.pk}/" for name in names]
    forms = [f"pages/{page.pk}/edit/", *new, "snippets/organisations/organisation/add/", "consents/new/"]
    for address in forms:
        editor.open(address)
        editor.unfold()
        for button in editor.tab.locator("[id$=-ADD]:visible").all():
            button.click()
        report = Axe().run(editor.tab, context="main form").response
        assert len(report["passes"]) > 10, address
        barriers = [(item["id"], [node["html"] for node in item["nodes"]]) for item in report["violations"]]
        assert not barriers, (address, barriers)
