"""Turns changes of pages, restrictions, snippets, images, files, sites and locales into outbox rows.

These are the signals sent inside the transaction of a change. Wagtail's own (`page_published`, `post_page_move`, …)
come after the commit, where a crash would lose them.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from django.apps import apps
from django.db import models
from django.db.models import ProtectedError
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringTranslation, Translation

from hub.internals.wagtail import is_draft_save, is_move
from hub.publications import triggers
from hub.publications.dependencies import pages_ending_with
from hub.representation.page_ends import ends_pages
from hub.taxonomy.models import Term
from hub.translations.coverage import words_change
from hub.translations.deletion import delete_translations
from hub.translations.models import MinorEdit, NotNeeded
from hub.translations.prose import Item
from hub.translations.sources import is_source

_deletions: WeakSet[models.QuerySet[Page]] = WeakSet()


def connect() -> None:
    post_save.connect(on_save, dispatch_uid="hub.publications.on_save")
    words_change.connect(triggers.words_changed, dispatch_uid="hub.publications.words_changed")
    for model in (NotNeeded, StringTranslation, Translation):
        post_save.connect(on_work, sender=model, dispatch_uid="hub.publications.on_work")
    for model in (NotNeeded, StringTranslation):
        post_delete.connect(on_work, sender=model, dispatch_uid="hub.publications.on_work")
    post_delete.connect(on_taken_back, sender=MinorEdit, dispatch_uid="hub.publications.on_taken_back")
    m2m_changed.connect(on_relation, dispatch_uid="hub.publications.on_relation")
    pre_delete.connect(before_delete, sender=Page, dispatch_uid="hub.publications.before_delete")
    # A receiver for all models would make Django load every row that a deletion cascades to.
    for model in apps.get_models():
        if model in (CollectionViewRestriction, PageViewRestriction, Locale, Site) or is_shown(model):
            post_delete.connect(on_delete, sender=model, dispatch_uid="hub.publications.on_delete")
        if ends_pages(model):
            pre_delete.connect(keep_end, sender=model, dispatch_uid="hub.publications.keep_end")


def on_save(
    sender: type[models.Model], instance: models.Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if raw:
        return
    if isinstance(instance, Page):
        if is_draft_save(kwargs.get("update_fields")):
            if not is_source(instance):
                triggers.words_changed(instance.translation_key)
        else:
            triggers.page_changed(instance, created, moved=is_move(sender, created))
    elif isinstance(instance, PageViewRestriction):
        triggers.restricted(instance.page)
    elif isinstance(instance, Locale | Site):
        triggers.everything_changed()
    elif isinstance(instance, CollectionViewRestriction):
        collection_changed(instance.collection_id)
    elif not created and isinstance(instance, Collection):
        collection_changed(instance.pk)
    elif is_shown(sender) and (not created or issubclass(sender, Term)):  # a new place is responsible at once
        triggers.object_changed(sender._meta.label_lower, instance.pk, withdraw=is_file(sender))


def before_delete(
    sender: type[Page], instance: Page, origin: models.Model | models.QuerySet | None = None, **kwargs: Any
) -> None:
    """Name all pages that are deleted together, and delete their translations, when the first of them is announced."""
    if isinstance(origin, models.QuerySet) and origin.model is Page:
        if origin in _deletions:
            return
        _deletions.add(origin)
        pages = origin
    else:
        pages = Page.objects.filter(pk=instance.pk)
    triggers.pages_deleted(pages)
    delete_translations(pages)


def on_delete(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if isinstance(instance, PageViewRestriction):
        page = Page.objects.filter(pk=instance.page_id).first()
        if page:
            triggers.unrestricted(page)
    elif isinstance(instance, Locale | Site):
        triggers.everything_changed()
    elif isinstance(instance, CollectionViewRestriction):
        collection_changed(instance.collection_id)
    else:
        triggers.object_changed(sender._meta.label_lower, instance.pk, withdraw=is_file(sender))


def keep_end(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Refuse to delete what pages end with: they would be shown without an end. Raises ProtectedError.

    Translations end with their source, whatever their own field holds.
    """
    ending = Page.objects.filter(pk__in=pages_ending_with(sender._meta.label_lower, [instance.pk]))
    pages = {page for page in ending.select_related("locale") if is_source(page)}
    if pages:
        raise ProtectedError(f"{instance} ends pages.", pages)


def on_work(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Have a page measured anew when somebody translates a text, or decides that nobody need do so."""
    if sender is StringTranslation:
        if instance.context_id:
            triggers.words_changed(instance.context.object_id)
    elif sender is Translation:
        triggers.words_changed(instance.source.object_id)
    else:
        triggers.words_changed(instance.translation_key)


def on_taken_back(sender: type[MinorEdit], instance: MinorEdit, **kwargs: Any) -> None:
    pages = Page.objects.filter(translation_key=instance.translation_key) if instance.changes else Page.objects.none()
    for page in pages.order_by("pk")[:1]:
        triggers.add(triggers.rows_for(page))


def on_relation(sender: type[models.Model], instance: models.Model, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, Page):
        triggers.page_changed(instance)


def is_shown(model: type[models.Model]) -> bool:
    """Say whether documents show objects of this model: images, files, and snippets with an API form."""
    is_snippet = hasattr(model, "api_form") and not issubclass(model, Item)
    return is_snippet or is_file(model)


def is_file(model: type[models.Model]) -> bool:
    """Say whether objects of this model are pictures or files, which collections hold."""
    return model in (get_image_model(), get_document_model())


def collection_changed(pk: int) -> None:
    """Name a collection that may be private now, or stand below a private one."""
    triggers.object_changed(Collection._meta.label_lower, pk, withdraw=True)
