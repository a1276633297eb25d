"""Orphaned pages: those of a kind whose plugin was uninstalled. Visitors no longer see them.

Django knows neither their model nor its tables, in which rows refer to the page: the database refuses to delete a page
that its own rows hold. So these are looked up in the database and deleted first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.log_actions import log
from wagtail.models import Page

from hub.tree import lock_tree

DELETED_AT_ONCE = 200
# {table: [(table that refers to it, by which column, to which column of it, primary key of the referring table)]}
References = dict[str, list[tuple[str, str, str, str | None]]]


def orphaned_types() -> list[ContentType]:
    """Return the content types of pages whose model no installed app has, by app and name (one query)."""
    types = ContentType.objects.filter(pk__in=Page.objects.values("content_type").distinct())
    return [item for item in types.order_by("app_label", "model") if item.model_class() is None]


def orphaned_pages() -> QuerySet[Page]:
    return Page.objects.filter(content_type__in=orphaned_types())


def is_orphaned(page: Page) -> bool:
    return ContentType.objects.get_for_id(page.content_type_id).model_class() is None


@transaction.atomic
def delete_orphans(content_type: ContentType, user: Any) -> int:
    """Delete pages of a type without a model, at most 200 with all below them; return how many pages have gone."""
    lock_tree()
    pages = list(Page.objects.filter(content_type=content_type).order_by("path")[:DELETED_AT_ONCE])
    for page in pages:
        log(instance=page, action="wagtail.delete", user=user, deleted=True)
    before = Page.objects.count()
    Page.objects.filter(pk__in=[page.pk for page in pages]).delete()
    return before - Page.objects.count()


@receiver(pre_delete, sender=Page)
def delete_unknown_rows(instance: Page, **kwargs: Any) -> None:
    """Delete what tables without a model hold of an orphaned page, however it is deleted."""
    if is_orphaned(instance):
        with connection.cursor() as cursor:
            _delete_referring(cursor, unknown_references(), Page._meta.db_table, "id", [instance.pk])


def unknown_references() -> References:
    """Return the foreign keys of all tables that belong to no installed model, by the table that they refer to."""
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    references: References = defaultdict(list)
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - known:
            constraints = connection.introspection.get_constraints(cursor, table).values()
            keys = [item["columns"] for item in constraints if item["primary_key"]]
            for item in constraints:
                if item["foreign_key"] and len(item["columns"]) == 1:
                    target, column = item["foreign_key"]
                    references[target].append((table, item["columns"][0], column, keys[0][0] if keys else None))
    return references


def _delete_referring(cursor: Any, references: References, table: str, key: str, values: Collection[Any]) -> None:
    """Delete the rows that refer to the rows of `table` with these keys, and before them those that refer to them."""
    quote = connection.ops.quote_name
    marks = ", ".join(["%s"] * len(values))
    for referring, column, target, primary in references.get(table, ()):
        if target != key or not values:
            continue
        where = f"FROM {quote(referring)} WHERE {quote(column)} IN ({marks})"
        if primary and referring in references and referring != table:
            cursor.execute(f"SELECT {quote(primary)} {where}", values)
            _delete_referring(cursor, references, referring, primary, [row[0] for row in cursor.fetchall()])
        cursor.execute(f"DELETE {where}", values)
