"""The topics of a county, and what the pages of all kinds say about one."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hub.addresses import html_path
from hub.kept import keep
from hub.plugins import Kind, kinds
from hub.publications import topics
from hub.publications.models import Publication, PublicationQuerySet
from hub.site import navigation
from hub.taxonomy.models import Topic

FIRST = 6  # of a kind with a list page, which has the rest
PER_PAGE = 20


@require_safe
def index(request: HttpRequest, county_slug: str) -> HttpResponse:
    """Show the topics of a county. Raises Http404 where the county is not shown in the language."""
    locale, public = get_language(), Publication.objects.public()
    county = shown_county(county_slug, locale, public)
    keep(request, county_slug)
    context = {
        "county": county,
        "breadcrumbs": [county],
        "topics": navigation.topics(county_slug, locale, public),
        "address": html_path(locale, f"{county_slug}/{navigation.TOPICS}"),
        "addresses": navigation.addresses(county, navigation.TOPICS),
    }
    return render(request, "hub/topics.html", context)


@require_safe
def topic(request: HttpRequest, county_slug: str, slug: str) -> HttpResponse:
    """Show the pages about a topic, the first of each kind; with `kind` all of that one, on the `page` asked for.

    Raises Http404 where there is no such topic, or the county is not shown in the language.
    """
    locale, public = get_language(), Publication.objects.public()
    county = shown_county(county_slug, locale, public)
    term = Topic.objects.filter(slug=slug).first()
    if term is None:
        raise Http404
    keep(request, county_slug)
    pages = topics.about(public.filter(locale=locale, county=county_slug), [slug])
    kind = kinds.get(request.GET.get("kind", ""))
    path = f"{navigation.TOPICS}/{slug}"
    narrowing = f"?{urlencode({'kind': kind.slug})}" if kind else ""
    address = html_path(locale, f"{county_slug}/{path}")
    context: dict[str, Any] = {
        "county": county,
        "breadcrumbs": [county, navigation.topics_link(county_slug, locale)],
        "topic": term.api_form(locale),
        "kind": kind,
        "narrowed": kind is not None,
        "address": address,
        "addresses": {code: address + narrowing for code, address in navigation.addresses(county, path).items()},
    }
    if kind:
        ordered = pages.filter(kind=kind.slug).order_by("title", "pk").values_list("teaser", flat=True)
        context["found"] = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    else:
        context["groups"] = groups(pages, county_slug, slug, address)
    return render(request, "hub/topic.html", context)


def shown_county(slug: str, locale: str, public: PublicationQuerySet) -> dict:
    county = navigation.county(slug, locale, public)
    if county is None:
        raise Http404
    return county


def groups(pages: PublicationQuerySet, county_slug: str, topic_slug: str, address: str) -> list[dict[str, Any]]:
    """Return the first of `pages` by kind, in the order of the kinds (one query).

    Each group is `{"kind", "teasers", "total", "rest"}`; `rest` is the address of all of them, "" where all are shown.
    """
    ranked = pages.annotate(
        place=Window(RowNumber(), partition_by="kind", order_by=["title", "pk"]),
        total=Window(Count("pk"), partition_by="kind"),
    ).filter(place__lte=PER_PAGE)
    found: dict[str, dict[str, Any]] = {}
    for slug, total, teaser in ranked.order_by("title", "pk").values_list("kind", "total", "teaser"):
        found.setdefault(slug, {"total": total, "teasers": []})["teasers"].append(teaser)
    shown = []
    for kind in kinds:
        if kind.slug in found:
            group = found[kind.slug]
            teasers = group["teasers"][: FIRST if kind.list_page else PER_PAGE]
            rest = rest_address(kind, county_slug, topic_slug, address) if len(teasers) < group["total"] else ""
            shown.append({"kind": kind, "total": group["total"], "teasers": teasers, "rest": rest})
    return shown


def rest_address(kind: Kind, county_slug: str, topic_slug: str, address: str) -> str:
    """Return where all pages of a kind about a topic are listed: its list page, or the topic's for this kind alone."""
    name = topics.facet_name(kind.slug)
    if kind.list_page and name:
        return f"{html_path(get_language(), f'{county_slug}/{kind.slug}')}?{urlencode({name: topic_slug})}"
    return f"{address}?{urlencode({'kind': kind.slug})}"
