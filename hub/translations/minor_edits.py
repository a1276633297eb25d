"""Minor edits: changes of a source page's texts that ask for no new translation."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, TranslationSource

from hub.translations.handover import unconfirmed
from hub.translations.models import MinorEdit
from hub.translations.segments import hold_pages
from hub.translations.sources import is_source, source_of
from hub.translations.state import CARRIED

TAKEN_BACK = "hub.minor_edit_taken_back"


@transaction.atomic
def publish_minor(revision: Revision, user: Any = None) -> None:
    """Publish a revision of a source page as a minor edit."""
    announce(revision, user)
    revision.publish(user=user)


def announce(revision: Revision, user: Any = None) -> bool:
    """Have a revision count as a minor edit when it is published, now or later; say whether it can be one.

    It can be one of a source page that is public: nothing else has been translated from.
    """
    page: Page = revision.content_object
    if not page.live or not is_source(page):
        return False
    MinorEdit.objects.get_or_create(revision=revision, defaults={"translation_key": page.translation_key, "user": user})
    return True


@transaction.atomic
def take_back(edit: MinorEdit, user: Any = None) -> None:
    """Let the texts of a minor edit ask for a translation after all. Words that were carried over wait for a look."""
    page = Page.objects.filter(translation_key=edit.translation_key).order_by("pk").first()
    if page is None:
        return
    source = TranslationSource.objects.filter(object_id=edit.translation_key).first()
    if source:
        hold_pages(source)
        carried = StringTranslation.objects.filter(
            context__object_id=edit.translation_key,
            context__path__in=edit.changes,
            translation_of__in=source.stringsegment_set.values("string"),
            translation_type__startswith=CARRIED,
        )
        carried.update(has_error=True, field_error=unconfirmed())
    edit.delete()
    log(source_of(page) or page, TAKEN_BACK, user=user, data={"texts": len(edit.changes)})
