"""From the editor's click to the reader's page, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hub.publications.worker import drain

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/{}/auental/schwangerenberatung/"
GERMAN = {
    "title": "Schwangerenberatung",
    "summary": "Beratung vor und nach der Geburt.",
    "phones": "Anmeldung",
    "hours_note": "In den Ferien nur vormittags.",
    "is_not": "Die Beratung stellt keine Bescheinigungen aus.",
    "body": "Wir beraten junge Eltern.",
}
# The first begins with Latin letters, on which a guess at its direction would fail.
ARABIC = {
    "title": "AWO: مركز استشارة الحوامل",
    "summary": "استشارة قبل الولادة وبعدها.",
    "phones": "التسجيل",
    "hours_note": "في العطل صباحًا فقط.",
    "is_not": "لا يصدر المركز أي شهادات.",
    "body": "نقدم المشورة للآباء الجدد.",
}


def fill_office(editor) -> int:
    """Fill in the form of a new office and return its id."""
    tab = editor.tab
    editor.unfold()
    for name in ("title", "summary", "hours_note", "is_not"):
        tab.fill(f"[name={name}]", GERMAN[name])
    tab.select_option("[name=office_type]", label="Beratungsstelle")
    tab.fill("[name=hours_monday]", "8.30-12 Uhr, 13-16")
    editor.add_block("phones")
    tab.fill("[name=phones-0-value-label]", GERMAN["phones"])
    tab.fill("[name=phones-0-value-number]", "030/23125 026, -27")
    editor.add_block("addresses")
    tab.select_option("[name=addresses-0-value-kind]", "visiting")
    tab.fill("[name=addresses-0-value-street]", "Lindenallee 4")
    tab.fill("[name=addresses-0-value-postal_code]", "05110")
    tab.fill("[name=addresses-0-value-town]", "Auenstadt")
    editor.add_block("body")
    tab.locator("[data-contentpath='body'] [contenteditable=true]").click()
    tab.keyboard.type(GERMAN["body"])
    return editor.page_id


def document(visit, page_id: int, locale: str) -> dict:
    """Return the office as the API shows it."""
    tab = visit("/")
    answer = tab.request.get(tab.url + "api/v2/pages/" + f"{page_id}/?locale={locale}")
    assert answer.ok, answer.text()
    return answer.json()


def changes(visit, since: str) -> dict:
    tab = visit("/")
    return tab.request.get(f"{tab.url}api/v2/changes/?since={since}").json()


def numbers(office: dict) -> list[str]:
    return [phone["value"]["number"] for phone in office["phones"]]


def words(office: dict) -> dict:
    """Return what is prose in an office."""
    return {
        "title": office["title"],
        "summary": office["summary"],
        "phones": [phone["value"]["label"] for phone in office["phones"]],
        "hours_note": office["hours_note"],
        "is_not": office["is_not"],
        "body": [block["value"] for block in office["body"]],
    }


def test_an_office_on_its_way_from_the_editor_to_its_readers(county, editor, visit):
    tab = editor.tab
    since = changes(visit, "0")["next"]

    # Written and published in German: shown in German everywhere.
    editor.open(f"pages/add/offices/officepage/{county.pk}/")
    office = fill_office(editor)
    editor.publish()
    expect(visit(ADDRESS.format("ar")).locator("h1")).to_have_text(GERMAN["title"])
    assert numbers(document(visit, office, "de")) == ["030 23125026", "030 23125027"]

    # Half translated: refused, and nothing is lost.
    editor.begin_translation(office, "ar")
    left = editor.texts("missing").count()
    editor.translate_next(ARABIC["title"])
    translated = editor.texts("translated").first
    expect(translated.locator("[data-source]")).to_have_attribute("dir", "ltr")
    expect(translated.locator("[data-field]")).to_have_attribute("dir", "rtl")
    editor.publish_translation()
    expect(tab.locator(".messages .error")).to_contain_text(str(left - 1))
    expect(editor.texts("translated")).to_have_count(1)
    assert document(visit, office, "ar")["meta"]["content_locale"] == "de"

    # Translated and published: read, found, fetched and announced in Arabic.
    for name in ("summary", "body", "is_not", "phones", "phones", "hours_note"):
        editor.translate_next(ARABIC[name])
    editor.publish_translation()
    drain()
    page = visit(ADDRESS.format("ar"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("h1")).to_have_text(ARABIC["title"])
    for text in (*ARABIC.values(), "030 23125026", "Lindenallee 4"):
        expect(page.locator("main")).to_contain_text(text)
    page.get_by_role("searchbox").fill("الحوامل")
    with page.expect_navigation():
        page.get_by_role("searchbox").press("Enter")
    expect(page.locator("main h3 a").first).to_have_attribute("href", ADDRESS.format("ar"))
    found = visit("/de/search/?q=Schwangerschaft").locator("main h3 a").first
    expect(found).to_have_attribute("href", ADDRESS.format("de"))
    feed = changes(visit, since)
    shown = {item["document"]["meta"]["locale"]: item["document"]["title"] for item in feed["items"]}
    assert shown == {"de": GERMAN["title"], "en": GERMAN["title"], "ar": ARABIC["title"]}
    before = document(visit, office, "ar")

    # A fact changes: right in all three languages at once, and no Arabic word is touched.
    editor.open(f"pages/{office}/edit/")
    editor.unfold()
    tab.fill("[name=phones-0-value-number]", "030 23125099")
    editor.publish()
    after = {locale: document(visit, office, locale) for locale in ("de", "en", "ar")}
    assert {locale: numbers(shown)[0] for locale, shown in after.items()} == dict.fromkeys(after, "030 23125099")
    assert words(after["ar"]) == words(before)
    assert not after["ar"]["meta"]["outdated"]
    assert len(changes(visit, feed["next"])["items"]) == 3

    # A sentence changes: outdated until the one new text is translated.
    editor.open(f"pages/{office}/edit/")
    tab.fill("[name=summary]", "Beratung vor und nach der Geburt, kostenlos.")
    editor.publish()
    note = visit(ADDRESS.format("ar")).locator("main [role=note] a")
    expect(note).to_have_attribute("href", ADDRESS.format("de"))
    drain()
    assert document(visit, office, "ar")["summary"] == ARABIC["summary"]
    editor.open(f"pages/{after['ar']['id']}/edit/")
    expect(editor.texts("unconfirmed")).to_have_count(1)
    expect(editor.texts("unconfirmed")).to_contain_text(ARABIC["summary"])
    expect(editor.texts("unconfirmed").locator("ins")).not_to_be_empty()
    editor.translate_next("استشارة مجانية قبل الولادة وبعدها.", "unconfirmed")
    editor.publish_translation()
    expect(visit(ADDRESS.format("ar")).locator("main [role=note] a")).to_have_count(0)
    assert document(visit, office, "ar")["summary"] == "استشارة مجانية قبل الولادة وبعدها."
