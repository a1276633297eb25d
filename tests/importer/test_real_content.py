"""All pages of a real county, where their files are at hand: no word lost, blocks in order, translations paired."""

from pathlib import Path

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail_localize.strings import extract_strings

from home.importer.alignment import align, translate_paragraph
from home.importer.block_ids import text_blocks
from home.importer.conversion import convert
from home.importer.files import read_articles
from home.importer.links import PageIndex
from home.importer.plan import plan_article
from home.importer.report import LOSS_THRESHOLD
from home.importer.rich_text import render
from hub.blocks.body import TEXT_FEATURES

FOLDER = Path(__file__).parents[3] / "shared" / "real-content"
FILES = {language: FOLDER / f"rems-murr-kreis.{language}.pages.json" for language in ("de", "en")}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.any_database,
    pytest.mark.skipif(not FOLDER.exists(), reason="The real content is not here."),
]


@pytest.fixture(scope="module")
def articles():
    return read_articles(FILES, "de")


@pytest.fixture(scope="module")
def page_ids(articles):
    return {article.key: number for number, article in enumerate(articles, 1)}


@pytest.fixture(scope="module")
def converted(articles):
    pages = PageIndex(articles)
    return {entry.path: convert(entry.html, pages) for article in articles for entry in article.entries.values()}


def test_no_page_loses_words(articles, page_ids):
    pages = PageIndex(articles)
    rows = []
    for article in articles:
        source, translations = plan_article(article, pages, page_ids)
        rows += [source.row, *(translation.row for translation in translations)]
    assert len(rows) == 720
    assert min(row.word_share for row in rows) >= LOSS_THRESHOLD


def test_headings_are_in_order(converted):
    for path, page in converted.items():
        levels = [int(section.heading.kind[1]) for section in page.sections if section.heading]
        steps = zip([1, *levels], levels, strict=False)
        assert all(2 <= level <= before + 1 for before, level in steps), path


def test_block_ids_are_unique_and_stay(converted, page_ids):
    for path, page in converted.items():
        blocks = [render(section, page_ids) for section in page.sections]
        body = text_blocks(blocks, [], path)
        assert len({block["id"] for block in body}) == len(body), path
        assert text_blocks(blocks, body, path) == body


def test_wagtails_editor_changes_nothing(converted, page_ids, monkeypatch):
    monkeypatch.setattr(
        PageLinkElementHandler, "get_attribute_data", lambda self, attrs: {"id": int(attrs["id"]), "url": "/"}
    )
    converter = ContentstateConverter(TEXT_FEATURES)
    for path, page in converted.items():
        for section in page.sections:
            stored = render(section, page_ids)
            assert converter.to_database_format(converter.from_database_format(stored)) == stored, path


def test_translations_are_paired_as_wagtail_localize_extracts_them(articles, converted, page_ids):
    paired = 0
    for article in articles:
        source = converted[article.key].sections
        for section in source:
            _template, strings = extract_strings(render(section, page_ids))
            assert [string.data for string, _attrs in strings] == [
                translate_paragraph(paragraph, paragraph).html for paragraph in section.text_paragraphs
            ]
        for entry in article.translations():
            paired += bool(source) and align(source, converted[entry.path].sections) is not None
    assert paired >= 276
