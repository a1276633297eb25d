"""Keeps the groups of a county while its pages are made, renamed and deleted: inside the same transaction."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from hub.internals.wagtail import is_draft_save
from hub.rights.county_groups import arrange, county_models


def connect() -> None:
    for model in county_models():
        post_save.connect(on_save, sender=model, dispatch_uid=f"hub.rights.on_save.{model._meta.label}")
        post_delete.connect(on_delete, sender=model, dispatch_uid=f"hub.rights.on_delete.{model._meta.label}")


def on_save(sender: type[Page], instance: Page, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not is_draft_save(kwargs.get("update_fields")):
        arrange(instance.translation_key)


def on_delete(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    arrange(instance.translation_key, without=instance.pk)
