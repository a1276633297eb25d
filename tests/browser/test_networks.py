"""A network with a working group, from the editor's form to its readers."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.rules.stage import office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_network_with_a_working_group_is_written_published_and_read(county, editor, visit):
    office(county, "Koordinierungsstelle")
    tab = editor.tab
    editor.open(f"pages/add/networks/networkpage/{county.pk}/")
    editor.unfold()
    tab.fill("[name=title]", "Integrationsnetzwerk")
    tab.fill("[name=how_to_join]", "Rufen Sie an.")
    tab.fill("[name=since]", "11/2009")
    tab.locator("#id_coordinator-chooser [data-chooser-action-choose]:visible").click()
    tab.locator(".modal a", has_text="Koordinierungsstelle").click()
    tab.locator("#id_groups-ADD").click()
    tab.fill("[name=groups-0-name]", "AG Sprache")
    tab.fill("[name=groups-0-subject]", "Sprachkurse für alle")
    tab.locator("#id_participants-ADD").click()
    tab.fill("[name=participants-0-text]", "Sportvereine")
    tab.select_option("[name=participants-0-kind]", "association")
    barriers = Axe().run(tab, context="main form").response["violations"]
    assert not barriers, [(item["id"], [node["html"] for node in item["nodes"]]) for item in barriers]
    editor.publish()

    page = visit("/ar/auental/integrationsnetzwerk/")
    page.set_viewport_size({"width": 390, "height": 844})
    for text in ("AG Sprache", "Sportvereine", "Koordinierungsstelle"):
        expect(page.locator("main")).to_contain_text(text)
    expect(page.locator("main time")).to_have_attribute("datetime", "2009-11")
    call = page.locator("main a[href^='tel:']").first.bounding_box()
    assert call["y"] + call["height"] < 844, "who coordinates is on the first screen of a phone"
    address = page.url.split("/ar/")[0] + "/api/v2/networks/?locale=de"
    assert page.request.get(address).json()["items"][0]["since"] == "2009-11"
    assert not [item["id"] for item in Axe().run(page).response["violations"]]
