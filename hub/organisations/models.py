"""Organisations, to which pages of any kind point as funder, carrier, partner, participant, issuer or patron."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NotRequired, TypedDict

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from hub.media.models import Image
from hub.plugins import PAGE
from hub.references import KindField
from hub.representation.context import Context
from hub.representation.images import image_form
from hub.representation.shapes import ImageShape
from hub.rights.owned import CountyField
from hub.taxonomy.models import TermShape
from hub.taxonomy.names import NamesField, name_in

ORGANISATION_KINDS = {
    "authority": _("Public authority"),
    "welfare": _("Welfare association"),
    "association": _("Association"),
    "religious": _("Religious community"),
    "education": _("School or course provider"),
    "company": _("Company"),
    "foundation": _("Foundation"),
    "fund": _("Funding programme"),
    "other": _("Other organisation"),
}


class OrganisationShape(TypedDict):
    """An organisation in a document; `office` is the teaser of the office that it runs, while that is public.

    In teasers it is without `logo` and `office`: they show no other pages.
    """

    id: int
    name: str
    kind: TermShape
    website: str
    logo: NotRequired[ImageShape | None]
    office: NotRequired[dict[str, Any] | None]


class Organisation(index.Indexed, models.Model):
    """One organisation, the same wherever it is named."""

    county = CountyField(
        _("county"),
        null=True,
        blank=True,
        help_text=_("Whose editors may change it. All counties may point at it."),
    )
    names = NamesField(_("name"), max_length=200)
    kind = models.CharField(_("kind of organisation"), max_length=20, choices=list(ORGANISATION_KINDS.items()))
    logo = models.ForeignKey(Image, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo"))
    website = models.URLField(_("website"), blank=True)
    office = KindField("contact", verbose_name=_("office that it runs"))

    panels = [FieldPanel(name) for name in ("names", "kind", "logo", "website", "office", "county")]
    search_fields = [index.AutocompleteField("name"), index.FilterField("county")]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return name_in(self.names, get_language() or "")

    @property
    def name(self) -> str:
        """All its names, by which choosers find it."""
        return " ".join(self.names.values())

    def references(self) -> Iterator[tuple[str, int]]:
        """Yield (model label, id) of what its API form shows."""
        if self.logo_id:
            yield Image._meta.label_lower, self.logo_id
        if self.office_id:
            yield PAGE, self.office_id

    def api_form(self, context: Context) -> OrganisationShape:
        """Return the organisation with its name in the document's language."""
        short: OrganisationShape = {
            "id": self.pk,
            "name": name_in(self.names, context.language),
            "kind": {"slug": self.kind, "name": str(ORGANISATION_KINDS.get(self.kind, ""))},
            "website": self.website,
        }
        if context.is_teaser:
            return short
        logo = context.get(Image._meta.label_lower, self.logo_id)
        return {
            **short,
            "logo": image_form(logo, "") if logo else None,  # its name stands beside it
            "office": context.teaser(self.office_id),
        }

    def clean(self) -> None:
        super().clean()
        same = Organisation.objects.filter(county=self.county).exclude(pk=self.pk)
        if any(other.names == self.names for other in same):
            raise ValidationError({"names": _("There is an organisation with this name already. Use that one.")})
