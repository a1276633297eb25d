"""Saves one text. Nobody's words are overwritten unseen, and none are lost when the source changes meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext

from hub.desk.translator.texts import version_of
from hub.translations.models import EarlierText
from hub.translations.segments import hold_pages, unusable_markup


class Conflict(Exception):
    """Somebody else has stored other words since they were read; `row` holds them, None where they were deleted."""

    def __init__(self, row: StringTranslation | None) -> None:
        super().__init__()
        self.row = row


@dataclass(frozen=True)
class Place:
    """Where words are stored: a text of the source at the path of its value."""

    translation: Translation
    string: String
    context: TranslationContext

    @property
    def is_on_page(self) -> bool:
        """Say whether the source still has the text (one query)."""
        return self.translation.source.stringsegment_set.filter(string=self.string, context=self.context).exists()

    def row(self) -> StringTranslation | None:
        rows = StringTranslation.objects.select_related("last_translated_by")
        return rows.filter(translation_of=self.string, context=self.context, locale=self._locale).first()

    def new_row(self) -> StringTranslation:
        return StringTranslation(translation_of=self.string, context=self.context, locale=self._locale)

    @property
    def _locale(self) -> Any:
        return self.translation.target_locale


def place_of(translation: Translation, string_id: int, context_id: int) -> Place:
    """Return a place on the page of a translation, also one that has another text by now.

    Raises String.DoesNotExist or TranslationContext.DoesNotExist for places of other pages.
    """
    source = translation.source
    context = TranslationContext.objects.get(pk=context_id, object=source.object_id)
    at = {"context": context}
    stands = Exists(StringSegment.objects.filter(string=OuterRef("pk"), **at))
    stood = Exists(EarlierText.objects.filter(Q(earlier=OuterRef("pk")) | Q(string=OuterRef("pk")), **at))
    translated = Exists(StringTranslation.objects.filter(translation_of=OuterRef("pk"), **at))
    string = String.objects.get(stands | stood | translated, pk=string_id, locale=source.locale_id)
    return Place(translation, string, context)


def begun() -> str:
    """Return what wagtail-localize's editor says of words that nobody has confirmed yet, in the source language."""
    with override(settings.LANGUAGE_CODE):
        return _("Not finished: nobody has confirmed this translation yet.")


@transaction.atomic
def save_words(place: Place, words: str, base: str, *, is_confirmed: bool, user: Any) -> StringTranslation | None:
    """Store the words of a text and return their row; None for no words, which delete what was stored.

    `base` is the version that the words began with (see `version_of`). Words that are not confirmed do not count as a
    translation. Where the source has another text by now, the words become the start of that one's translation. Raises
    Conflict, and Page.DoesNotExist as `hold_pages` does.
    """
    hold_pages(place.translation.source)
    row = place.row()
    if (row.data if row else "") == words and (row is None or row.has_error != is_confirmed):
        return row
    if version_of(row) != base:
        raise Conflict(row)
    if not words:
        if row:
            row.delete()
        return None
    before = row.data if row else ""
    row = _store(row or place.new_row(), words, is_confirmed, user)
    if not place.is_on_page:
        _hand_on(place, words, before, user)
    return row


def _store(row: StringTranslation, words: str, is_confirmed: bool, user: Any) -> StringTranslation:
    row.data = words
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = ""
    row.last_translated_by = user
    # wagtail-localize finds most of what it cannot use by itself, but fails at tags that are nested too deeply.
    row.has_error = not is_confirmed or bool(unusable_markup(words, row.translation_of.data))
    row.field_error = "" if is_confirmed else begun()
    row.save()
    return row


def _hand_on(place: Place, words: str, before: str, user: Any, seen: frozenset[int] = frozenset()) -> None:
    """Let words for a text that the source has changed stand where its new text waits for a translation.

    What somebody else has written there since stays: only no words, or those from `before`, are replaced.
    """
    seen |= {place.string.pk}
    later_texts = EarlierText.objects.filter(earlier=place.string, context=place.context).exclude(string__in=seen)
    for later in later_texts.select_related("string"):
        new = Place(place.translation, later.string, place.context)
        row = new.row() or new.new_row()
        if row.pk is None or (row.has_error and row.data == before):
            _store(row, words, is_confirmed=False, user=user)
        if not new.is_on_page:
            _hand_on(new, words, before, user, seen)
