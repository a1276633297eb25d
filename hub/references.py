"""Pointing at a page by the slug or role of its kind, without importing the plugin that brings it.

`KindField("contact")` and `KindChooserBlock("contact")` are keys to Wagtail's `Page` with a chooser. What may be chosen
is decided when they are used: pages of the kinds that have that slug or role. A document shows the page as its teaser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page

from hub.plugins import PAGE, kinds
from hub.representation.context import Context
from hub.translations.prose import Fact


def models_for(role: str) -> list[type[Page]]:
    """Return the page models that a key to `role` accepts; none when no plugin offers it."""
    return [kind.model_class for kind in kinds.with_role(role)]


def check_page(page: Page, role: str) -> None:
    """Raise ValidationError when `page` is of no kind with this slug or role.

    One whose plugin is not installed stays chosen: readers do not see it, and who saves the form cannot tell why.
    """
    model = page.specific_class
    if model is None:
        return
    kind = kinds.for_model(model)
    if kind is None or (kind.slug != role and role not in kind.roles):
        names = ", ".join(str(model.get_verbose_name()) for model in models_for(role))
        raise ValidationError(
            _("“%(title)s” cannot be chosen here. Choose a page of one of these kinds: %(kinds)s."),
            params={"title": page.get_admin_display_title(), "kinds": names or "–"},
        )


class KindField(models.ForeignKey):
    """A key to a page of the kind with the slug or role `role`. Null when nothing is chosen or the page is deleted."""

    def __init__(self, role: str, **kwargs: Any) -> None:
        self.role = role
        defaults = {
            "to": "wagtailcore.Page",
            "on_delete": models.SET_NULL,
            "null": True,
            "blank": True,
            "related_name": "+",
        }
        super().__init__(**{**defaults, **kwargs})

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.role, *args], kwargs

    def formfield(self, **kwargs: Any) -> Any:
        # Wagtail brings a chooser of all pages. The models are known when a form is built: all plugins are registered.
        return super().formfield(
            **{**kwargs, "widget": AdminPageChooser(target_models=models_for(self.role) or [Page])}
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        page = Page.objects.filter(pk=value).first() if value else None
        if page:
            check_page(page, self.role)


class KindChooserBlock(Fact, PageChooserBlock):
    """Chooses a page of the kind with the slug or role `role`. The API form is its teaser, null when it is not
    public.
    """

    def __init__(self, role: str, **kwargs: Any) -> None:
        self.role = role
        super().__init__(**kwargs)

    @cached_property
    def target_models(self) -> list[type[Page]]:
        return models_for(self.role) or [Page]

    def clean(self, value: Page | None) -> Page | None:
        value = super().clean(value)
        if value:
            check_page(value, self.role)
        return value

    def references(self, raw: int | None) -> Iterator[tuple[str, int]]:
        if raw:
            yield PAGE, raw

    def api_form(self, raw: int | None, context: Context) -> dict | None:
        return context.teaser(raw)
