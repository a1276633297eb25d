"""Pictures and files with what is needed to show them rightly: words for the blind, credit, licence, issuer, date."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from hub.internals.django import is_stored
from hub.media.metadata import without_metadata
from hub.taxonomy.names import NamesField, name_in

# Identifiers of https://spdx.org/licenses/, with the name that readers know and the licence's address.
LICENSES = {
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-BY-3.0-DE": ("CC BY 3.0 DE", "https://creativecommons.org/licenses/by/3.0/de/"),
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
}


def content_languages() -> list:
    return settings.LANGUAGES


class Uploaded(models.Model):
    """Declares again what would clash with Wagtail's own models, which have the same names; so are the tags below."""

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by user"),
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    class Meta:
        abstract = True


class Image(Uploaded, AbstractImage):  # type: ignore[django-manager-missing]  # noqa: DJ008 - Wagtail's has it
    """A picture. Its file holds pixels alone: no place, name or number that a camera wrote into it."""

    file: Any  # Wagtail's WagtailImageField
    description = None  # Wagtail's, in one language
    tags = TaggableManager(_("tags"), blank=True, help_text="", related_name="hub_images")
    descriptions = NamesField(
        _("description"),
        blank=True,
        default=dict,
        max_length=200,
        help_text=_("What the picture shows, for people who cannot see it. A page may say it in words of its own."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture. Shown below it.")
    )
    license = models.CharField(
        _("licence"),
        max_length=20,
        blank=True,
        choices=[(code, name) for code, (name, _address) in LICENSES.items()],
        help_text=_("Shown below the picture. Empty: nobody else may use it."),
    )
    people_shown = models.CharField(
        _("people shown"),
        max_length=300,
        blank=True,
        help_text=_("Names of those who can be recognised and have agreed. Never shown."),
    )

    admin_form_fields = (
        "title",
        "file",
        "descriptions",
        "credit",
        "license",
        "people_shown",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *(field for field in AbstractImage.search_fields if getattr(field, "field_name", "") != "description"),
        index.SearchField("credit"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]
        indexes = [models.Index(fields=["file"])]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the picture; a new file is stored without the metadata that it came with."""
        if self.file and not is_stored(self.file):
            clean = without_metadata(self.file)
            if clean:
                self.file = clean
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """What Wagtail's rich text editor offers as description."""
        return name_in(self.descriptions, settings.LANGUAGE_CODE)

    def description_in(self, language: str) -> tuple[str, str]:
        """Return the description and its language: `language`, else the source language. Both are empty without one."""
        for code in (language, settings.LANGUAGE_CODE):
            if self.descriptions.get(code):
                return self.descriptions[code], code
        return "", ""

    @property
    def license_form(self) -> dict[str, str] | None:
        """Return `{"name", "url"}` of the licence; None when nobody else may use the picture."""
        name, url = LICENSES.get(self.license, ("", ""))
        return {"name": name, "url": url} if name else None


class Rendition(AbstractRendition):
    """A picture as it is shown at one size."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
        indexes = [models.Index(fields=["file"])]


class Document(Uploaded, AbstractDocument):  # type: ignore[django-manager-missing]  # noqa: DJ008 - Wagtail's has it
    """A file to download, with what a reader has to know before opening it."""

    tags = TaggableManager(_("tags"), blank=True, help_text="", related_name="hub_documents")
    language = models.CharField(_("language"), max_length=12, blank=True, choices=content_languages)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True, help_text=_("The authority that publishes it."))
    edition = models.CharField(_("edition"), max_length=50, blank=True, help_text=_("For example “3rd edition”."))
    date = models.DateField(_("date of the edition"), null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
        help_text=_("The earlier edition, which pages should show no longer."),
    )

    admin_form_fields = (
        "title",
        "file",
        "language",
        "issuer",
        "edition",
        "date",
        "replaces",
        "collection",
        "tags",
    )

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Check what Wagtail checks, and that no file replaces itself by way of others."""
        super().clean()
        earlier, known = self.replaces, set()
        while earlier and earlier.pk not in known:  # two editors at once can have made a circle
            if earlier.pk == self.pk:
                raise ValidationError({"replaces": _("A file cannot replace itself, or one that replaces it.")})
            known.add(earlier.pk)
            earlier = earlier.replaces


class ErasedFile(models.Model):
    """A picture that is deleted for good, until all its files, scaled ones included, are gone."""

    name = models.CharField(max_length=255, help_text="Name of the original in the storage.")
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
