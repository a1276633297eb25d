"""The search page: works without scripts, and forgives any parameter."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hub.kept import keep
from hub.plugins import kinds
from hub.publications.listsearch import Scope
from hub.publications.models import Publication
from hub.site import navigation
from search.answer import LONGEST_QUESTION, Result, ask, results

PER_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers `q`, on the `page` asked for; an unknown `county` or `kind` narrows nothing."""
    locale = get_language()
    question = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    county = navigation.county(request.GET.get("county", "").replace("\x00", ""), locale)
    kind = kinds.get(request.GET.get("kind", ""))
    scope = Scope((locale,), county["meta"]["slug"] if county else "", kind.slug if kind else "")
    answer = ask(question, scope)
    if not answer.degraded:
        keep(request, indexes=True)
    paginator = Paginator(answer.ids, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "question": question,
        "county": county,
        "kind": kind,
        "kinds": list(kinds),
        "found": page,
        "results": [template_context(result) for result in results(list(page.object_list), answer)],
        "nothing_published": not paginator.count and not Publication.objects.public().filter(locale=locale).exists(),
    }
    return render(request, "search/search.html", context)


def template_context(result: Result) -> dict:
    """Return what the template shows of a result."""
    kind = kinds.get(result.teaser["meta"]["kind"])
    return {
        "teaser": result.teaser,
        "highlight": mark_safe(result.highlight),  # noqa: S308 - escaped where it was made
        "kind": kind.label if kind else "",
        "county": result.county,
    }
