"""Loads in bulk what documents are made of: pages with their published translations, and what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from hub.counties.models import CountyPage
from hub.pages import HubPage
from hub.plugins import Kind, kinds
from hub.references import PAGE
from hub.site.addresses import path_of

STEP = Page.steplen


@dataclass
class Words:
    """A published translation: the serialized data of its live revision, and which source texts it translates."""

    page_id: int
    content: Mapping[str, Any]
    first_published_at: datetime | None
    last_published_at: datetime | None

    @property
    def translated(self) -> dict[str, str]:
        return self.content.get("translated_from") or {}

    @property
    def own_structure(self) -> bool:
        return bool(self.content.get("own_structure"))


@dataclass
class Group:
    """A source page with its published translations by language."""

    source: HubPage
    language: str
    kind: Kind
    words: dict[str, Words]
    page_ids: set[int]
    ancestors: str
    parent_id: int
    county: CountyPage | None
    public: bool
    relations: dict[str, list[models.Model]] = field(default_factory=dict)
    error: Exception | None = None

    @property
    def path(self) -> str:
        return path_of(self.source)

    @property
    def content(self) -> dict[str, Any]:
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
    def visible_until(self) -> datetime | None:
        return ending(self.source, self.county)

    @property
    def languages(self) -> list[str]:
        """The languages in which the page is shown: its county's, and always its own."""
        offered = self.county.languages if self.county else []
        return [*offered, *([self.language] if self.language not in offered else [])]

    def words_in(self, language: str) -> Words | None:
        return self.words.get(language) if language != self.language else None


def is_id(value: Any) -> bool:
    """Say whether `value` can be an id in the database; a block's raw data may hold anything."""
    return isinstance(value, int) and 0 < value < 2**63


def ending(*pages: Page | None) -> datetime | None:
    """Return the moment from which one of the pages has expired, None when none does."""
    return min((page.expire_at for page in pages if page and page.expire_at), default=None)


def pick_source(rows: Iterable[Page], languages: Mapping[int, str]) -> Page:
    """Return the source among pages that share a translation key: the one in the source language, else the oldest."""
    return min(rows, key=lambda row: (languages[row.locale_id] != settings.LANGUAGE_CODE, row.pk))


class Library:
    """Everything that has been loaded, by id. `drafts` replace the stored source page or translation of their id."""

    def __init__(self, drafts: Iterable[HubPage] = ()) -> None:
        self.drafts = {page.pk: page for page in drafts}
        self.groups: dict[int, Group] = {}
        self.objects: dict[tuple[str, int], models.Model] = {}
        self.teasers: dict[tuple[int, str], tuple[dict, set[tuple[str, int]]]] = {}
        self._languages: dict[int, str] = {}

    def load_pages(self, page_ids: Iterable[int]) -> list[Group]:
        """Load the groups that the pages belong to, whether public or not; ids of no kind's pages are passed over."""
        wanted = {pk for pk in page_ids if pk and pk not in self.groups}
        # A page that is being created has no id, but a preview.
        unsaved = [page for pk, page in self.drafts.items() if pk is None and pk not in self.groups]
        if not wanted and not unsaved:
            return []
        if not self._languages:
            self._languages = dict(Locale.objects.values_list("pk", "language_code"))
        keys = Page.objects.filter(pk__in=wanted).values("translation_key")
        siblings: dict[Any, list[Page]] = defaultdict(list)
        for row in Page.objects.filter(translation_key__in=keys).order_by("pk"):
            siblings[row.translation_key].append(row)
        for page in unsaved:
            siblings[page.translation_key].append(page)
        sources = self._load_sources([pick_source(rows, self._languages) for rows in siblings.values()])
        contents = self._load_contents(siblings.values(), sources)
        return self._make_groups(siblings.values(), sources, contents)

    def load_objects(self, references: Iterable[tuple[str, int]]) -> None:
        """Load snippets, images and files: one query for each model."""
        by_model: dict[str, set[int]] = defaultdict(set)
        for label, pk in references:
            if label != PAGE and (label, pk) not in self.objects:
                by_model[label].add(pk)
        for label, ids in by_model.items():
            for item in apps.get_model(label).objects.filter(pk__in=ids):
                self.objects[label, item.pk] = item

    def _load_sources(self, rows: list[Page]) -> dict[int, HubPage]:
        by_model: dict[type[HubPage], list[int]] = defaultdict(list)
        for row in rows:
            model = row.specific_class
            if model and issubclass(model, HubPage) and kinds.for_model(model):
                by_model[model].append(row.pk)
        sources = {}
        for model, ids in by_model.items():
            sources.update({pk: self.drafts[pk] for pk in ids if pk in self.drafts})
            sources.update(model.objects.in_bulk([pk for pk in ids if pk not in self.drafts]))
        return sources

    def _load_contents(
        self, siblings: Iterable[list[Page]], sources: Mapping[int, HubPage]
    ) -> dict[int, Mapping[str, Any]]:
        """Return the live revision's data of every published translation by its page id."""
        revisions = {
            row.live_revision_id: row.pk
            for rows in siblings
            for row in rows
            if row.pk not in sources and row.live and not row.alias_of_id and row.live_revision_id
        }
        found = Revision.objects.filter(pk__in=revisions).values_list("pk", "content") if revisions else []
        contents = {revisions[pk]: content for pk, content in found}
        return {
            **contents,
            **{pk: page.serializable_data() for pk, page in self.drafts.items() if pk not in sources},
        }

    def _make_groups(
        self, siblings: Iterable[list[Page]], sources: dict[int, HubPage], contents: Mapping[int, Mapping[str, Any]]
    ) -> list[Group]:
        ancestors = self._load_ancestors(sources.values())
        counties = CountyPage.objects.in_bulk({row.pk for row in ancestors.values()} | set(sources))
        counties.update({pk: page for pk, page in self.drafts.items() if isinstance(page, CountyPage)})
        restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

        groups = []
        for rows in siblings:
            source = next((sources[row.pk] for row in rows if row.pk in sources), None)
            if source is None:
                continue
            line = [*(ancestors[path] for path in paths_above(source) if path in ancestors), source]
            ids = [row.pk for row in line]
            county = next((counties[pk] for pk in ids if pk in counties), None)
            end = ending(source, county)
            group = Group(
                source=source,
                language=self._languages[source.locale_id],
                kind=kinds.for_model(type(source)),
                words={
                    self._languages[row.locale_id]: Words(
                        row.pk, contents[row.pk], row.first_published_at, row.last_published_at
                    )
                    for row in rows
                    if row.pk in contents
                    and "title" in (contents[row.pk].get("translated_from") or {})
                    and not row.path.startswith(restricted or ("-",))
                },
                page_ids={row.pk for row in rows},
                ancestors="/" + "/".join(map(str, ids)) + "/",
                parent_id=ids[-2] if len(ids) > 1 else 0,
                county=county,
                public=bool(
                    source.live
                    and county
                    and county.live
                    and not (end and end <= timezone.now())
                    and not any(row.path.startswith(restricted or ("-",)) for row in line)
                ),
            )
            groups.append(group)
            for row in rows:
                self.groups[row.pk] = group
        self._load_relations(groups)
        return groups

    def _load_ancestors(self, sources: Iterable[HubPage]) -> dict[str, Page]:
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

    def _load_relations(self, groups: list[Group]) -> None:
        by_model: dict[type[HubPage], list[Group]] = defaultdict(list)
        for group in groups:
            by_model[type(group.source)].append(group)
        for model, members in by_model.items():
            for name in {*api_field_names(model), *model.prose}:
                relation = relation_of(model, name)
                if relation is not None:
                    load_relation(relation, name, members)


def paths_above(page: Page) -> list[str]:
    """Return the tree paths of a page's ancestors, from the root."""
    return [page.path[:end] for end in range(STEP, len(page.path), STEP)]


def api_field_names(model: type[models.Model]) -> list[str]:
    """Return the names in a model's `api_fields`, which may be strings or Wagtail's APIField."""
    return [getattr(item, "name", item) for item in getattr(model, "api_fields", [])]


def relation_of(model: type[models.Model], name: str) -> models.Field | models.ManyToOneRel | None:
    """Return the many-to-many field or child relation called `name`, None for anything else."""
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    is_children = isinstance(found, models.ManyToOneRel) and isinstance(found.field, ParentalKey)
    return found if found.many_to_many or is_children else None


def load_relation(relation: Any, name: str, groups: list[Group]) -> None:
    """Fill `relations[name]` of all groups: what a draft holds in memory, for the others one query."""
    stored = {}
    for group in groups:
        if name in getattr(group.source, "_cluster_related_objects", {}):
            group.relations[name] = list(getattr(group.source, name).all())
        else:
            group.relations[name] = []
            stored[group.source.pk] = group
    if not stored:
        return
    if relation.many_to_many:
        through = relation.remote_field.through
        owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        links = through.objects.filter(**{f"{owner}__in": list(stored)}).select_related(target)
        for link in links.order_by(*ordering(relation.related_model, f"{target}__")):
            stored[getattr(link, f"{owner}_id")].relations[name].append(getattr(link, target))
    else:
        key = relation.field
        children = relation.related_model.objects.filter(**{f"{key.name}__in": list(stored)})
        for child in children.order_by(*ordering(relation.related_model)):
            stored[getattr(child, key.attname)].relations[name].append(child)


def ordering(model: type[models.Model], prefix: str = "") -> list[str]:
    """Return the names to order objects of `model` by, each behind `prefix`. Ties are broken: documents are stable."""
    names = [*model._meta.ordering, "pk"]
    return [f"-{prefix}{name[1:]}" if name.startswith("-") else f"{prefix}{name}" for name in names]
