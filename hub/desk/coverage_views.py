"""How far the pages of a county, or of all, are translated: a table of pages by languages, with totals, and as CSV."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import BaseListingView
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hub.desk.cells import Cell, cell_of, reasons_for, target_languages
from hub.desk.coverage import Doors, visible
from hub.desk.coverage_filters import CoverageFilterSet, county_titles
from hub.languages import label
from hub.plugins import kinds
from hub.translations.models import Coverage

State = Coverage.State
# By what the list may be sorted.
ORDERINGS = {"tree": "path", "title": "title", "words": "to_do", "since": "waits_since"}
DEEPEST_INDENT = 6
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula


class CoverageView(BaseListingView):
    """Lists published pages with their state in each language.

    Its queries do not grow with the pages, whether there are ten or ten thousand.
    """

    page_title = _("State of translations")
    verbose_name = _("page")
    verbose_name_plural = _("pages")
    header_icon = "wagtail-localize-language"
    results_template_name = "hub_desk/coverage_results.html"
    index_url_name = "hub_coverage"
    index_results_url_name = "hub_coverage_results"
    filterset_class = CoverageFilterSet
    is_searchable = True
    paginate_by = 50
    default_ordering = "tree"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.GET.get("export") == "csv":
            return as_csv(self.filters.narrow(self.rows), self.counties)
        return super().get(request, *args, **kwargs)

    @cached_property
    def counties(self) -> dict[str, str]:
        return county_titles(self.request.user)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "counties": self.counties}

    @cached_property
    def rows(self) -> QuerySet[Coverage]:
        """What the user may see of the pages whose titles are searched for."""
        rows = visible(self.request.user).filter(locale__in=target_languages())
        return rows.filter(source__title__icontains=self.search_query) if self.is_searching else rows

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the columns."""
        filters = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        return [code for code in target_languages() if code in (filters.get("language") or target_languages())]

    def get_valid_orderings(self) -> list[str]:
        return [*ORDERINGS, *(f"-{name}" for name in ORDERINGS)]

    def get_queryset(self) -> QuerySet[Any, dict[str, Any]]:
        """Return one row for each page with a state that fits the filters."""
        pages = self.filters.narrow(self.rows).values(
            "source_id",
            "translation_key",
            path=F("source__path"),
            title=F("source__title"),
            language=F("source__locale__language_code"),
        )
        field = F(ORDERINGS[self.ordering.removeprefix("-")])
        descending = self.ordering.startswith("-")
        order = field.desc(nulls_last=True) if descending else field.asc(nulls_last=True)
        return pages.annotate(to_do=Sum("words_to_do"), waits_since=Min("since")).order_by(order, "path")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment"):
            query.pop(name, None)
        query["export"] = "csv"
        address = f"{self.index_url}?{query.urlencode()}"
        return [*super().header_more_buttons, Button(_("Download CSV"), url=address, icon_name="download", priority=90)]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        totals = self.totals()
        context |= {
            "object_list": self.described(list(context["object_list"])),
            "languages": [label(code) for code in self.languages],
            "totals": totals,
            "all_complete": bool(totals) and all(total["open"] == 0 for total in totals),
            "headings": self.headings(),
            "is_narrowed": bool(self.is_searching or self.is_filtering),
            "tree_order": self.ordering == "tree",
        }
        return context

    def headings(self) -> dict[str, dict[str, str]]:
        """Return, for each ordering but that of the tree, the next one and how the list is sorted by it now."""
        headings = {}
        for name in ("title", "words", "since"):
            ascending, descending = self.ordering == name, self.ordering == f"-{name}"
            # Who sorts by words looks for the pages with most of them.
            first, second = (f"-{name}", name) if name == "words" else (name, f"-{name}")
            headings[name] = {
                "next": second if self.ordering == first else first,
                "sorted": "ascending" if ascending else "descending" if descending else "",
            }
        return headings

    def totals(self) -> list[dict[str, Any]]:
        """Return the numbers of each language, of all states (one query)."""
        of_state = {state.name.lower(): Count("pk", filter=Q(state=state)) for state in State}
        rows = self.filters.narrow(self.rows, without=("state",)).order_by().values("locale")
        numbers = rows.annotate(pages=Count("pk"), all_words=Sum("words"), open_words=Sum("words_to_do"), **of_state)
        by_language = {row["locale"]: row for row in numbers}
        return [
            {
                **by_language[code],
                "language": label(code),
                "open": sum(by_language[code][state.name.lower()] for state in Coverage.TO_DO),
                "bar": bar(by_language[code]),
            }
            for code in self.languages
            if code in by_language
        ]

    def described(self, pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the pages with their cells, one for each language of the columns."""
        paths = {page["source_id"]: page["path"] for page in pages}
        doors = Doors(paths, self.request.user)
        reasons = reasons_for([page["translation_key"] for page in pages])
        cells: dict[int, dict[str, Cell]] = defaultdict(dict)
        for row in Coverage.objects.filter(source_id__in=paths):
            cells[row.source_id][row.locale] = cell_of(row, doors, reasons)
        top = min(map(len, paths.values()), default=0)
        return [
            {
                **page,
                "cells": [cells[page["source_id"]].get(code) for code in self.languages],
                "indent": min((len(page["path"]) - top) // Page.steplen, DEEPEST_INDENT),
                "address": page_address(page["source_id"], doors),
            }
            for page in pages
        ]


def page_address(source_id: int, doors: Doors) -> str:
    """Return where a source page is edited, for who may not do that where it is read."""
    name = "wagtailadmin_pages:edit" if doors.may_edit(source_id) else "wagtailadmin_explore"
    return reverse(name, args=[source_id])


def bar(numbers: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the parts of a bar of length 100: the state with its beginning and its width."""
    parts, begin = [], 0.0
    for state in (State.COMPLETE, State.NOT_NEEDED, State.OUTDATED, State.IN_WORK, State.MISSING):
        width = 100 * numbers[state.name.lower()] / numbers["pages"]
        if width:
            parts.append({"state": state.value, "begin": f"{begin:.2f}", "width": f"{width:.2f}"})
        begin += width
    return parts


class Echo:
    """A file that gives back what is written to it."""

    def write(self, value: str) -> str:
        return value


def as_csv(rows: QuerySet[Coverage], counties: dict[str, str]) -> StreamingHttpResponse:
    """Answer with rows of coverage as a file for spreadsheets, line by line.

    In UTF-8 with a mark at its beginning, without which Excel takes it for something else; with semicolons, as Excel
    in German expects them.
    """
    writer = csv.writer(Echo(), delimiter=";")
    lines = (writer.writerow(map(harmless, line)) for line in csv_lines(rows, counties, named()))
    headers = {"Content-Disposition": 'attachment; filename="translations.csv"'}
    return StreamingHttpResponse(chain(["\ufeff"], lines), content_type="text/csv; charset=utf-8", headers=headers)


def named() -> dict[str, dict[str, str]]:
    """Return all names in the language of the request: it is over when the lines are read."""
    headings = (
        *(_("Page"), _("Path"), _("County"), _("Kind"), _("Language"), _("State")),
        *(_("Texts"), _("Texts to do"), _("Words"), _("Words to do"), _("Since")),
    )
    return {
        "headings": {str(number): str(heading) for number, heading in enumerate(headings)},
        "kinds": {kind.slug: str(kind.label) for kind in kinds},
        "languages": {code: str(label(code)) for code in target_languages()},
        "states": {state.value: str(state.label) for state in State},
    }


def csv_lines(
    rows: QuerySet[Coverage], counties: dict[str, str], names: dict[str, dict[str, str]]
) -> Iterator[Iterable[Any]]:
    yield names["headings"].values()
    for row in rows.select_related("source").order_by("source__path", "locale").iterator():
        since = timezone.localtime(row.since).strftime("%Y-%m-%d %H:%M") if row.since else ""
        yield (
            *(row.source.title, path_below_home(row.source.url_path), counties.get(row.county, row.county)),
            *(names["kinds"].get(row.kind, row.kind), names["languages"][row.locale], names["states"][row.state]),
            *(row.texts, row.texts_to_do, row.words, row.words_to_do, since),
        )


def path_below_home(url_path: str) -> str:
    """Return the part of a url path that addresses share in all languages: `auental/wohnen` for
    `/home/auental/wohnen/`.
    """
    return url_path.strip("/").partition("/")[2]


def harmless(value: Any) -> Any:
    """Return a value that no spreadsheet takes for a formula: an apostrophe says that it is a text."""
    text = value if isinstance(value, int) else str(value)
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA) else text
