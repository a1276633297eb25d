"""A guide, created, published and translated by clicks in the admin, and what visitors see."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from hub.publications.worker import drain
from hub.rights.models import CountyGroup
from tests.consents.stage import consent
from tests.rules.stage import office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_editor_makes_a_guide_whom_visitors_ask_for_at_the_office(county, editor, visit):
    group = CountyGroup.objects.get(county=county.translation_key, role="editors").group
    User.objects.get(username="editor").groups.add(group)
    record = consent(county, photo=None, photo_until=None)
    office(county, "Koordinierungsstelle")
    tab = editor.tab
    editor.open(f"pages/add/guides/guidepage/{county.pk}/")
    tab.fill("[name=title]", "Lotsin 7")
    tab.fill("[name=number]", "7")
    tab.select_option("[name=consent]", str(record.pk))
    editor.add_block("languages")
    tab.select_option("[name=languages-0-value-language]", "ar")
    tab.select_option("[name=languages-0-value-level]", "native")
    tab.check("[name=helps_with][value=doctor]")
    editor.add_block("offices")
    tab.locator("#offices-0-value-chooser [data-chooser-action-choose]:visible").click()
    tab.locator(".modal a", has_text="Koordinierungsstelle").click()
    editor.unfold()
    tab.fill("[name=introduction]", "Fragen Sie nach Wanda.")
    with tab.expect_navigation():
        editor.choose("footer", "[name=action-publish]:not([value=minor])").click()
    expect(tab.locator("[name=introduction]")).to_have_value("Fragen Sie nach Wanda.")
    tab.fill("[name=introduction]", "Ich zeige gern den Weg.")
    guide = editor.page_id
    editor.publish()
    drain()

    page = visit("/de/auental/guides/?spoken_languages=ar")
    expect(page.locator("main")).not_to_contain_text("Wanda")
    page.get_by_role("link", name="Lotsin 7").click()
    expect(page.locator("main")).to_contain_text("Wanda Beispielhaft")
    expect(page.locator("main .contact")).to_contain_text("030 23125000")

    editor.begin_translation(guide, "ar")
    for words in ("المرشدة رقم 7", "يسعدني أن أدلّكم على الطريق."):
        editor.translate_next(words)
    editor.publish_translation()
    drain()
    expect(visit("/ar/auental/lotsin-7/").locator("h1")).to_have_text("المرشدة رقم 7")
