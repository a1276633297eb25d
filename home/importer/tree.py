"""The pages' places: the county, a draft for each new page, parents, order and addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from home.importer.files import Article, Entry
from home.importer.history import Notes
from home.importer.models import ImportedPage
from home.models import HomePage, InfoPage
from hub.counties.models import CountyPage


class NoHome(Exception):
    """There is no home page to put a county under."""


def county_page(name: str) -> CountyPage:
    """Return the county with this title or slug in the source language; make and publish it when there is none.

    Raises NoHome when no site has a home page to put it below, ValidationError when the name cannot be a county's.
    """
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    found = CountyPage.objects.filter(Q(title__iexact=name) | Q(slug=name), locale=locale).order_by("pk").first()
    if found:
        return found
    home = HomePage.objects.filter(locale=locale, sites_rooted_here__isnull=False).first()
    if home is None:
        raise NoHome
    with transaction.atomic():
        county = home.add_child(instance=CountyPage(title=name, locale=locale, live=False))
        county.save_revision().publish()
    return CountyPage.objects.get(pk=county.pk)


def slug_of(entry: Entry) -> str:
    """Return the last part of a page's path as a slug that Wagtail accepts."""
    allow_unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    return (slugify(entry.slug, allow_unicode) or slugify(entry.title, allow_unicode) or "page")[:200]


@dataclass
class Place:
    """Where an article stands in the hub. `page_id` is its source page's, None when it has no page here.

    `problem` says why: "deleted" in the hub, it or a page above it; "no source", the hub has it in the source language,
    the files have not.
    """

    key: UUID
    page_id: int | None
    parent: Place | None = None
    problem: str = ""


class Tree:
    """The places of a county's articles, by the articles' keys."""

    def __init__(self, county: CountyPage, notes: Notes) -> None:
        self.places: dict[str, Place] = {}
        self._county = county
        self._notes = notes
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        rows = Page.objects.filter(translation_key__in=ImportedPage.objects.values("translation_key"))
        self._pages = {
            (key, language): pk
            for key, language, pk in rows.values_list("translation_key", "locale__language_code", "pk")
        }

    def settle(self, article: Article) -> None:
        """Find the article's place; a new article gets a draft below its parent, which must have been settled."""
        key = self._notes.key_of(article) or uuid4()
        parent = self.places[article.parent.key] if article.parent else None
        place = self.places[article.key] = Place(key, self._pages.get((key, article.language)), parent)
        if article.language != settings.LANGUAGE_CODE and (key, settings.LANGUAGE_CODE) in self._pages:
            place.page_id, place.problem = None, "no source"
        elif place.page_id is None:
            if self._notes.get(key, article.language) or (parent and parent.page_id is None):
                place.problem = "deleted"
            else:
                self._add(article.source, place)

    @transaction.atomic
    def _add(self, entry: Entry, place: Place) -> None:
        parent = Page.objects.get(pk=self._parent_id(place))
        page = InfoPage(
            title=entry.title,
            slug=find_available_slug(parent, slug_of(entry)),
            locale=self._locales[entry.language],
            translation_key=place.key,
            live=False,
        )
        place.page_id = parent.add_child(instance=page).pk
        self._pages[place.key, entry.language] = place.page_id
        note = self._notes.of(place.key, entry)
        # Its order is not known to be right before `arrange` has been there.
        note.path, note.order = entry.path, -1
        self._notes.keep(note)

    def _parent_id(self, place: Place) -> int:
        return place.parent.page_id if place.parent else self._county.pk

    @transaction.atomic
    def arrange(self, siblings: Sequence[Article]) -> None:
        """Give siblings the file's parent and order where they are new, or have changed there since the last import."""
        family = [
            (place, article.source, self._notes.of(place.key, article.source))
            for article in siblings
            if (place := self.places[article.key]).page_id and not (place.parent and not place.parent.page_id)
        ]
        settled = [
            member for member in family if member[2].order >= 0 and member[2].parent_key == _key(member[0].parent)
        ]
        before = sorted(settled, key=lambda member: member[2].order)
        moved = [member for member in family if member not in settled or before != settled]
        if not moved:
            return
        parent = Page.objects.get(pk=self._parent_id(family[0][0]))
        here = list(parent.get_children().values_list("pk", flat=True))
        for place, _entry, note in moved:
            if place.page_id not in here and (note.order < 0 or note.parent_key != _key(place.parent)):
                Page.objects.get(pk=place.page_id).move(parent, pos="last-child")
                here.append(place.page_id)
        moved_ids = {place.page_id for place, _entry, _note in moved}
        wanted = [place.page_id for place, _entry, _note in family if place.page_id in here]
        for number, current in enumerate(wanted):
            others = here[:]
            others.remove(current)
            if number:
                target, side = others.index(wanted[number - 1]) + 1, "right"
            else:
                target, side = min((others.index(pk) for pk in wanted[1:]), default=here.index(current)), "left"
            if current in moved_ids and here.index(current) != target:
                neighbour = others[target - 1] if side == "right" else others[target]
                Page.objects.get(pk=current).move(Page.objects.get(pk=neighbour), pos=side)
                here = [*others[:target], current, *others[target:]]
        for place, entry, note in family:
            note.order, note.parent_key = entry.order, _key(place.parent)
            self._notes.keep(note)


def _key(place: Place | None) -> UUID | None:
    return place and place.key
