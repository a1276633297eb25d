"""The tests that every kind passes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from hub.addresses import html_path
from hub.checks import check_kind
from hub.plugins import Kind, declared_roles, kinds
from hub.publications.models import Publication
from hub.publications.reconcile import reconcile
from hub.representation import represent
from hub.representation.library import api_field_names
from hub.representation.texts import follow
from hub.testing.admin_form import AdminForm
from hub.testing.building import make_county, publish, translate
from hub.testing.examples import Examples, names_to_fill
from hub.translations.prose import field_names, leaves

EMPTY: tuple[Any, ...] = (None, "", [], {})


class KindContract:
    """Tests that every kind passes; mix it into a `django.test.TestCase`.

    Every field of the model is filled with an example that its validation accepts. `facts` replace examples: by the
    name of a field, for inline children `<relation>.<field>`. `may_be_empty` names those `api_fields` that are empty
    although every field is filled.
    """

    kind: str
    facts: ClassVar[dict[str, Any]] = {}
    may_be_empty: ClassVar[tuple[str, ...]] = ()

    _examples: Examples | None = None

    @property
    def declared(self) -> Kind:
        kind = kinds.get(self.kind)
        assert kind, f"no plugin brings the kind {self.kind!r}"
        return kind

    def make_parent(self) -> Page:
        """Return the published page below which pages of the kind stand: a county."""
        return make_county()

    def make_page(self, parent: Page, number: int = 1) -> Any:
        """Return a published page with every field filled."""
        return publish(self.fill(parent, number), parent)

    def fill(self, parent: Page, number: int = 1) -> Any:
        """Return an unsaved page with every field filled."""
        names = {"title": f"Seite {number}", "slug": f"seite-{number}"}
        self._examples = self._examples or Examples(parent)
        return self._examples.fill(self.declared.model_class, **{**names, **self.facts})

    def test_the_declaration_passes_the_checks(self) -> None:
        errors = list(check_kind(self.declared))
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

    def test_the_document_holds_a_value_for_every_declared_field(self) -> None:
        page = self.make_page(self.make_parent())
        representation = represent([page.pk])
        assert not representation.failures, representation.failures
        for document in representation.documents:
            assert set(document.document) == {"id", "title", "meta", *api_field_names(type(page))}
        document = represent([page.pk], [settings.LANGUAGE_CODE]).documents[0]
        vacant = {name for name in api_field_names(type(page)) if document.document[name] in EMPTY}
        assert vacant == set(self.may_be_empty), (
            f"{type(page).__name__}: every field is filled, yet the document has nothing for {sorted(vacant)}. "
            f"Mend the field or method, or name it in the contract: may_be_empty = {tuple(sorted(vacant))!r}."
        )
        found = {text.path for text in document.texts}
        for source in self.declared.search_facts:
            assert source in found, f"search_facts names {source!r}, at which the document has nothing to find."
        for facet in self.declared.facets:
            assert any(value.name == facet.name for value in document.facets), (
                f"The facet {facet.name!r} reads {facet.source!r}, at which the document has no {facet.type}."
            )
        if self.declared.pin and self.declared.pin.source not in self.may_be_empty:
            place = document.document[self.declared.pin.source]
            assert {"latitude", "longitude"} <= set(place), f"The pin reads {place}: it needs latitude and longitude."

    def test_the_admins_form_gives_the_same_document_as_its_values(self) -> None:
        """Creates a page by the form, previews it before and after, publishes it twice, and reads it as visitors do."""
        parent = self.make_parent()
        model = self.declared.model_class
        wanted = self.fill(parent)
        form = AdminForm(model, parent)
        for name in names_to_fill(model):
            assert name in form.names(), (
                f"No editor can fill {model.__name__}.{name}: add FieldPanel({name!r}), or InlinePanel for a relation, "
                "to content_panels; a field that code fills has editable=False."
            )
        data = form.data(wanted)
        self._assert_shows(form.preview(data), wanted.title, "the preview of a new page")
        form.publish(data)
        page = model.objects.get(slug=wanted.slug, locale__language_code=settings.LANGUAGE_CODE)
        assert page.live, "published, but not live"
        edit = AdminForm(model, parent, page)
        data = edit.data(page)
        self._assert_shows(edit.preview(data), page.title, "the preview of a page")
        edit.publish(data)
        sent = represent([page.pk], [settings.LANGUAGE_CODE]).documents[0].document
        page.delete()
        made = represent([publish(wanted, parent).pk], [settings.LANGUAGE_CODE]).documents[0].document
        for name in ("title", *api_field_names(model)):
            before, after = without_ids(made[name]), without_ids(sent[name])
            assert before == after, (
                f"The admin's form changes {model.__name__}.{name}: {before!r} becomes {after!r}. See the clean() of "
                "the field or block, and what its widget shows."
            )

    def test_visitors_read_the_page_and_its_teaser(self) -> None:
        page = self.make_page(self.make_parent())
        reconcile([page.pk])
        publication = Publication.objects.get(source_id=page.pk, locale=settings.LANGUAGE_CODE)
        address = publication.document["meta"]["html_url"]
        self._assert_shows(Client().get(address), page.title, f"{address} ({type(page).__name__}.template)")
        cards = render_to_string("hub/parts/cards.html", {"teasers": [publication.teaser]})
        assert page.title in cards, f"The teaser of a {type(page).__name__} does not show its title."
        if self.declared.list_page:
            reconcile(page.get_ancestors().values_list("pk", flat=True))
            address = html_path(settings.LANGUAGE_CODE, f"{publication.county}/{self.kind}")
            self._assert_shows(Client().get(address), page.title, f"the list page {address}")

    def test_teasers_have_the_shape_that_its_roles_need(self) -> None:
        page = self.make_page(self.make_parent())
        teaser = represent([page.pk], [settings.LANGUAGE_CODE]).documents[0].teaser
        for role in declared_roles():
            for path in role.teaser_fields if role.name in self.declared.roles else ():
                shown = teaser[path.partition(".")[0]]
                assert isinstance(shown, list), (
                    f"The role {role.name!r} reads {path} in a list, which {shown!r} is not."
                )
                assert not shown or any(follow(teaser, path)), (
                    f"The role {role.name!r} reads {path}, at which the teaser has nothing: {shown!r}."
                )

    def _assert_shows(self, answer: Any, words: str, what: str) -> None:
        assert answer.status_code == 200, f"{what} answers {answer.status_code}."
        assert words in answer.content.decode(), f"{what} does not show the page's title: is it a page at all?"

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
        pages = [self.make_page(parent, number).pk for number in range(1, 4)]
        represent(pages)  # asks for what is remembered from then on, such as content types
        counts = []
        for ids in (pages[:1], pages):
            with CaptureQueriesContext(connection) as queries:
                represent(ids)
            counts.append(len(queries))
        assert counts[0] == counts[1], counts

    def test_lists_facets_and_the_feed_of_changes_know_it(self) -> None:
        client = Client()
        address = f"/api/v2/{self.kind}/"
        with self.assertLogs("django.request", "WARNING"):  # type: ignore[attr-defined]  # mixed into a TestCase
            assert client.get(address, {"fields": "nonsense"}).status_code == 400, "also while the list is empty"
        page = self.make_page(self.make_parent())
        reconcile([page.pk])
        here = {"locale": settings.LANGUAGE_CODE}
        item = self._item(client.get(address, {**here, "fields": "*"}), page, address)
        assert set(api_field_names(type(page))) <= set(item)
        teaser = self._item(client.get(address, here), page, address)
        assert set(self.declared.teaser_fields) <= set(teaser)
        values = represent([page.pk], [settings.LANGUAGE_CODE]).documents[0].facets
        for name, value in {value.name: value.value for value in values}.items():
            self._item(client.get(address, {**here, name: value}), page, f"{address}?{name}={value}")
        for facet in self.declared.facets:
            with self.assertLogs("django.request", "WARNING"):  # type: ignore[attr-defined]
                assert client.get(address, {facet.name: "no-such-value"}).status_code == 400
        assert set(client.get(address).json()["meta"]["facets"]) == {facet.name for facet in self.declared.facets}
        changes = client.get("/api/v2/changes/", {**here, "kind": self.kind}).json()["items"]
        assert page.pk in [item["document"]["id"] for item in changes if "document" in item], "the feed of changes"

    def _item(self, answer: Any, page: Any, where: str) -> dict:
        """Return the page as an answer of the API shows it."""
        assert answer.status_code == 200, f"{where} answers {answer.status_code}: {answer.content.decode()[:500]}"
        items = [item for item in answer.json()["items"] if item["id"] == page.pk]
        assert items, f"{where} does not show the page."
        return items[0]


def without_ids(value: Any) -> Any:
    """Return JSON without the ids of blocks and items, which differ each time."""
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "id"}
    return [without_ids(item) for item in value] if isinstance(value, list) else value
