"""What the list of guides shows beside them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from hub.publications.models import Publication

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_programme(context: template.Context) -> dict[str, Any] | None:
    """Return the document of the county's page about becoming a guide in the visitor's language, None for none."""
    public = Publication.objects.public_at_once().filter(kind="guide-programmes", locale=get_language())
    return public.filter(county=context["county"]["meta"]["slug"]).values_list("document", flat=True).first()
