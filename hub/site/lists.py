"""The list page of a kind in a county: its public pages with text search and facets, without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hub.addresses import html_path
from hub.kept import keep
from hub.plugins import Facet, Kind
from hub.publications import facets, listsearch
from hub.publications.facets import Choice, ValueCount
from hub.publications.listsearch import Scope
from hub.publications.models import Publication
from hub.site import navigation

PER_PAGE = 20
LONGEST_QUESTION = 300
LIST_PAGE_PARAMETERS = frozenset({"q", "page"})


@require_safe
def list_page(request: HttpRequest, county_slug: str, kind: Kind) -> HttpResponse:
    """Show the pages of a kind that answer `q` and have the facets asked for, on the `page` asked for.

    A value that there is not gives an empty list. Raises Http404 where the county is not shown in the language.
    """
    locale, query = get_language(), request.GET
    public = Publication.objects.public()
    county = navigation.county(county_slug, locale, public)
    if county is None:
        raise Http404
    candidates = public.filter(locale=locale, county=county_slug, kind=kind.slug)
    if not query.get("q"):
        keep(request, "" if query else county_slug)
    question = query.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    ordered = candidates.order_by("title", "pk")
    if question and listsearch.is_installed():
        ids = listsearch.rank(question, Scope((locale,), county_slug, kind.slug))
        candidates = candidates.filter(pk__in=ids)
        ordered = listsearch.best_first(candidates, ids)
    try:
        chosen = facets.choices(kind, query, public, county_slug, locale)
        ordered = facets.narrow(ordered, chosen)
    except facets.BadValue:
        chosen, ordered = [], ordered.none()
    counted = facets.counts(kind, candidates, chosen, locale)
    forms = [form_of(facet, counted[facet.name], chosen, query) for facet in kind.facets]
    forms = [form for form in forms if form["values"] or form["is_open"]]
    paginator = Paginator(ordered.values_list("teaser", flat=True), PER_PAGE)
    context = {
        "kind": kind,
        "county": county,
        "breadcrumbs": [county],
        "question": question,
        "has_search": listsearch.is_installed(),
        "facets": forms,
        "found": paginator.get_page(query.get("page")),
        "narrowed": bool(question) or any(form["is_open"] for form in forms),
        "address": html_path(locale, f"{county_slug}/{kind.slug}"),
        "addresses": addresses(county, kind.slug, query),
    }
    return render(request, kind.list_template, context)


def addresses(county: dict, path: str, query: QueryDict) -> dict[str, str]:
    """Return the address at `path` below the county in each of its languages, with what is asked."""
    asked = query.copy()
    asked.pop("page", None)
    rest = f"?{asked.urlencode()}" if asked else ""
    return {locale: address + rest for locale, address in navigation.addresses(county, path).items()}


def form_of(facet: Facet, counted: Sequence[ValueCount], chosen: Sequence[Choice], query: QueryDict) -> dict[str, Any]:
    """Return what the form shows of a facet: values to tick, or the two ends of a range.

    `is_open` says that something is chosen, `values` are [{"value", "label", "count", "checked"}].
    """
    ticked = next((choice.values for choice in chosen if choice.facet == facet), {})
    values = [
        {**item, "value": (value := address_value(item["value"])), "checked": value in ticked} for item in counted
    ]
    return {
        "facet": facet,
        "input_type": facet.type if facet.has_range else "checkbox",
        "values": values,
        "minimum": query.get(f"{facet.name}_min", ""),
        "maximum": query.get(f"{facet.name}_max", ""),
        "is_open": any(query.get(name) for name in facet.parameters),
    }


def address_value(value: str | bool | int | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
