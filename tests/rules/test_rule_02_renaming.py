"""Rule 2: words belong to their values, whatever these are called. `RenameContent` keeps translations."""

import json

import pytest
from django.apps import apps
from django.db import connection, migrations
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationContext, TranslationSource

from directory.offices.models import OfficePage, OfficeType, Person
from home.models import InfoPage
from hub.internals.localize import untranslated_paths
from hub.publications.models import OutboxRow
from hub.renaming import RenameContent
from hub.testing import publish, translate, work
from tests.rules.stage import article, block, document, fresh, public, text

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

NOTE = block("callout", {"style": "tip", "title": "Wichtig", "text": "<p>Ein Satz.</p><p>Noch einer.</p>"}, "note")
FILES = block("documents", {"files": [{"type": "item", "id": "one", "value": {"title": "Merkblatt"}}]}, "files")


class State:
    """Stands for the project's state before and after the migration."""

    apps = apps


def run(operation: RenameContent, backwards: bool = False) -> None:
    label = next(model._meta.app_label for model in (InfoPage, OfficePage) if model.__name__ == operation.model_name)
    act = operation.database_backwards if backwards else operation.database_forwards
    with connection.schema_editor() if connection.vendor == "postgresql" else connection.cursor() as editor:
        act(label, editor, State, State)


def stored(page: Page) -> dict:
    """Return all that is stored of a page and its translations, by name."""
    pages = type(page).objects.filter(translation_key=page.translation_key).order_by("pk")
    return {
        "rows": [item.serializable_data() | {"translated_from": item.translated_from} for item in pages],
        "revisions": list(
            Revision.page_revisions.filter(object_id__in=[str(item.pk) for item in pages])
            .order_by("pk")
            .values_list("pk", "content")
        ),
        "sources": [
            json.loads(source.content_json)
            for source in TranslationSource.objects.filter(object_id=page.translation_key)
        ],
        "contexts": sorted(
            TranslationContext.objects.filter(object_id=page.translation_key).values_list("path", "path_id")
        ),
        "translations": sorted(StringTranslation.objects.values_list("data", "context_id")),
    }


@pytest.fixture
def page(county, editing) -> InfoPage:
    """An article with a note, translated into English, whose draft goes on."""
    with editing():
        page = article(county, "Wohnen", [text("<p>Vorher.</p>", "before"), NOTE, FILES])
        translate(page, "en")
    draft = fresh(page)
    draft.title = "Wohnen und Miete"
    draft.save_revision()
    return fresh(page)


@pytest.fixture
def office(county, editing) -> OfficePage:
    """An office with a person, translated into English."""
    page = OfficePage(
        title="Amt", slug="amt", office_type=OfficeType.objects.get(slug="authority"), hours_note="Nur nach Anruf"
    )
    page.staff = [Person(name="Erika Beispiel", function="Leitung", locale=county.locale)]
    with editing():
        page = publish(page, county)
        translate(page, "en")
    return fresh(page)


def blocks_called(monkeypatch, owner, **names) -> None:
    """Call child blocks of `owner` otherwise, as the plugin's new version does: blocks_called(…, old="new")."""
    children = {names.get(name, name): child for name, child in owner.child_blocks.items()}
    monkeypatch.setattr(owner, "child_blocks", children)
    for name, child in children.items():
        monkeypatch.setattr(child, "name", name)


def assert_still_translated(page, editing) -> None:
    """The page is up to date in English, and its translators find nothing to do."""
    with editing():
        work()
    assert not public(page, "en").outdated
    assert document(page, "en")["meta"]["content_locale"] == "en"
    translation = Translation.objects.get(source__object_id=page.translation_key)
    with editing():
        publish(fresh(page))
        translation.source.update_from_db()
    assert not {path for path in untranslated_paths(translation) if path != "title"}  # the draft has another title
    with editing():
        work()
    assert not public(page, "en").outdated


def test_rule_2_a_part_of_a_structure_is_renamed_with_its_translation(page, editing, monkeypatch):
    blocks_called(monkeypatch, InfoPage.body.field.stream_block.child_blocks["callout"], text="words")
    run(RenameContent("InfoPage", "body.callout.text", "body.callout.words"))
    assert OutboxRow.objects.filter(model="*").exists()
    work()
    note = document(page, "en")["body"][1]["value"]
    assert (note["title"], note["words"]) == ("en Wichtig", "<p>en Ein Satz.</p><p>en Noch einer.</p>")
    assert_still_translated(page, editing)


def test_rule_2_a_type_of_block_is_renamed_with_its_translation(page, editing, monkeypatch):
    blocks_called(monkeypatch, InfoPage.body.field.stream_block, callout="note")
    run(RenameContent("InfoPage", "body.callout", "body.note"))
    work()
    note = document(page, "en")["body"][1]
    assert (note["type"], note["value"]["title"]) == ("note", "en Wichtig")
    assert_still_translated(page, editing)


def test_rule_2_what_stands_in_a_list_is_renamed_with_its_translation(page, editing, monkeypatch):
    files = InfoPage.body.field.stream_block.child_blocks["documents"].child_blocks["files"]
    blocks_called(monkeypatch, files.child_block, title="label")
    run(RenameContent("InfoPage", "body.documents.files.title", "body.documents.files.label"))
    content = fresh(page).get_translations()[0].specific.latest_revision.content
    assert json.loads(content["body"])[2]["value"]["files"][0]["value"]["label"] == "en Merkblatt"
    assert "body.files.files.one.label" in content["translated_from"]
    assert_still_translated(page, editing)


FIELDS = [("hours_note", "note"), ("staff.function", "staff.role"), ("staff", "people"), ("phones", "numbers")]


@pytest.mark.parametrize(("old", "new"), FIELDS)
def test_rule_2_a_field_is_renamed_wherever_it_is_named(office, old, new):
    before = stored(office)
    run(RenameContent("OfficePage", old, new))
    after = stored(office)
    for content in (*(content for _pk, content in after["revisions"]), *after["sources"]):
        place = content["staff"][0] if "." in old else content
        assert new.rpartition(".")[2] in place
        assert old.rpartition(".")[2] not in place
    old_paths = [path for path, _id in before["contexts"] if path.partition(".")[0] == old.partition(".")[0]]
    new_paths = {path for path, _id in after["contexts"]}
    if old != "phones":  # it holds nothing
        assert old_paths
        assert not set(old_paths) & new_paths
    records = [content["translated_from"] for _pk, content in after["revisions"]]
    assert set(records[-1]) == new_paths & set(records[-1])
    assert len(records[-1]) == len(before["revisions"][-1][1]["translated_from"])
    assert after["translations"] == before["translations"]


@pytest.mark.parametrize(
    ("model", "old", "new"),
    [
        *(("OfficePage", old, new) for old, new in FIELDS),
        ("InfoPage", "body.callout.text", "body.callout.words"),
        ("InfoPage", "body.callout", "body.note"),
        ("InfoPage", "body.documents.files.title", "body.documents.files.label"),
        ("InfoPage", "body", "content"),
    ],
)
def test_rule_2_a_renaming_is_undone_without_a_trace(page, office, model, old, new):
    before = stored(page), stored(office)
    operation = RenameContent(model, old, new)
    run(operation)
    run(operation, backwards=True)
    assert (stored(page), stored(office)) == before


def test_rule_2_pages_of_other_kinds_are_left_alone(page, office):
    before = stored(office)
    run(RenameContent("InfoPage", "title", "headline"))
    assert stored(office) == before


@pytest.mark.parametrize(("old", "new"), [("body.a", "text.b"), ("body", "body.b"), ("body", "body")])
def test_rule_2_a_renaming_that_moves_is_refused(old, new):
    with pytest.raises(ValueError, match="last name"):
        RenameContent("InfoPage", old, new)


def test_rule_2_a_migration_can_be_written_with_it():
    operation = RenameContent("GardenPage", "body.tip.words", "body.tip.text")
    assert operation.migration_name_fragment == "gardenpage_body_tip_words_to_body_tip_text"
    name, args, kwargs = operation.deconstruct()
    assert (name, args, kwargs) == ("RenameContent", ("GardenPage", "body.tip.words", "body.tip.text"), {})
    assert isinstance(operation, migrations.operations.base.Operation)
