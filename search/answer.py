"""Answers a question: an engine finds pages with its words, other witnesses join, and what they say is put in order.

The engine is Elasticsearch where there is one, the database when it does not answer or there is none.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from threading import Lock

from django.conf import settings

from hub.publications.consumers import Unavailable
from hub.publications.listsearch import Scope
from hub.publications.models import Publication, PublicationQuerySet, plain_text
from search.analysis import GRAM_LENGTH, grams, word_grams, words
from search.candidates import Candidates, candidates
from search.engines import database, elasticsearch
from search.highlight import Wanted, asked_words, highlight
from search.meaning.passages import PageText, page_text
from search.meaning.question import Meaning, understand
from search.relevance import Ranked, relevant

LONGEST_QUESTION = 300
# How much of the question's grams the best page holds at least; below, all that is found shares a syllable by chance
# (`Telefon` for `Xylophon`). Of the questions of bench/search_quality.py 1 in 500 is below.
LEAST_SHARE = 0.25
LEAST_WEIGHT = 0.1  # of a translation that is marked in a page
MOST_PAGES = 10_000  # whose texts a process remembers: about 100 MB


@dataclass(frozen=True)
class Answer:
    """Ids of publications, best first; `degraded` when another engine should have answered, or the model.

    `publications` are those in which it looked. `meaning` is what the question means, None for no question; `by_words`
    what shares words with it, best first. `candidates` holds what all witnesses say, None where words alone decide.
    """

    question: str
    ids: list[int]
    publications: PublicationQuerySet
    engine: str = ""
    degraded: bool = False
    meaning: Meaning | None = None
    by_words: Sequence[Ranked] = ()
    candidates: Candidates | None = None

    @property
    def is_by_meaning(self) -> bool:
        """Whether vectors took part."""
        return self.meaning is not None and self.meaning.likeness is not None


@dataclass(frozen=True)
class Result:
    """A teaser, the part of its page that answers, and the title of its county.

    That part is escaped HTML with `<mark>`, and with `lang` where it is in another language.
    """

    teaser: dict
    highlight: str
    county: str


def ask(question: str, scope: Scope) -> Answer:
    """Return what answers `question` (its first 300 characters) in `scope`."""
    question = question[:LONGEST_QUESTION]
    if not question:
        return Answer("", [], Publication.objects.none())
    publications = scope.publications()
    by_words, engine, degraded = rank_words(question, scope, publications)
    meaning = understand(question, scope)
    degraded |= meaning.is_degraded
    relevant_ids = relevant(by_words)
    if not (meaning.likeness or meaning.translations):
        ids = drop_irrelevant(relevant_ids, question)
        return Answer(question, ids, publications, engine, degraded, meaning, by_words)
    pages = candidates(meaning, by_words, scope, publications)
    alike = set(pages.ids[pages.alike].tolist())
    if relevant_ids and relevant_ids[0] not in alike:
        relevant_ids = drop_irrelevant(relevant_ids, question)
    worth = alike.union(relevant_ids)
    best_first_ids = [pk for pk in pages.ids[pages.order()].tolist() if pk in worth]
    # Then what words alone find beside the candidates.
    ids = list(dict.fromkeys([*best_first_ids, *relevant_ids]))
    return Answer(question, ids, publications, engine, degraded, meaning, by_words, pages)


def rank_words(question: str, scope: Scope, publications: PublicationQuerySet) -> tuple[list[Ranked], str, bool]:
    """Return what shares words with `question`, best first; the engine; whether it stands in for another one."""
    if settings.ELASTICSEARCH_URL:
        try:
            return best_first(elasticsearch.rank(question, scope, publications)), "elasticsearch", False
        except Unavailable:
            return best_first(database.rank(question, scope, publications)), "database", True
    return best_first(database.rank(question, scope, publications)), "database", False


def best_first(ranked: list[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda item: (-item[1], item[0]))


def drop_irrelevant(ids: list[int], question: str) -> list[int]:
    """Return `ids`, or nothing when even the best page has next to nothing to do with the question (one query)."""
    texts = Publication.objects.filter(pk__in=ids[:1]).values_list("texts", flat=True).first() or []
    text = plain_text(texts)
    wanted = set(grams(question))
    if len(wanted & set(grams(text))) >= LEAST_SHARE * len(wanted):
        return ids
    # A long word shares few of its grams with a part of it: Sprachkurs with Kurs, الزواج with زواجهما.
    found = {word for word in words(text) if len(word) >= GRAM_LENGTH}
    return ids if any(share_half(one, other) for one in words(question) for other in found) else []


def share_half(one: str, other: str) -> bool:
    """Tell whether two folded words share more than half the letters of the shorter one, in a row."""
    shared = {gram for gram in word_grams(one) if "_" not in gram and gram in other}
    return bool(shared) and 2 * (len(shared) + GRAM_LENGTH - 1) > min(len(one), len(other))


class ListSearch:
    """The list search of the hub (`hub.publications.listsearch.Search`)."""

    def rank(self, question: str, scope: Scope) -> list[int]:
        return ask(question, scope).ids


def results(ids: Sequence[int], answer: Answer) -> list[Result]:
    """Return what to show of these publications, in this order; one that has ceased to be public is left out."""
    columns = (*VERSION, "translation_key", "teaser")
    stored = answer.publications.filter(pk__in=ids).values_list(*columns)
    rows = {version[0]: (tuple(version), key, teaser) for *version, key, teaser in stored}
    remembered = remember({version for version, _key, _teaser in rows.values()})
    wanted: dict[str, Wanted] = {}
    found = []
    for pk in ids:
        if pk not in rows or (page := remembered.get(rows[pk][0])) is None:
            continue
        _version, key, teaser = rows[pk]
        language = teaser["meta"]["content_locale"]
        if language not in wanted:
            wanted[language] = wanted_words(answer, language)
        likeness = answer.meaning.passages(key, language) if answer.meaning else ()
        found.append(Result(teaser, highlight(page.text, wanted[language], language, likeness), page.county))
    return found


def wanted_words(answer: Answer, language: str) -> Wanted:
    """Return the words that answer in a page in `language`: those of the question, or what they may mean there."""
    meaning = answer.meaning
    if meaning and meaning.translations and language == settings.LANGUAGE_CODE:
        return Wanted({word: weight for word, weight in meaning.translations.items() if weight >= LEAST_WEIGHT})
    return asked_words(answer.question, language)


@dataclass(frozen=True)
class Remembered:
    """What results show of a page beside its teaser, which is long to read: its text, and the title of its county."""

    text: PageText
    county: str


VERSION = ("pk", "sequence", "content_hash")  # after a backup has been restored, the first two may come again
_remembered: dict[tuple, Remembered] = {}  # of the pages shown last, by their versions
_lock = Lock()


def remember(pages: Set[tuple]) -> dict[tuple, Remembered]:
    """Return what is to be shown of publications, given by their versions (one query for those not shown lately)."""
    known = {page: found for page in pages if (found := _remembered.get(page))}
    if missing := {page[0] for page in pages - known.keys()}:
        columns = (*VERSION, "title", "texts", "document__meta__county__title")
        made = {
            tuple(version): Remembered(page_text(title, texts), county or "")
            for *version, title, texts, county in Publication.objects.filter(pk__in=missing).values_list(*columns)
        }
        with _lock:  # other threads remember, too
            _remembered.update(made)
            while len(_remembered) > MOST_PAGES:
                del _remembered[next(iter(_remembered))]
        known |= made
    return known
