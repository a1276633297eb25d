"""Loads in bulk what documents are made of: pages with their published translations, and what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, TypeGuard
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from hub.addresses import path_of
from hub.internals.modelcluster import changed_relation
from hub.plugins import COUNTY, PAGE, Kind, kinds
from hub.representation.json_items import JSONItems
from hub.representation.page_ends import end_keys, end_of
from hub.representation.relations import load_relation, relation_of
from hub.translations.models import MinorEdit
from hub.translations.prose import digests
from hub.translations.same_texts import SameTexts
from hub.translations.sources import pick_source

STEP = Page.steplen
MAX_ID = 2**63 - 1  # of a BigAutoField
TEASER_CONTENT = ("title", "summary", "image", "image_alt", "translated_from", "own_structure")
Content = Mapping[str, Any]


@dataclass
class PublishedTranslation:
    """What readers of a language are shown: the serialized data of the translation's live revision, or a part of it."""

    page_id: int
    content: Content
    first_published_at: datetime | None
    last_published_at: datetime | None

    @property
    def translated(self) -> dict[str, str]:
        """The fingerprint of each source text that is translated, and the mark of each replaced variant, by path."""
        return self.content.get("translated_from") or {}

    @property
    def own_structure(self) -> bool:
        return bool(self.content.get("own_structure"))


@dataclass
class Group:
    """A source page with its published translations by language.

    `line` are the pages from the tree's root to the source page itself, each the source of its own siblings; `rows` all
    pages that share its translation key, by language.
    """

    source: Any
    language: str
    kind: Kind
    translations: dict[str, PublishedTranslation]
    rows: dict[str, Page]
    line: list[Page]
    county: Any
    restricted: bool
    same_texts: SameTexts
    relations: dict[str, list[Any]] = field(default_factory=dict)
    error: Exception | None = None

    @property
    def page_ids(self) -> set[int]:
        return {page.pk for page in self.rows.values()}

    @property
    def path(self) -> str:
        return path_of(self.source)

    @property
    def ancestors(self) -> str:
        """The ids of `line`: "/1/3/41/"."""
        return "/" + "/".join(str(page.pk) for page in self.line) + "/"

    @property
    def parent_id(self) -> int:
        return self.line[-2].pk if len(self.line) > 1 else 0

    @property
    def visible_until(self) -> datetime | None:
        """The moment from which the page has ended or expired, or one above it has; None when that never comes."""
        moments = [*(page.expire_at for page in self.line), end_of(self.source)]
        return min(filter(None, moments), default=None)

    @property
    def published(self) -> bool:
        """Whether the page and everything above it is live and unexpired: for everybody, or for admitted readers."""
        end = self.visible_until
        return self.county is not None and all(page.live for page in self.line) and not (end and end <= timezone.now())

    @property
    def public(self) -> bool:
        return self.published and not self.restricted

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprints of the source's texts by path."""
        return digests(type(self.source), self.prose)

    @property
    def prose(self) -> dict[str, Any]:
        """The source's prose in the form of serialized data."""
        content: dict[str, Any] = {}
        for name in self.source.prose:
            children = self.relations.get(name)
            content[name] = (
                getattr(self.source, name)
                if children is None
                else [{**vars(child), "translation_key": str(child.translation_key)} for child in children]
            )
        return content

    @property
    def languages(self) -> list[str]:
        """The languages in which the page is shown: those of the site that its county offers, and always its own."""
        offered = [code for code in self.county.languages if code in dict(settings.LANGUAGES)] if self.county else []
        return [*offered, *([self.language] if self.language not in offered else [])]

    def translation_in(self, language: str) -> PublishedTranslation | None:
        return self.translations.get(language) if language != self.language else None


@dataclass(frozen=True)
class Teaser:
    """The JSON of a teaser, (model label, id) of everything that it shows, and until when it shows some of it."""

    content: dict
    dependencies: set[tuple[str, int]]
    ends: dict[tuple[str, int], datetime]


class TeaserCycleError(Exception):
    """Two pages show each other in their teasers; see check hub.E010."""


def is_id(value: Any) -> TypeGuard[int]:
    """Say whether `value` can be an id in the database; a block's raw data may hold anything."""
    return isinstance(value, int) and 0 < value <= MAX_ID


def parse_id(raw: str) -> int:
    """Return the id that `raw` spells in digits, 0 when it spells none."""
    # Python refuses to convert strings of thousands of digits.
    value = int(raw) if raw.isascii() and raw.isdigit() and len(raw) <= len(str(MAX_ID)) else 0
    return value if is_id(value) else 0


class Library:
    """Everything that has been loaded, by id.

    `make_teaser` makes the teasers that `teaser` keeps. `drafts` replace the stored source page or translation of their
    id.
    """

    def __init__(self, make_teaser: Callable[[Library, Group, str], Teaser], drafts: Iterable[Any] = ()) -> None:
        self.drafts = {page.pk: page for page in drafts}
        self.groups: dict[int, Group] = {}
        self.objects: dict[tuple[str, int], Any] = {}
        self._make_teaser = make_teaser
        self._teasers: dict[tuple[int, str], Teaser] = {}
        self._unfinished: set[tuple[int, str]] = set()
        self._languages: dict[int, str] = {}

    def teaser(self, group: Group, language: str) -> Teaser:
        """Return the teaser of a loaded page in a language in which it is shown.

        Raises the group's error, or TeaserCycleError.
        """
        key = (group.source.pk, language)
        if key not in self._teasers:
            if key in self._unfinished:
                raise TeaserCycleError(f"The teaser of page {group.source.pk} shows itself by way of other teasers.")
            self._unfinished.add(key)
            try:
                self._teasers[key] = self._make_teaser(self, group, language)
            finally:
                self._unfinished.discard(key)
        return self._teasers[key]

    def load_pages(self, page_ids: Iterable[int]) -> list[Group]:
        """Load the groups that the pages belong to, whether public or not; ids of no kind's pages are passed over."""
        return self._load(page_ids, teasers_only=False)

    def load_teasers(self, page_ids: Iterable[int]) -> list[Group]:
        """Load as much of these pages' groups as their teasers show, unless they are loaded already."""
        return self._load(page_ids, teasers_only=True)

    def load_objects(self, references: Iterable[tuple[str, int]]) -> None:
        """Load snippets, images and files: one query for each model."""
        by_model: dict[str, set[int]] = defaultdict(set)
        for label, pk in references:
            if label != PAGE and (label, pk) not in self.objects:
                by_model[label].add(pk)
        for label, ids in by_model.items():
            for item in apps.get_model(label).objects.filter(pk__in=ids):
                self.objects[label, item.pk] = item

    def _load(self, page_ids: Iterable[int], teasers_only: bool) -> list[Group]:
        wanted = {pk for pk in page_ids if pk and pk not in self.groups}
        # A page that is being created has no id, but a preview.
        unsaved = [page for pk, page in self.drafts.items() if pk is None and pk not in self.groups]
        if not wanted and not unsaved:
            return []
        if not self._languages:
            self._languages = dict(Locale.objects.values_list("pk", "language_code"))
        keys = Page.objects.filter(pk__in=wanted).values("translation_key")
        by_key: dict[Any, list[Page]] = defaultdict(list)
        for row in Page.objects.filter(translation_key__in=keys).order_by("pk"):
            by_key[row.translation_key].append(row)
        for page in unsaved:
            by_key[page.translation_key].append(page)
        siblings = list(by_key.values())
        sources = self._load_sources([pick_source(rows, self._languages) for rows in siblings])
        contents = self._load_contents(siblings, sources, teasers_only)
        groups = self._make_groups(siblings, sources, contents, {} if teasers_only else load_minor_edits(by_key))
        self._load_relations(groups, teasers_only)
        return groups

    def _load_sources(self, rows: list[Page]) -> dict[int, Any]:
        by_model: dict[type[Page], list[int]] = defaultdict(list)
        for row in rows:
            model = row.specific_class
            if model and kinds.for_model(model):
                by_model[model].append(row.pk)
        sources = {}
        for model, ids in by_model.items():
            sources.update({pk: self.drafts[pk] for pk in ids if pk in self.drafts})
            # Without names select_related() would follow every key.
            stored = model.objects.select_related(*keys) if (keys := end_keys(model)) else model.objects.all()
            sources.update(stored.in_bulk([pk for pk in ids if pk not in self.drafts]))
        return sources

    def _load_contents(
        self, siblings: Iterable[list[Page]], sources: Mapping[int, Any], teasers_only: bool
    ) -> dict[int, Content]:
        """Return the live revision's data of every published translation by its page id."""
        revisions = {
            row.live_revision_id: row.pk
            for rows in siblings
            for row in rows
            if row.pk not in sources and row.live and not row.alias_of_id and row.live_revision_id
        }
        content: Any = "content"
        if teasers_only:
            names = {*TEASER_CONTENT, *(name for kind in kinds for name in kind.teaser_fields)}
            content = JSONItems("content", sorted(names))
        rows = Revision.objects.filter(pk__in=revisions).values_list("pk", content) if revisions else []
        contents = {revisions[pk]: content for pk, content in rows}
        drafts = {pk: page.serializable_data() for pk, page in self.drafts.items() if pk not in sources}
        return {**contents, **drafts}

    def _make_groups(
        self,
        siblings: Iterable[list[Page]],
        sources: Mapping[int, Any],
        contents: Mapping[int, Content],
        edits: Mapping[UUID, list[dict]],
    ) -> list[Group]:
        ancestors = self._load_ancestors(sources.values())
        counties = self._load_counties({row.pk for row in ancestors.values()} | set(sources))
        restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True)) or ("-",)
        groups = []
        for rows in siblings:
            source = next((sources[row.pk] for row in rows if row.pk in sources), None)
            if source is None:
                continue
            line = [*(ancestors[path] for path in paths_above(source) if path in ancestors), source]
            kind = kinds.for_model(type(source))
            assert kind is not None, "only pages of a kind are loaded as sources"  # noqa: S101 - for the type checker
            group = Group(
                source=source,
                language=self._languages[source.locale_id],
                kind=kind,
                translations={
                    self._languages[row.locale_id]: PublishedTranslation(
                        row.pk, contents[row.pk], row.first_published_at, row.last_published_at
                    )
                    for row in rows
                    if row.pk in contents
                    and "title" in (contents[row.pk].get("translated_from") or {})
                    and not row.path.startswith(restricted)
                },
                rows={self._languages[row.locale_id]: row for row in rows},
                line=line,
                county=next((counties[page.pk] for page in line if page.pk in counties), None),
                restricted=any(page.path.startswith(restricted) for page in line),
                same_texts=SameTexts(edits.get(source.translation_key, ())),
            )
            groups.append(group)
            self.groups.update(dict.fromkeys((row.pk for row in rows), group))
        return groups

    def _load_counties(self, page_ids: set[int]) -> dict[int, Any]:
        models_of_counties = tuple(kind.model_class for kind in kinds.with_role(COUNTY))
        counties: dict[int, Any] = {}
        for model in models_of_counties:
            counties.update(model.objects.in_bulk(page_ids))
        drafts = {pk: page for pk, page in self.drafts.items() if isinstance(page, models_of_counties)}
        return {**counties, **drafts}

    def _load_ancestors(self, sources: Iterable[Any]) -> dict[str, Page]:
        """Return what stands above the sources by tree path: for a translation, its source page.

        A page that exists in Arabic only stands below translations, which say nothing of what is public.
        """
        paths = {path for source in sources for path in paths_above(source)}
        rows = list(Page.objects.filter(path__in=paths))
        translations = [row for row in rows if self._languages[row.locale_id] != settings.LANGUAGE_CODE]
        siblings: dict[Any, list[Page]] = defaultdict(list)
        if translations:
            for row in Page.objects.filter(translation_key__in={row.translation_key for row in translations}):
                siblings[row.translation_key].append(row)
        return {row.path: pick_source(siblings.get(row.translation_key) or [row], self._languages) for row in rows}

    def _load_relations(self, groups: list[Group], teasers_only: bool) -> None:
        """Fill `relations` of all groups: with what a draft holds in memory, for the others by one query each."""
        by_kind: dict[str, list[Group]] = defaultdict(list)
        for group in groups:
            by_kind[group.kind.slug].append(group)
        for members in by_kind.values():
            model, kind = type(members[0].source), members[0].kind
            for name in kind.teaser_fields if teasers_only else {*api_field_names(model), *model.prose}:
                relation = relation_of(model, name)
                if relation is None:
                    continue
                stored = []
                for group in members:
                    draft = changed_relation(group.source, name)
                    if draft is None:
                        stored.append(group)
                    else:
                        group.relations[name] = draft
                related = load_relation(relation, [group.source.pk for group in stored]) if stored else {}
                for group in stored:
                    group.relations[name] = related[group.source.pk]


def load_minor_edits(keys: Collection[UUID]) -> dict[UUID, list[dict]]:
    """Return the changes of all minor edits of pages by translation key (one query)."""
    edits: dict[UUID, list[dict]] = defaultdict(list)
    for key, changes in MinorEdit.objects.filter(translation_key__in=keys).values_list("translation_key", "changes"):
        edits[key].append(changes)
    return edits


def paths_above(page: Page) -> list[str]:
    """Return the tree paths of a page's ancestors, from the root."""
    return [page.path[:end] for end in range(STEP, len(page.path), STEP)]


def api_field_names(model: type[models.Model]) -> list[str]:
    """Return the names in a model's `api_fields`, which may be strings or Wagtail's APIField."""
    return [getattr(item, "name", item) for item in getattr(model, "api_fields", [])]
