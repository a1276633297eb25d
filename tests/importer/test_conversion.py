"""Foreign HTML becomes clean sections."""

import re

import pytest

from home.importer.conversion import convert
from home.importer.rich_text import render
from tests.importer.region import HOUSING


@pytest.fixture
def blocks(pages):
    """The HTML of the blocks that some HTML becomes, without the keys of its paragraphs."""

    def blocks_of(html):
        rendered = [render(section, {HOUSING: 7}) for section in convert(html, pages).sections]
        return [re.sub(r' data-block-key="[0-9a-f]{5}"', "", html) for html in rendered]

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
