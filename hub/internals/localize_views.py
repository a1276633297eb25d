"""wagtail-localize's pages in the admin. These views stand at its addresses, in front of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from hub.internals.wagtail_rights import readable_pages

# Below the admin.
SUBMIT_ADDRESS = "localize/submit/page/<int:page_id>/"
REFRESH_ADDRESS = "localize/update/<int:translation_source_id>/"
ALIAS_ADDRESS = "localize/page/<int:page_id>/convert_to_alias/"
REPORT_ADDRESS = "localize/reports/translations/"
DOWNLOAD_ADDRESS = "localize/translate/<int:translation_id>/pofile/download/"
UPLOAD_ADDRESS = "localize/translate/<int:translation_id>/pofile/upload/"
OVERRIDE_ADDRESS = "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/"

# Its views that save words, by their address; the upload of a file is the hub's own.
WORD_VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/": (
        edit_translation.edit_string_translation
    ),
    OVERRIDE_ADDRESS: edit_translation.edit_override,
}


def holding(
    view: Callable[..., HttpResponse], hold_pages: Callable[[TranslationSource], None]
) -> Callable[..., HttpResponse]:
    """Return one of `WORD_VIEWS` in a transaction that begins with `hold_pages`; 404 when that finds no page."""

    @wraps(view)
    def held(request: HttpRequest, translation_id: int, **kwargs: Any) -> HttpResponse:
        translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
        with transaction.atomic():
            try:
                hold_pages(translation.source)
            except Page.DoesNotExist as error:
                raise Http404 from error
            return view(request, translation_id, **kwargs)

    return held


@transaction.atomic
def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a translation an alias of its source page, for those who may publish it.

    Words that are public go offline with it, and what was a draft goes online: wagtail-localize asks for the right to
    edit alone.
    """
    if not get_object_or_404(Page, pk=page_id).permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return convert.convert_to_alias(request, page_id)


def next_page(request: HttpRequest) -> HttpResponse:
    """Lead to the page of the admin that a form names as the next one."""
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def is_publishing(request: HttpRequest) -> bool:
    """Say whether a request is that of the button "Publish" in the editor of translations."""
    return request.method == "POST" and request.POST.get("action") == "publish"


def leave_out_page_buttons() -> None:
    """Take wagtail-localize's buttons out of the menus of pages: they submit a page and hand over its texts."""
    for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
        hooks._hooks[name] = [item for item in hooks._hooks[name] if item[0] is not page_listing_more_buttons]


class TranslationsReport(TranslationsReportView):
    """Lists the translations of the pages that its user may read."""

    def get_queryset(self) -> QuerySet[Translation]:
        keys = readable_pages(self.request.user).values("translation_key")
        return super().get_queryset().filter(source__object_id__in=keys).order_by("pk")
