"""What a plugin needs to test its kinds: `KindContract`, and building blocks for pages.

    class MosqueContract(KindContract, TestCase):
        kind = "mosques"

inherits tests that hold for every kind, ours or foreign. Set `facts` for model fields that have no default.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.checks import Error
from django.db import connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from hub.checks import check_kind
from hub.counties.models import CountyPage
from hub.pages import HubPage
from hub.plugins import Kind, kinds
from hub.publications.models import Publication
from hub.publications.reconcile import reconcile
from hub.publications.worker import work_outbox
from hub.representation import represent
from hub.representation.library import api_field_names
from hub.translations.prose import field_names, leaves
from hub.translations.segments import hold_tree_and_pages, source_segments, store_translations
from hub.translations.submitting import submit

EXAMPLES: list[tuple[type[blocks.Block], Any]] = [
    (blocks.RichTextBlock, "<p>Ein Satz.</p>"),
    (blocks.EmailBlock, "amt@example.org"),
    (blocks.URLBlock, "https://example.org/"),
    (blocks.DateBlock, "2030-01-31"),
    (blocks.TimeBlock, "08:30"),
    (blocks.IntegerBlock, 1),
    (blocks.BooleanBlock, True),
    (blocks.CharBlock, "Ein Wort"),
    (blocks.TextBlock, "Ein Satz."),
]


def languages() -> dict[str, Locale]:
    """Return a locale for each language of the settings, made where it is missing."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


def make_county(slug: str = "auental", title: str = "Landkreis Auental", **fields: Any) -> CountyPage:
    """Return a published county; the home page and the site are made with the first one."""
    locale = languages()[settings.LANGUAGE_CODE]
    parent_model = next(model for model in home_models())
    home = parent_model.objects.filter(locale=locale).first()
    if home is None:
        root = Page.objects.get(depth=1)
        home = root.add_child(instance=parent_model(title="Hub", slug="hub", locale=locale))
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return publish(CountyPage(title=title, slug=slug, **fields), home)


def home_models() -> Iterable[type[Page]]:
    """Return the models of pages that hold counties and are no hub pages themselves."""
    return [
        model
        for model in CountyPage.allowed_parent_page_models()
        if not issubclass(model, HubPage) and model is not Page
    ]


def publish(page: HubPage, parent: Page | None = None) -> Any:
    """Add `page` below `parent` (or save it again) and publish it through a revision."""
    if parent is not None:
        page.locale = languages()[settings.LANGUAGE_CODE] if page.locale_id is None else page.locale
        page.live = False
        parent = Page.objects.get(pk=parent.pk)
        page = parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translate(page: HubPage, language: str, mark: str = "", leave_out: Iterable[str] = (), publish: bool = True) -> Any:
    """Translate every text of the published `page` but those at the paths `leave_out`, as a translator would.

    The words become the source's with `mark` (the language's code by default) before them. Returns the translated page.
    """
    locale = languages()[language]
    translation = Translation.objects.filter(source__object_id=page.translation_key, target_locale=locale).first()
    if translation is None:
        submit(page, [locale])
        translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
    with transaction.atomic():
        hold_tree_and_pages(translation.source)  # the page is saved, too, perhaps in the same transaction
        translation.source.update_from_db()
        texts = {
            path: [f"{mark or language} {segment.string.data}" for segment in segments]
            for path, segments in source_segments(translation.source).items()
            if path not in leave_out
        }
        store_translations(translation.source, locale, texts, partial=True)
    if publish:
        translation.save_target(publish=True)
    return translation.get_target_instance()


def work() -> None:
    """Do what the worker does, until the outbox is empty."""
    while work_outbox() is not None:
        pass


def example(block: blocks.Block) -> Any:
    """Return a raw value with every leaf of `block` filled; choosers stay empty."""
    if isinstance(block, blocks.StructBlock):
        return {name: example(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [{"type": "item", "value": example(block.child_block), "id": str(uuid.uuid4())}]
    if isinstance(block, blocks.StreamBlock):
        return [
            {"type": name, "value": example(child), "id": str(uuid.uuid4())}
            for name, child in block.child_blocks.items()
        ]
    if isinstance(block, blocks.MultipleChoiceBlock):
        return [block.field.choices[0][0]]
    if isinstance(block, blocks.ChoiceBlock):
        return next((value for value, _label in block.field.choices if value), "")
    return next((value for kind, value in EXAMPLES if isinstance(block, kind)), None)


def filled(model: Any, **facts: Any) -> Any:
    """Return an unsaved page or inline child with every prose value filled."""
    instance = model(**facts)
    for name in model.prose:
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            setattr(instance, name, json.dumps(example(field.stream_block)))
        elif isinstance(field, models.ManyToOneRel):
            setattr(instance, name, [filled(field.related_model)])
        elif name not in facts:
            setattr(instance, name, "<p>Ein Satz.</p>" if isinstance(field, RichTextField) else f"Text {name}")
    return instance


class KindContract:
    """Tests that every kind passes; mix it into a `django.test.TestCase`."""

    kind: str
    facts: ClassVar[dict[str, Any]] = {}

    @property
    def declared(self) -> Kind:
        kind = kinds.get(self.kind)
        assert kind, f"no plugin brings the kind {self.kind!r}"
        return kind

    def make_parent(self) -> Page:
        return make_county()

    def make_page(self, parent: Page, number: int = 1) -> Any:
        page = filled(self.declared.model_class, title=f"Seite {number}", slug=f"seite-{number}", **self.facts)
        return publish(page, parent)

    def test_the_declaration_passes_the_checks(self) -> None:
        errors: list[Error] = list(check_kind(self.declared))
        assert not errors, errors

    def test_every_prose_value_gives_a_segment_and_no_fact_does(self) -> None:
        page = self.make_page(self.make_parent())
        wanted = {path for path, _text in leaves(type(page), page.serializable_data())}
        segments = {segment.path for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)}
        assert wanted == segments, {
            "prose without a segment": wanted - segments,
            "segments that are no prose": segments - wanted,
        }
        assert set(type(page).prose) <= set(field_names(type(page)))

    def test_the_document_holds_the_declared_fields(self) -> None:
        page = self.make_page(self.make_parent())
        representation = represent([page.pk])
        assert not representation.failures, representation.failures
        for document in representation.documents:
            assert set(document.document) == {"id", "title", "meta", *api_field_names(type(page))}
            assert json.loads(json.dumps(document.document)) == document.document

    def test_a_translation_gives_the_words_and_the_source_the_facts(self) -> None:
        page = self.make_page(self.make_parent())
        other = next(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
        with self.captureOnCommitCallbacks(execute=True):  # type: ignore[attr-defined]  # a TestCase's
            translate(page, other, mark="Ü")
        source, translated = (represent([page.pk], [code]).documents[0] for code in (settings.LANGUAGE_CODE, other))
        assert translated.content_locale == other
        assert translated.title == f"Ü {page.title}"
        assert not translated.outdated
        assert [value[:2] for value in translated.facets] == [value[:2] for value in source.facets]
        for name in type(page).prose:
            field = type(page)._meta.get_field(name)
            if isinstance(field, StreamField) and name in source.document:
                assert [block["id"] for block in translated.document[name]] == [
                    block["id"] for block in source.document[name]
                ]

    def test_queries_do_not_grow_with_pages(self) -> None:
        parent = self.make_parent()
        pages = [self.make_page(parent, number).pk for number in range(1, 7)]
        counts = []
        for ids in (pages[:1], pages):
            with CaptureQueriesContext(connection) as queries:
                represent(ids)
            counts.append(len(queries))
        assert counts[0] == counts[1], counts

    def test_it_has_an_endpoint_that_knows_its_fields(self) -> None:
        client = Client()
        address = f"/api/v2/{self.kind}/"
        assert client.get(address, {"fields": "nonsense"}).status_code == 400, "also while the list is empty"
        page = self.make_page(self.make_parent())
        reconcile([page.pk])
        answer = client.get(address, {"locale": settings.LANGUAGE_CODE, "fields": "*"}).json()
        item = next(item for item in answer["items"] if item["id"] == page.pk)
        assert set(api_field_names(type(page))) <= set(item)
        for facet in self.declared.facets:
            assert client.get(address, {facet.name: "no-such-value"}).status_code == 400
        assert set(client.get(address).json()["meta"]["facets"]) == {facet.name for facet in self.declared.facets}
        assert Publication.objects.filter(source_id=page.pk).exists()
