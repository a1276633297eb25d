"""A project, created by clicks in the admin, and what its readers see."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hub.organisations.models import Organisation
from hub.publications.worker import drain

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXTS = {
    "title": "Lotsen",
    "summary": "Ehrenamtliche begleiten neu Zugezogene.",
    "start": "5/2016",
    "duration_note": "zunächst für zwei Jahre",
    "programme_name": "Landesprogramm Ehrenamt",
    "age_from": "15",
    "age_to": "24",
}


def add_row(editor, name: str, /, **texts: str) -> None:
    """Add a row to an inline list and fill in its fields."""
    rows = editor.tab.locator(f"#id_{name}-FORMS > li, #id_{name}-FORMS > [data-inline-panel-child]")
    number = rows.count()
    editor.tab.locator(f"#id_{name}-ADD").click()
    for column, text in texts.items():
        field = editor.tab.locator(f"[name={name}-{number}-{column}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)


def choose_organisation(editor, field: str, name: str) -> None:
    """Choose an organisation in the chooser of a field."""
    tab = editor.tab
    tab.locator(f"#{field}-chooser [data-chooser-action-choose]").first.click()
    tab.locator(".modal-body").get_by_role("link", name=name).click()
    expect(tab.locator(f"#{field}-chooser [data-chooser-title]")).to_have_text(name)


def test_an_editor_makes_a_project_that_visitors_read(county, editor, visit):
    Organisation.objects.create(names={"de": "Sozialfonds"}, kind="fund")
    tab = editor.tab
    editor.open(f"pages/add/projects/projectpage/{county.pk}/")
    editor.unfold()
    for name, text in TEXTS.items():
        tab.fill(f"[name={name}]", text)
    add_row(editor, "funders", relation="eu")
    choose_organisation(editor, "id_funders-0-organisation", "Sozialfonds")
    add_row(editor, "goals", text="Teilhabe am Ort")
    add_row(editor, "milestones", date="18.1.2017", title="Fachwerkstatt", number="60", precision="over")
    project = editor.page_id
    editor.publish()
    drain()

    # The form shows the stored dates as people write them.
    editor.open(f"pages/{project}/edit/")
    expect(tab.locator("[name=start]")).to_have_value("05/2016")

    page = visit("/de/auental/projects/")
    page.get_by_role("link", name="Lotsen").click()
    main = page.locator("main")
    for text in (
        "seit Mai 2016",
        "Landesprogramm Ehrenamt",
        "Menschen von 15 bis 24 Jahren",
        "Förderung (Europäischer Fonds)",
        "Sozialfonds",
        "Teilhabe am Ort",
        "18. Januar 2017",
        "mehr als 60",
    ):
        expect(main).to_contain_text(text)
    expect(visit("/ar/auental/lotsen/").locator("main dd").first).to_have_text("جارٍ")
