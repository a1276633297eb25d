"""Decides what an article's pages are to be, without looking at the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from home.importer.alignment import Words, align, translate
from home.importer.conversion import convert
from home.importer.files import Article, Entry
from home.importer.links import Pages
from home.importer.report import Row, share, words_of_html
from home.importer.rich_text import render
from home.importer.sections import Converted


@dataclass
class Plan:
    """What one page is to be. `blocks` are the texts of its body; a translation that fits its source has instead the
    `words` of the paragraphs of each block there. Equal marks mean that nothing changed in the file.
    """

    entry: Entry
    row: Row
    blocks: list[str]
    words: list[list[Words]] | None = None
    mark: str = ""


def plan(article: Article, pages: Pages, page_ids: Mapping[str, int]) -> tuple[Plan, list[Plan]]:
    """Return the plans of an article's source page and of its translations."""
    converted = {language: convert(entry.html, pages) for language, entry in article.entries.items()}
    source = _plan(article.source, converted[article.language], page_ids)
    source.mark = _mark(source.entry, source.blocks)
    translations = []
    for entry in article.translations():
        found = _plan(entry, converted[entry.language], page_ids)
        pairs = align(converted[article.language].sections, converted[entry.language].sections)
        if pairs is None:
            found.row.own_body = True
        else:
            found.words = translate(converted[article.language].sections, pairs)
            strings = [words for block in found.words for words in block]
            found.row.kept = share(words_of_html(entry.html), words_of_html(" ".join(words.html for words in strings)))
            found.row.problems += [f"takes the source's link: {link}" for words in strings for link in words.lost]
        found.mark = _mark(entry, [source.mark, found.blocks if pairs is None else repr(found.words)])
        translations.append(found)
    return source, translations


def _plan(entry: Entry, converted: Converted, page_ids: Mapping[str, int]) -> Plan:
    blocks = [render(section, page_ids) for section in converted.sections]
    row = Row(
        language=entry.language,
        path=entry.path,
        title=entry.title,
        words=words_of_html(entry.html).total(),
        kept=share(words_of_html(entry.html), words_of_html(" ".join(blocks))),
        links=converted.links,
        mended=converted.mended,
        dropped_links=converted.dropped_links,
        dropped_images=[*converted.dropped_images, *([entry.thumbnail] if entry.thumbnail else [])],
        problems=[f"{problem} link: {href}" for problem, href in converted.problems],
    )
    return Plan(entry, row, blocks)


def _mark(entry: Entry, content: list) -> str:
    slug = entry.path.rstrip("/").rpartition("/")[2]
    return blake2b(json.dumps([entry.title, slug, content]).encode(), digest_size=32).hexdigest()
