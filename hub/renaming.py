"""An operation for migrations that gives content another name and keeps its translations.

Django renames columns. The name of a field, a block or a part of a structure also stands in revisions, in what
wagtail-localize holds, and in what a translation has recorded: without it there, all words under it would count as new.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.models.functions import Cast
from wagtail.models import Comment, Page, Revision
from wagtail_localize.models import TranslationContext, TranslationSource

from hub.internals.localize import path_id_of
from hub.publications.models import OutboxRow

Moves = dict[str, str]  # old path of a value → its new path, as in `hub.translations.prose`


class RenameContent(Operation):
    """Rename content of a page model where it is stored.

    `old` and `new` are dotted names that differ in the last part: of fields and child relations, of block types, of the
    parts of structures. Lists have no name. ::

        RenameContent("GardenPage", "text", "body")  # a field: after RenameField
        RenameContent("GardenPage", "beds.name", "beds.title")  # a field of inline children: after RenameField
        RenameContent("GardenPage", "body.paragraph", "body.text")  # a type of block
        RenameContent("GardenPage", "body.tip.words", "body.tip.text")  # a part of a structure

    Raises ValueError when the names differ elsewhere. Documents are made anew after the migration.
    """

    reversible = True
    reduces_to_sql = False

    def __init__(self, model_name: str, old: str, new: str) -> None:
        if old.rpartition(".")[0] != new.rpartition(".")[0] or old == new:
            raise ValueError(f"{old!r} and {new!r} must differ in the last name, and in no other.")
        self.model_name, self.old, self.new = model_name, old, new

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        rename(from_state.apps.get_model(app_label, self.model_name), self.old, self.new)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        rename(to_state.apps.get_model(app_label, self.model_name), self.new, self.old)

    def describe(self) -> str:
        return f"Rename {self.old} to {self.new} in the content of {self.model_name} and its translations"

    @property
    def migration_name_fragment(self) -> str:
        return f"{self.model_name.lower()}_{self.old}_to_{self.new}".replace(".", "_")


def rename(model: type[models.Model], old: str, new: str) -> None:
    """Rename the content of all pages of `model`, a model as it is at the time of the migration."""
    keys = list(model._default_manager.order_by("translation_key").values_list("translation_key", flat=True).distinct())
    for key in keys:
        rename_in_group(model, key, old.split("."), new.rpartition(".")[2])
    if keys:
        OutboxRow.objects.create(model="*", subtree=True)


def rename_in_group(model: type[models.Model], key: UUID, names: list[str], new: str) -> None:
    """Rename the content of a page and its translations."""
    moves: Moves = {}
    pages = list(model._default_manager.filter(translation_key=key).values_list("pk", flat=True))
    rename_in_rows(model._default_manager.filter(pk__in=pages), names, new, "", moves)
    sources = TranslationSource.objects.filter(object_id=key)
    for source in sources:
        content = renamed(json.loads(source.content_json), names, new, "", moves)
        sources.filter(pk=source.pk).update(content_json=json.dumps(content))
    revisions = list(Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages]))
    for revision in revisions:
        revision.content = renamed(revision.content, names, new, "", moves)
    # What a translation records are paths of its source, so all content is looked through before.
    for revision in revisions:
        revision.content["translated_from"] = moved_keys(revision.content.get("translated_from") or {}, moves)
        for comment in revision.content.get("wagtail_admin_comments") or []:
            comment["contentpath"] = moved(comment["contentpath"], moves)
    Revision.objects.bulk_update(revisions, ["content"])
    for pk, record in model._default_manager.filter(pk__in=pages).values_list("pk", "translated_from"):
        model._default_manager.filter(pk=pk).update(translated_from=moved_keys(record or {}, moves))
    for comment in Comment.objects.filter(page__in=Page.objects.filter(pk__in=pages)):
        Comment.objects.filter(pk=comment.pk).update(contentpath=moved(comment.contentpath, moves))
    move_contexts(key, names[0], moves)


def rename_in_rows(rows: models.QuerySet, names: list[str], new: str, path: str, moves: Moves) -> None:
    """Rename inside the StreamFields of `rows`, which are pages or their inline children. Columns are Django's."""
    if len(names) == 1:
        return
    field = rows.model._meta.get_field(names[0])
    if isinstance(field, models.ManyToOneRel):
        children = field.related_model._default_manager.filter(**{f"{field.field.name}__in": rows.values("pk")})
        rename_in_rows(children, names[1:], new, "", {})  # their paths are known from the revisions
        return
    # As JSON: a model of a migration knows no blocks, and the field would leave out those that it does not know.
    raw = rows.annotate(raw=Cast(field.name, models.JSONField())).values_list("pk", "raw")
    for pk, content in list(raw):
        content = renamed(content or [], names[1:], new, names[0], moves)
        rows.model._default_manager.filter(pk=pk).update(**{field.name: content})


def renamed(value: Any, names: list[str], new: str, path: str, moves: Moves) -> Any:
    """Return content, as in a revision, with what is at `names` called `new`; add to `moves` whose paths change."""
    if isinstance(value, str):  # a StreamField in a revision
        return json.dumps(renamed(json.loads(value or "[]"), names, new, path, moves))
    if isinstance(value, list):
        return [_renamed_item(item, names, new, path, moves) for item in value]
    if not isinstance(value, dict) or names[0] not in value:
        return value
    place = f"{path}.{names[0]}".lstrip(".")
    if names[1:]:
        return value | {names[0]: renamed(value[names[0]], names[1:], new, place, moves)}
    moves[place] = f"{path}.{new}".lstrip(".")
    return {new if name == names[0] else name: part for name, part in value.items()}


def _renamed_item(item: Any, names: list[str], new: str, path: str, moves: Moves) -> Any:
    """Return a block of a stream, an item of a list or an inline child with its content renamed."""
    if not isinstance(item, dict):
        return item
    if "value" not in item:  # an inline child, or an item of a list in Wagtail's old format
        return renamed(item, names, new, f"{path}.{item.get('translation_key')}", moves)
    place = f"{path}.{item.get('id')}"
    if item["type"] == names[0]:
        if not names[1:]:
            return item | {"type": new}
        return item | {"value": renamed(item["value"], names[1:], new, place, moves)}
    if item["type"] == "item":
        return item | {"value": renamed(item["value"], names, new, place, moves)}
    return item


def moved(path: str, moves: Mapping[str, str]) -> str:
    """Return where the value at `path` is now."""
    for old in _prefixes(path):
        if old in moves:
            return moves[old] + path[len(old) :]
    return path


def moved_keys(record: Mapping[str, Any], moves: Mapping[str, str]) -> dict[str, Any]:
    return {moved(path, moves): value for path, value in record.items()}


def _prefixes(path: str) -> Iterator[str]:
    parts = path.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def move_contexts(key: UUID, name: str, moves: Mapping[str, str]) -> None:
    """Let wagtail-localize's translations stand at the new paths, instead of those of an earlier field of that name."""
    contexts = TranslationContext.objects.filter(object_id=key)
    concerned = [context for context in contexts if context.path.partition(".")[0] == name]
    places = {context.pk: moved(context.path, moves) for context in concerned}
    new = {path_id_of(place) for pk, place in places.items()}
    contexts.filter(path_id__in=new).exclude(pk__in=places).delete()
    for context in concerned:
        place = places[context.pk]
        # wagtail-localize fills in an empty field path when it needs one: it names types of blocks, too.
        contexts.filter(pk=context.pk).update(path=place, path_id=path_id_of(place), field_path="")
