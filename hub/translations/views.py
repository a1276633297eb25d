"""The pages of the admin on which editors submit a page for translation and refresh its translations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import OverridableSegment, Translation

from hub.internals import localize_views
from hub.internals.localize import override_of
from hub.internals.wagtail_admin import PublishAction
from hub.internals.wagtail_rights import visible_files
from hub.translations.prose import variants_in
from hub.translations.segments import hold_pages
from hub.translations.state import active_translation
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


def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take a file of translated words, which says in its header to which translation it belongs."""
    try:
        return localize_views.WORD_VIEWS[localize_views.UPLOAD_ADDRESS](request, translation_id)
    except KeyError:  # there is no file, or no such header: both are read before anything is written
        text = _("Please upload a PO file that was downloaded here: its header names the translation.")
        messages.error(request, text)
        return localize_views.next_page(request)


def replace_value(request: HttpRequest, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    """Let a translation show another picture or file than its source, or lead elsewhere by a link.

    Raises Http404, in the transaction around it, for a picture or file that the user does not see in the admin.
    """
    view = localize_views.WORD_VIEWS[localize_views.OVERRIDE_ADDRESS]
    answer = view(request, translation_id=translation_id, overridable_segment_id=overridable_segment_id)
    translation = Translation.objects.select_related("source").get(pk=translation_id)
    segment = OverridableSegment.objects.select_related("context").get(pk=overridable_segment_id)
    override = override_of(translation, segment)
    source = translation.source.as_instance()
    model, _pk = variants_in(type(source), source.serializable_data()).get(segment.context.path, (None, None))
    if override and model:
        chosen = str(override.data)
        if not chosen.isdecimal() or not visible_files(request.user, model).filter(pk=chosen).exists():
            raise Http404
    return answer


class PublishPages(PublishAction):
    """The bulk action "Publish": what cannot be published is named, the rest is published."""

    @classmethod
    def publish(cls, page: Page, user: Any) -> None:
        """Publish a page; of one that is translated text by text the translators' words, which no draft holds yet."""
        translation = active_translation(page)
        if translation:
            translation.save_target(user=user, publish=False)  # it would publish only after the commit
            page = translation.get_target_instance()
        super().publish(page, user)

    def refuse(self, page: Page, error: ValidationError) -> None:
        names = {"title": page.get_admin_display_title(), "reasons": " ".join(error.messages)}
        messages.error(self.request, _("“%(title)s” was not published: %(reasons)s") % names)
