"""Rule 2: facts have one home, the source page; a translation gives words only."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.checks import Error
from django.core.management import call_command
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from directory.offices.models import OfficePage, OfficeType, Person
from home.models import InfoPage
from hub.blocks import TextFact
from hub.checks import check_blocks, check_prose
from hub.counties.models import CountyPage
from hub.taxonomy.models import Topic
from hub.testing import languages, publish, translate, work
from tests.rules.stage import article, block, document, file, fresh, image, office, public, set_body, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LANGUAGES = ("de", "en", "ar")


def callout(words: str, style: str = "tip", block_id: str = "call") -> dict:
    return block("callout", {"style": style, "title": "", "text": f"<p>{words}</p>"}, block_id)


def bodies(page: Page) -> dict[str, list[str]]:
    """Return the ids of the blocks shown in each language."""
    return {language: [item["id"] for item in document(page, language)["body"]] for language in LANGUAGES}


def translated(page: Page, language: str) -> Page:
    return page.get_translation(languages()[language]).specific


def translate_all(editing, page: Page, **options) -> None:
    with editing():
        for language in ("en", "ar"):
            translate(page, language, **options)


@pytest.fixture
def the_office(county, editing) -> OfficePage:
    """A published office with a topic and a person, translated into English and Arabic."""
    page = OfficePage(
        title="Amt",
        slug="amt",
        office_type=OfficeType.objects.get(slug="authority"),
        hours={"monday": [["08:00", "12:00"]]},
    )
    page.phones = json.dumps([block("phone", {"label": "Büro", "number": "030 23125 000"}, "p")])
    page.topics = [Topic.objects.create(slug="work", names={"de": "Arbeit", "ar": "العمل"})]
    page.staff = [Person(name="Erika Beispiel", function="Leitung", locale=county.locale)]
    with editing():
        page = publish(page, county)
    translate_all(editing, page)
    return page


def test_rule_2_a_changed_phone_is_right_in_all_languages_and_no_word_is_touched(the_office, editing):
    def all_words():
        return (
            list(StringTranslation.objects.order_by("pk").values_list("pk", "data", "updated_at")),
            list(Revision.objects.filter(object_id=str(translated(the_office, "ar").pk)).values_list("pk", "content")),
            list(OfficePage.objects.filter(pk=translated(the_office, "ar").pk).values()),
        )

    before = all_words()
    the_office.phones = json.dumps([block("phone", {"label": "Büro", "number": "030 99999 111"}, "p")])
    with editing():
        publish(the_office)
    for language in LANGUAGES:
        shown = document(the_office, language)
        assert shown["phones"][0]["value"]["href"] == "tel:+493099999111"
        assert shown["meta"]["content_locale"] == language
        assert not shown["meta"]["outdated"]
    assert document(the_office, "ar")["phones"][0]["value"]["label"] == "ar Büro"
    assert all_words() == before


def test_rule_2_facts_are_no_segments_and_in_no_po_file(the_office):
    paths = set(StringSegment.objects.values_list("context__path", flat=True))
    staff = the_office.staff.get().translation_key
    assert paths == {"title", "phones.p.label", f"staff.{staff}.function"}
    po_file = str(Translation.objects.get(target_locale=languages()["ar"]).export_po())
    assert "Büro" in po_file
    for fact in ("030 23125", "authority", "08:00", "Erika", "amt"):
        assert fact not in po_file


def test_rule_2_what_a_translation_row_says_of_facts_is_not_read(the_office, editing):
    row = translated(the_office, "ar")
    row.phones = json.dumps([block("phone", {"label": "x", "number": "0"}, "p")])
    row.type, row.hours, row.slug = "other", {}, "another"
    row.topics = []
    with editing():
        publish(row)
    source, shown = document(the_office, "de"), document(the_office, "ar")
    assert shown["phones"][0]["value"]["href"] == source["phones"][0]["value"]["href"]
    assert shown["office_type"]["slug"] == "authority"
    assert shown["opening_hours"]["days"] == source["opening_hours"]["days"]
    assert shown["topics"] == [{"slug": "work", "name": "العمل", "icon": ""}]
    assert shown["meta"]["html_url"] == "/ar/auental/amt/"


def test_rule_2_facets_are_the_same_in_every_language(the_office):
    facets = {language: set(public(the_office, language).facets.values_list("name", "value")) for language in LANGUAGES}
    assert ("topics", "work") in facets["de"]
    assert facets["de"] == facets["en"] == facets["ar"]


def test_rule_2_a_block_deleted_or_moved_in_the_source_is_so_everywhere(county, editing):
    parts = [text(f"<p>Teil {name}.</p>", name) for name in "abc"]
    with editing():
        page = article(county, "Wohnen", parts)
    translate_all(editing, page)
    with editing():
        set_body(page, parts[2], parts[0])
    assert bodies(page) == {code: ["c", "a"] for code in LANGUAGES}
    assert not document(page, "ar")["meta"]["outdated"]


def test_rule_2_a_block_without_prose_appears_at_once(county, editing):
    with editing():
        page, where = article(county, "Wohnen", [text("<p>Ein Satz.</p>", "a")]), office(county)
    translate_all(editing, page)
    contact = block("contact", {"office": where.pk, "name": "", "phones": []}, "b")
    with editing():
        set_body(page, text("<p>Ein Satz.</p>", "a"), contact, block("children", None, "c"))
    assert bodies(page) == {code: ["a", "b", "c"] for code in LANGUAGES}
    shown = document(page, "ar")
    assert shown["body"][1]["value"]["office"]["meta"]["html_url"] == "/ar/auental/amt/"
    assert not shown["meta"]["outdated"]


def test_rule_2_a_block_that_is_not_translated_is_left_out_and_the_page_outdated(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
    translate_all(editing, page)
    with editing():
        set_body(page, text("<p>Neu.</p>", "new"), text("<p>Eins.</p>", "a"))
    assert bodies(page) == {"de": ["new", "a"], "en": ["a"], "ar": ["a"]}
    assert [document(page, language)["meta"]["outdated"] for language in LANGUAGES] == [False, True, True]
    assert "Neu" not in public(page, "ar").text
    with editing():
        translate(page, "ar")
    assert bodies(page)["ar"] == ["new", "a"]
    assert not document(page, "ar")["meta"]["outdated"]


# An item that holds a fact is never left out


def test_rule_2_a_new_phone_is_in_all_languages_at_once_its_label_in_the_source_language(the_office, editing, client):
    phones = [
        block("phone", {"label": "Büro", "number": "030 23125 000"}, "p"),
        block("phone", {"label": "Notfall am Wochenende", "number": "030 23125 999"}, "new"),
    ]
    where = fresh(the_office)
    where.phones = json.dumps(phones)
    with editing():
        publish(where)
    old, new = document(the_office, "ar")["phones"]
    assert old["value"]["label"] == "ar Büro"
    assert "lang" not in old
    assert new["value"]["label"] == "Notfall am Wochenende"
    assert new["value"]["e164"] == "+493023125999"
    assert new["lang"] == "de"
    assert document(the_office, "ar")["meta"]["outdated"]
    soup = BeautifulSoup(client.get("/ar/auental/amt/").content, "html.parser")
    label = soup.find(string="Notfall am Wochenende")
    assert [label.find_parent(lang=True)[name] for name in ("lang", "dir")] == ["de", "ltr"]
    assert ["de", "Notfall am Wochenende"] in [text[1:] for text in public(the_office, "ar").texts]
    with editing():
        translate(where, "ar")
    assert "lang" not in document(the_office, "ar")["phones"][1]
    assert not document(the_office, "ar")["meta"]["outdated"]


def test_rule_2_a_new_colleague_is_in_all_languages_at_once(the_office, editing, client):
    where = fresh(the_office)
    where.staff.add(Person(name="Nele Beispiel", function="Dolmetscherin", phone="030 23125 001", locale=where.locale))
    where.staff.add(Person(name="Ohne Amt", locale=where.locale))
    with editing():
        publish(where)
    known, new, plain = document(the_office, "ar")["staff"]
    assert "lang" not in known
    assert (new["name"], new["function"], new["lang"]) == ("Nele Beispiel", "Dolmetscherin", "de")
    assert "lang" not in plain
    assert BeautifulSoup(client.get("/ar/auental/amt/").content, "html.parser").find(string="Dolmetscherin")


def test_rule_2_a_contact_with_a_phone_is_shown_before_it_is_translated_and_a_call_out_is_not(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
    translate_all(editing, page)
    phones = [{"type": "item", "value": {"label": "Notruf", "number": "030 23125 000"}, "id": "i"}]
    contact = block("contact", {"office": None, "name": "Hausmeister", "phones": phones, "email": ""}, "b")
    nameless = block("contact", {"office": None, "name": "Herr X", "phones": [], "email": ""}, "c")
    callout = block("callout", {"style": "tip", "title": "Tipp", "text": "<p>Lüften.</p>"}, "d")
    with editing():
        set_body(page, text("<p>Eins.</p>", "a"), contact, nameless, callout)
    assert bodies(page) == {"de": ["a", "b", "c", "d"], "en": ["a", "b"], "ar": ["a", "b"]}
    shown = document(page, "ar")["body"][1]
    assert shown["lang"] == "de"
    assert shown["value"]["name"] == "Hausmeister"
    assert "lang" not in shown["value"]["phones"][0], "the whole block is in one language"


def test_rule_2_an_image_keeps_its_description_until_that_is_translated(county, editing, client):
    with editing():
        page = article(county, "Wohnen")
    translate_all(editing, page)
    page = fresh(page)
    page.image, page.image_alt = image(), "Ein Haus am Fluss"
    with editing():
        publish(page)
    shown = document(page, "ar")["image"]
    assert (shown["alt"], shown["lang"]) == ("Ein Haus am Fluss", "de")
    assert "lang" not in document(page)["image"]
    soup = BeautifulSoup(client.get("/ar/auental/wohnen/").content, "html.parser")
    assert soup.find(alt="Ein Haus am Fluss")["lang"] == "de"


def test_rule_2_changed_prose_keeps_its_translation_and_the_page_counts_as_outdated(county, editing, client):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a"), callout("Rat.")])
    translate_all(editing, page)
    with editing():
        set_body(page, text("<p>Anders.</p>", "a"), callout("Rat.", style="emergency"))
    shown = document(page, "en")
    assert shown["body"][0]["value"] == "<p>en Eins.</p>"
    assert shown["body"][1]["value"]["style"] == "emergency", "a fact beside unchanged words"
    assert shown["meta"]["outdated"]
    assert client.get(f"/api/v2/pages/{shown['id']}/").json()["meta"]["outdated"]
    assert '/de/auental/wohnen/"' in client.get("/en/auental/wohnen/").content.decode(), "leads to the source"


def test_rule_2_list_items_follow_the_source(county, editing):
    def files(*names: str) -> dict:
        items = [
            {"type": "item", "id": name, "value": {"file": paper.pk, "title": f"Blatt {name}", "language": "de"}}
            for name in names
        ]
        return block("documents", {"files": items}, "d")

    paper = file()
    with editing():
        page = article(county, "Wohnen", [files("a", "b")])
    translate_all(editing, page)
    with editing():
        set_body(page, files("new", "b"))
    shown = {language: document(page, language)["body"][0]["value"]["files"] for language in LANGUAGES}
    assert [item["id"] for item in shown["de"]] == ["new", "b"]
    assert [(item["id"], item["value"]["title"], item.get("lang")) for item in shown["ar"]] == [
        ("new", "Blatt new", "de"),
        ("b", "ar Blatt b", None),
    ]
    assert shown["ar"][1]["value"]["file"]["filename"] == paper.filename
    assert document(page, "ar")["meta"]["outdated"]


def test_rule_2_inline_children_are_found_by_their_translation_key(the_office, editing):
    person = the_office.staff.get()
    person.name, person.sort_order = "Erika Muster", 2
    the_office.staff = [
        Person(name="Ohne Funktion", sort_order=1, locale=the_office.locale),
        person,
        Person(name="Neu", function="Beratung", sort_order=3, locale=the_office.locale),
    ]
    with editing():
        publish(the_office)
    shown = {language: document(the_office, language)["staff"] for language in ("de", "ar")}
    assert [item["name"] for item in shown["de"]] == ["Ohne Funktion", "Erika Muster", "Neu"]
    assert [item["function"] for item in shown["ar"]] == ["", "ar Leitung", "Beratung"]
    assert [item.get("lang") for item in shown["ar"]] == [None, None, "de"]
    assert document(the_office, "ar")["meta"]["outdated"]
    with editing():
        translate(the_office, "ar")
    assert [item["function"] for item in document(the_office, "ar")["staff"]] == ["", "ar Leitung", "ar Beratung"]


def test_rule_2_a_translation_of_its_own_structure_keeps_the_facts_of_the_blocks_it_shares(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Lang.</p>", "a"), callout("Rat.")], icon="home")
    translate_all(editing, page)
    Translation.objects.filter(target_locale=languages()["en"]).update(enabled=False)
    with editing():
        set_body(translated(page, "en"), callout("Simple advice."), text("<p>Its own.</p>", "own"))
    assert bodies(page) == {"de": ["a", "call"], "en": ["call", "own"], "ar": ["a", "call"]}
    assert not document(page, "en")["meta"]["outdated"]
    with editing():
        set_body(page, text("<p>Lang.</p>", "a"), callout("Rat.", style="emergency"))
    shown = document(page, "en")
    assert shown["body"][0]["value"] == {"style": "emergency", "title": "", "text": "<p>Simple advice.</p>"}
    assert not shown["meta"]["outdated"]
    with editing():
        set_body(page, text("<p>Länger.</p>", "a"), callout("Rat.", style="emergency"))
    assert document(page, "en")["meta"]["outdated"], "reported although its body is its own"


def test_rule_2_facts_are_shown_disabled_on_a_translation_edited_by_hand(the_office, admin_client):
    Translation.objects.update(enabled=False)
    row = translated(the_office, "ar")
    html = admin_client.get(f"/admin/pages/{row.pk}/edit/").content.decode()
    for name, disabled in (
        ("website", True),
        ("office_type", True),
        ("slug", True),
        ("title", False),
        ("is_not", False),
    ):
        start = html.index(f'name="{name}"')
        tag = html[html.rindex("<", 0, start) : html.index(">", start)]
        assert ("disabled" in tag) == disabled, tag


def test_rule_2_a_slug_in_arabic_letters_changes_no_address(county, editing):
    with editing():
        page = article(county, "Wohnen")
        translate(page, "ar", mark="السكن")
    assert public(page, "ar").path == "auental/wohnen"
    assert translated(page, "ar").slug, "wagtail-localize made a slug of it without emptying it"


def test_rule_2_a_page_copied_in_the_admin_keeps_block_ids_but_not_its_keys(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>Eins.</p>", "a")])
        copy = page.copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    assert copy.translation_key != page.translation_key
    with editing():
        translate(copy, "en", mark="copied")
        set_body(copy, text("<p>Anders.</p>", "a"))
    assert document(page)["body"][0]["value"] == "<p>Eins.</p>"
    assert document(page, "en")["meta"]["content_locale"] == "de"
    assert document(copy, "en")["body"][0]["value"] == "<p>copied Eins.</p>"


def test_rule_2_a_county_translates_like_any_other_page(county, editing):
    county.body = json.dumps([text("<p>Willkommen.</p>", "a")])
    county.local_numbers = json.dumps([block("phone", {"label": "Gift", "number": "030 19240"}, "n")])
    with editing():
        publish(county)
        translate(county, "ar")
    work()
    shown = document(county, "ar")
    assert shown["body"][0]["value"] == "<p>ar Willkommen.</p>"
    assert shown["local_numbers"][0]["value"]["label"] == "ar Gift"
    assert shown["local_numbers"][0]["value"]["href"] == "tel:+493019240"


def identifiers(found) -> list[str]:
    return [error.id for error in found if isinstance(error, Error)]


@pytest.mark.parametrize("undeclared", [blocks.DateBlock(), blocks.PageChooserBlock(), ImageChooserBlock()])
def test_rule_2_a_check_fails_on_an_undeclared_block(undeclared):
    stream = blocks.StreamBlock([("part", blocks.StructBlock([("many", blocks.ListBlock(undeclared))]))])
    (error,) = check_blocks(InfoPage, stream, "body")
    assert error.id == "hub.E008"
    assert "body.part.many.items" in error.msg


def test_rule_2_facts_and_texts_pass_the_check():
    stream = blocks.StreamBlock([("fact", TextFact()), ("words", blocks.CharBlock()), ("rich", blocks.RichTextBlock())])
    assert identifiers(check_blocks(InfoPage, stream, "body")) == []


@pytest.mark.parametrize("name", ["languages", "imprint", "nonsense"])
def test_rule_2_a_check_fails_on_prose_that_is_no_text(monkeypatch, name):
    monkeypatch.setattr(CountyPage, "prose", (name,))
    (error,) = check_prose(CountyPage)
    assert error.id == "hub.E003"
    assert name in error.msg


def test_rule_2_a_check_fails_on_prose_children_without_a_translation_key(monkeypatch):
    monkeypatch.setattr("hub.checks.Item", type("Other", (), {}))
    assert "hub.E007" in identifiers(check_prose(OfficePage))


def test_rule_2_the_hub_itself_passes_its_checks():
    call_command("check", fail_level="WARNING")


def test_rule_2_a_body_of_its_own_leaves_the_other_facts_to_the_source(county, editing):
    with editing():
        desk = office(county, body=json.dumps([text("<p>Lang.</p>", "a")]))
        translate(desk, "ar")
    Translation.objects.update(enabled=False)
    with editing():
        own = desk.get_translation(languages()["ar"])
        own.body = json.dumps([text("<p>بسيط</p>", "own")])
        publish(own)
        source = fresh(desk)
        source.phones = json.dumps([block("phone", {"label": "", "number": "030 23125 111"}, "new")])
        publish(source)
    work()
    shown = document(desk, "ar")
    assert [item["value"]["number"] for item in shown["phones"]] == ["030 23125111"]
    assert [item["id"] for item in shown["body"]] == ["own"]


def test_rule_2_lists_in_blocks_that_a_body_of_its_own_shares_are_facts(county, editing):
    def contact(number: str) -> dict:
        phones = [{"type": "item", "id": number, "value": {"label": "", "number": number}}]
        return block("contact", {"office": None, "name": "Hilfe", "phones": phones}, "c")

    with editing():
        page = article(county, "Wohnen", [contact("110"), text("<p>x</p>", "t")])
        translate(page, "ar")
    Translation.objects.update(enabled=False)
    with editing():
        own = page.get_translation(languages()["ar"])
        own.body = json.dumps([contact("110")])
        publish(own)
        set_body(page, contact("116117"), text("<p>x</p>", "t"))
    work()
    assert [item["value"]["number"] for item in document(page, "ar")["body"][0]["value"]["phones"]] == ["116117"]


def test_rule_2_a_block_that_the_source_gained_is_no_structure_of_its_own(county, editing):
    with editing():
        page = article(county, "Wohnen", [text("<p>A</p>", "a"), text("<p>B</p>", "b")])
        translate(page, "ar")
    Translation.objects.update(enabled=False)
    with editing():
        set_body(page, text("<p>A</p>", "a"), text("<p>B</p>", "b"), text("<p>Neu</p>", "c"))
        row = page.get_translation(languages()["ar"])
        row.title = "بلا خطأ"
        row.save_revision()
    assert not row.own_structure
    assert "body.c" not in row.translated_from
    row.body = json.dumps([text("<p>عربي</p>", "a")])
    row.save_revision()
    assert row.own_structure, "block b was translated, and left out"


def test_rule_2_facts_of_inline_children_are_read_only_on_a_translation(county, editing, admin_client):
    with editing():
        desk = office(county)
        desk.staff = [Person(name="Frau Beispiel", function="Leitung")]
        publish(desk)
        translate(desk, "ar")
    Translation.objects.update(enabled=False)
    row = desk.get_translation(languages()["ar"])
    form = admin_client.get(f"/admin/pages/{row.pk}/edit/").context["form"].formsets["staff"].forms[0]
    assert {name for name, field in form.fields.items() if field.disabled} == {
        *("name", "consent", "phone", "mobile", "email", "languages")
    }
