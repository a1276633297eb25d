"""Objects beside the page tree that belong to a county, and who may change them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry

from hub.rights.county_groups import county_pages
from hub.rights.current import current_user
from hub.rights.models import CountyGroup, Role


def counties_of(user: Any, roles: Iterable[Role] = (Role.ADMINISTRATORS, Role.EDITORS)) -> set[UUID]:
    """Return the counties in one of whose groups with these roles `user` is, by translation key."""
    groups = CountyGroup.objects.filter(role__in=roles, group__user=user.pk) if user.is_active else ()
    return {item.county for item in groups}


def county_choices() -> list[tuple[str, str]]:
    """Return the counties that the user of this request works for, or all for an administrator of the hub."""
    user = current_user.get()
    pages = county_pages().order_by("locale_id", "title")
    if user is not None and not user.is_superuser:
        pages = pages.filter(translation_key__in=counties_of(user))
    titles = {str(page.translation_key): page.title for page in reversed(pages)}
    return sorted(titles.items(), key=lambda item: item[1])


class CountyField(models.UUIDField):
    """The translation key of a county's pages, chosen among those that the user works for."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.TypedChoiceField(
            choices=lambda: [*([("", _("All counties"))] if self.blank else []), *county_choices()],
            coerce=self.to_python,  # of a UUID, too: forms coerce the value from which they began
            empty_value=None,
            required=not self.blank,
            initial=self._only_county,
            label=self.verbose_name,
            help_text=self.help_text,
        )

    @staticmethod
    def _only_county() -> str:
        choices = county_choices()
        return choices[0][0] if len(choices) == 1 else ""


class CountyOwned(models.Model):
    county = CountyField(_("county"))

    class Meta:
        abstract = True


class CountyOwnedPolicy(BasePermissionPolicy):
    """Lets the people with certain roles in a county do everything with its objects, and nobody else."""

    def __init__(self, model: type[CountyOwned], roles: tuple[Role, ...]) -> None:
        super().__init__(model)
        self.roles = roles

    def user_has_permission(self, user: Any, action: str) -> bool:
        return user.is_active and (user.is_superuser or bool(counties_of(user, self.roles)))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return user.is_active and (user.is_superuser or instance.county in counties_of(user, self.roles))

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        return self.user_has_permission_for_instance(user, "", instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        rows = self.model._default_manager.all()
        return rows if user.is_active and user.is_superuser else rows.filter(county__in=counties_of(user, self.roles))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        members = CountyGroup.objects.filter(role__in=self.roles).values("group")
        return get_user_model().objects.filter(Q(is_superuser=True) | Q(groups__in=members), is_active=True).distinct()


class OwnObjectsMixin:
    """Limits a view set of county-owned objects to those of the user's counties: Wagtail's views ask for the model."""

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        return super().construct_view(type(view_class.__name__, (_OwnObjects, view_class), {}), **kwargs)  # type: ignore[misc]  # a view's


class _OwnObjects:
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "pk" in kwargs:
            get_object_or_404(self._own(request), pk=unquote(str(kwargs["pk"])))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a view's

    def get_base_queryset(self) -> QuerySet:
        own = self._own(self.request)  # type: ignore[attr-defined]  # a view's
        return super().get_base_queryset().filter(pk__in=own.values("pk"))  # type: ignore[misc]  # a view's

    def _own(self, request: HttpRequest) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]  # a view's
        return policy.instances_user_has_any_permission_for(request.user, {"change"})
