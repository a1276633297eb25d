"""The addresses beside the pages: the choice of a language, and what search engines ask for."""

from __future__ import annotations

from django.conf import settings
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hub.addresses import html_path
from hub.kept import keep
from hub.languages import all_languages, for_browser
from hub.plugins import kinds
from hub.publications.models import Publication
from hub.site import navigation

SITEMAP_LIMIT = 50_000  # https://www.sitemaps.org/protocol.html


@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """Offer every language by its own name, the browser's first. They lead to the only county, where there is one."""
    county = navigation.only_county(get_language())
    addresses = navigation.addresses(county) if county else {}
    offered = [
        (language, addresses.get(language.code) or html_path(language.code, "")) for language in for_browser(request)
    ]
    keep(request)
    return render(request, "hub/languages.html", {"languages": offered, "county": county})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Redirect browsers that look for the icon at its conventional address."""
    return redirect(static("hub/favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Forbid everything unless the settings allow robots; the API and the admin are never for them."""
    lines = ["User-agent: *", "Disallow: /"]
    if settings.ROBOTS_ALLOWED:
        sitemap = request.build_absolute_uri(reverse("sitemap"))
        lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /api/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Name the sitemap of each language."""
    addresses = [
        request.build_absolute_uri(reverse("sitemap-language", args=[language.code])) for language in all_languages()
    ]
    return render(request, "hub/sitemap_index.xml", {"addresses": addresses}, content_type="application/xml")


@require_safe
def sitemap(request: HttpRequest, language: str) -> HttpResponse:
    """List the pages that are written in `language`, and the list pages of their kinds, as far as kinds are indexed.

    Raises Http404 for a language that is not the site's.
    """
    if language not in dict(settings.LANGUAGES):
        raise Http404
    publications = Publication.objects.public().filter(locale=language, content_locale=F("locale")).order_by("path")
    publications = publications.exclude(kind__in=[kind.slug for kind in kinds if not kind.indexed])
    pages = [
        (request.build_absolute_uri(html_path(language, path)), changed)
        for path, changed in publications.values_list("path", "last_published_at")[:SITEMAP_LIMIT]
    ]
    kinds_of_counties = (
        publications.filter(kind__in=kinds.with_list_page()).exclude(county="").order_by("county", "kind")
    )
    listed = kinds_of_counties.values_list("county", "kind").annotate(changed=Max("last_published_at"))
    pages += [
        (request.build_absolute_uri(html_path(language, f"{county}/{kind}")), changed)
        for county, kind, changed in listed[: SITEMAP_LIMIT - len(pages)]
    ]
    return render(request, "hub/sitemap.xml", {"pages": pages}, content_type="application/xml")
