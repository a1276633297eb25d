"""The groups of a county and their rights: made with its pages, repaired by `manage.py county_groups`.

Administrators work on the county in all languages, editors on its source pages, translators on the pages of their
language. Reading needs no right of its own: see `hub.rights.reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext as _

# Rights on pictures and files are named after these, whatever models a site has.
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import Image as WagtailImage
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from hub.plugins import COUNTY, kinds
from hub.rights.models import CountyCollection, CountyGroup, Role
from hub.translations.sources import pick_source


@dataclass(frozen=True)
class Rights:
    """What a role may do: actions on pages, on pictures and files, and permissions that belong to no page."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    general: tuple[str, ...]


RIGHTS = {
    Role.ADMINISTRATORS: Rights(
        ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        ("add", "change", "choose"),
        ("access_admin", "submit_translation"),
    ),
    Role.EDITORS: Rights(
        ("add", "change", "publish"), ("add", "change", "choose"), ("access_admin", "submit_translation")
    ),
    Role.TRANSLATORS: Rights(("change", "publish"), ("choose",), ("access_admin",)),
}


def county_models() -> list[type[Page]]:
    return [kind.model_class for kind in kinds.with_role(COUNTY)]


def county_pages() -> models.QuerySet[Page]:
    return Page.objects.type(*county_models()).select_related("locale").order_by("path")


def arrange_all() -> Iterator[str]:
    """Make and repair the groups of all counties, and remove those of deleted ones; yield a line for each change."""
    keys = dict.fromkeys(county_pages().values_list("translation_key", flat=True))
    keys |= dict.fromkeys(CountyGroup.objects.order_by("pk").values_list("county", flat=True))
    for key in keys:
        yield from arrange(key)


@transaction.atomic
def arrange(county: UUID, without: int | None = None) -> list[str]:
    """Make and repair the groups of the county with this translation key; return a line for each change.

    `without` is the id of a page that is being deleted.
    """
    pages = list(county_pages().filter(translation_key=county).exclude(pk=without))
    known = {
        (item.role, item.language): item for item in CountyGroup.objects.filter(county=county).select_related("group")
    }
    if not pages:
        return retire(known.values())
    source = pick_source(pages, {page.locale_id: page.locale.language_code for page in pages})
    collection, changes = arrange_collection(county, source.title)
    wanted: dict[tuple[str, str], list[Page]] = {
        (Role.ADMINISTRATORS, ""): pages,
        (Role.EDITORS, ""): [source],
    }
    wanted |= {(Role.TRANSLATORS, page.locale.language_code): [page] for page in pages if page.pk != source.pk}
    changes += retire(item for key, item in known.items() if key not in wanted)
    for (role, language), scope in wanted.items():
        item = known.get((role, language))
        name = free_name(group_name(source.title, Role(role), scope[0]), item.group if item else None)
        is_new = item is None
        if item is None:
            group = Group.objects.create(name=name)
            item = CountyGroup.objects.create(county=county, role=role, language=language, group=group)
            changes.append(f"{name}: made.")
        elif item.group.name != name:
            changes.append(f"{item.group.name}: renamed to {name}.")
            item.group.name = name
            item.group.save(update_fields=["name"])
        if grant(item.group, RIGHTS[Role(role)], scope, collection) and not is_new:
            changes.append(f"{name}: rights repaired.")
    return changes


def group_name(title: str, role: Role, page: Page) -> str:
    """Return the name of a group in the source language, since groups have one name for everybody."""
    with translation.override(settings.LANGUAGE_CODE):
        names = {"county": title[:100], "role": role.label, "language": page.locale.get_display_name()}
        if role == Role.TRANSLATORS:
            return _("%(county)s: %(role)s, %(language)s") % names
        return _("%(county)s: %(role)s") % names


def free_name(name: str, group: Group | None) -> str:
    """Return `name`, with a number behind it where another group has it: two counties may have the same title."""
    others = Group.objects.filter(name__startswith=name)
    taken = set((others.exclude(pk=group.pk) if group else others).values_list("name", flat=True))
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def arrange_collection(county: UUID, title: str) -> tuple[Collection, list[str]]:
    """Return the collection of a county's pictures and files, made where it is missing, named as the county is."""
    item = CountyCollection.objects.filter(county=county).select_related("collection").first()
    if item is None:
        root = Collection.objects.select_for_update().get(depth=1)
        collection = root.add_child(instance=Collection(name=title))
        CountyCollection.objects.create(county=county, collection=collection)
        return collection, [f"{title}: collection of pictures and files made."]
    collection = item.collection
    if collection.name == title:
        return collection, []
    changes = [f"{collection.name}: collection renamed to {title}."]
    collection.name = title
    collection.save(update_fields=["name"])
    return collection, changes


def grant(group: Group, rights: Rights, pages: Iterable[Page], collection: Collection) -> bool:
    """Give `group` exactly these rights; say whether it had others."""
    page_type = ContentType.objects.get_for_model(Page)
    file_types = ContentType.objects.get_for_models(WagtailImage, WagtailDocument).values()
    page_permissions = _permissions({page_type.pk: "page"}, rights.pages)
    file_permissions = _permissions({item.pk: item.model for item in file_types}, rights.files)
    general = Permission.objects.filter(
        content_type__app_label__in=("wagtailadmin", "wagtail_localize"), codename__in=rights.general
    )
    wanted_pages = {(page.pk, pk) for page in pages for pk in page_permissions}
    wanted_files = {(collection.pk, pk) for pk in file_permissions}
    changed = _replace(GroupPagePermission, "page_id", group, wanted_pages)
    changed |= _replace(GroupCollectionPermission, "collection_id", group, wanted_files)
    if set(group.permissions.values_list("pk", flat=True)) != set(general.values_list("pk", flat=True)):
        group.permissions.set(general)
        changed = True
    return changed


def _permissions(names: dict[int, str], actions: Iterable[str]) -> set[int]:
    """Return the ids of the permissions to do `actions` with the content types `names`: id to model name."""
    codenames = {(pk, f"{action}_{name}") for pk, name in names.items() for action in actions}
    rows = Permission.objects.filter(content_type__in=names).values_list("pk", "content_type_id", "codename")
    return {pk for pk, content_type, codename in rows if (content_type, codename) in codenames}


def _replace(model: type[models.Model], key: str, group: Group, wanted: set[tuple[int, int]]) -> bool:
    """Let the rows of `model` for `group` be `wanted`: (id of the page or collection, id of the permission)."""
    rows = model._default_manager.filter(group=group)
    existing = {(target, permission): pk for pk, target, permission in rows.values_list("pk", key, "permission_id")}
    if existing.keys() == wanted:
        return False
    rows.filter(pk__in=[pk for pair, pk in existing.items() if pair not in wanted]).delete()
    model._default_manager.bulk_create(
        model(**{"group": group, key: target, "permission_id": permission})
        for target, permission in sorted(wanted - existing.keys())
    )
    return True


def retire(items: Iterable[CountyGroup]) -> list[str]:
    """Delete groups that nobody is in; take all rights from the others, whose members somebody has to look after."""
    changes = []
    for item in items:
        group = item.group
        if not group.user_set.exists():
            group.delete()
            changes.append(f"{group.name}: deleted.")
        elif _has_rights(group):
            GroupPagePermission.objects.filter(group=group).delete()
            GroupCollectionPermission.objects.filter(group=group).delete()
            group.permissions.clear()
            changes.append(f"{group.name}: rights removed; the group has members and stays.")
    return changes


def _has_rights(group: Group) -> bool:
    return (
        GroupPagePermission.objects.filter(group=group).exists()
        or GroupCollectionPermission.objects.filter(group=group).exists()
        or group.permissions.exists()
    )
