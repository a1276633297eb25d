"""Publishes the words of a translation, submits them to those who may, or shows what that would give."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringTranslation, Translation

from hub.internals.localize import untranslated_paths
from hub.translations.segments import hold_pages, unusable_markup
from hub.translations.state import hindering_texts


class NotPublished(Exception):
    """Words that cannot be published yet; the message says why."""


def publish_words(page: Any, translation: Translation, user: Any) -> None:
    """Publish the words of a translation, as wagtail-localize's editor does. Raises NotPublished."""
    _refuse_incomplete(page, translation)
    try:
        translation.save_target(user=user, publish=True)
    except ValidationError as error:
        raise NotPublished(" ".join(error.messages)) from error


def submit_to_workflow(page: Any, translation: Translation, user: Any) -> None:
    """Store the words in the page's draft and begin Wagtail's workflow with it. Raises NotPublished."""
    _refuse_incomplete(page, translation)
    workflow = page.get_workflow()
    if workflow is None or page.workflow_in_progress:
        raise NotPublished(_("This page cannot be submitted now."))
    try:
        translation.save_target(user=user, publish=False)
        workflow.start(translation.get_target_instance(), user)
    except ValidationError as error:
        raise NotPublished(" ".join(error.messages)) from error


def page_with_words(translation: Translation) -> Any:
    """Return the page, in memory, with all words there are, confirmed or not; missing ones are the source's."""
    with transaction.atomic():
        hold_pages(translation.source)  # whoever saves words holds them before the rows
        waiting = StringTranslation.objects.filter(
            context__object=translation.source.object_id, locale=translation.target_locale, has_error=True
        )
        usable = [
            row.pk
            for row in waiting.select_related("translation_of")
            if not unusable_markup(row.data, row.translation_of.data)
        ]
        # wagtail-localize passes over what is not confirmed.
        StringTranslation.objects.filter(pk__in=usable).update(has_error=False)
        page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
        transaction.set_rollback(True)
    page.shows_all_words = True
    return page


def _refuse_incomplete(page: Any, translation: Translation) -> None:
    hindering = hindering_texts(page, translation)
    missing = sum(path in hindering for path in untranslated_paths(translation))
    if missing:
        text = ngettext(
            "Not published: %(count)d text has no translation yet.",
            "Not published: %(count)d texts have no translation yet.",
            missing,
        )
        raise NotPublished(text % {"count": missing})
