"""The abstract base of all hub pages, on Wagtail's stock Page.

It owns what every kind has (summary, image, topics, who answers for it), its editing form, and serving a page from its
document. It knows no kind.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import CommentPanel, FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester

from hub.addresses import below_home, html_path
from hub.internals.wagtail import hold_all_comments, is_comment_field
from hub.languages import Language
from hub.panels import RarePanel, ReadabilityPanel
from hub.plugins import COUNTY, kinds
from hub.publications.areas import belongs
from hub.references import KindField
from hub.site import serving
from hub.site.navigation import taken_below_counties
from hub.taxonomy.models import Place
from hub.translations.models import TranslatablePage, not_in_future
from hub.translations.prose import field_names
from hub.translations.sources import language_and_source_path, source_of
from hub.tree import TreeSafeMixin, hold_place

SOURCE_PREVIEW = "source"
# What publishing sets, and a draft must not take back.
PUBLICATION_FIELDS = ("live", "expired", "live_revision_id", "first_published_at", "last_published_at")


def is_address_of_list(slug: str, parent: Page | None) -> bool:
    """Say whether a page with this slug below `parent` would stand where a county has a list of its own."""
    if slug not in taken_below_counties() or parent is None:
        return False
    model = parent.specific_class
    kind = kinds.for_model(model) if model else None
    return kind in kinds.with_role(COUNTY)


def refuse_address_of_list(slug: str, parent: Page | None) -> None:
    """Raise ValidationError for a slug that is taken below `parent` by a list of pages."""
    if is_address_of_list(slug, parent):
        label = taken_below_counties()[slug]
        raise ValidationError(
            _("“%(slug)s” is the address of the list “%(label)s” of this county. Choose another one: “%(slug)s-2”."),
            params={"slug": slug, "label": label},
        )


class HubPageForm(WagtailAdminPageForm):
    """Shows facts disabled on a translation that is edited by hand: they are read from the source page.

    Prose is typed in the direction of the page's language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("instance"):
            hold_all_comments(kwargs["instance"])
        super().__init__(*args, **kwargs)
        # The preview of a page that is being created has no language of its own yet.
        page = self.instance if self.instance.locale_id else self.parent_page
        language = Language(page.locale.language_code)
        if "topics" in self.fields and not (self.for_user and self.for_user.has_perm("taxonomy.change_topic")):
            self.fields["topics"].help_text = _("The list of topics is kept by the administrators of the hub.")
        is_translation = self.instance.pk and not self.instance.is_source()
        if language.code != settings.EASY_LANGUAGE:
            self.fields.pop("proofread_on", None)
        elif is_translation:
            self.instance.beside_form = SOURCE_PREVIEW  # easy language is written anew, from it
        if is_translation:
            for formset in self.formsets.values():
                facts = set(field_names(formset.model)) - set(getattr(formset.model, "prose", ()))
                for form in formset.forms:
                    for name in facts & form.fields.keys():
                        form.fields[name].disabled = True
        for name, field in self.fields.items():
            if name in self.instance.prose:
                field.widget.attrs |= {"lang": language.code, "dir": language.dir}
                if is_translation and isinstance(self.instance._meta.get_field(name), StreamField):
                    field.help_text = _("Facts such as phone numbers are edited on the source page.")
            elif is_translation and name != "proofread_on" and not is_comment_field(name):
                field.disabled = True
                field.help_text = _("Edited on the source page.")

    def clean(self) -> dict:
        data = super().clean()
        if not self.instance.pk and data.get("slug"):
            try:
                refuse_address_of_list(data["slug"], self.parent_page)
            except ValidationError as error:
                self.add_error("slug", error)
        image = data.get("image")
        if image and not data.get("image_alt") and not image.descriptions and not self.is_deferred_validation:
            self.add_error("image_alt", ValidationError(_("Say what the image shows, for people who cannot see it.")))
        return data

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Save the page, unless it was published since it was read: then nothing but a draft may come of the form.

        Wagtail saves the row of a page that is not live with each draft, and would take it offline again.
        """
        if commit and self.instance.pk:
            hold_place(self.instance, with_descendants=False)
            row = Page.objects.filter(pk=self.instance.pk).values(*PUBLICATION_FIELDS).get()
            if row["live"] and not self.instance.live:
                commit = False
                for name, value in row.items():
                    setattr(self.instance, name, value)
        return super().save(commit=commit)


class PlacesForm(HubPageForm):
    """Offers, in the field `places`, those of the page's county, and those that are chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "places" in self.fields:
            key = getattr(self.county.specific, "key", "")
            own = [place.pk for place in Place.objects.select_related("parent__parent") if belongs(place, key)]
            chosen = [place.pk for place in self.instance.places.all()] if self.instance.pk else []
            self.fields["places"].queryset = Place.objects.filter(pk__in=[*own, *chosen])

    @property
    def county(self) -> Page:
        return self.instance.get_parent() if self.instance.pk else self.parent_page


class HubPagePermissionTester(PagePermissionTester):
    """Offers no restriction of a translation: it would have no effect."""

    def can_set_view_restrictions(self) -> bool:
        return super().can_set_view_restrictions() and self.page.is_source()


class HubPage(TreeSafeMixin, TranslatablePage):
    """A page with one document for each language of its county."""

    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences, shown in lists.")
    )
    image = models.ForeignKey(
        "media.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("image")
    )
    image_alt = models.CharField(
        _("description of the image"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the description that the picture has in the library."),
    )
    topics = ParentalManyToManyField("taxonomy.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        validators=[not_in_future],
        help_text=_("When somebody last made sure that everything here is still right."),
    )
    responsible = KindField(
        "contact", verbose_name=_("responsible department"), help_text=_("The office that answers for this page.")
    )

    beside_form = ""
    prose: tuple[str, ...] = ("title", "summary", "image_alt")
    variants: tuple[str, ...] = ("image",)
    ends: tuple[str, ...] = ()

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        RarePanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    promote_panels = [
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("slug"),
        RarePanel([FieldPanel("checked_on"), FieldPanel("responsible")], heading=_("Checked and responsible")),
        FieldPanel("proofread_on"),
    ]
    settings_panels = [PublishingPanel(), CommentPanel()]
    base_form_class = HubPageForm

    api_fields = ["summary", "image", "topics", "checked_on", "responsible"]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Show how easy a page is to read in the form of every kind, whatever panels it lists."""
        super().__init_subclass__(**kwargs)
        if not any(isinstance(panel, ReadabilityPanel) for panel in cls.content_panels):
            cls.content_panels = [ReadabilityPanel(heading=_("How easy it is to read")), *cls.content_panels]

    def clean(self) -> None:
        super().clean()
        # The form of a new page knows the parent instead.
        if self.depth and self.slug in taken_below_counties():
            try:
                refuse_address_of_list(self.slug, self.get_parent())
            except ValidationError as error:
                raise ValidationError({"slug": error}) from error

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> str | None:
        return self._at_the_path_of_its_source(super().get_url(request, current_site))

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        return self._at_the_path_of_its_source(super().get_full_url(request))

    # Wagtail's properties call Page's own methods.
    url = property(get_url)
    full_url = property(get_full_url)

    def _at_the_path_of_its_source(self, url: str | None) -> str | None:
        """Return the address of this page in its language: a translation stands at the path of its source page."""
        if url is None:
            return None
        language, source_path = language_and_source_path(self)
        return urlsplit(url)._replace(path=html_path(language, below_home(source_path))).geturl()

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Wagtail's, and for a translation the source page: to be read beside the form."""
        return [*super().preview_modes, *([] if self.is_source() else [(SOURCE_PREVIEW, _("Source page"))])]

    @property
    def default_preview_mode(self) -> str:
        """The page itself; `HubPageForm` chooses the source page for what stands beside it."""
        return self.beside_form or super().default_preview_mode

    def is_previewable(self) -> bool:
        return True  # as Wagtail would find by asking for all modes, row by row

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        page = source_of(self) if mode_name == SOURCE_PREVIEW else None
        return page.serve_preview(request, "") if page else super().serve_preview(request, mode_name)

    def permissions_for_user(self, user: Any) -> HubPagePermissionTester:
        return HubPagePermissionTester(user, self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return serving.serve(self, request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        return {**super().get_context(request), **serving.context(self, request, *args, **kwargs)}
