"""Who else works on a translation just now, and at which text."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail_localize.models import Translation

from hub.desk.models import Presence
from hub.desk.translator.questions import name_of

GONE_AFTER = timedelta(seconds=30)  # browsers tell every ten


def tell(translation: Translation, user: Any, text: str) -> None:
    """Note that `user` is at a text, by its key; "" while they are at none."""
    Presence.objects.bulk_create(  # one query instead of five
        [Presence(user=user, translation=translation, text=text[:40], seen_at=timezone.now())],
        update_conflicts=True,
        unique_fields=["user", "translation"],
        update_fields=["text", "seen_at"],
    )


def forget() -> None:
    """Delete who was where before today (one query): it is nobody's business."""
    Presence.objects.filter(seen_at__lt=timezone.now() - timedelta(days=1)).delete()


def others(translation: Translation, user: Any) -> list[dict[str, str]]:
    """Return name and text of each of the others (one query)."""
    rows = Presence.objects.filter(translation=translation, seen_at__gt=timezone.now() - GONE_AFTER)
    rows = rows.exclude(user=user).select_related("user").order_by("user_id")
    return [{"name": name_of(row.user), "text": row.text} for row in rows]
