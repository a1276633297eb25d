"""What the explorer and the editor say of the translations of a page that are not complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from hub.desk.cells import Cell, in_order
from hub.translations.models import Coverage


def open_cells(page_ids: Iterable[int]) -> dict[int, list[Cell]]:
    """Return what is to be done for source pages, and for translations, by their ids (one query)."""
    ids = set(page_ids)
    rows = Coverage.objects.filter(Q(source_id__in=ids) | Q(page_id__in=ids), state__in=Coverage.TO_DO)
    cells: dict[int, list[Cell]] = defaultdict(list)
    for row in rows:
        for pk in ids.intersection((row.source_id, row.page_id)):
            cells[pk].append(Cell(row))
    return {pk: in_order(group) for pk, group in cells.items()}


class TranslationsColumn(Column):
    """The languages in which a page waits for translators, nothing where all are complete; one query for a list."""

    cell_template_name = "hub_desk/includes/translations_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        table = context["table"]
        if not hasattr(table, "open_cells"):
            table.open_cells = open_cells(page.pk for page in table.data)
        cells = table.open_cells.get(instance.pk, [])
        return {**context, "cells": cells, "address": translations_address(cells)}


def status_context(page: Page) -> dict[str, Any]:
    """Return what the status of a page or translation shows of its translations."""
    cells = open_cells([page.pk]).get(page.pk, []) if page.pk else []
    return {"translation_cells": cells, "translations_address": translations_address(cells)}


def translations_address(cells: list[Cell]) -> str:
    return reverse("hub_page_translations", args=[cells[0].row.source_id]) if cells else ""
