"""Pairs a translation with its source: section by section, paragraph by paragraph, link by link.

wagtail-localize keeps the source's HTML as a template with a hole for the words of each paragraph. So a translation is
stored as one string for each paragraph of the source, whatever paragraphs it was written in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import inf, log

from home.importer.conversion import join_lines
from home.importer.links import PAGE
from home.importer.rich_text import inline
from home.importer.sections import Paragraph, Run, Section, tidy

# Costs of pairing one paragraph with a group of lines, found by looking at pages that were regrouped: nothing when the
# lengths fit and numbers and links are the same.
CUT, MERGE, STRANGE_KIND, STRANGE_ANCHORS = 0.3, 0.5, 0.2, 1.0
DEAREST_MEAN = 0.8
ANCHOR = re.compile(r"\d[\d./:-]*\d|\S+@\S+")


@dataclass
class Words:
    """The words of one paragraph as wagtail-localize wants them: HTML whose links are `<a id="a1">`, numbered as the
    source's; `overrides` gives other addresses for addresses of the source; `lost` are links that found no place.
    """

    html: str
    overrides: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def align(source: Sequence[Section], translation: Sequence[Section]) -> list[list[Paragraph]] | None:
    """Return for each section of the source the translated paragraphs, one for each of its paragraphs with words.

    None when the translation has other sections, too few lines, or lines that fit nowhere: it needs a body of its own.
    """
    if [bool(section.heading) for section in source] != [bool(section.heading) for section in translation]:
        return None
    pairs = []
    for ours, theirs in zip(source, translation, strict=True):
        wanted, given = ours.words, theirs.words
        paired = given if len(wanted) == len(given) else _regroup(wanted, given)
        if paired is None or _shifted(wanted, paired):
            return None
        pairs.append(paired)
    return pairs


def _shifted(source: list[Paragraph], translation: list[Paragraph]) -> bool:
    """Whether a paragraph's links stand elsewhere in the source: then something was put in, left out or reordered."""
    ours = [_links(paragraph.runs) for paragraph in source]
    for index, paragraph in enumerate(translation):
        theirs = set(_links(paragraph.runs))
        if theirs and ours[index] and theirs.isdisjoint(ours[index]) and any(theirs & set(links) for links in ours):
            return True
    return False


def _regroup(source: list[Paragraph], translation: list[Paragraph]) -> list[Paragraph] | None:
    """Divide the lines of a translation among the paragraphs of its source, in order, at the lowest cost."""
    lines = [line for paragraph in translation for line in paragraph.lines()]
    starts = {0}
    for paragraph in translation:
        starts.add(max(starts) + len(paragraph.lines()))
    if len(lines) < len(source):
        return None
    ratio = sum(len(line.text) for line in lines) / sum(len(paragraph.text) for paragraph in source)
    # best[number of lines used] after each paragraph: (cost, where the groups end)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number, paragraph in enumerate(source, 1):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        left = len(source) - number
        for begin, (cost, ends) in best.items():
            last = len(lines) - left
            for end in range(begin + 1, last + 1) if left else [last]:
                if end <= begin:
                    continue
                price = cost + _cost(paragraph, lines[begin:end], ratio)
                price += CUT * (end not in starts) + MERGE * sum(1 for start in starts if begin < start < end)
                if price < after.get(end, (inf, ()))[0]:
                    after[end] = (price, (*ends, end))
        best = after
    cost, ends = best[len(lines)]
    if cost / len(source) > DEAREST_MEAN:
        return None
    return [join_lines(lines[begin:end]) for begin, end in zip((0, *ends), ends, strict=False)]


def _cost(paragraph: Paragraph, lines: list[Paragraph], ratio: float) -> float:
    length = sum(len(line.text) + 1 for line in lines)
    cost = abs(log((length + 8) / (len(paragraph.text) * ratio + 8)))
    cost += STRANGE_KIND * (paragraph.kind != lines[0].kind)
    ours, theirs = _anchors([paragraph]), _anchors(lines)
    if ours or theirs:
        cost += STRANGE_ANCHORS * (1 - len(ours & theirs) / len(ours | theirs))
    return cost


def _anchors(paragraphs: Sequence[Paragraph]) -> set[str]:
    """What stays the same in a translation: numbers, addresses, links."""
    found = {run.link for paragraph in paragraphs for run in paragraph.runs if run.link}
    return found.union(*(ANCHOR.findall(paragraph.text) for paragraph in paragraphs))


def translate(source: Sequence[Section], pairs: Sequence[Sequence[Paragraph]]) -> list[list[Words]]:
    """Return the words for each section of the source.

    wagtail-localize has one translation for a text that stands twice in a block, so the second follows the first.
    """
    translated = []
    for section, paragraphs in zip(source, pairs, strict=True):
        first: dict[str, Words] = {}
        translated.append(
            [
                first.setdefault(words(ours, ours).html, words(ours, theirs))
                for ours, theirs in zip(section.words, paragraphs, strict=True)
            ]
        )
    return translated


def words(source: Paragraph, translation: Paragraph) -> Words:
    """Return the words of a translated paragraph for the place of its source paragraph."""
    runs = translation.runs
    if len(source.runs) == 1 and not source.runs[0].link:
        # What the whole paragraph is in, bold or italic, belongs to the template.
        whole = source.runs[0]
        runs = tuple(
            replace(run, bold=run.bold and not whole.bold, italic=run.italic and not whole.italic) for run in runs
        )
    ours = _links(source.runs)
    free = dict(enumerate(ours, 1))
    result = Words("")
    html = []
    for link, group in groupby(tidy(runs), key=lambda run: run.link):
        inner = inline(group)
        number = _place(link, ours, free, result) if link else 0
        html.append(f'<a id="a{number}">{inner}</a>' if number else inner)
    result.html = "".join(html)
    return result


def _place(link: str, ours: list[str], free: dict[int, str], result: Words) -> int:
    """Return the number of the source's link whose place `link` takes, 0 when there is none left for it."""
    same = next((number for number, href in free.items() if href == link), 0)
    if same:
        del free[same]
        return same
    if link in ours:
        return ours.index(link) + 1
    number = next((number for number, href in free.items() if _alike(href, link)), 0) or next(iter(free), 0)
    if not number:
        result.lost.append(link)
        return 0
    href = free.pop(number)
    if href.startswith(PAGE) or link.startswith(PAGE) or href in result.overrides:
        result.lost.append(link)
    else:
        result.overrides[href] = link
    return number


def _alike(href: str, other: str) -> bool:
    return href.partition(":")[0].rstrip("s") == other.partition(":")[0].rstrip("s")


def _links(runs: Sequence[Run]) -> list[str]:
    return [link for link, _group in groupby(runs, key=lambda run: run.link) if link]
