"""An editor's decision that a page needs no translation into a language."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from hub.translations.models import NotNeeded

# In Wagtail's log of the source page.
DECIDED = "hub.translation_not_needed"
WITHDRAWN = "hub.translation_needed"


@transaction.atomic
def decide(source: Page, language: str, reason: str, user: Any = None) -> None:
    """Let readers of a language see a source page in its own, and nobody be asked to translate it."""
    NotNeeded.objects.update_or_create(
        translation_key=source.translation_key, locale=language, defaults={"reason": reason, "user": user}
    )
    log(source, DECIDED, user=user, data={"language": language, "reason": reason})


@transaction.atomic
def withdraw(source: Page, language: str, user: Any = None) -> None:
    """Ask for a translation after all."""
    decision = NotNeeded.objects.filter(translation_key=source.translation_key, locale=language).first()
    if decision:
        decision.delete()
        log(source, WITHDRAWN, user=user, data={"language": language})
