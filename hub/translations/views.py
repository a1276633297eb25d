"""wagtail-localize's ways to submit and refresh a translation, without its traps.

Both views stand at wagtail-localize's own addresses, before its own.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsView

from hub.translations.submitting import submit


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
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # wagtail-localize asks for one permission that holds for all pages.
        if not self.get_object().permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> SubmitForm:
        asked = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        data = self.request.POST if self.request.method == "POST" else None
        return SubmitForm(self.object, data, initial={"locales": asked})

    def form_valid(self, form: SubmitForm) -> HttpResponse:
        locales = list(form.cleaned_data["locales"])
        submit(self.object, locales, self.request.user)
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(
            self.request,
            _("“%(title)s” waits for its translation into %(languages)s.")
            % {"title": self.object.title, "languages": names},
        )
        translated = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        if translated and not translated.permissions_for_user(self.request.user).can_edit():
            translated = None  # somebody else translates into this language
        return redirect(self.get_success_url() or self.get_default_success_url(translated))


class RefreshForm(forms.Form):
    """Nothing to choose: new source texts are handed to the translators, what is public stays as it is."""


class RefreshView(UpdateTranslationsView):
    """Hands the source's changed texts to its translations; publishes nothing and writes into no live page."""

    template_name = "hub_translations/refresh.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        instance = self.get_object().get_source_instance()
        if isinstance(instance, Page) and not instance.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> RefreshForm:
        return RefreshForm(self.request.POST or None)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            self.object.update_from_db()
        messages.success(
            request,
            _("The texts of “%(title)s” are up to date for its translators.") % {"title": self.object.object_repr},
        )
        return redirect(self.get_success_url() or self.get_default_success_url())
