"""Publishing that failed while nobody was looking: kept for the people concerned until it is resolved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision

from hub.internals.wagtail_admin import EmailNotificationMixin, Notifier, changeable_pages
from hub.publications.models import PublishingFailure
from hub.translations.state import HalfTranslated


class FailureNotifier(EmailNotificationMixin, Notifier):
    """Sends Wagtail's kind of e-mail to those who scheduled or approved a page that was not published."""

    # Whoever declines e-mails about rejected pages in the account's settings gets none of these either.
    notification = "rejected"
    template_directory = "publications/notifications/"

    def __init__(self) -> None:
        super().__init__((PublishingFailure,))

    def get_recipient_users(self, instance: PublishingFailure, **kwargs: Any) -> set[AbstractBaseUser]:
        return set(instance.recipients.all())

    def get_context(self, instance: PublishingFailure, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(instance, **kwargs), "failure": instance}


def record(
    page: Page, occasion: str, error: Exception, recipients: Iterable[AbstractBaseUser | None] = ()
) -> PublishingFailure:
    """Store what happened to `page`, in place of what was known before."""
    if isinstance(error, HalfTranslated):
        text = ""
    elif isinstance(error, ValidationError):
        text = " ".join(error.messages)
    else:
        text = repr(error)
    values = {"occasion": occasion, "error": text, "notified": False, "created_at": timezone.now()}
    failure, _created = PublishingFailure.objects.update_or_create(page_id=page.pk, defaults=values)
    failure.recipients.set({user.pk for user in recipients if user})
    return failure


def unresolved() -> QuerySet[PublishingFailure]:
    """Return the failures of pages that have not since been published, scheduled or, when expired, unpublished."""
    scheduled = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("page_id"), CharField()), approved_go_live_at__isnull=False
    )
    failures = PublishingFailure.objects.exclude(page__last_published_at__gt=F("created_at"))
    return failures.exclude(occasion=PublishingFailure.Occasion.EXPIRY, page__live=False).filter(~Exists(scheduled))


def concerning(user: Any) -> QuerySet[PublishingFailure]:
    """Return the unresolved failures that `user` was told of, or whose pages `user` may edit or publish."""
    pages = changeable_pages(user)
    told = PublishingFailure.recipients.through.objects.filter(user_id=user.pk).values("publishingfailure_id")
    return unresolved().filter(Q(pk__in=told) | Q(page__in=pages))


def notify() -> None:
    """Send the e-mails of one failure that are due. Like Wagtail's, they are tried once."""
    failure = PublishingFailure.objects.filter(notified=False).order_by("pk").first()
    # Marked before it is sent: neither a second worker nor a server that refuses it makes it come again.
    if failure and PublishingFailure.objects.filter(pk=failure.pk, notified=False).update(notified=True):
        FailureNotifier()(failure)


def forget_resolved() -> None:
    PublishingFailure.objects.exclude(pk__in=unresolved()).delete()
