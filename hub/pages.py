"""The abstract base of all hub pages, on Wagtail's stock Page.

It owns what every kind has (summary, image, topics), the record of what a translation translated, and serving a page
from its document. It knows no kind.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.blocks import BlockField
from wagtail.models import Page

from hub.site.languages import Language
from hub.translations.prose import Words, field_names


class HubPageForm(WagtailAdminPageForm):
    """Shows facts disabled on a translation that is edited by hand: they are read from the source page.

    Prose is typed in the direction of the page's language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The preview of a page that is being created has no language of its own yet.
        page = self.instance if self.instance.locale_id else self.parent_page
        language = Language(page.locale.language_code)
        is_translation = self.instance.pk and not self.instance.is_source()
        if is_translation:
            for formset in self.formsets.values():
                facts = set(field_names(formset.model)) - set(formset.model.prose)
                for form in formset.forms:
                    for name in facts & form.fields.keys():
                        form.fields[name].disabled = True
        for name, field in self.fields.items():
            if name in self.instance.prose:
                field.widget.attrs |= {"lang": language.code, "dir": language.dir}
                if is_translation and isinstance(field, BlockField):
                    field.help_text = _("Facts such as phone numbers are edited on the source page.")
            elif is_translation and name != "comment_notifications":
                field.disabled = True
                field.help_text = _("Edited on the source page.")

    def clean(self) -> dict:
        data = super().clean()
        if data.get("image") and not data.get("image_alt") and not self.is_deferred_validation:
            self.add_error("image_alt", ValidationError(_("Say what the image shows, for people who cannot see it.")))
        return data


class HubPage(Words, Page):
    """A page with one document for each language of its county."""

    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences, shown in lists.")
    )
    image = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("image")
    )
    image_alt = models.CharField(_("description of the image"), max_length=200, blank=True)
    topics = ParentalManyToManyField("taxonomy.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    translated_from = models.JSONField(
        default=dict,
        editable=False,
        help_text="In a translation: the fingerprint of each source text that it translates, by path.",
    )
    own_structure = models.BooleanField(
        default=False, editable=False, help_text="In a translation: its body does not follow the source's blocks."
    )

    prose = ("title", "summary", "image_alt")

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("topics")]
    settings_panels = [PublishingPanel()]
    base_form_class = HubPageForm

    api_fields = ["summary", "image", "topics"]

    class Meta:
        abstract = True

    def is_source(self) -> bool:
        """Say whether this is the source page: in the site's source language, or the oldest (one query elsewhere)."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return True
        siblings = Page.objects.filter(translation_key=self.translation_key).order_by("pk")
        languages = list(siblings.values_list("locale__language_code", "pk"))
        return settings.LANGUAGE_CODE not in dict(languages) and (not languages or languages[0][1] == self.pk)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Record in a translation's revision which source texts it translates."""
        if self.pk and not self.alias_of_id and not self.is_source():
            from hub.translations.state import record

            record(self)
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish `revision`. Raises HalfTranslated when a prose value of the source has no translation in it."""
        if not self.is_source():
            from hub.translations.state import refuse_half_translated

            refuse_half_translated(self, revision)
        return super().publish(revision, *args, **kwargs)

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> str | None:
        return self._at_the_path_of_its_source(super().get_url(request, current_site))

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        return self._at_the_path_of_its_source(super().get_full_url(request))

    # Wagtail's properties call Page's own methods.
    url = property(get_url)
    full_url = property(get_full_url)

    def _at_the_path_of_its_source(self, url: str | None) -> str | None:
        """Return the address of this page in its language: a translation stands at the path of its source page."""
        if url is None or self.is_source():
            return url
        from hub.site.addresses import html_path, path_of
        from hub.translations.state import source_of

        path = html_path(self.locale.language_code, path_of(source_of(self) or self))
        return urlsplit(url)._replace(path=path).geturl()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from hub.site.serving import serve

        return serve(self, request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from hub.site.serving import context

        return {**super().get_context(request), **context(self, request, *args, **kwargs)}
