"""How the shared blocks look: their API form as HTML."""

from datetime import date

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from hub.blocks import BodyBlock
from hub.publications.models import Publication
from hub.representation import represent
from hub.site.templatetags.hub_tags import email_text, proper_name
from hub.testing import publish, translate, work
from tests.rules.stage import article, block, draft, file, image, office, text
from tests.site.reading import links, page, words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def show(client, county, editing):
    """Return the page in Arabic, untranslated, that has these blocks: `show(text("…"))`."""

    def show(*blocks):
        with editing():
            article(county, "Wohnen", blocks)
        return page(client.get("/ar/auental/wohnen/")).find(class_="article")

    return show


def test_text(show):
    shown = show(text("<h2>Miete</h2><p>Ein <b>Satz</b>.</p>"))
    assert shown.find("h2").text == "Miete"
    assert shown.find("b").text == "Satz"


def test_an_email_address_breaks_between_its_parts():
    assert email_text("a@b.example") == "a@<wbr>b.<wbr>example"
    assert email_text("<a>") == "&lt;a&gt;"


def test_latin_letters_in_brackets_keep_their_order_in_arabic():
    assert proper_name("الصندوق (ESF+) & (مثال)") == '<bdi>الصندوق (<bdi dir="ltr">ESF+</bdi>) &amp; (مثال)</bdi>'


def test_callout_names_its_kind_in_the_visitors_language(show):
    shown = show(block("callout", {"style": "emergency", "title": "Feuer", "text": "<p>112 anrufen.</p>"}))
    callout = shown.find(class_="callout--emergency")
    kind = callout.find(class_="callout__kind")
    assert kind.find(attrs={"lang": "ar"})
    assert callout.find("h2").text == "Feuer"


def test_contact_with_ways_to_reach_it(show):
    shown = show(
        block(
            "contact",
            {
                "office": None,
                "name": "Wohnungsamt",
                "phones": [{"type": "item", "id": "1", "value": {"label": "Zentrale", "number": "030 23125 000"}}],
                "email": "amt@example.org",
                "website": "https://example.org/",
                "address": "Markt 1",
            },
        )
    )
    contact = shown.find(class_="contact")
    assert {"tel:+493023125000", "mailto:amt@example.org", "https://example.org/"} <= set(links(contact).values())
    assert all(bdi["dir"] == "ltr" for bdi in contact.find_all("bdi"))
    assert words(contact.address) == "Markt 1"


@pytest.mark.parametrize("website", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "", None])
def test_a_website_that_is_no_web_address_is_left_out(show, website):
    shown = show(block("contact", {"office": None, "name": "Amt", "phones": [], "website": website}))
    assert not links(shown.find(class_="contact"))


def test_contact_that_is_an_office(show, county, editing):
    with editing():
        amt = office(county, "Amt")
    empty = {"name": "", "phones": [], "email": "", "website": "", "address": ""}
    contact = show(block("contact", {"office": amt.pk, **empty})).find(class_="contact")
    assert links(contact)["Amt"] == "/ar/auental/amt/"
    assert "tel:+493023125000" in links(contact).values()


def test_a_contact_whose_only_office_is_not_public_shows_nothing(show, county, editing):
    with editing():
        amt = office(county, "Amt")
        amt.unpublish()
    empty = {"name": "", "phones": [], "email": "", "website": "", "address": ""}
    assert not show(block("contact", {"office": amt.pk, **empty})).find(class_="contact")


def test_a_contact_without_a_name_is_named_by_what_it_is(show, county, editing):
    with editing():
        amt = office(county, "Amt")
        amt.unpublish()
    value = {"office": amt.pk, "name": "", "phones": [], "email": "amt@example.org", "website": "", "address": ""}
    contact = show(block("contact", value)).find(class_="contact")
    assert not contact.find("h2")
    assert contact.find(id=contact["aria-labelledby"])
    assert "mailto:amt@example.org" in links(contact).values()


def test_cards_show_pages_of_every_kind_in_the_visitors_language(show, county, editing):
    with editing():
        translate(county, "ar")
        desk, bus, hidden = office(county), article(county, "Bus"), draft(county)
        translate(bus, "ar", mark="عربي")
        pages = [{"type": "item", "id": str(page.pk), "value": page.pk} for page in (bus, desk, hidden)]
    shown = show(block("cards", {"title": "Mehr dazu", "cards": pages}))
    assert shown.find("h2").text == "Mehr dazu"
    assert [(words(card), card.parent.parent["lang"]) for card in shown.find_all(class_="card__title")] == [
        ("عربي Bus", "ar"),
        ("Amt", "de"),
    ]
    assert links(shown.find(class_="cards"))["030 23125000"] == "tel:+493023125000"


def test_cards_without_a_public_page_leave_no_heading(show, county):
    pages = [{"type": "item", "id": "1", "value": draft(county).pk}]
    assert "Mehr dazu" not in words(show(block("cards", {"title": "Mehr dazu", "cards": pages})))


def test_cards_of_many_pages_cost_as_much_as_cards_of_one(county, editing):
    def cost(*pages: Page) -> int:
        items = [{"type": "item", "id": str(page.pk), "value": page.pk} for page in pages]
        with editing():
            shown = article(county, f"Karten {len(pages)}", [block("cards", {"title": "", "cards": items})])
        with CaptureQueriesContext(connection) as queries:
            assert not represent([shown.pk]).failures
        return len(queries)

    with editing():
        offices = [office(county, f"Amt {number}") for number in range(3)]
    cost(*offices[:1])
    assert cost(*offices) == cost(*offices[:2])


def test_documents_name_their_language_by_its_own_name(show):
    value = {"file": file().pk, "title": "Merkblatt", "language": "ar"}
    files = show(block("documents", {"files": [{"type": "item", "id": "1", "value": value}]})).find(class_="files")
    assert files.a["hreflang"] == "ar"
    assert files.find(attrs={"lang": "ar", "dir": "rtl"})
    assert "العربية" in words(files)


def test_documents_tell_issuer_edition_and_date_and_what_replaces_them(show):
    old, new = file("Alt"), file("Neu")
    new.replaces, new.issuer, new.edition, new.date, new.language = old, "BAMF", "3. Auflage", date(2026, 3, 5), "de"
    new.save()
    titles = {old.pk: "Erste Schritte", new.pk: "Erste Schritte, neu"}
    items = [{"type": "item", "id": f"f{pk}", "value": {"file": pk, "title": titles[pk]}} for pk in titles]
    shown = show(block("documents", {"files": items}))
    first, second = shown.find(class_="files").find_all("li")
    assert [part in words(second) for part in ("BAMF", "3. Auflage", "Deutsch")] == [True] * 3
    assert second.time["datetime"] == "2026-03-05"
    replaced = first.find(class_="files__replaced")
    assert links(replaced) == {"Erste Schritte, neu": f"#{second['id']}"}
    assert replaced.a["lang"] == "de"
    assert not second.find(class_="files__replaced")


def test_what_replaces_a_file_is_not_told_where_it_is_not_shown(show):
    old = file("Alt")
    new = file("Neu")
    new.replaces = old
    new.save()
    item = {"type": "item", "id": "f", "value": {"file": old.pk, "title": "Alt", "language": ""}}
    assert not show(block("documents", {"files": [item]})).find(class_="files__replaced")


def test_quotation_names_its_source(show):
    value = {"text": "<p>Kommen Sie vorbei.</p>", "source": "Erika Beispiel", "function": "Leiterin"}
    quotation = show(block("quotation", value | {"url": "https://example.org/"})).find("figure")
    assert words(quotation.blockquote) == "Kommen Sie vorbei."
    assert quotation.blockquote["cite"] == "https://example.org/"
    assert words(quotation.figcaption) == "Erika Beispiel Leiterin المصدر"


def test_quotation_without_a_source(show):
    value = {"text": "<p>Kommen Sie vorbei.</p>", "source": "", "function": "", "url": "javascript:alert(1)"}
    quotation = show(block("quotation", value)).find("figure")
    assert not quotation.figcaption
    assert "cite" not in quotation.blockquote.attrs


def test_picture_has_description_caption_and_credit(show, client):
    picture = image()
    picture.credit, picture.license = "Erika Beispiel", "CC-BY-4.0"
    picture.save()
    figure = show(block("picture", {"image": picture.pk, "alt": "Ein Haus", "caption": "Am Markt"})).find("figure")
    assert (figure.img["alt"], words(figure.find(class_="caption"))) == ("Ein Haus", "Am Markt")
    assert figure.img["srcset"]
    assert client.get(figure.img["src"]).status_code == 200
    assert "Erika Beispiel CC BY 4.0" in words(figure.figcaption)


def test_picture_has_the_description_of_the_library_in_the_visitors_language(show):
    picture = image()
    picture.descriptions = {"de": "Ein Haus", "ar": "بيت"}
    picture.save()
    shown = show(block("picture", {"image": picture.pk, "alt": "", "caption": ""})).find("img")
    assert (shown["alt"], shown["lang"], shown["dir"]) == ("بيت", "ar", "rtl")


def test_picture_that_is_gone_is_passed_over(show, client, editing):
    picture = image()
    assert show(block("picture", {"image": picture.pk, "alt": "Ein Haus", "caption": "Am Markt"})).find("img")
    with editing():
        picture.delete()
    work()
    assert not page(client.get("/ar/auental/wohnen/")).find("figure")


def test_picture_has_to_be_described():
    definition = BodyBlock().child_blocks["picture"]
    value = definition.to_python({"image": image().pk, "alt": "", "caption": ""})
    with pytest.raises(StructBlockValidationError) as refused:
        definition.clean(value)
    assert list(refused.value.block_errors) == ["alt"]


def test_links_tell_the_language_of_websites_in_that_of_the_visitor(show):
    websites = {"https://example.org/": "en", "https://example.org/ar": "ar", "https://example.org/x": ""}
    items = [
        {"type": "item", "id": url, "value": {"label": "Website", "url": url, "language": language}}
        for url, language in {**websites, "javascript:alert(1)": "en"}.items()
    ]
    shown = show(block("links", {"links": items})).find(class_="links").find_all("li")
    assert [item.a.get("hreflang") for item in shown] == ["en", "ar", None]
    assert [words(item) for item in shown] == ["Website الإنجليزية", "Website", "Website"]
    assert shown[0].find(class_="links__language")["lang"] == "ar"


def test_a_block_that_is_gone_is_passed_over(show, client, county, editing):
    show(text("<p>Ein Satz.</p>"))
    publication = Publication.objects.get(path="auental/wohnen", locale="de")
    publication.document["body"].append({"type": "of-another-time", "id": "2", "value": "x"})
    publication.save()
    assert "Ein Satz." in words(page(client.get("/de/auental/wohnen/")).main)


def test_an_image_has_its_description_and_size(client, county, editing):
    with editing():
        wohnen = article(county, "Wohnen")
        wohnen.image, wohnen.image_alt = image(), "Ein Haus"
        publish(wohnen)
    shown = page(client.get("/de/auental/wohnen/")).find("img")
    assert shown["alt"] == "Ein Haus"
    assert int(shown["width"]) > 0
    assert int(shown["height"]) > 0
    assert client.get(shown["src"]).status_code == 200


@pytest.mark.parametrize(
    ("text", "shown"), [("2026-12-24T08:00:00+01:00", "08:00"), ("08:30:00", "08:30"), ("", ""), (None, "")]
)
def test_moments_and_times_of_day_are_read(text, shown):
    assert Template("{% load hub_tags %}{{ text|moment|time:'H:i' }}").render(Context({"text": text})) == shown
