"""The pages of the admin on which editors submit a page for translation and refresh its translations."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Locale

from hub.internals import localize_views
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

    def get_success_message(self) -> str:
        return _("The texts of “%(title)s” are up to date for its translators.") % {"title": self.object.object_repr}
