"""Foreign HTML becomes clean sections; addresses are mended; blocks keep their ids."""

import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from home.importer import block_ids
from home.importer.conversion import convert
from home.importer.files import Article, Entry
from home.importer.links import Link, Pages, mend
from home.importer.rich_text import render
from hub.blocks.body import TEXT_FEATURES

PLACE = "/auental/de/wohnen/"
MOVED = "/auental/de/alt/wohnung-suchen/"


@pytest.fixture
def pages():
    entries = [
        Entry("de", PLACE, "", "Wohnen", "", 0, {"ar": "/auental/ar/السكن/"}, host="app.example"),
        Entry("de", "/auental/de/wohnen/wohnung-suchen/", PLACE, "Wohnung suchen", "", 0, {}),
    ]
    return Pages([Article("de", {"de": entry}) for entry in entries])


@pytest.fixture
def blocks(pages):
    """The HTML of the blocks that some HTML becomes, without the keys of its paragraphs."""

    def blocks_of(html):
        made = [render(section, {PLACE: 7}) for section in convert(html, pages).sections]
        return [re.sub(r' data-block-key="[0-9a-f]{5}"', "", html) for html in made]

    return blocks_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>&nbsp;</p><div><br></div>", []),
        ("Eins<br>zwei<br><br>drei", ["<p>Eins<br/>zwei</p><p>drei</p>"]),
        ("<div>Eins<div>zwei</div>drei</div>", ["<p>Eins</p><p>zwei</p><p>drei</p>"]),
        ("<p>Ein w<strong>ichtiger </strong>Satz.</p>", ["<p>Ein w<b>ichtiger</b> Satz.</p>"]),
        ("<p><b>a</b> <b>b</b><em> c</em></p>", ["<p><b>a b</b> <i>c</i></p>"]),
        ("<p>Öff\u200bnen &amp; &lt;b&gt;</p>", ["<p>Öffnen &amp; &lt;b&gt;</p>"]),
        (
            "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>",
            ["<ul><li>a<ul><li>b</li></ul></li><li>c<br/>d</li></ul>"],
        ),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", ["<ul><li>a</li></ul><ol><li>b</li></ol>"]),
        (
            "<table><tr><th>Tag</th><th>Zeit</th></tr><tr><td>Mo</td><td>8–12</td></tr></table>",
            ["<ul><li><b>Tag</b> – <b>Zeit</b></li><li>Mo – 8–12</li></ul>"],
        ),
        ("<table><tr><td><h2>Amt</h2><p>Text</p></td></tr></table>", ["<h2>Amt</h2><p>Text</p>"]),
        ("<hr><p>a</p><hr><hr><p>b</p><hr><h2>c</h2>", ["<p>a</p><hr/><p>b</p>", "<h2>c</h2>"]),
        ("<p>a<script>x()</script><span lang='en' onclick='y()'>b</span><abbr lang='en'>c</abbr></p>", ["<p>abc</p>"]),
        ("<p><bdi>a</bdi> <a href='javascript:x()'>b</a></p>", ["<p>a b</p>"]),
        ("<p>a<!-- b --></p>", ["<p>a</p>"]),
    ],
)  # fmt: skip - each case on a line
def test_html_becomes_clean_rich_text(blocks, html, expected):
    assert blocks(html) == expected


def test_headings_begin_at_h2_skip_no_level_and_begin_blocks(blocks):
    html = "<p>Vorab</p><h3><strong>A</strong></h3><h5>B</h5><h6>C</h6><h6>D</h6><h4>E</h4><h1>F</h1><h3><br></h3>"
    assert blocks(html) == [
        "<p>Vorab</p>",
        "<h2>A</h2>",
        "<h3>B</h3>",
        "<h4>C</h4>",
        "<h4>D</h4>",
        "<h3>E</h3>",
        "<h2>F</h2>",
    ]  # fmt: skip - in the order of the headings


def test_images_are_listed_and_not_linked(pages):
    converted = convert(
        '<p><img src="https://x.example/a.png">Text <a href="https://x.example/b.jpg"><img src="b.jpg"></a></p>', pages
    )
    assert converted.dropped_images == ["https://x.example/a.png", "b.jpg"]
    assert converted.dropped_links == ["https://x.example/b.jpg"]
    assert "img" not in render(converted.sections[0], {})


def test_a_link_around_a_picture_that_leads_elsewhere_keeps_its_address(blocks):
    film = '<p><a href="https://www.video.example/42"><img src="x.png"></a></p>'
    assert blocks(film) == ['<p><a href="https://www.video.example/42">video.example/42</a></p>']
    player = '<iframe src="https://v.example/e"></iframe>'
    assert blocks(player) == ['<p><a href="https://v.example/e">v.example/e</a></p>']


def test_a_link_ends_with_its_line(blocks):
    html = '<p><a href="https://a.example/">eins<br>zwei</a></p>'
    assert blocks(html) == ['<p><a href="https://a.example/">eins</a><br/><a href="https://a.example/">zwei</a></p>']


@pytest.mark.parametrize(
    ("href", "text", "mended"),
    [
        ("tel:0151", "0151 15045342", "tel:015115045342"),
        ("tel:+49", "+49 711 761646-40", "tel:+4971176164640"),
        ("tel:%C2%A0071198%20693", "071198 693", "tel:071198693"),
        ("tel::0159%2006356434", "0159 06356434", "tel:015906356434"),
        ("tel:+498002236341", "0800-2236341", "tel:+498002236341"),
        ("tel:110", "110", "tel:110"),
        ("tel:116117", "Bereitschaftsdienst", "tel:116117"),
        ("https://app.example/tel:", " 08001110333 ", "tel:08001110333"),
        ("https://app.example/0719518956", "0719518956", "tel:0719518956"),
        ("https://app.example/mailto:", "info@inaev.example ", "mailto:info@inaev.example"),
        ("https://info@amt.example", "info@amt.example", "mailto:info@amt.example"),
        ("mailto:Pool", "pool@amt.example", "mailto:pool@amt.example"),
        ("mailto:a@%E2%80%8Bamt.example", "a@amt.example", "mailto:a@amt.example"),
        ("mailto:a@amt.example?subject=Termin", "Schreiben Sie", "mailto:a@amt.example?subject=Termin"),
        ("https://amt.example:8445/x/#/y", "Termin", "https://amt.example:8445/x/#/y"),
        ("https://app.example/auental/de/wohnen/", "hier", f"page:{PLACE}"),
        ("https://App.example/auental/de/wohnen", "hier", f"page:{PLACE}"),
        ("//app.example/auental/de/wohnen/", "hier", f"page:{PLACE}"),
        ("https://integreat.app/auental/de/wohnen/", "hier", f"page:{PLACE}"),
        ("https://andere.example/auental/de/wohnen/", "hier", "https://andere.example/auental/de/wohnen/"),
        ("https://andere.example/auental/de/", "hier", "https://andere.example/auental/de/"),
        ("//cdn.example/x", "hier", "https://cdn.example/x"),
        ("/auental/ar/%D8%A7%D9%84%D8%B3%D9%83%D9%86/", "هنا", f"page:{PLACE}"),
        ("https://app.example/auental/de/", "Start", "page:"),
        (f"https://app.example{MOVED}", "hier", "page:/auental/de/wohnen/wohnung-suchen/"),
    ],
)
def test_addresses_are_mended(pages, href, text, mended):
    assert mend(href, text, pages) == Link(mended)


@pytest.mark.parametrize(
    ("href", "text", "problem"),
    [
        ("tel:071814829610", "07181482960", "doubtful"),
        ("tel:", "Anrufen", "broken"),
        ("mailto:", "Schreiben", "broken"),
        ("datei.pdf", "Antrag", "broken"),
        ("http://[kaputt", "hier", "broken"),
        ("https:", "hier", "broken"),
        ("https://app.example/auental/de/fort/", "hier", "unknown"),
    ],
)
def test_what_cannot_be_mended_is_told(pages, href, text, problem):
    assert mend(href, text, pages).problem == problem


@pytest.mark.django_db
def test_saving_unchanged_in_wagtails_editor_changes_nothing(pages):
    html = (
        """<h3>A &amp; B</h3><p><b>fett </b><a href="https://x.example/?a=1&amp;b='2'"><b>ein</b> Link</a> """
        "<em>k<b>b</b></em><br>neu<hr>d</p><ul><li>x<ol><li>y <strong>z<br>u</strong></li></ol></li></ul><p>d</p>"
    )
    [section] = convert(html, pages).sections
    stored = render(section, {})
    converter = ContentstateConverter(TEXT_FEATURES)
    assert converter.to_database_format(converter.from_database_format(stored)) == stored


def ids(raw):
    return [block["id"] for block in raw]


def test_blocks_keep_their_ids_when_others_come_and_go():
    first = block_ids.body(["<p>a</p>", "<h2>B</h2><p>b</p>", "<h2>C</h2>"], [], "page")
    again = block_ids.body(["<h2>Neu</h2>", "<p>a</p>", "<h2>B</h2><p>anders</p>", "<h2>C</h2>"], first, "page")
    assert ids(again)[1:] == ids(first)
    assert len(set(ids(again))) == 4
    assert ids(block_ids.body([block["value"] for block in again], again, "page")) == ids(again)


def test_equal_blocks_have_ids_of_their_own():
    raw = block_ids.body(["<h2>A</h2>", "<h2>A</h2>", "<p>x</p>", "<p>x</p>"], [], "page")
    assert len(set(ids(raw))) == 4


def test_a_block_that_changed_in_its_place_keeps_its_id():
    first = block_ids.body(["<p>a</p>", "<h2>B</h2>"], [], "page")
    assert ids(block_ids.body(["<p>a</p>", "<h2>Anders</h2><p>c</p>"], first, "page")) == ids(first)
