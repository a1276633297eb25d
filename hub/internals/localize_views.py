"""wagtail-localize's pages in the admin. These views stand at its addresses, in front of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsView

from hub.internals.wagtail_rights import readable_pages

# Below the admin.
SUBMIT_ADDRESS = "localize/submit/page/<int:page_id>/"
REFRESH_ADDRESS = "localize/update/<int:translation_source_id>/"
ALIAS_ADDRESS = "localize/page/<int:page_id>/convert_to_alias/"
REPORT_ADDRESS = "localize/reports/translations/"
UPLOAD_ADDRESS = "localize/translate/<int:translation_id>/pofile/upload/"
OVERRIDE_ADDRESS = "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/"

# The views that save words, by their address.
WORD_VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/": (
        edit_translation.edit_string_translation
    ),
    OVERRIDE_ADDRESS: edit_translation.edit_override,
    UPLOAD_ADDRESS: edit_translation.upload_pofile,
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


class SubmitForm(SubmitTranslationForm):
    """Without the subtree: submitting one runs inside the request, for minutes, and can publish drafts.

    And without the source language, in which a draft would become the source.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["include_subtree"].widget = forms.HiddenInput()
        self.fields["include_subtree"].disabled = True
        self.fields["locales"].queryset = self.fields["locales"].queryset.exclude(language_code=settings.LANGUAGE_CODE)


class SubmitPageView(SubmitPageTranslationView):
    """Asks into which languages a page is to be translated. Subclasses define `submit` and `get_success_message`."""

    def submit(self, locales: list[Locale]) -> None:
        """Make the translations of the page, `self.object`."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # wagtail-localize asks for one permission that holds for all pages.
        if not self.get_object().permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> SubmitForm:
        preselected = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        data = self.request.POST if self.request.method == "POST" else None
        return SubmitForm(self.object, data, initial={"locales": preselected})

    def form_valid(self, form: SubmitForm) -> HttpResponse:
        locales = list(form.cleaned_data["locales"])
        self.submit(locales)
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        translation = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        if translation and not translation.permissions_for_user(self.request.user).can_edit():
            translation = None  # somebody else translates into this language
        return redirect(self.get_success_url() or self.get_default_success_url(translation))


class RefreshForm(forms.Form):
    """Nothing to choose: new source texts are handed to the translators, what is public stays as it is."""


class RefreshView(UpdateTranslationsView):
    """Hands the source's changed texts to its translations; publishes nothing and writes into no live page.

    Subclasses define `template_name` and `get_success_message`. The template gets `translations`, each with `title`,
    `locale` and `edit_url`, `last_sync_date`, `next_url` and `back_url`.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        instance = self.get_object().get_source_instance()
        if isinstance(instance, Page) and not instance.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> RefreshForm:
        return RefreshForm(self.request.POST or None)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object.update_from_db()
        messages.success(request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())


class TranslationsReport(TranslationsReportView):
    """Lists the translations of the pages that its user may read."""

    def get_queryset(self) -> QuerySet[Translation]:
        keys = readable_pages(self.request.user).values("translation_key")
        return super().get_queryset().filter(source__object_id__in=keys).order_by("pk")
