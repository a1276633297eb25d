"""Topics over all kinds: which publications are about one, by the facets that read `topics.slug`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hub.plugins import kinds
from hub.publications.models import FacetValue, PublicationQuerySet

SOURCE = "topics.slug"


def facet_name(kind_slug: str) -> str | None:
    """Return the name of the facet by which a kind's lists are filtered by topic, None where it has none."""
    kind = kinds.get(kind_slug)
    return next((facet.name for facet in kind.facets if facet.source == SOURCE), None) if kind else None


def condition() -> Q:
    """Return the condition on `FacetValue` that it is a topic of its publication."""
    names = defaultdict(list)
    for kind in kinds:
        name = facet_name(kind.slug)
        if name:
            names[name].append(kind.slug)
    either = Q(pk__in=[])
    for name, slugs in names.items():
        either |= Q(name=name, publication__kind__in=slugs)
    return either


def about(publications: PublicationQuerySet, slugs: Collection[str]) -> PublicationQuerySet:
    """Return those of `publications` that have one of the topics."""
    return publications.filter(
        Exists(FacetValue.objects.filter(condition(), value__in=slugs, publication=OuterRef("pk")))
    )


def topics_of(publications: PublicationQuerySet) -> QuerySet[FacetValue]:
    return FacetValue.objects.filter(condition(), publication__in=publications.order_by().values("pk")).order_by()


def counts(publications: PublicationQuerySet) -> dict[str, int]:
    """Return how many of `publications` have each topic, by its slug (one query)."""
    return dict(topics_of(publications).values_list("value").annotate(pages=Count("pk")))
