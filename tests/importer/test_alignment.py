"""A translation is paired with its source as wagtail-localize extracts it."""

import pytest
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from home.importer.alignment import align, translate_paragraph, translated_strings
from home.importer.conversion import convert
from home.importer.links import PageIndex
from home.importer.rich_text import render


def sections(html):
    return convert(html, PageIndex([])).sections


def strings(source, translation):
    aligned = align(sections(source), sections(translation))
    return aligned and [string.html for block in translated_strings(sections(source), aligned) for string in block]


SAME = [
    "<h2>A</h2><p>Eins <b>zwei</b> <a href='tel:1'>drei</a> <a href='tel:2'>vier</a></p>",
    "<ul><li>a</li><li><b>b</b></li></ul><p><b>ganz fett</b></p><p><i><b>x</b></i></p>",
    "<p>x</p><hr><p>a &lt; b &amp; <a href='https://x.example/'><b>c</b> d</a></p>",
]


@pytest.mark.parametrize("html", SAME)
def test_the_strings_of_a_source_are_those_that_wagtail_localize_extracts(html):
    for section in sections(html):
        _template, extracted = extract_strings(render(section, {}))
        assert [string.data for string, _attrs in extracted] == [
            translate_paragraph(paragraph, paragraph).html for paragraph in section.text_paragraphs
        ]


def test_a_translation_is_restored_into_the_template_of_its_source():
    source = "<h3>Amt</h3><p>Rufen Sie an: <a href='tel:112'>112</a>, siehe <a href='https://a.example/'>hier</a>.</p>"
    translated = "<h4>Office</h4><p>See <a href='https://a.example/'>here</a> or call <a href='tel:112'>112</a>.</p>"
    [section] = sections(source)
    template, extracted = extract_strings(render(section, {}))
    restored = restore_strings(
        template,
        [(StringValue(html), attrs) for html, (_s, attrs) in zip(strings(source, translated), extracted, strict=True)],
    )
    assert "Office</h2>" in restored
    assert 'See <a href="https://a.example/">here</a> or call <a href="tel:112">112</a>.' in restored


def test_lines_are_divided_among_the_paragraphs_of_the_source():
    source = (
        "<h2>Arten</h2><p>Es gibt:</p><ul><li>Universitäten</li><li>Kunstschulen</li></ul><p>Sie kosten 300 Euro.</p>"
    )
    translated = "<h2>Kinds</h2><p>There are:</p><p>Universities<br>Art schools</p><p>They cost 300 euros.</p>"
    assert strings(source, translated) == [
        "Kinds",
        "There are:",
        "Universities",
        "Art schools",
        "They cost 300 euros.",
    ]


def test_a_paragraph_too_many_joins_its_neighbour_and_no_word_is_lost():
    source = "<p>Rufen Sie uns an, wir helfen gern.</p><p>Telefon <a href='tel:0711'>0711</a></p>"
    translated = "<p>Call us, we are happy to help.</p><p>Really.</p><p>Phone <a href='tel:0711'>0711</a></p>"
    assert strings(source, translated) == ["Call us, we are happy to help.<br/>Really.", 'Phone <a id="a1">0711</a>']


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("<h2>A</h2><p>a</p>", "<p>a</p>"),
        ("<p>a</p><p>b</p><p>c</p>", "<p>alles in einem</p>"),
        ("<p>x <a href='tel:1'>1</a></p><p>y <a href='tel:2'>2</a></p>", "<p>new</p><p>x <a href='tel:1'>1</a></p>"),
        ("", "<p>a</p>"),
    ],
    ids=["other headings", "too few lines", "shifted", "no source"],
)
def test_a_translation_with_another_structure_is_not_forced_into_the_source(source, translated):
    assert align(sections(source), sections(translated)) is None


def test_an_address_that_differs_overrides_the_sources():
    [[source]] = [section.text_paragraphs for section in sections("<p><a href='https://a.example/de'>a</a></p>")]
    [[translated]] = [section.text_paragraphs for section in sections("<p><a href='https://a.example/en'>b</a></p>")]
    assert translate_paragraph(source, translated).url_overrides == {"https://a.example/de": "https://a.example/en"}


def test_a_link_without_a_place_keeps_its_text_and_is_reported():
    [[source]] = [section.text_paragraphs for section in sections("<p>a</p>")]
    [[translated]] = [section.text_paragraphs for section in sections("<p>b <a href='tel:1'>1</a></p>")]
    assert translate_paragraph(source, translated).html == "b 1"
    assert translate_paragraph(source, translated).lost_links == ["tel:1"]


def test_a_text_that_occurs_twice_has_one_translation():
    assert strings("<p>Tel.</p><p>Tel.</p>", "<p>Phone</p><p>Tel</p>") == ["Phone", "Phone"]
