"""The records in the admin, for those who keep them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import ProtectedError, Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.images.models import ImageQuerySet
from wagtail.permissions import policy_registry, register_permission_policy

from hub.consents.forms import ConsentForm
from hub.consents.models import SCOPES, Consent
from hub.media.views import send
from hub.rights.models import Role
from hub.rights.owned import CountyOwnedPolicy, OwnObjectsMixin

register_permission_policy(Consent, CountyOwnedPolicy(Consent, (Role.ADMINISTRATORS,)))

SOON = timedelta(days=60)


def running_out() -> Q:
    """Return the condition on records of which a scope runs out within 60 days."""
    today = timezone.localdate()
    scopes = [Q(**{f"{scope}_until__range": (today, today + SOON)}) for scope in SCOPES]
    return Q(withdrawn_on__isnull=True) & (scopes[0] | scopes[1] | scopes[2])


class ConsentFilterSet(WagtailFilterSet):
    runs_out = django_filters.BooleanFilter(label=_("Runs out within 60 days"), method="filter_runs_out")

    class Meta:
        model = Consent
        fields: list[str] = []

    def filter_runs_out(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        return queryset.filter(running_out()) if value else queryset.exclude(running_out())


class ConsentDeleteView(DeleteView):
    """Refuses to delete the record of a person who has a page: it says until when the page may be shown."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        try:
            return super().form_valid(form)
        except ProtectedError as error:
            titles = ", ".join(f"“{title}”" for title in sorted({str(page) for page in error.protected_objects}))
            text = _now(
                "This record cannot be deleted: the page %(titles)s ends with it. If the person has changed their "
                "mind, enter the day in “withdrawn on”. To delete everything, delete the page first."
            )
            messages.error(self.request, text % {"titles": titles})
            return redirect(reverse(consents.get_url_name("edit"), args=[self.object.pk]))


class ConsentViewSet(OwnObjectsMixin, ModelViewSet):
    model = Consent
    icon = "user"
    add_to_admin_menu = True
    menu_order = 260
    copy_view_enabled = False
    inspect_view_enabled = False
    delete_view_class = ConsentDeleteView
    list_display = ["name", "profile_until", "name_until", "photo_until", "withdrawn_on"]
    filterset_class = ConsentFilterSet
    search_fields = ["name"]
    search_backend_name = None

    def get_form_class(self, for_update: bool = False) -> type[ConsentForm]:
        return ConsentForm

    def get_permissions_to_register(self) -> QuerySet:
        # Rights come from the groups of counties alone.
        return super().get_permissions_to_register().none()


consents = ConsentViewSet("consents")


@hooks.register("register_admin_viewset")
def register_viewset() -> ConsentViewSet:
    return consents


@hooks.register("register_admin_urls")
def photo_urls() -> list[URLPattern]:
    return [path("consents/photo/<int:pk>/", photo, name="consents_photo")]


def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer with the photo of a record to those who keep it. Raises Http404 for everybody else."""
    consent = get_object_or_404(Consent.objects.select_related("photo"), pk=pk)
    policy = policy_registry.get_by_type(Consent)
    if consent.photo is None or not policy.user_has_permission_for_instance(request.user, "change", consent):
        raise Http404
    return send(request, consent.photo.get_rendition("max-400x400").file, "private, no-store")


@hooks.register("construct_image_chooser_queryset")
def leave_out_photos(images: ImageQuerySet, request: HttpRequest) -> ImageQuerySet:
    """Offer no page the photo of a record: it would be shown for ever."""
    return images.exclude(pk__in=Consent.objects.filter(photo__isnull=False).values("photo"))


class ConsentsPanel(Component):
    """Says on the admin's first page which agreements run out soon."""

    order = 60
    template_name = "consents/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        policy = policy_registry.get_by_type(Consent)
        records = policy.instances_user_has_any_permission_for(parent_context["request"].user, {"change"})
        number = records.filter(running_out()).count()
        text = ngettext(
            "%(count)d agreement runs out within 60 days.", "%(count)d agreements run out within 60 days.", number
        )
        return {
            "number": number,
            "text": text % {"count": number},
            "address": reverse(consents.get_url_name("index")) + "?runs_out=true",
        }


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(ConsentsPanel())
