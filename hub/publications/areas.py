"""Who is responsible for a place: pages that serve it, then those that serve what it is part of, then those that name
no place and so serve their whole county (`Kind.serves`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from hub.plugins import COUNTY, Kind, kinds
from hub.publications.documents import PartField
from hub.publications.models import FacetValue, PublicationQuerySet
from hub.taxonomy.models import Place

REACHES = ("place", "parent", "county")  # the nearest first, by their numbers in `reach`
POSTAL_CODE = re.compile(r"[0-9]{5}")


def places_of(county: str, public: PublicationQuerySet) -> list[Place]:
    """Return the places in a county (two queries), by slug.

    They are those whose official key, or that of a place they are part of, begins with the county's, and those without
    any key that its pages serve. A place of another county that its pages serve, too, is not among them: pages that
    name no place do not serve it.
    """
    slugs = [kind.slug for kind in kinds.with_role(COUNTY)]
    counties = public.filter(kind__in=slugs, county=county)
    as_text = KeyTextTransform("key", Cast("document", PartField()))  # it may look like a number
    key = counties.values_list(as_text, flat=True).first() or ""
    of_kinds = Q(pk__in=())
    for kind in kinds:
        if kind.serves:
            of_kinds |= Q(name=kind.serves, publication__kind=kind.slug)
    pages = public.filter(county=county).values("pk")
    named = FacetValue.objects.filter(of_kinds, publication__in=pages).values("value")
    condition = Q(slug__in=named) | Q(parent__slug__in=named)
    if key:
        for path in ("key", "parent__key", "parent__parent__key"):
            condition |= Q(**{f"{path}__startswith": key})
    places = Place.objects.filter(condition).select_related("parent__parent").order_by("slug")
    return [place for place in places if belongs(place, key)]


def belongs(place: Place, county_key: str) -> bool:
    """Say whether a place is in the county with the key, as far as keys tell."""
    own = next((each.key for each in place.lineage() if each.key), "")
    return not own or not county_key or own.startswith(county_key)


def with_postal_code(places: Iterable[Place], code: str) -> list[Place]:
    return [place for place in places if code in place.codes]


def responsible(publications: PublicationQuerySet, kind: Kind, places: Iterable[Place]) -> PublicationQuerySet:
    """Return those publications, of one county, that are responsible for any of its `places`.

    `reach` numbers the nearest of `REACHES` by which each is: 0 serves the place, 1 what it is part of, 2 its county.
    """
    lineages = [[place.slug for place in place.lineage()] for place in places]
    if not lineages:
        return publications.annotate(reach=Value(0)).none()
    served = FacetValue.objects.filter(publication=OuterRef("pk"), name=kind.serves)
    own = served.filter(value__in={slugs[0] for slugs in lineages})
    above = served.filter(value__in={slug for slugs in lineages for slug in slugs[1:]})
    reach = Case(
        When(Exists(own), then=Value(0)),
        When(Exists(above), then=Value(1)),
        When(~Exists(served), then=Value(2)),
        output_field=IntegerField(),
    )
    return publications.annotate(reach=reach).filter(reach__isnull=False)
