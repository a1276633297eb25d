"""The translation memory: what was translated before, anywhere in the hub.

A text is equal to another one when wagtail-localize stores both as one String. Only confirmed translations are offered.
Of pages that their user may not read in the admin these are the words that stand in the public documents, of the source
and of the translation: drafts never show, whatever the dates of publishing and translating say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz, process
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation, TranslationSource

from hub.desk.my_list import county_title
from hub.desk.translator.suggestions import Query, Suggestion
from hub.internals.wagtail_rights import readable_pages
from hub.publications.models import Publication
from hub.representation.texts import html_lines
from hub.rights.county_groups import county_pages

AT_LEAST = 70  # similarity; below it, sentences share their grammar only
SHORT = 25  # characters; so short texts share half of their letters by chance
AT_LEAST_IF_SHORT = 80
CANDIDATES = 50  # similar texts whose translations are looked at
PUBLIC_PAGES = 50  # whose documents are read for the words they show, those with most of the texts first
MARKUP = 40  # characters by which tags may lengthen a similar text


@dataclass(frozen=True)
class Known:
    """A translation of a text, with the names of the pages where its user sees it, the last translated one first."""

    string_id: int
    source_text: str
    text: str
    pages: list[str]

    @property
    def origin(self) -> str:
        more = len(self.pages) - 1
        if not more:
            return self.pages[0]
        text = ngettext("%(page)s (and %(count)d more page)", "%(page)s (and %(count)d more pages)", more)
        return text % {"page": self.pages[0], "count": more}


def suggest(query: Query) -> list[Suggestion]:
    """Return the known translations of the text at hand and of similar ones, the best first (nine queries at most).

    Of equally similar ones that comes first which is used on most pages.
    """
    similarity = {**similar_strings(query), query.string_id: 100}
    words = confirmed(query.target_language).filter(translation_of__in=similarity)
    words = words.exclude(translation_of=query.string_id, context=query.context_id)
    found = known(words, query.source_language, query.target_language, query.user)
    suggestions = [
        Suggestion(
            text=item.text if item.string_id == query.string_id else fitted(item.text, query.text),
            source_text=item.source_text,
            similarity=similarity[item.string_id],
            origin=item.origin,
        )
        for item in found
    ]
    return sorted(suggestions, key=lambda suggestion: -suggestion.similarity)


def equal_texts(source: TranslationSource, locale: Locale, user: Any) -> dict[tuple[int, int], Suggestion]:
    """Return the best translation of an equal text for each text of a page that has no confirmed translation.

    By the ids of its String and its TranslationContext; at most eight queries, whatever the number of texts.
    """
    language = locale.language_code
    own = confirmed(language).filter(translation_of=OuterRef("string"), context=OuterRef("context"))
    missing = source.stringsegment_set.filter(~Exists(own))
    words = confirmed(language).filter(translation_of__in=missing.values("string"))
    best: dict[int, Suggestion] = {}
    for item in known(words, source.locale.language_code, language, user):
        best.setdefault(item.string_id, Suggestion(item.text, item.source_text, 100, item.origin))
    return {ids: best[ids[0]] for ids in missing.values_list("string_id", "context_id") if ids[0] in best}


def confirmed(language: str) -> QuerySet[StringTranslation]:
    """Return the translations into a language that somebody has confirmed, and whose page is known."""
    return StringTranslation.objects.filter(locale=locale_id(language), has_error=False, context__isnull=False)


def locale_id(language: str) -> QuerySet:
    """Return the id of a language's locale as a subquery: joining the locale to each row costs a third of the time."""
    return Locale.objects.filter(language_code=language).values("pk")[:1]


def similar_strings(query: Query) -> dict[int, int]:
    """Return the similarity of translated texts that resemble the text at hand, by the ids of their Strings.

    A text without letters has none: a phone number that resembles another one is another number.
    """
    text = plain(query.text)
    if not any(character.isalpha() for character in text):
        return {}
    least = AT_LEAST if len(text) > SHORT else AT_LEAST_IF_SHORT
    # The similarity is 200 * common characters / sum of lengths: a text of another length cannot reach the least.
    ratio = least / (200 - least)
    strings = (
        String.objects.annotate(length=Length("data"))
        .filter(
            translations__locale=locale_id(query.target_language),  # a row for each place: `Exists` takes longer
            translations__has_error=False,
            locale=locale_id(query.source_language),
            length__gte=len(text) * ratio,
            length__lte=len(text) / ratio + MARKUP,
        )
        .exclude(pk=query.string_id)
        .values_list("pk", "data")
    )
    texts = {pk: plain(data) for pk, data in strings}
    best = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=least, limit=CANDIDATES)
    # The same words with other links or marks are another text.
    return {pk: min(99, int(score)) for _text, score, pk in best}


def known(words: QuerySet[StringTranslation], source: str, target: str, user: Any) -> list[Known]:
    """Return those of the translations `words` that `user` may see, the ones on most pages first.

    `source` and `target` are the codes of their languages.
    """
    keys = words.values("context__object_id")
    rows = list(
        words.order_by("-updated_at", "-pk").values_list(
            "translation_of_id", "translation_of__data", "data", "context__object_id"
        )
    )
    if not rows:
        return []
    readable = readable_names(keys, source, user)
    shown = Publication.objects.public_at_once().filter(translation_key__in=keys, locale=target, content_locale=target)
    others = set(shown.values_list("translation_key", flat=True)) - readable.keys()
    most_common = Counter(key for *_texts, key in rows if key in others).most_common(PUBLIC_PAGES)
    public = public_pages([key for key, _count in most_common], source, target)
    names: dict[tuple[int, str, str], dict[UUID, str]] = defaultdict(dict)
    for string, source_text, text, key in rows:
        if key in readable:
            names[string, source_text, text][key] = readable[key]
        elif key in public and public[key].shows(source_text, text):
            names[string, source_text, text][key] = public[key].name
    found = [Known(*texts, list(pages.values())) for texts, pages in names.items()]
    return sorted(found, key=lambda item: -len(item.pages))


def readable_names(keys: QuerySet, language: str, user: Any) -> dict[UUID, str]:
    """Return the names of the source pages with these translation keys that `user` may read, by key."""
    pages = readable_pages(user).filter(translation_key__in=keys, locale__language_code=language)
    counties = dict(county_pages().filter(locale__language_code=language).values_list("path", "draft_title"))
    return {
        key: page_name(title, county_at(path, counties))
        for key, path, title in pages.values_list("translation_key", "path", "draft_title")
    }


def county_at(path: str, counties: Mapping[str, str]) -> str:
    """Return the title of the county of a page, by the tree paths of both."""
    ends = range(Page.steplen, len(path) + 1, Page.steplen)
    return next((counties[path[:end]] for end in ends if path[:end] in counties), "")


def page_name(title: str, county: str) -> str:
    if county in ("", title):
        return title
    return _("%(page)s, %(county)s") % {"page": title, "county": county}


@dataclass(frozen=True)
class PublicPage:
    """What the public sees of a page: its name, and the lines of its documents in both languages."""

    name: str
    source_lines: set[str]
    target_lines: set[str]

    def shows(self, source_text: str, text: str) -> bool:
        return self.source_lines.issuperset(html_lines(source_text)) and self.target_lines.issuperset(html_lines(text))


def public_pages(keys: Collection[UUID], source: str, target: str) -> dict[UUID, PublicPage]:
    """Return those of the pages with these translation keys that are public in both languages."""
    documents = Publication.objects.public_at_once().filter(
        translation_key__in=keys, locale__in=(source, target), content_locale=F("locale")
    )
    names: dict[UUID, str] = {}
    lines: dict[tuple[UUID, str], set[str]] = {}
    rows = documents.values_list("translation_key", "locale", "title", county_title(), "texts")
    for key, locale, title, county, texts in rows:
        lines[key, locale] = {line for _path, language, line in texts if language == locale}
        if locale == source:
            names[key] = page_name(title, county or "")
    return {
        key: PublicPage(name, lines[key, source], lines[key, target])
        for key, name in names.items()
        if (key, target) in lines
    }


def plain(html: str) -> str:
    """Return the words of a text without markup."""
    if "<" not in html and "&" not in html:
        return html  # ten times as fast, and most texts are like this
    return " ".join(html_lines(html))


def fitted(text: str, text_at_hand: str) -> str:
    """Return a translation without the links and marks that the text at hand does not have; their words stay."""
    if "<" not in text:
        return text
    known_tags = {identity(tag) for tag in BeautifulSoup(text_at_hand, "html.parser").find_all(True)}
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.find_all(True):
        if identity(tag) in known_tags:
            continue
        if tag.name == "br":
            tag.replace_with(" ")
        else:
            tag.unwrap()
    return str(soup)


def identity(tag: Any) -> tuple[str, str | None]:
    """Return what tells a tag from others: links are numbered."""
    return tag.name, tag.get("id")
