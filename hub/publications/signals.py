"""Turns changes of pages, restrictions, snippets, images, files, sites and locales into outbox rows.

These are the signals sent inside the transaction of a change. Wagtail's own (`page_published`, `post_page_move`, …)
come after the commit, where a crash would lose them.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site

from hub.internals.wagtail import is_draft_save, is_move
from hub.publications import triggers


def connect() -> None:
    for signal, receiver in (
        (post_save, on_save),
        (post_delete, on_delete),
        (m2m_changed, on_relation),
    ):
        signal.connect(receiver, dispatch_uid=f"hub.publications.{receiver.__name__}")


def on_save(
    sender: type[models.Model], instance: models.Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if raw:
        return
    if isinstance(instance, Page):
        if not is_draft_save(kwargs.get("update_fields")):
            triggers.page_changed(instance, created, moved=is_move(sender, created))
    elif isinstance(instance, PageViewRestriction):
        triggers.restricted(instance.page)
    elif isinstance(instance, Locale | Site):
        triggers.everything_changed()
    elif not created and is_shown(sender):
        triggers.object_changed(sender._meta.label_lower, instance.pk)


def on_delete(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if sender is Page:
        triggers.page_deleted(instance)
        delete_translations(instance)
    elif isinstance(instance, PageViewRestriction):
        page = Page.objects.filter(pk=instance.page_id).first()
        if page:
            triggers.unrestricted(page)
    elif isinstance(instance, Locale | Site):
        triggers.everything_changed()
    elif is_shown(sender):
        triggers.object_changed(sender._meta.label_lower, instance.pk)


def on_relation(sender: type[models.Model], instance: models.Model, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, Page):
        triggers.page_changed(instance)


def is_shown(model: type[models.Model]) -> bool:
    """Say whether documents show objects of this model: images, files, and snippets with an API form."""
    return hasattr(model, "api_form") or model in (get_image_model(), get_document_model())


def delete_translations(page: Page) -> None:
    """Delete the translations of a deleted source page: without it one of them would become a source."""
    siblings = list(
        Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).select_related("locale")
    )
    languages = {sibling.locale.language_code for sibling in siblings}
    was_source = page.locale.language_code == settings.LANGUAGE_CODE or (
        settings.LANGUAGE_CODE not in languages and all(page.pk < sibling.pk for sibling in siblings)
    )
    if was_source:
        for sibling in siblings:
            current = Page.objects.filter(pk=sibling.pk).first()
            if current:
                current.specific.delete()
