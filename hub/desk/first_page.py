"""What the admin's first page says to those who keep pages: what waits, where theirs are, which are not public."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet, Sum
from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from hub.desk.coverage import languages_of, visible
from hub.desk.my_list import Item, amount, county_title, is_only_translator, totals_of, translated_by, waiting
from hub.desk.translator.questions import address_for_editors, open_questions, plain
from hub.internals.wagtail_rights import own_pages
from hub.languages import label
from hub.rights.county_groups import county_pages
from hub.translations.models import Coverage

LISTED = 10


class MyListPanel(Component):
    """Shows translators what waits for them first."""

    name = "my_list"
    order = 25
    template_name = "hub_desk/my_list_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        if request.user.is_superuser or not languages_of(request.user):
            return {}
        rows = waiting(request.user)
        totals = totals_of(rows)
        return {
            "is_translator": True,
            "items": [Item(row) for row in rows[:LISTED]] if totals["pages"] else [],
            "more": max(0, totals["pages"] - LISTED),
            "amount": amount(**totals),
            "csrf_token": get_token(request),  # a panel is rendered without its request
        }


class QuestionsPanel(Component):
    """Shows editors what translators ask about their pages, longest waiting first."""

    name = "questions"
    order = 26
    template_name = "hub_desk/questions_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        questions = open_questions(parent_context["request"].user)
        count = questions.count()
        return {
            "count": count,
            "questions": [
                {
                    "question": question,
                    "sentence": plain(question.string),
                    "language": label(question.language),
                    "address": address_for_editors(question),
                }
                for question in (questions[:LISTED] if count else ())
            ],
            "more": max(0, count - LISTED),
        }


class CoveragePanel(Component):
    """Says for each county and language of the user how far its pages are translated."""

    name = "coverage"
    order = 28
    template_name = "hub_desk/coverage_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"counties": coverage_by_county(parent_context["request"].user)}


def coverage_by_county(user: Any) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the titles of the user's counties, each with a line for each language; for translators, of their own."""
    rows = translated_by(user) if is_only_translator(user) else visible(user)
    to_do = ~Q(state=Coverage.State.NOT_NEEDED)
    lines = (
        rows.filter(locale__in=dict(settings.LANGUAGES))
        .exclude(county="")
        .values("county", "locale")
        .annotate(
            county_title=county_title(),
            pages=Count("pk", filter=to_do),
            complete=Count("pk", filter=Q(state=Coverage.State.COMPLETE)),
            words=Sum("words_to_do"),
            outdated_since=Min("since", filter=Q(state=Coverage.State.OUTDATED)),
        )
    )
    order = [code for code, _name in settings.LANGUAGES]
    counties: dict[str, tuple[str, list[dict[str, Any]]]] = {}
    for line in sorted(lines, key=lambda line: order.index(line["locale"])):
        county, language = line["county"], line["locale"]
        values = {**line, "language": label(language), "address": coverage_address(county, language)}
        counties.setdefault(county, (line["county_title"] or county, []))[1].append(values)
    return sorted(counties.values(), key=lambda county: county[0])


def coverage_address(county: str, language: str) -> str:
    """Return the address at which the coverage of a county's pages in a language is shown page by page."""
    return f"{reverse('hub_coverage')}?{urlencode({'county': county, 'language': language})}"


class OwnPagesPanel(Component):
    """Leads to the user's counties, and to the drafts there that were changed last: for translators, what waits."""

    name = "own_pages"
    order = 30
    template_name = "hub_desk/own_pages_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        # Wagtail gives a page once for each right on it.
        tops = list(dict.fromkeys(county_pages() if user.is_superuser else own_pages(user)))
        drafts = unpublished(tops)
        return {
            # A county's translations are reached from it; translators have no right on the county itself.
            "tops": [page for page in tops if page.locale.language_code == settings.LANGUAGE_CODE] or tops,
            "drafts": drafts[:LISTED],
            "more": max(0, drafts.count() - LISTED),
        }


def unpublished(tops: list[Page]) -> QuerySet[Page]:
    """Return the pages at and below `tops` that are drafts, or have changes that are not public, latest first."""
    if not tops:
        return Page.objects.none()
    below = reduce(or_, (Q(path__startswith=page.path) for page in tops))
    drafts = Page.objects.filter(below).filter(Q(live=False) | Q(has_unpublished_changes=True))
    return drafts.select_related("locale").annotate_approved_schedule().order_by("-latest_revision_created_at", "path")
