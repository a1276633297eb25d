"""Topics, target groups and places: the vocabulary by which pages are sorted and found.

A term is identified by its slug and named in every language; it belongs to no page tree and no county.
"""

from __future__ import annotations

from typing import ClassVar, NotRequired, TypedDict

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from hub.taxonomy import starter
from hub.taxonomy.forms import PlaceForm
from hub.taxonomy.names import NamesField, language_in, name_in


class TermShape(TypedDict):
    """`lang` is the language of the name where it is not the one asked for."""

    slug: str
    name: str
    lang: NotRequired[str]


class TopicShape(TermShape):
    icon: str


class PlaceShape(TermShape):
    """A place as apps need it to find who is responsible; `parent` is the slug of the place that it is part of."""

    key: str
    parent: str | None
    postal_codes: list[str]
    latitude: float | None
    longitude: float | None


class Term(index.Indexed, models.Model):
    """A term of a vocabulary.

    `starter` are the terms with which a hub begins: values by slug, among them `name`, a message of the interface with
    the model's name as context. `proper_names` may stand as they are in every language.
    """

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    names = NamesField(_("names"))

    panels = [FieldPanel("names"), FieldPanel("slug")]
    search_fields = [index.AutocompleteField("slug")]
    starter: ClassVar[dict[str, dict[str, str]]] = {}
    proper_names: ClassVar[bool] = False

    class Meta:
        abstract = True
        ordering = ["slug"]

    def __str__(self) -> str:
        return name_in(self.names, get_language() or "") or self.slug

    def api_form(self, language: str) -> TermShape:
        """Return the term with its name in `language`."""
        form: TermShape = {"slug": self.slug, "name": name_in(self.names, language)}
        if (named_in := language_in(self.names, language)) != language:
            form["lang"] = named_in
        return form


class Topic(Term):
    icon = models.CharField(
        _("icon"), max_length=40, blank=True, help_text=_("Name of an icon of the site, e.g. “home”.")
    )

    panels = [*Term.panels, FieldPanel("icon")]
    starter = starter.TOPICS

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def api_form(self, language: str) -> TopicShape:
        return {**super().api_form(language), "icon": self.icon}


class TargetGroup(Term):
    starter = starter.TARGET_GROUPS

    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class Place(Term):
    """A municipality or a part of one. `key` is the official municipality key (Amtlicher Gemeindeschlüssel, 8
    digits).
    """

    key = models.CharField(
        _("official municipality key"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}\Z", _("The key has eight digits."))],
    )
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    postal_codes = models.CharField(
        _("postal codes"),
        max_length=300,
        blank=True,
        validators=[RegexValidator(r"^\d{5}(, ?\d{5})*\Z", _("Five digits each, separated by commas."))],
        help_text=_(
            "All of them, between commas, spaces or line breaks: visitors find their office by them. The official"
            " register has the seat's alone."
        ),
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )

    panels = [
        *Term.panels,
        FieldPanel("key"),
        FieldPanel("parent"),
        FieldPanel("postal_codes"),
        FieldPanel("latitude"),
        FieldPanel("longitude"),
    ]
    base_form_class = PlaceForm
    proper_names = True

    class Meta(Term.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def full_form(self, language: str) -> PlaceShape:
        """Return what apps need to find the place by its name, or by a postal code, and those responsible for it."""
        return {
            **self.api_form(language),
            "key": self.key,
            "parent": self.parent.slug if self.parent else None,
            "postal_codes": self.codes,
            "latitude": self.latitude,
            "longitude": self.longitude,
        }

    def lineage(self) -> list[Place]:
        """Return the place and those that it is part of, as far as two above it."""
        chain: list[Place] = [self]
        while len(chain) <= 2 and chain[-1].parent and chain[-1].parent not in chain:
            chain.append(chain[-1].parent)
        return chain

    @property
    def codes(self) -> list[str]:
        """The postal codes."""
        return [code.strip() for code in self.postal_codes.split(",") if code.strip()]

    def shared_codes(self) -> list[tuple[str, Place]]:
        """Return those of its postal codes that other places have, too, each with such a place (one query)."""
        others = Place.objects.exclude(pk=self.pk).exclude(postal_codes="")
        return [(code, place) for place in others for code in self.codes if code in place.codes]
