"""A county: a region with its own editors, languages, legal pages and emergency numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from hub.blocks import BodyBlock
from hub.blocks.fields import ContentField
from hub.blocks.phones import PhonesBlock
from hub.emergency import national_numbers
from hub.pages import HubPage, HubPagePermissionTester
from hub.plugins import installed
from hub.references import KindField

LANDS = [
    ("BW", "Baden-Württemberg"),
    ("BY", "Bayern"),
    ("BE", "Berlin"),
    ("BB", "Brandenburg"),
    ("HB", "Bremen"),
    ("HH", "Hamburg"),
    ("HE", "Hessen"),
    ("MV", "Mecklenburg-Vorpommern"),
    ("NI", "Niedersachsen"),
    ("NW", "Nordrhein-Westfalen"),
    ("RP", "Rheinland-Pfalz"),
    ("SL", "Saarland"),
    ("SN", "Sachsen"),
    ("ST", "Sachsen-Anhalt"),
    ("SH", "Schleswig-Holstein"),
    ("TH", "Thüringen"),
]


class LanguagesField(models.JSONField):
    """Language codes of the hub in the order of the settings: `["de", "en"]`. The source language is always among
    them.
    """

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=settings.LANGUAGES,
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        """Return those of the codes that are languages of the settings: some may have been taken out since."""
        codes = [code for code, _name in settings.LANGUAGES]
        return [code for code in codes if code in (value or ()) or code == settings.LANGUAGE_CODE]


def all_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


class CountyPermissionTester(HubPagePermissionTester):
    """Leaves it to the hub's administrators to delete, and so to move, a county."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.user.is_superuser and super().can_delete(ignore_bulk)


class CountyPage(HubPage):
    key = models.CharField(
        _("official municipality key"),
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^\d{5}\Z", _("A county's key has five digits."))],
        help_text=_("Five digits, as in the official directory of municipalities."),
    )
    land = models.CharField(_("Land"), max_length=2, choices=LANDS, blank=True)
    languages = LanguagesField(_("languages offered"), default=all_languages)
    body = ContentField(BodyBlock(), blank=True, verbose_name=_("welcome text"))
    contact = KindField("contact", verbose_name=_("contact office"))
    imprint = KindField("legal", verbose_name=_("imprint"))
    privacy = KindField("legal", verbose_name=_("privacy statement"))
    accessibility = KindField("legal", verbose_name=_("accessibility statement"))
    local_numbers = ContentField(
        PhonesBlock(),
        blank=True,
        verbose_name=_("local emergency numbers"),
        help_text=_("Shown beside 110 and 112."),
    )

    prose = (*HubPage.prose, "body", "local_numbers")

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("body"),
        FieldPanel("contact"),
        MultiFieldPanel(
            [
                FieldPanel("imprint"),
                FieldPanel("privacy"),
                FieldPanel(
                    "accessibility",
                    help_text=_(
                        "“Report an accessibility problem” at the foot of every page leads to this statement; without "
                        "one it opens an e-mail to the contact office. Choose at least one of the two: without both "
                        "there is no link."
                    ),
                ),
            ],
            heading=_("Legal pages"),
        ),
        FieldPanel("local_numbers"),
    ]
    promote_panels = [*HubPage.promote_panels, FieldPanel("key"), FieldPanel("land"), FieldPanel("languages")]

    api_fields = [
        *HubPage.api_fields,
        "key",
        "land",
        "languages",
        "body",
        "contact",
        "imprint",
        "privacy",
        "accessibility",
        "local_numbers",
        "national_numbers",
    ]
    template = "hub/county.html"

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        """Say whether a county may stand below `parent`: only directly below a site's home page."""
        model = parent.specific_class
        return super().can_exist_under(parent) and not (model and issubclass(model, HubPage))

    def permissions_for_user(self, user: Any) -> CountyPermissionTester:
        return CountyPermissionTester(user, self)

    def national_numbers(self, language: str) -> list[dict]:
        return national_numbers(language)

    def clean(self) -> None:
        super().clean()
        if f"{self.slug}/" in {prefix for plugin in installed() for prefix in plugin.urls}:
            raise ValidationError(
                {"slug": _("“%(slug)s” is an address of the hub itself. Choose another one.") % {"slug": self.slug}}
            )
