"""The page of a guide."""

from __future__ import annotations

import re
from typing import Any, TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Page

from directory.guides.areas import AreaShape, TasksField, areas_of
from directory.guides.blocks import LEVELS, SpokenLanguageBlock, TrainingBlock
from directory.guides.forms import NUMBER_TAKEN, GuideForm
from hub.blocks.fields import ContentField
from hub.consents.fields import ConsentField
from hub.consents.names import named_in
from hub.languages import name_of
from hub.pages import HubPage, HubPagePermissionTester
from hub.panels import RarePanel
from hub.phones import holds_number
from hub.references import KindChooserBlock
from hub.taxonomy.models import TermShape
from hub.translations.prose import leaves, stream_data
from hub.translations.sources import source_of

WRITTEN_TO = re.compile(r"@|[(\[]at[)\]]|https?:|www\.|\b(?:wa|t|m)\.me\b", re.IGNORECASE)


class SpokenLanguage(TypedDict):
    code: str
    name: str
    level: TermShape


class GuidePermissionTester(HubPagePermissionTester):
    """Offers no copy: it would show the same person under the same number."""

    def can_copy(self) -> bool:
        return False


class GuidePage(HubPage):
    """What a guide speaks and helps with, where and when; whom to ask for them.

    Name and photo stand in the consent record, without which there is no page, not even a draft: a text with the name
    is refused before any revision or log holds it. The page ends with the appointment and with the consent.
    """

    number = models.PositiveSmallIntegerField(
        _("number of the guide"),
        validators=[MinValueValidator(1)],
        help_text=_("By it visitors ask the office for this guide. It also stands in the title: “Guide 7”."),
    )
    # Null where a draft names a record that has been deleted.
    consent = ConsentField(
        blank=False,
        help_text=_("Name and photo are shown as far as the record allows, and stand nowhere else on this page."),
    )
    languages = ContentField([("language", SpokenLanguageBlock())], verbose_name=_("spoken languages"))
    helps_with = TasksField(_("helps with"))
    places = ParentalManyToManyField(
        "taxonomy.Place",
        blank=True,
        related_name="+",
        verbose_name=_("places"),
        help_text=_("Leave empty when the guide comes to all places of the county."),
    )
    availability = models.CharField(
        _("availability"), max_length=200, blank=True, help_text=_("Such as “weekdays from 4 pm”.")
    )
    offices = ContentField(
        [("office", KindChooserBlock("contact", label=_("Office")))],
        verbose_name=_("supervising offices"),
        help_text=_("Visitors ask them for the guide. A guide’s own phone or e-mail address stands nowhere."),
    )
    appointed_from = models.DateField(_("appointed from"), null=True, blank=True)
    appointed_until = models.DateField(
        _("appointed until"),
        null=True,
        blank=True,
        help_text=_("From the next day on this page is not shown any more."),
    )
    introduction = models.TextField(
        _("introduction"), max_length=1500, blank=True, help_text=_("In the guide’s own words, without the name.")
    )
    trainings = ContentField([("training", TrainingBlock())], blank=True, collapsed=True, verbose_name=_("trainings"))
    image_alt = None  # type: ignore[assignment]  # with `image` below: the photo is the record's alone

    prose = ("title", "summary", "availability", "introduction", "trainings")
    variants = ()
    ends = ("appointed_until", "consent")

    content_panels = [
        TitleFieldPanel(
            "title", help_text=_("Never the name, in no text of this page: “Guide 7”, “Arabic and Kurdish, housing”.")
        ),
        FieldRowPanel([FieldPanel("number"), FieldPanel("consent", required_on_save=True)]),
        FieldPanel("languages"),
        FieldPanel("helps_with"),
        FieldPanel("offices"),
        FieldPanel("places", widget=forms.CheckboxSelectMultiple),
        FieldPanel("availability"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("appointed_from"), FieldPanel("appointed_until")])], heading=_("Appointment")
        ),
        RarePanel([FieldPanel("summary"), FieldPanel("introduction")], heading=_("Introduction")),
        RarePanel([FieldPanel("trainings")], heading=_("Training courses")),
    ]
    base_form_class = GuideForm
    parent_page_types = ["counties.CountyPage"]
    subpage_types: list[str] = []

    api_fields = [
        *HubPage.api_fields,
        "number",
        "consent",
        "spoken_languages",
        "areas",
        "places",
        "availability",
        "offices",
        "appointed_from",
        "appointed_until",
        "introduction",
        "trainings",
    ]
    template = "guides/guide_page.html"

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.path and self.is_source() and self.number_is_taken(self.get_parent()):
            errors["number"] = ValidationError(NUMBER_TAKEN)
        if self.appointed_from and self.appointed_until and self.appointed_until < self.appointed_from:
            errors["appointed_until"] = ValidationError(_("The appointment ends before it begins."))
        for path, text in leaves(type(self), {field: getattr(self, field) for field in self.prose}):
            if WRITTEN_TO.search(text) or holds_number(text):
                errors[path.partition(".")[0]] = ValidationError(
                    _("Visitors reach a guide through the office: no phone number or e-mail address stands here.")
                )
        source = source_of(self) or self  # a translation keeps the record that it began with
        for field, part in named_in(self, source.consent.name if source.consent else ""):
            errors[field] = ValidationError(
                _("“%(part)s” is part of the name in the consent record. The name stands there alone."),
                params={"part": part},
            )
        if errors:
            raise ValidationError(errors)

    def permissions_for_user(self, user: Any) -> GuidePermissionTester:
        return GuidePermissionTester(user, self)

    def number_is_taken(self, county: Page) -> bool:
        """Say whether another guide of the county has this number; translations share that of their source."""
        others = type(self).objects.child_of(county).exclude(translation_key=self.translation_key)
        return others.filter(number=self.number).exists()

    def image(self, language: str) -> None:  # type: ignore[override]  # no field any more
        """Return nothing: a picture of the library would be shown whatever the guide agrees to."""

    def spoken_languages(self, language: str) -> list[SpokenLanguage]:
        """Return the languages, those that the guide speaks best first."""
        order = list(LEVELS)
        spoken = [item["value"] for item in stream_data(self.languages) if item["value"]["level"] in LEVELS]
        return [
            {
                "code": item["language"],
                "name": name_of(item["language"], language),
                "level": {"slug": item["level"], "name": str(LEVELS[item["level"]])},
            }
            for item in sorted(spoken, key=lambda item: order.index(item["level"]))
        ]

    def areas(self, language: str) -> list[AreaShape]:
        """Return the areas of life, each with the tasks in which the guide helps."""
        return areas_of(self.helps_with)
