"""Decides what an article's pages should become, without using the database."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from home.importer.alignment import TranslatedString, align, translated_strings
from home.importer.conversion import Conversion, convert
from home.importer.files import Article, Entry
from home.importer.links import PageIndex
from home.importer.report import Row
from home.importer.rich_text import render
from home.importer.words import preserved_share, words_of_html


@dataclass
class PagePlan:
    """What one page should become.

    `blocks` are the HTML of its text blocks. A translation that follows its source also has `strings`: those of each
    block of the source. An unchanged `content_hash` means that nothing changed in the file.
    """

    entry: Entry
    row: Row
    blocks: list[str]
    strings: list[list[TranslatedString]] | None = None
    content_hash: str = ""


def plan_article(article: Article, pages: PageIndex, page_ids: Mapping[str, int]) -> tuple[PagePlan, list[PagePlan]]:
    """Return the plans of an article's source page and of its translations.

    `page_ids` maps the keys of all articles that may be linked to the ids of their pages.
    """
    conversions = {language: convert(entry.html, pages) for language, entry in article.entries.items()}
    source_sections = conversions[article.language].sections
    source = _plan_page(article.source, conversions[article.language], page_ids)
    source.content_hash = _content_hash(source.entry, source.blocks)
    translations = []
    for entry in article.translations():
        plan = _plan_page(entry, conversions[entry.language], page_ids)
        aligned = align(source_sections, conversions[entry.language].sections)
        content: str | list[str] = plan.blocks
        if aligned is None:
            plan.row.own_body = True
        else:
            plan.strings = translated_strings(source_sections, aligned)
            content = _hash_text(plan.strings)
            strings = [string for block in plan.strings for string in block]
            plan.row.word_share = _word_share(entry, [string.html for string in strings])
            plan.row.problems += [
                f"takes the source's link: {link}" for string in strings for link in string.lost_links
            ]
        plan.content_hash = _content_hash(entry, [source.content_hash, content])
        translations.append(plan)
    return source, translations


def _plan_page(entry: Entry, conversion: Conversion, page_ids: Mapping[str, int]) -> PagePlan:
    blocks = [render(section, page_ids) for section in conversion.sections]
    row = Row(
        language=entry.language,
        path=entry.path,
        title=entry.title,
        words=words_of_html(entry.html).total(),
        word_share=_word_share(entry, blocks),
        links=conversion.links,
        repaired_links=conversion.repaired_links,
        dropped_links=conversion.dropped_links,
        dropped_images=[*conversion.dropped_images, *([entry.thumbnail] if entry.thumbnail else [])],
        problems=[f"{problem} link: {href}" for problem, href in conversion.problems],
    )
    return PagePlan(entry, row, blocks)


def _word_share(entry: Entry, html: Sequence[str]) -> float:
    return preserved_share(words_of_html(entry.html), words_of_html(" ".join(html)))


def _content_hash(entry: Entry, content: list) -> str:
    return blake2b(json.dumps([entry.title, entry.slug, content]).encode(), digest_size=32).hexdigest()


def _hash_text(strings: list[list[TranslatedString]]) -> str:
    """Return the text that stands for a translation's strings in its hash.

    Hashes of earlier imports are stored: another format would report every translation as changed.
    """
    blocks = (
        ", ".join(f"Words(html={s.html!r}, overrides={s.url_overrides!r}, lost={s.lost_links!r})" for s in block)
        for block in strings
    )
    return f"[{', '.join(f'[{block}]' for block in blocks)}]"
