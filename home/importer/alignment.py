"""Pairs a translation with its source: section by section, paragraph by paragraph, link by link.

wagtail-localize keeps the source's HTML as a template with a slot for the text of each paragraph. So a translation is
stored as one string for each paragraph of the source, however it was divided into paragraphs itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import inf, log

from home.importer.limits import MAX_PAIRINGS
from home.importer.links import PAGE
from home.importer.rich_text import render_inline
from home.importer.sections import Paragraph, Run, Section, join_lines, normalize_runs

# Costs of pairing a source paragraph with a group of translated lines, tuned on pages whose translations are divided
# differently. Lines of the expected length, with the same numbers and links, cost nothing.
SPLIT_COST, MERGE_COST, KIND_COST, ANCHOR_COST = 0.3, 0.5, 0.2, 1.0
MAX_MEAN_COST = 0.8
ANCHOR = re.compile(r"\d[\d./:-]*\d|\S{1,200}@\S+")  # without a bound, a long word would take minutes


@dataclass
class TranslatedString:
    """The translation of one paragraph as wagtail-localize stores it.

    `html` holds its links as `<a id="a1">`, numbered as in the source. `url_overrides` maps URLs of the source to other
    ones for this translation; `lost_links` are links of the translation for which the source has no place.
    """

    html: str
    url_overrides: dict[str, str] = field(default_factory=dict)
    lost_links: list[str] = field(default_factory=list)


def align(source: Sequence[Section], translation: Sequence[Section]) -> list[list[Paragraph]] | None:
    """Return, for each section of the source, one translated paragraph for each of its text paragraphs.

    None when the translation has other sections, too few lines, or lines that fit nowhere: it needs a body of its own.
    """
    if [bool(section.heading) for section in source] != [bool(section.heading) for section in translation]:
        return None
    aligned_sections = []
    for source_section, translated_section in zip(source, translation, strict=True):
        paragraphs, translated = source_section.text_paragraphs, translated_section.text_paragraphs
        aligned = translated if len(paragraphs) == len(translated) else _regroup(paragraphs, translated)
        if aligned is None or _has_displaced_links(paragraphs, aligned):
            return None
        aligned_sections.append(aligned)
    return aligned_sections


def _has_displaced_links(source: list[Paragraph], translation: list[Paragraph]) -> bool:
    """Whether a paragraph has links of another paragraph of the source: text was inserted, left out or reordered."""
    source_links = [_links(paragraph.runs) for paragraph in source]
    for expected, paragraph in zip(source_links, translation, strict=True):
        links = set(_links(paragraph.runs))
        if links and expected and links.isdisjoint(expected) and any(links & set(other) for other in source_links):
            return True
    return False


def _regroup(source: list[Paragraph], translation: list[Paragraph]) -> list[Paragraph] | None:
    """Divide the lines of a translation among the paragraphs of its source, in order, at the lowest cost."""
    lines = [line for paragraph in translation for line in paragraph.lines()]
    paragraph_starts = {0}
    for paragraph in translation:
        paragraph_starts.add(max(paragraph_starts) + len(paragraph.lines()))
    if len(lines) < len(source) or len(source) * (len(lines) - len(source) + 1) ** 2 > MAX_PAIRINGS:
        return None
    length_ratio = sum(len(line.text) for line in lines) / sum(len(paragraph.text) for paragraph in source)
    # For each number of lines used so far: the lowest cost, and the ends of the groups that have it.
    cheapest: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number, paragraph in enumerate(source, 1):
        extended: dict[int, tuple[float, tuple[int, ...]]] = {}
        paragraphs_left = len(source) - number
        for start, (cost, ends) in cheapest.items():
            last_end = len(lines) - paragraphs_left
            for end in range(start + 1, last_end + 1) if paragraphs_left else [last_end]:
                if end <= start:
                    continue
                total = cost + _pairing_cost(paragraph, lines[start:end], length_ratio)
                total += SPLIT_COST * (end not in paragraph_starts)
                total += MERGE_COST * sum(start < other < end for other in paragraph_starts)
                if total < extended.get(end, (inf, ()))[0]:
                    extended[end] = (total, (*ends, end))
        cheapest = extended
    cost, ends = cheapest[len(lines)]
    if cost / len(source) > MAX_MEAN_COST:
        return None
    return [join_lines(lines[start:end]) for start, end in zip((0, *ends), ends, strict=False)]


def _pairing_cost(paragraph: Paragraph, lines: list[Paragraph], length_ratio: float) -> float:
    length = sum(len(line.text) + 1 for line in lines)
    cost = abs(log((length + 8) / (len(paragraph.text) * length_ratio + 8)))
    cost += KIND_COST * (paragraph.kind != lines[0].kind)
    source_anchors, anchors = _anchors([paragraph]), _anchors(lines)
    if source_anchors or anchors:
        cost += ANCHOR_COST * (1 - len(source_anchors & anchors) / len(source_anchors | anchors))
    return cost


def _anchors(paragraphs: Sequence[Paragraph]) -> set[str]:
    """Return what stays the same in a translation: numbers, addresses, links."""
    links = {run.link for paragraph in paragraphs for run in paragraph.runs if run.link}
    return links.union(*(ANCHOR.findall(paragraph.text) for paragraph in paragraphs))


def translated_strings(
    source: Sequence[Section], aligned_sections: Sequence[Sequence[Paragraph]]
) -> list[list[TranslatedString]]:
    """Return the strings of each section of the source.

    wagtail-localize has one translation for a text that occurs twice in a block, so the second one repeats the first.
    """
    sections = []
    for section, aligned in zip(source, aligned_sections, strict=True):
        by_source: dict[str, TranslatedString] = {}
        sections.append(
            [
                by_source.setdefault(
                    translate_paragraph(paragraph, paragraph).html, translate_paragraph(paragraph, translation)
                )
                for paragraph, translation in zip(section.text_paragraphs, aligned, strict=True)
            ]
        )
    return sections


def translate_paragraph(source: Paragraph, translation: Paragraph) -> TranslatedString:
    """Return the string that puts the text of `translation` into the template of the paragraph `source`."""
    runs = translation.runs
    if len(source.runs) == 1 and not source.runs[0].link:
        # Formatting of the whole paragraph belongs to the template.
        template = source.runs[0]
        runs = tuple(
            replace(run, bold=run.bold and not template.bold, italic=run.italic and not template.italic) for run in runs
        )
    source_links = _links(source.runs)
    unused_links = dict(enumerate(source_links, 1))
    string = TranslatedString("")
    for link, group in groupby(normalize_runs(runs), key=lambda run: run.link):
        html = render_inline(group)
        number = _match_link(link, source_links, unused_links, string) if link else 0
        string.html += f'<a id="a{number}">{html}</a>' if number else html
    return string


def _match_link(link: str, source_links: list[str], unused_links: dict[int, str], string: TranslatedString) -> int:
    """Return the number of the source's link in whose place `link` goes, 0 when there is none left for it.

    `unused_links` maps the numbers of the source's links that have no counterpart yet to their addresses. An address
    that differs from the source's is added to `string`, as an override or as lost.
    """
    same = next((number for number, href in unused_links.items() if href == link), 0)
    if same:
        del unused_links[same]
        return same
    if link in source_links:
        return source_links.index(link) + 1
    same_scheme = next((number for number, href in unused_links.items() if _scheme(href) == _scheme(link)), 0)
    number = same_scheme or next(iter(unused_links), 0)
    if not number:
        string.lost_links.append(link)
        return 0
    href = unused_links.pop(number)
    if href.startswith(PAGE) or link.startswith(PAGE) or href in string.url_overrides:
        string.lost_links.append(link)
    else:
        string.url_overrides[href] = link
    return number


def _scheme(href: str) -> str:
    """Return the scheme of an address, "http" for "https" too."""
    return href.partition(":")[0].rstrip("s")


def _links(runs: Sequence[Run]) -> list[str]:
    """Return the addresses of the links in `runs`, in order; a link may span several runs."""
    return [link for link, _group in groupby(runs, key=lambda run: run.link) if link]
