"""The texts of a page in reading order, each with its translation, as the desk shows them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import nh3
from bs4 import BeautifulSoup
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment, Translation, TranslationSource

from hub.desk.models import AcceptedHint
from hub.desk.translator.facts import Facts, facts_in
from hub.desk.translator.hints import Hint
from hub.desk.translator.string_data import WHITESPACE
from hub.desk.translator.suggestions import Suggestion
from hub.desk.translator.word_diff import word_diff
from hub.translations.lengths import length_error, length_limit, source_model
from hub.translations.models import EarlierText
from hub.translations.prose import digest, labels
from hub.translations.segments import unusable_markup

# What wagtail-localize lets a text hold.
MARKS = {"a", "abbr", "acronym", "b", "code", "em", "i", "strong", "br"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}

MISSING, UNCONFIRMED, TRANSLATED, REFUSED = "missing", "unconfirmed", "translated", "refused"
STATES: dict[str, Promise] = {
    MISSING: _("missing"),
    UNCONFIRMED: _("not confirmed"),
    TRANSLATED: _("translated"),
    REFUSED: _("cannot be used"),
}


def key_of(string_id: int, context_id: int) -> str:
    """Return the key of a text at the desk: it stays the same wherever the text moves within its value."""
    return f"{string_id}-{context_id}"


def version_of(row: StringTranslation | None) -> str:
    """Return by what a translation is told from any other that may be stored in its place; "" for none."""
    return digest(f"{int(row.has_error)} {row.data}") if row else ""


def shown(text: str) -> SafeString:
    """Return a text as HTML that holds marks alone. The ids of its links are no ids of the page around it."""
    text = WHITESPACE.sub(" ", text)
    clean = nh3.clean(text, tags=MARKS, attributes={"*": set(), "a": {"id"}}, link_rel=None)
    return mark_safe(clean.replace("<a id=", "<a data-id="))  # noqa: S308 - cleaned just now


@dataclass(frozen=True)
class Mark:
    """An element of the source's text, such as a link, with the words that it holds there."""

    tag: str
    id: str
    text: str
    times: int

    @property
    def label(self) -> Any:
        return {"a": _("Link"), "b": _("Bold"), "strong": _("Bold"), "i": _("Italic"), "em": _("Italic")}.get(
            self.tag, self.tag
        )


@dataclass
class Text:
    """A text of the source beside its translation."""

    segment: StringSegment
    row: StringTranslation | None
    kind: str
    tag: str
    limit: int | None
    refusal: str
    earlier: str | None
    earlier_key: str
    number: int = 0
    accepted: set[tuple[str, str]] = field(default_factory=set)
    hints: list[Hint] = field(default_factory=list)
    questions: list[Any] = field(default_factory=list)
    suggestion: Suggestion | None = None

    @property
    def key(self) -> str:
        return key_of(self.segment.string_id, self.segment.context_id)

    @property
    def path(self) -> str:
        return self.segment.context.path

    @property
    def source(self) -> str:
        return self.segment.string.data

    @property
    def words(self) -> str:
        return self.row.data if self.row else ""

    @property
    def version(self) -> str:
        return version_of(self.row)

    @property
    def state(self) -> str:
        if self.row is None:
            return MISSING
        if self.refusal:
            return REFUSED
        return UNCONFIRMED if self.row.has_error else TRANSLATED

    @property
    def state_label(self) -> Promise:
        return CHANGED if self.is_changed and self.state == UNCONFIRMED else STATES[self.state]

    @property
    def is_changed(self) -> bool:
        """Whether the source has another text here than the one that was translated."""
        return self.earlier is not None and self.state != TRANSLATED

    @property
    def is_heading(self) -> bool:
        return self.tag in HEADINGS

    @property
    def kind_of_tag(self) -> Promise | str:
        return _("Heading") if self.is_heading else _("List item") if self.tag == "li" else ""

    @property
    def marks(self) -> list[Mark]:
        """The elements that a translation may have: one for each link, one for each other kind of mark."""
        if "<" not in self.source:
            return []
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for element in BeautifulSoup(self.source, "html.parser").find_all(MARKS - {"br"}):
            found[element.name, str(element.get("id") or "")].append(element.get_text())
        return [Mark(tag, link, texts[0], len(texts)) for (tag, link), texts in found.items()]

    @property
    def questions_stamp(self) -> str:
        """What changes with each question and answer."""
        return digest(repr(self.questions)) if self.questions else ""

    @property
    def shown_suggestion(self) -> SafeString:
        return shown(self.suggestion.text) if self.suggestion else SafeString()

    @property
    def shown_source(self) -> SafeString:
        return shown(self.source)

    @property
    def diff(self) -> SafeString:
        """The source's text with what has changed since it was translated."""
        return word_diff(self.earlier or "", self.source)

    @property
    def shown_words(self) -> SafeString:
        return shown(self.words)


CHANGED = _("changed")


@dataclass
class Section:
    """What an editor filled in together: the fields of the page, a block, an inline child."""

    heading: str
    facts: Facts
    texts: list[Text] = field(default_factory=list)


def sections_of(translation: Translation) -> list[Section]:
    """Return the texts of a translation in the order of its page (a constant number of queries)."""
    source = translation.source
    model = source_model(source)
    if model is None:
        return []
    content = json.loads(source.content_json)
    names, facts = labels(model, content), facts_in(model, content)
    rank = {name: index for index, name in enumerate(getattr(model, "prose", ()))}
    segments = list(source.stringsegment_set.select_related("context", "string").order_by("order"))
    segments.sort(key=lambda segment: rank.get(segment.context.path.partition(".")[0], len(rank)))
    tags = _tags(source)
    positions: dict[str, int] = defaultdict(int)
    sections: dict[str, Section] = {}
    heading = str(capfirst(model._meta.verbose_name))
    sections[""] = Section(heading, facts[""])
    kinds = {}
    unique: dict[tuple[int, int], StringSegment] = {}
    for segment in segments:
        path = segment.context.path
        position = positions[path]
        positions[path] += 1
        tag = tags.get(path, {}).get(position, "")
        if unique.setdefault((segment.string_id, segment.context_id), segment) is segment:
            kinds[segment.pk] = tag
    for text in texts_of(translation, unique.values(), model):
        text.tag = kinds[text.segment.pk]
        label = names.get(text.path, text.path)
        place = ".".join(text.path.split(".")[:2]) if "." in text.path else ""
        if place:
            section_name, _colon, text.kind = label.partition(": ")
            if place not in sections:
                sections[place] = Section(section_name, facts.get(place, []))
        else:
            text.kind = label
        sections[place].texts.append(text)
    return [section for section in sections.values() if section.texts]


def texts_of(translation: Translation, segments: Iterable[StringSegment], model: Any) -> list[Text]:
    """Return texts for segments of the source of a translation, in their order, each once (four queries).

    The segments come with `context` and `string`.
    """
    segments = list(segments)
    locale = translation.target_locale
    contexts = {segment.context_id for segment in segments}
    rows = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(context__in=contexts, locale=locale).select_related(
            "last_translated_by"
        )
    }
    earlier = {
        (row.string_id, row.context_id): row
        for row in EarlierText.objects.filter(context__in=contexts).select_related("earlier")
    }
    accepted: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    for hint in accepted_hints(contexts, locale.language_code):
        accepted[hint.string_id, hint.context_id].add((hint.code, hint.subject))
    texts = []
    for segment in segments:
        key = segment.string_id, segment.context_id
        row = rows.get(key)
        refusal = refusal_of(model, segment, row) if row and row.has_error else ""
        compared = None if row and not row.has_error else _compared(key, earlier, rows)
        texts.append(
            Text(
                segment=segment,
                row=row,
                kind="",
                tag="",
                limit=length_limit(model, segment.context.path),
                refusal=refusal,
                earlier=compared,
                earlier_key=key_of(earlier[key].earlier_id, key[1]) if key in earlier else "",
                accepted=accepted[key],
            )
        )
    return texts


def accepted_hints(contexts: Iterable[int], language: str) -> QuerySet[AcceptedHint]:
    return AcceptedHint.objects.filter(context__in=contexts, locale=language)


def refusal_of(model: Any, segment: StringSegment, row: StringTranslation) -> str:
    """Return why the words of a row cannot be used; "" where they only wait for somebody to confirm them."""
    return unusable_markup(row.data, segment.string.data) or length_error(model, segment.context.path, row.data)


def _compared(
    key: tuple[int, int],
    earlier: Mapping[tuple[int, int], EarlierText],
    rows: Mapping[tuple[int, int], StringTranslation],
) -> str | None:
    """Return the text that stood in the place of another one when that was last translated; None if it never was.

    Words that nobody has confirmed yet were begun for the last one.
    """
    start, seen = key, set()
    while key in earlier and key not in seen:
        seen.add(key)
        before = earlier[key]
        key = before.earlier_id, key[1]
        row = rows.get(key)
        if row and not row.has_error:
            return before.earlier.data
    return earlier[start].earlier.data if start in earlier and start in rows else None


def _tags(source: TranslationSource) -> dict[str, dict[int, str]]:
    """Return in which element each text of a rich text stands, by path and position (one query)."""
    tags: dict[str, dict[int, str]] = {}
    for segment in TemplateSegment.objects.filter(source=source).select_related("template", "context"):
        soup = BeautifulSoup(segment.template.template, "html.parser")
        tags[segment.context.path] = {
            int(str(text["position"])): text.parent.name if text.parent else "" for text in soup.find_all("text")
        }
    return tags
