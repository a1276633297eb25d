"""The pages of the admin on which editors submit a page for translation and refresh its translations."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from hub.internals import localize_views
from hub.translations.segments import hold_pages
from hub.translations.submitting import submit


class SubmitPageView(localize_views.SubmitPageView):
    def submit(self, locales: list[Locale]) -> None:
        submit(self.object, locales, self.request.user)

    def get_success_message(self, locales: str) -> str:
        return _("“%(title)s” waits for its translation into %(languages)s.") % {
            "title": self.object.title,
            "languages": locales,
        }


class RefreshView(localize_views.RefreshView):
    template_name = "hub_translations/refresh.html"

    @transaction.atomic
    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            hold_pages(self.object)
        except Page.DoesNotExist as error:
            raise Http404 from error
        return super().post(request, **kwargs)

    def get_success_message(self) -> str:
        return _("The texts of “%(title)s” are up to date for its translators.") % {"title": self.object.object_repr}
