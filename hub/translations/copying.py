"""Takes the translated words of a page over to its copies.

Wagtail gives a copy a translation key of its own, so that its texts have no translation although they are the same.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.jobs import running
from hub.jobs.kinds import JobKind, Progress
from hub.jobs.models import Job
from hub.translations.coverage import words_changed
from hub.translations.handover import source_for
from hub.translations.sources import is_source
from hub.translations.state import CARRIED

COPY_TRANSLATIONS = "copy translations"


class CopyTranslations(JobKind):
    """Takes words over to a copy and to the pages below it, one page in each step.

    Its arguments are the ids of the page that was copied, `original`, and of its `copy`.
    """

    label = _("Take over the translations of “%(subject)s”")

    def count(self, arguments: dict[str, Any]) -> int:
        return subtree(arguments["copy"]).count()

    def step(self, job: Progress) -> bool:
        rows = subtree(job.arguments["copy"]).filter(pk__gt=job.cursor.get("page", 0))
        # Whoever deletes a page locks it before its words.
        copy = rows.select_for_update(no_key=True, of=("self",)).order_by("pk").first()
        if copy is None:
            return False
        texts = by_hand = 0
        original = original_of(copy, job.arguments)
        if original:
            texts, by_hand = take_over(original, copy), translated_by_hand(original).count()
        job.cursor = {
            "page": copy.pk,
            "texts": job.cursor.get("texts", 0) + texts,
            "by_hand": job.cursor.get("by_hand", 0) + by_hand,
        }
        job.done += 1
        return True

    def result(self, job: Progress) -> str:
        if not job.cursor:
            return ""
        texts, by_hand = job.cursor["texts"], job.cursor["by_hand"]
        sentences = [ngettext("%(count)d text taken over.", "%(count)d texts taken over.", texts) % {"count": texts}]
        if by_hand:
            sentence = ngettext(
                "%(count)d translation that is edited by hand was not taken over.",
                "%(count)d translations that are edited by hand were not taken over.",
                by_hand,
            )
            sentences.append(sentence % {"count": by_hand})
        return " ".join(sentences)


def start(original: Page, copy: Page, user: Any) -> Job | None:
    """Start the job for a page that `user` has copied, or return None where there is nothing to take over."""
    if copy.alias_of_id or not is_source(original):
        return None
    copied = Page.objects.filter(pk=original.pk)
    if Page.objects.descendant_of(copy).exists():
        copied = Page.objects.descendant_of(original, inclusive=True)
    if not segmented(copied).exists():
        return None
    arguments = {"original": original.pk, "copy": copy.pk}
    return running.start(COPY_TRANSLATIONS, arguments, subject=original.title, user=user)


def subtree(page_id: int) -> PageQuerySet:
    """Return a page and all below it; nothing when it is gone."""
    page = Page.objects.filter(pk=page_id).first()
    return Page.objects.descendant_of(page, inclusive=True) if page else Page.objects.none()


def original_of(copy: Page, arguments: dict[str, Any]) -> Page | None:
    """Return the page that stands below the original as `copy` stands below the copy; None where there is none."""
    roots = Page.objects.in_bulk([arguments["original"], arguments["copy"]])
    if len(roots) < 2:
        return None
    top, copied_top = roots[arguments["original"]], roots[arguments["copy"]]
    pages = Page.objects.descendant_of(top, inclusive=True).filter(
        url_path=top.url_path + copy.url_path.removeprefix(copied_top.url_path),
        depth=top.depth + copy.depth - copied_top.depth,
        content_type=copy.content_type_id,
        locale=copy.locale_id,
    )
    return pages.exclude(pk=copy.pk).first()


def segmented(pages: PageQuerySet) -> QuerySet[Translation]:
    """Return the translations of source pages that are translated text by text."""
    return Translation.objects.filter(
        source__object_id__in=pages.values("translation_key"), source__locale__in=pages.values("locale"), enabled=True
    )


def translated_by_hand(original: Page) -> PageQuerySet:
    """Return the translations of a page that have a body of their own, or words that stand in them alone."""
    by_text = segmented(Page.objects.filter(pk=original.pk)).values("target_locale")
    pages = Page.objects.filter(translation_key=original.translation_key, alias_of=None)
    return pages.exclude(pk=original.pk).exclude(locale__in=by_text)


def kind_of(words: StringTranslation) -> str:
    """Return the kind of translation of copied words: the minor edits of a page are its own."""
    kind = words.translation_type
    return StringTranslation.TRANSLATION_TYPE_MANUAL if kind.startswith(CARRIED) else kind


def take_over(original: Page, copy: Page) -> int:
    """Give the texts of `copy` that `original` has, too, its valid translations; return their number.

    Prefers the translation at the same path: the ids of blocks are the same, the translation keys of inline children
    are not. Neither makes a page nor changes a translation that there is: drafts are made when somebody translates
    the copy.
    """
    languages = set(segmented(Page.objects.filter(pk=original.pk)).values_list("target_locale_id", flat=True))
    languages -= set(translated_by_hand(copy).values_list("locale_id", flat=True))
    known = StringTranslation.objects.filter(
        context__object_id=original.translation_key, locale__in=languages, has_error=False
    )
    if not known.exists():
        return 0
    source = source_for(copy.specific)
    texts = list(StringSegment.objects.filter(source=source).values_list("string_id", "context_id", "context__path"))
    at_path: dict[tuple[int, int, str], StringTranslation] = {}
    anywhere: dict[tuple[int, int], StringTranslation] = {}
    of_copy = StringSegment.objects.filter(source=source).values("string")
    for words in known.filter(translation_of__in=of_copy).select_related("context").order_by("updated_at", "pk"):
        at_path[words.locale_id, words.translation_of_id, words.context.path] = words
        anywhere[words.locale_id, words.translation_of_id] = words
    existing = set(
        StringTranslation.objects.filter(context__object_id=copy.translation_key).values_list(
            "locale_id", "translation_of_id", "context_id"
        )
    )
    rows: dict[tuple[int, int, int], StringTranslation] = {}
    for string, context, path in texts:
        for language in languages:
            found = at_path.get((language, string, path)) or anywhere.get((language, string))
            if found and (language, string, context) not in existing:
                rows[language, string, context] = StringTranslation(
                    translation_of_id=string,
                    context_id=context,
                    locale_id=language,
                    data=found.data,
                    translation_type=kind_of(found),
                    tool_name=found.tool_name,
                    last_translated_by_id=found.last_translated_by_id,
                )
    # Without signals: a page's draft title follows when its draft is saved.
    StringTranslation.objects.bulk_create(rows.values(), ignore_conflicts=True)
    translated = {language for language, _string, _context in rows}
    Translation.objects.bulk_create(
        [Translation(source=source, target_locale_id=language) for language in sorted(translated)],
        ignore_conflicts=True,
    )
    words_changed(source)
    return len(rows)
