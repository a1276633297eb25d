"""Wagtail's rights on pages and files in the admin, and what the admin shows of those that somebody may not read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
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


_policy = ReadingPagePolicy(Page)


def register_reading_policy() -> None:
    register_permission_policy(Page, _policy)


def readable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages on which, or above which, `user` has any right in any language; for superusers all."""
    return _policy.readable(user)


def explorable_pages(user: Any) -> QuerySet[Page]:
    """Return the readable pages, and those above them as far as one needs these to come to all of them."""
    return _policy.explorable_instances(user)


def readable_paths(user: Any) -> tuple[str, ...]:
    """Return the tree paths of the topmost readable pages (two queries for each user instance)."""
    return tuple(page.path for page in _policy.instances_with_direct_explore_permission(user))


def has_file_right(user: Any, item: Model) -> bool:
    """Say whether `user` has any right on the collection of an image or file."""
    return policy_registry.get(item).user_has_any_permission_for_instance(user, FILE_RIGHTS, item)


def name_hidden_pages(is_hidden: Callable[[Model], bool], public_title: Callable[[Page], str]) -> None:
    """Let the admin name the pages that are hidden from its user by their public title."""
    original = Page.get_admin_display_title

    @wraps(original)
    def get_admin_display_title(self: Page) -> str:
        return public_title(self) if is_hidden(self) else original(self)

    Page.get_admin_display_title = get_admin_display_title


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
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]  # a view's
        allowed = policy.instances_user_has_any_permission_for(self.request.user, FILE_RIGHTS)  # type: ignore[attr-defined]
        return super().get_queryset().filter(pk__in=allowed.values("pk"))  # type: ignore[misc]


class OwnImagesViewSet(_OwnFilesMixin, ImagesAdminAPIViewSet):
    pass


class OwnDocumentsViewSet(_OwnFilesMixin, DocumentsAdminAPIViewSet):
    pass
