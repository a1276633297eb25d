"""Makes documents: the one function that turns published pages into what every channel serves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from wagtail.fields import StreamField

from hub.plugins import CHILDREN, PAGE, kinds
from hub.representation.context import Context, address, shown_in
from hub.representation.coverage import coverage_of, stale_texts
from hub.representation.endings import first_end, without_all, without_ended
from hub.representation.facets import FacetValue, facet_values
from hub.representation.fields import field_references, field_value
from hub.representation.library import Group, Library, PublishedTranslation, api_field_names, is_id
from hub.representation.page_ends import end_keys, is_erased
from hub.representation.plain import plain
from hub.representation.shapes import CountyShape, DocumentMeta, TranslationShape
from hub.representation.teasers import TEASER_FIELDS, make_teaser, teaser_meta
from hub.representation.texts import Text, follow, text_lines
from hub.translations.models import Coverage, TranslatablePage
from hub.translations.prose import digests, leaves, set_prose
from hub.translations.sources import source_of
from hub.translations.state import record, source_content


@dataclass
class Document:
    """One page in one language, with what its publication keeps beside the JSON.

    `dependencies` are (model label, id) of everything that the document shows, or would show if it were public;
    `surroundings` of what its HTML shows beside it; `ends` says until when some of the dependencies are shown.
    """

    translation_key: UUID
    locale: str
    content_locale: str
    kind: str
    county: str
    source_id: int
    page_id: int
    page_ids: set[int]
    parent_id: int
    ancestors: str
    tree_path: str
    path: str
    title: str
    slug: str
    first_published_at: datetime | None
    last_published_at: datetime | None
    visible_until: datetime | None
    changes_at: datetime | None
    outdated: bool
    document: dict
    teaser: dict
    texts: list[Text]
    facets: list[FacetValue]
    dependencies: set[tuple[str, int]]
    surroundings: set[tuple[str, int]]
    ends: dict[tuple[str, int], datetime]
    content_hash: str


@dataclass
class Failure:
    """A page whose document could not be made."""

    translation_key: UUID | None
    page_ids: set[int]
    error: Exception


@dataclass
class Representation:
    """`erased` are the translation keys of pages of which no copies must be kept; `coverage` are rows to be stored."""

    documents: list[Document] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)
    erased: set[UUID] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


def represent(page_ids: Iterable[int], languages: Sequence[str] | None = None) -> Representation:
    """Return the documents of the public pages among `page_ids`, each in every language in which it is shown.

    A page may be named by the id of its source or of a translation. `languages` limits the languages. A page that
    cannot be represented is among the failures and hinders no other.
    """
    library = Library(make_teaser)
    groups = load(library, page_ids)
    result = Representation()
    for group in groups:
        if is_erased(group.source):
            result.erased.add(group.source.translation_key)
        if not group.public:
            continue
        try:
            result.documents += [
                make(library, group, language)
                for language in group.languages
                if languages is None or language in languages
            ]
        except Exception as error:  # noqa: BLE001 - a kind's own code may fail in any way; the others must not suffer
            result.failures.append(Failure(group.source.translation_key, group.page_ids, error))
    failed = {failure.translation_key for failure in result.failures}
    outdated = {(item.translation_key, item.locale) for item in result.documents if item.outdated}
    result.coverage = coverage_of([item for item in groups if item.source.translation_key not in failed], outdated)
    return result


def measure(page_ids: Iterable[int], outdated: Collection[tuple[UUID, str]]) -> list[Coverage]:
    """Return how far the published pages among `page_ids` are translated, without making their documents.

    `outdated` are the (translation key, language) of documents that are known to be outdated.
    """
    return coverage_of(Library(make_teaser).load_pages(page_ids), outdated)


def preview_document(page: TranslatablePage, language: str) -> dict:
    """Return the document of `page` as it stands in memory, public or not, in `language`."""
    read_streams_again(page)
    if not page.is_source():
        words = dict(leaves(type(page), page.serializable_data()))
        record(page)
        if page.shows_all_words and (source := source_of(page)):
            set_prose(page, words)
            page.translated_from |= digests(type(page), source_content(page, source))
    library = Library(make_teaser, drafts=[page])
    groups = load(library, [page.pk])
    if not groups:
        raise ValueError(f"{type(page).__name__} {page.pk} is no page of a kind.")
    return make(library, groups[0], language).document


def read_streams_again(page: TranslatablePage) -> None:
    """Give the page's streams the raw data that would be stored: a form leaves dates and files as Python's own."""
    for stream in page._meta.get_fields():
        if isinstance(stream, StreamField):
            setattr(page, stream.name, stream.to_python(stream.value_to_string(page)))


def load(library: Library, page_ids: Iterable[int]) -> list[Group]:
    """Load the groups of `page_ids` and everything that their documents show."""
    groups = library.load_pages(page_ids)
    references = {
        reference for group in groups for reference in references_of(group, api_field_names(type(group.source)))
    }
    references |= load_referring(library, references)
    linked = {pk for label, pk in references if label == PAGE}
    linked |= {group.parent_id for group in groups}
    linked |= {group.county.pk for group in groups if group.county}
    load_teasers(library, linked, references)
    return groups


def load_referring(library: Library, references: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Load those snippets among `references` that refer to more, and return what they refer to."""
    referring = {key for key in references if key[0] != PAGE and hasattr(apps.get_model(key[0]), "references")}
    library.load_objects(referring)
    items = (library.objects[key] for key in referring if key in library.objects)
    return {reference for item in items for reference in item.references()}


def load_teasers(library: Library, page_ids: Iterable[int], references: Iterable[tuple[str, int]] = ()) -> None:
    """Load what the teasers of `page_ids`, and of all groups loaded before, show; `references` besides."""
    library.load_teasers(page_ids)
    every = set(references)
    for group in {id(group): group for group in library.groups.values()}.values():
        every |= references_of(group, [*TEASER_FIELDS, *group.kind.teaser_fields])
    library.load_objects(every)


def references_of(group: Group, names: list[str]) -> set[tuple[str, int]]:
    """Return what the fields called `names` refer to. Where a block's code fails, that page alone has no document."""
    try:
        return {(label, pk) for label, pk in field_references(group, names) if is_id(pk)}
    except Exception as error:  # noqa: BLE001 - raised when the group is shown
        group.error = error
        return set()


def make(library: Library, group: Group, language: str) -> Document:
    """Return the document of one page in one language, from what `library` has loaded."""
    context = Context(library, group, language)
    source, translation = group.source, context.translation
    title = context.prose("title", source.title, translation.content["title"] if translation else None)
    context.shown_prose("title", text_lines(title))
    values = {name: field_value(context, name) for name in api_field_names(type(source))}
    outdated = context.replaces_old or bool(stale_texts(group, language))
    published = translation or source
    county = library.groups.get(group.county.pk) if group.county else None
    parent = context.teaser(group.parent_id or None)
    if county:
        context.page(county.source.pk)
    meta: DocumentMeta = {
        **teaser_meta(context),
        "outdated": outdated,
        "proofread_on": proofread_on(context, source, translation),
        "translations": [shown_elsewhere(group, code) for code in group.languages if code != language],
        "county": county_form(library, county, language) if county else None,
        "parent": parent,
        "first_published_at": plain(published.first_published_at),
        "last_published_at": plain(published.last_published_at),
    }
    made = {"id": context.page_id, "title": title, **values, "meta": meta}
    document, lasting = shown_now(made), without_all(made)
    facts = [Text(path, language, str(fact)) for path in group.kind.search_facts for fact in follow(lasting, path)]
    finished = Document(
        translation_key=source.translation_key,
        locale=language,
        content_locale=context.content_language,
        kind=group.kind.slug,
        county=group.county.slug if group.county else "",
        source_id=source.pk,
        page_id=context.page_id,
        page_ids=group.page_ids,
        parent_id=group.parent_id,
        ancestors=group.ancestors,
        tree_path=source.path,
        path=group.path,
        title=title,
        slug=source.slug,
        first_published_at=published.first_published_at,
        last_published_at=published.last_published_at,
        visible_until=group.visible_until,
        changes_at=first_end(document),
        outdated=outdated,
        document=document,
        teaser=shown_now(library.teaser(group, language).content),
        texts=[*context.texts, *facts],
        facets=facet_values(group.kind, lasting, language),
        dependencies=context.dependencies | {(label, pk) for label, pk in ends_with(source) if pk},
        surroundings=surroundings(group),
        ends=context.ends,
        content_hash="",
    )
    finished.content_hash = content_hash(finished)
    return finished


def proofread_on(context: Context, source: TranslatablePage, translation: PublishedTranslation | None) -> str | None:
    """Return when a page in easy language was last proofread; words that follow the source block by block were not."""
    if context.content_language != settings.EASY_LANGUAGE:
        return None
    if translation is None:
        return plain(source.proofread_on)
    return translation.content.get("proofread_on") if translation.own_structure else None


def ends_with(source: TranslatablePage) -> Iterator[tuple[str, int | None]]:
    """Yield (model label, id) of the objects with which a page ends."""
    for name, label in end_keys(type(source)).items():
        yield label, getattr(source, f"{name}_id")


def shown_now(made: dict) -> dict:
    """Return a document or teaser without the parts that have ended. Few have any that end, so few ask for the time."""
    return without_ended(made, timezone.now()) if first_end(made) else made


def surroundings(group: Group) -> set[tuple[str, int]]:
    """Return what a page's HTML shows beside its document: breadcrumbs, county, and the pages below."""
    above = {(PAGE, page.pk) for page in group.line[:-1] if (model := page.specific_class) and kinds.for_model(model)}
    return above | {(CHILDREN, group.source.pk)}


def content_hash(document: Document) -> str:
    """Return the SHA-256 of all that a publication shows, as JSON with sorted keys: equal bytes keep their number.

    Raises TypeError when a kind's field gives what is no JSON.
    """
    content = [document.document, document.teaser, document.texts, document.facets]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def shown_elsewhere(group: Group, language: str) -> TranslationShape:
    translation = group.translation_in(language)
    return {
        "locale": language,
        "content_locale": language if translation else group.language,
        "id": translation.page_id if translation else group.source.pk,
        "html_url": address(group, language),
    }


def county_form(library: Library, county: Group, language: str) -> CountyShape:
    teaser = library.teaser(county, shown_in(county, language)).content
    return {"id": teaser["id"], "slug": county.source.slug, "title": teaser["title"]}
