"""The admin's views that save, send and take translators' words, in front of those of wagtail-localize."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, Translation

from hub.internals import localize_views
from hub.internals.localize import override_of
from hub.internals.wagtail_admin import PublishAction
from hub.internals.wagtail_rights import readable_pages, visible_files
from hub.translations import po
from hub.translations.prose import variants_in
from hub.translations.state import active_translation

NAMED = 20  # of the texts that a file could not bring


@require_GET
def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Send the words of a translation as a PO file."""
    translation, page = editable_translation(request.user, translation_id)
    answer = HttpResponse(str(po.export(translation)), content_type="text/x-gettext-translation; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, po.file_name(translation, page))
    return answer


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Store the translations of a PO file that fit, and name those that do not."""
    translation, _page = editable_translation(request.user, translation_id)
    try:
        file = request.FILES.get("file")
        # One byte more than may be read shows that the file is too large.
        entries = po.read(file.read(po.MAX_BYTES + 1) if file else b"", translation)
    except po.UnusableFile as error:
        messages.error(request, str(error))
        return localize_views.next_page(request)
    outcome = po.store(translation, entries, request.user)
    text = ngettext(
        "%(count)d text was changed by the file.", "%(count)d texts were changed by the file.", outcome.stored
    )
    messages.success(request, text % {"count": outcome.stored})
    if outcome.refused:
        count = len(outcome.refused)
        text = ngettext("%(count)d text was not taken over:", "%(count)d texts were not taken over:", count)
        items = format_html_join("", "<li><bdi>{}</bdi></li>", ((sentence,) for sentence in outcome.refused[:NAMED]))
        messages.warning(request, format_html("{}<ul>{}</ul>", text % {"count": count}, items))
    return localize_views.next_page(request)


def editable_translation(user: Any, translation_id: int) -> tuple[Translation, Page]:
    """Return a translation that is made text by text, and its page.

    Raises Http404 for a page that `user` may not read, PermissionDenied for one that they may not edit.
    """
    translations = Translation.objects.select_related("source", "target_locale")
    translation = get_object_or_404(translations, pk=translation_id, enabled=True)
    pages = readable_pages(user).filter(locale=translation.target_locale)
    page = get_object_or_404(pages, translation_key=translation.source.object_id)
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit() or permissions.page_locked():
        raise PermissionDenied
    return translation, page


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
