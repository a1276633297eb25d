"""What editors and translators read of the coverage of one page in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.desk.coverage import Doors
from hub.languages import label
from hub.translations.models import Coverage, NotNeeded

State = Coverage.State
ICONS = {
    State.MISSING: "plus",
    State.IN_WORK: "edit",
    State.OUTDATED: "warning",
    State.COMPLETE: "check",
    State.NOT_NEEDED: "minus",
}


@dataclass(frozen=True)
class Cell:
    """A row of coverage as it is shown: `address` leads to the work, `begins` says that it makes a draft (POST)."""

    row: Coverage
    reason: str = ""
    address: str = ""
    begins: bool = False

    @property
    def icon(self) -> str:
        return ICONS[State(self.row.state)]

    @property
    def language(self) -> Any:
        return label(self.row.locale)

    @property
    def text(self) -> str:
        """The state in words, with numbers where there is something to do."""
        row = self.row
        numbers = {"count": row.texts_to_do, "done": row.texts - row.texts_to_do, "texts": row.texts}
        if row.state == State.IN_WORK:
            if not row.texts_to_do:
                return _("translated, waits to be published")
            return _("in work, %(done)d of %(texts)d") % numbers
        if row.state == State.OUTDATED:
            if not row.texts_to_do:
                return _("outdated, waits to be published")
            text = ngettext("outdated (%(count)d text)", "outdated (%(count)d texts)", row.texts_to_do)
            return text % numbers
        return row.get_state_display()

    @property
    def brief(self) -> str:
        """The state in one or two words, behind the code of a language."""
        row = self.row
        if row.state == State.MISSING:
            return row.get_state_display()
        if not row.texts_to_do:
            return _("waits")
        if row.state == State.OUTDATED:
            return _("%(count)d outdated") % {"count": row.texts_to_do}
        return _("%(done)d of %(texts)d") % {"done": row.texts - row.texts_to_do, "texts": row.texts}


def cell_of(row: Coverage, doors: Doors, reasons: Mapping[tuple[UUID, str], str]) -> Cell:
    """Return the cell of a row. `doors` are the user's, `reasons` the decisions that no translation is needed."""
    if row.page_id is None:
        begins = row.state != State.NOT_NEEDED and doors.may_begin(row.source_id, row.locale)
        address = reverse("hub_translate", args=[row.source_id, row.locale]) if begins else ""
    else:
        begins = False
        address = reverse("hub_desk", args=[row.page_id]) if doors.may_edit(row.page_id) else ""
    reason = reasons.get((row.translation_key, row.locale), "") if row.state == State.NOT_NEEDED else ""
    return Cell(row, reason, address, begins)


def reasons_for(keys: Any) -> dict[tuple[UUID, str], str]:
    """Return why pages need no translation, by translation key and language (one query)."""
    rows = NotNeeded.objects.filter(translation_key__in=keys)
    return {
        (key, language): reason for key, language, reason in rows.values_list("translation_key", "locale", "reason")
    }


def target_languages() -> list[str]:
    """Return the languages into which pages are translated, in the order of the settings."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def in_order(cells: list[Cell]) -> list[Cell]:
    """Return the cells in the order in which the settings name their languages."""
    order = {code: position for position, code in enumerate(target_languages())}
    return sorted(cells, key=lambda cell: order.get(cell.row.locale, len(order)))
