"""Places the articles in the page tree: the county, a draft for each new page, parents, order and slugs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import Locale, Page

from home.importer.files import Article, BadFile, Entry
from home.importer.history import History
from home.importer.models import ImportedPage
from home.importer.report import Status
from home.models import HomePage, InfoPage
from hub.counties.models import CountyPage
from hub.internals.wagtail import free_slug
from hub.plugins import kinds
from hub.tree import lock_tree

UNORDERED = -1  # order of a new page until `Tree.arrange` has run


class NoHomePage(Exception):
    """There is no home page below which a county could be created."""


def get_or_create_county(name: str) -> CountyPage:
    """Return the county with this title or slug in the source language; create and publish it when there is none.

    Raises NoHomePage when no site has a home page, ValidationError when the name cannot be a county's.
    """
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    county = CountyPage.objects.filter(Q(title__iexact=name) | Q(slug=name), locale=locale).order_by("pk").first()
    if county:
        return county
    home = HomePage.objects.filter(locale=locale, sites_rooted_here__isnull=False).first()
    if home is None:
        raise NoHomePage
    with transaction.atomic():
        county = home.add_child(instance=CountyPage(title=name, locale=locale, live=False))
        county.save_revision().publish()
    return CountyPage.objects.get(pk=county.pk)


def slug_for(entry: Entry) -> str:
    """Return the last part of a page's path as a slug that Wagtail accepts and no list page of a county has."""
    allow_unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    slug = (slugify(entry.slug, allow_unicode) or slugify(entry.title, allow_unicode) or "page")[:200]
    return f"{slug}-2" if slug in kinds.with_list_page() else slug


@dataclass
class Place:
    """An article's place in the hub. `page_id` is that of its source page.

    It is None where the article has no page to import into, and `skip_status` says why: DELETED when the page, or one
    above it, was deleted in the hub; ELSEWHERE when it, or one above it, stands in another county; NO_SOURCE when the
    hub has it in the source language and the files have not.
    """

    key: UUID
    page_id: int | None
    parent: Place | None = None
    skip_status: Status | None = None

    @property
    def existing_page_id(self) -> int:
        """The id of a place that has a page."""
        assert self.page_id is not None, "places without a page are skipped before"  # noqa: S101 - for the type checker
        return self.page_id

    @property
    def parent_key(self) -> UUID | None:
        return self.parent.key if self.parent else None


@dataclass
class Sibling:
    """One of the articles below the same parent, while they are arranged."""

    place: Place
    entry: Entry
    record: ImportedPage

    @property
    def has_same_parent(self) -> bool:
        """Whether an earlier import placed the page below the parent that it has in the file now."""
        is_new = self.record.order in (None, UNORDERED)
        return not is_new and self.record.parent_key == self.place.parent_key


class Tree:
    """The places of a county's articles, by the articles' keys."""

    def __init__(self, county: CountyPage, history: History) -> None:
        self.places: dict[str, Place] = {}
        self._county = county
        self._history = history
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        rows = Page.objects.filter(translation_key__in=ImportedPage.objects.values("translation_key"))
        self._page_ids = {
            (key, language): page_id
            for key, language, page_id in rows.values_list("translation_key", "locale__language_code", "pk")
        }
        self._elsewhere = self._keys_elsewhere(key for key, _language in self._page_ids)

    def obstacle(self, page_id: int) -> Status | None:
        """Return why editors have made it impossible to import below or into a page, None when they have not.

        The answer holds while the tree is locked.
        """
        page = Page.objects.filter(pk=page_id).first()
        if page is None:
            return Status.DELETED
        if page.pk == self._county.pk:
            return None
        # Translations are placed below those of the parent.
        keys = [page.translation_key, page.get_parent().translation_key]
        return Status.ELSEWHERE if self._keys_elsewhere(keys) else None

    def _keys_elsewhere(self, keys: Iterable[UUID]) -> set[UUID]:
        """Return those of the translation keys that now have a page which stands in none of the county's languages."""
        counties = CountyPage.objects.filter(translation_key=self._county.translation_key)
        roots = tuple(counties.values_list("path", flat=True))
        rows = Page.objects.filter(translation_key__in=set(keys)).values_list("translation_key", "path")
        return {key for key, path in rows if not path.startswith(roots)}

    def check_region(self, articles: Sequence[Article]) -> None:
        """Raise BadFile when all pages of the files' region that the hub has stand in another county."""
        keys = self._history.keys_of(articles[0].source.region) & {key for key, _language in self._page_ids}
        if not keys or keys - self._elsewhere:
            return
        article = next((article for article in articles if self._history.find_key(article) in keys), articles[0])
        page = Page.objects.filter(translation_key__in=keys).order_by("path")[0]
        county = page.get_ancestors().type(CountyPage).last()
        raise BadFile(
            f"{article.source.location}: the region “{article.source.region}” was imported below "
            f"“{county or page.get_parent()}”, not below “{self._county}”. Import it there, or move its pages first."
        )

    def locate(self, article: Article) -> None:
        """Find the article's place, after its parent's. A new article gets a draft."""
        key = self._history.find_key(article) or uuid4()
        parent = self.places[article.parent.key] if article.parent else None
        place = self.places[article.key] = Place(key, self._page_ids.get((key, article.language)), parent)
        is_below_elsewhere = parent and parent.skip_status == Status.ELSEWHERE and place.page_id is None
        if key in self._elsewhere or is_below_elsewhere:
            place.page_id, place.skip_status = None, Status.ELSEWHERE
        elif article.language != settings.LANGUAGE_CODE and (key, settings.LANGUAGE_CODE) in self._page_ids:
            place.page_id, place.skip_status = None, Status.NO_SOURCE
        elif place.page_id is None:
            if self._history.get(key, article.language) or (parent and parent.page_id is None):
                place.skip_status = Status.DELETED
            else:
                self._add_draft(article.source, place)

    @transaction.atomic
    def _add_draft(self, entry: Entry, place: Place) -> None:
        lock_tree()
        place.skip_status = self.obstacle(self._parent_id(place))
        if place.skip_status:
            return
        parent = Page.objects.get(pk=self._parent_id(place))
        page = InfoPage(
            title=entry.title,
            slug=free_slug(parent, slug_for(entry)),
            locale=self._locales[entry.language],
            translation_key=place.key,
            live=False,
        )
        place.page_id = parent.add_child(instance=page).pk
        self._page_ids[place.key, entry.language] = place.page_id
        record = self._history.get_or_new(place.key, entry)
        record.order = UNORDERED
        self._history.save(record)

    def _parent_id(self, place: Place) -> int:
        return place.parent.existing_page_id if place.parent else self._county.pk

    @transaction.atomic
    def arrange(self, articles: Sequence[Article]) -> None:
        """Give siblings the file's parent and order, where they are new or the file has changed since the last import.

        So what editors have moved in the hub stays there.
        """
        lock_tree()
        places = [self.places[article.key] for article in articles]
        page_ids = [place.page_id for place in places if place.page_id]
        keys = dict(Page.objects.filter(pk__in=page_ids).values_list("pk", "translation_key"))
        elsewhere = self._keys_elsewhere(keys.values())
        siblings = [
            Sibling(place, article.source, self._history.get_or_new(place.key, article.source))
            for article in articles
            if (place := self.places[article.key]).page_id in keys
            and not (place.parent and not place.parent.page_id)
            and place.key not in elsewhere
        ]
        if not siblings or self.obstacle(self._parent_id(siblings[0].place)):
            return
        in_place = [sibling for sibling in siblings if sibling.has_same_parent]
        is_reordered = in_place != sorted(in_place, key=lambda sibling: sibling.record.order)
        to_move = [sibling for sibling in siblings if is_reordered or not sibling.has_same_parent]
        if not to_move:
            return
        parent = Page.objects.get(pk=self._parent_id(siblings[0].place))
        child_ids = list(parent.get_children().values_list("pk", flat=True))
        for sibling in to_move:
            page_id = sibling.place.page_id
            if page_id not in child_ids and not sibling.has_same_parent:
                Page.objects.get(pk=page_id).move(parent, pos="last-child")
                child_ids.append(page_id)
        self._order(
            child_ids,
            [page_id for sibling in siblings if (page_id := sibling.place.existing_page_id) in child_ids],
            {sibling.place.existing_page_id for sibling in to_move},
        )
        for sibling in siblings:
            sibling.record.order, sibling.record.parent_key = sibling.entry.order, sibling.place.parent_key
            self._history.save(sibling.record)

    def _order(self, child_ids: list[int], ordered_ids: list[int], movable_ids: set[int]) -> None:
        """Move the pages `movable_ids` to their places among `ordered_ids`, each directly behind its predecessor.

        `child_ids` are all children of the parent in their present order, pages that were not imported among them.
        """
        for number, page_id in enumerate(ordered_ids):
            others = [other for other in child_ids if other != page_id]
            if number:
                index, side = others.index(ordered_ids[number - 1]) + 1, "right"
            else:
                successors = [others.index(other) for other in ordered_ids[1:]]
                index, side = min(successors, default=child_ids.index(page_id)), "left"
            if page_id in movable_ids and child_ids.index(page_id) != index:
                neighbour_id = others[index - 1] if side == "right" else others[index]
                Page.objects.get(pk=page_id).move(Page.objects.get(pk=neighbour_id), pos=side)
                child_ids = [*others[:index], page_id, *others[index:]]
