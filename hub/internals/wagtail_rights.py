"""Wagtail's rights on pages and files in the admin, and what the admin shows of those that somebody may not read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.models import AbstractDocument
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.models import AbstractImage
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

FILE_RIGHTS = {"add", "change", "delete", "choose"}


class ReadingPagePolicy(PagePermissionPolicy):
    """Opens the pages on which users have any right, in every language, to them in the explorer.

    What they may do there is asked of each page and stays Wagtail's.
    """

    def instances_with_direct_explore_permission(self, user: Any) -> list[Page]:
        """Return the topmost readable pages."""
        tops = getattr(user, "_readable_tops", None)
        if tops is None:
            keys = {page.translation_key for page in super().instances_with_direct_explore_permission(user)}
            tops = user._readable_tops = list(Page.objects.filter(translation_key__in=keys)) if keys else []
        return tops

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """Return the readable pages, and those above them as far as one needs these to come to all of them."""
        root = self.explorable_root_instance(user)
        if root is None or not user.is_active:
            return Page.objects.none()
        above: set[str] = set()
        for page in self.instances_with_direct_explore_permission(user):
            above |= {page.path[:end] for end in range(len(root.path), len(page.path), Page.steplen)}
        return self.readable(user) | Page.objects.filter(path__in=above)

    def readable(self, user: Any) -> QuerySet[Page]:
        rows = Q(pk__in=[])
        for page in self.instances_with_direct_explore_permission(user):
            rows |= Q(path__startswith=page.path)
        return Page.objects.filter(rows)

    def own_instances(self, user: Any) -> list[Page]:
        """Return the topmost pages on which `user` has rights, without their translations."""
        return list(super().instances_with_direct_explore_permission(user))


_policy = ReadingPagePolicy(Page)


def register_reading_policy() -> None:
    register_permission_policy(Page, _policy)


def readable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages on which, or above which, `user` has any right in any language; for superusers all."""
    return _policy.readable(user)


def own_pages(user: Any) -> list[Page]:
    """Return the topmost pages on which `user` has any right, in these languages alone."""
    return _policy.own_instances(user)


def explorable_pages(user: Any) -> QuerySet[Page]:
    """Return the readable pages, and those above them as far as one needs these to come to all of them."""
    return _policy.explorable_instances(user)


def editable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that a user may edit."""
    return _policy.instances_user_has_any_permission_for(user, {"change"})


def readable_paths(user: Any) -> tuple[str, ...]:
    """Return the tree paths of the topmost readable pages (two queries for each user instance)."""
    return tuple(page.path for page in _policy.instances_with_direct_explore_permission(user))


def has_file_right(user: Any, item: Model) -> bool:
    """Say whether `user` has any right on the collection of an image or file."""
    return policy_registry.get(item).user_has_any_permission_for_instance(user, FILE_RIGHTS, item)


def visible_files(user: Any, model: type[Model]) -> QuerySet:
    """Return the images or files on whose collections `user` has any right."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, FILE_RIGHTS)


def name_hidden_pages(is_nameless: Callable[[Page], bool], public_title: Callable[[Page], str]) -> None:
    """Let the admin name pages of which its user may know no more by their public title."""
    original = Page.get_admin_display_title

    @wraps(original)
    def get_admin_display_title(self: Page) -> str:
        return public_title(self) if is_nameless(self) else original(self)

    Page.get_admin_display_title = get_admin_display_title


def mask_hidden_files(is_hidden: Callable[[Model], bool]) -> None:
    """Let choosers in forms show of hidden images and files that there is one, by its number, and not which."""
    for chooser in (BaseChooser, AdminImageChooser):
        chooser.get_value_data_from_instance = _masked(chooser.get_value_data_from_instance, is_hidden)


def _masked(original: Callable[[Any, Model], dict], is_hidden: Callable[[Model], bool]) -> Callable:
    @wraps(original)
    def get_value_data_from_instance(self: BaseChooser, instance: Model) -> dict:
        data = original(self, instance)
        if isinstance(instance, AbstractImage | AbstractDocument) and is_hidden(instance):
            data |= {self.display_title_key: f"#{instance.pk}"}
            if "preview" in data:
                data |= {"preview": {"url": "", "width": 0, "height": 0}, "default_alt_text": ""}
        return data

    return get_value_data_from_instance


def mask_hidden_targets(is_hidden: Callable[[Model], bool]) -> None:
    """Let the editor of rich text show of links to hidden pages and files that there is one, and not which."""
    for handler, model, hidden in (
        (PageLinkElementHandler, Page, {"url": None, "parentId": None}),
        (DocumentLinkElementHandler, get_document_model(), {"url": "", "filename": ""}),
    ):
        handler.get_attribute_data = _masked_target(handler.get_attribute_data, model, hidden, is_hidden)


def _masked_target(
    original: Callable, model: type[Model], hidden: dict, is_hidden: Callable[[Model], bool]
) -> Callable:
    @wraps(original)
    def get_attribute_data(self: Any, attrs: dict) -> dict:
        data = original(self, attrs)
        target = model._default_manager.filter(pk=data.get("id")).first()
        return {**data, **hidden} if target and is_hidden(target) else data

    return get_attribute_data


def name_colleagues_only(people: Callable[[Any], QuerySet]) -> None:
    """Let the filters of lists of pages name, as owners and editors, those people alone whom the user may know."""
    for name in ("owner", "edited_by"):
        PageFilterSet.declared_filters[name].queryset = lambda request: people(request.user)


def references(item: Model) -> set[tuple[type[Model], int]]:
    """Return the pages, images and files to which a page or one of its inline children refers: (model, id)."""
    wanted = {
        ContentType.objects.get_for_model(model).pk: model for model in (Page, get_image_model(), get_document_model())
    }
    return {
        (wanted[content_type], int(pk))
        for content_type, pk, _model_path, _content_path in ReferenceIndex._extract_references_from_object(item)
        if content_type in wanted
    }


def check_references(refusal: Callable[[Any, set[tuple[type[Model], int]]], str]) -> None:
    """Let the forms of pages refuse what `refusal` has a sentence for, given the user and what is newly referred to.

    A form takes the id of whatever there is, not only of what its choosers offer.
    """
    original = WagtailAdminPageForm.is_valid

    @wraps(original)
    def is_valid(self: WagtailAdminPageForm) -> bool:
        if not self.is_bound:
            return original(self)
        if not hasattr(self, "_known_references"):  # validation sets the values on the instance
            self._known_references = references(self.instance) if self.instance.pk else set()
        valid = original(self)
        children = [form.instance for formset in self.formsets.values() for form in formset.forms]
        found = {reference for item in (self.instance, *children) for reference in references(item)}
        sentence = refusal(self.for_user, found - self._known_references)
        if sentence:
            self.add_error(None, sentence)
        return valid and not sentence

    WagtailAdminPageForm.is_valid = is_valid


def leave_out_of_bulk_actions(is_hidden: Callable[[Model], bool]) -> None:
    """Let bulk actions, which name the objects that their user may not change, leave out hidden ones."""
    original = BulkAction.get_actionable_objects

    @wraps(original)
    def get_actionable_objects(self: BulkAction) -> tuple[list, dict]:
        objects, others = original(self)
        return objects, {name: [item for item in items if not is_hidden(item)] for name, items in others.items()}

    BulkAction.get_actionable_objects = get_actionable_objects


class _OwnFilesMixin:
    """Limits a view of the admin's API to those images or files on whose collections the user has any right."""

    def get_queryset(self) -> QuerySet:
        visible = visible_files(self.request.user, self.model)  # type: ignore[attr-defined]  # a view's
        return super().get_queryset().filter(pk__in=visible.values("pk"))  # type: ignore[misc]


class OwnImagesViewSet(_OwnFilesMixin, ImagesAdminAPIViewSet):
    pass


class OwnDocumentsViewSet(_OwnFilesMixin, DocumentsAdminAPIViewSet):
    pass
