"""The ways of editors beside the straight one, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from hub.publications.worker import drain
from hub.testing import languages, translate
from tests.rules.stage import article, office, text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def in_arabic(page: Page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale=languages()["ar"])


def test_a_page_is_translated_before_the_one_above_it(county, editor, visit):
    above = article(county, "Wohnen")
    page = article(above, "Mietvertrag", [text("<p>Ein Satz.</p>")])
    editor.begin_translation(page.pk, "ar")
    for words in ("عقد الإيجار", "جملة."):
        editor.translate_next(words)
    editor.publish_translation()
    drain()
    expect(visit("/ar/auental/wohnen/mietvertrag/").locator("h1")).to_have_text("عقد الإيجار")
    expect(visit("/ar/auental/wohnen/").locator("h1")).to_have_text("Wohnen")

    # In the Arabic tree stands an alias, which offers to be translated into its language.
    editor.open(f"pages/{in_arabic(above).pk}/edit/")
    editor.tab.locator("main a[href*='/localize/submit/']").click()
    editor.translate_into("ar")
    expect(visit("/ar/auental/wohnen/").locator("h1")).to_have_text("Wohnen")
    editor.translate_next("السكن")
    editor.publish_translation()
    expect(visit("/ar/auental/wohnen/").locator("h1")).to_have_text("السكن")


def test_a_translation_edited_by_hand_keeps_its_direction_and_leaves_the_facts(county, editor, visit):
    page = office(county, "Amt", is_not="Kein Gericht.")
    translate(page, "ar", mark="عربي")
    drain()
    editor.open(f"pages/{in_arabic(page).pk}/edit/?desk=no")
    stop = editor.choose("footer", "[data-w-action-url-value$='/disable/']")
    with editor.tab.expect_navigation():
        stop.click()
    form = editor.tab.locator("#page-edit-form")
    for name in ("title", "is_not"):
        expect(form.locator(f"[name={name}]")).to_have_attribute("dir", "rtl")
    expect(form.locator("[name=phones-0-value-label]")).to_have_attribute("dir", "auto")
    for name in ("office_type", "slug", "hours_monday"):
        expect(form.locator(f"[name={name}]")).to_be_disabled()
    form.locator("[name=title]").fill("دائرة")
    editor.unfold()
    form.locator("[name=phones-0-value-number]").fill("030 23125 111")
    editor.publish()
    shown = visit("/ar/auental/amt/")
    expect(shown.locator("h1")).to_have_text("دائرة")
    expect(shown.locator("main")).to_contain_text("030 23125000")


def test_the_link_to_a_translation_follows_its_source(county, editor, visit):
    first, second = article(county, "Wohnen"), article(county, "Arbeit")
    page = article(first, "Beratung")
    translate(page, "ar")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=second.pk), "last-child")
    drain()
    editor.open(f"pages/{in_arabic(page).pk}/edit/?desk=no")
    links = editor.tab.locator("a[href^='/ar/']")
    addresses = {link.get_attribute("href") for link in links.all()}
    assert addresses == {"/ar/auental/arbeit/beratung/"}


def test_a_page_that_moves_there_and_back_is_always_found(county, visit):
    first, second = article(county, "Wohnen"), article(county, "Arbeit")
    page = article(first, "Beratung")
    for parent in (second, first, second):
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=parent.pk), "last-child")
        drain()
        for address in ("/de/auental/wohnen/beratung/", "/de/auental/arbeit/beratung/"):
            expect(visit(address).locator("h1")).to_have_text("Beratung")


def test_a_private_page_asks_the_visitor_for_its_password(county, editor, visit):
    page = article(county, "Intern", [text("<p>Ein Satz.</p>")])
    translate(page, "ar", mark="عربي")
    drain()
    editor.open(f"pages/{page.pk}/edit/")
    tab = editor.tab
    tab.locator("[data-side-panel-toggle=status]").click()
    tab.locator("[data-a11y-dialog-show=set-privacy]:visible").click()
    dialog = tab.locator("#set-privacy")
    dialog.locator("[value=password]").check()
    dialog.locator("[name=password]").fill("geheim")
    with tab.expect_response("**/privacy/"):
        dialog.locator("[type=submit]").click()

    visitor = visit("/ar/auental/intern/")
    expect(visitor.locator("html")).to_have_attribute("dir", "rtl")
    expect(visitor.locator("main")).not_to_contain_text("عربي")
    for password in ("falsch", "geheim"):
        visitor.locator("[name=password]").fill(password)
        with visitor.expect_navigation() as answer:
            visitor.locator("main form [type=submit]").click()
    expect(visitor.locator("h1")).to_have_text("عربي Intern")
    assert {"private", "no-store"} <= set(answer.value.headers["cache-control"].split(", "))
    assert visitor.request.get(f"{editor.site}/api/v2/pages/{page.pk}/").status == 404


def test_the_admin_asks_nobody_else(county, editor):
    page = office(county, "Amt")
    translate(page, "ar")
    asked = []
    editor.tab.on("request", lambda request: asked.append(request.url))
    for path in ("", f"pages/{county.pk}/", f"pages/{page.pk}/edit/", f"pages/{in_arabic(page).pk}/edit/", "account/"):
        editor.tab.goto(f"{editor.site}/admin/{path}", wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((f"{editor.site}/", "data:", "blob:"))] == []
