"""The e-mail that tells translators on Mondays what waits for them. The background process sends it."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from hub.desk.models import WeeklyMail, next_monday
from hub.desk.my_list import Item, amount, totals_of, waiting
from hub.rights.models import Role

logger = logging.getLogger(__name__)

LISTED = 10
PAUSE = timedelta(hours=1)  # before a mail server that failed is asked again
REFUSED_PAUSE = timedelta(days=1)  # before an address that it refused is tried again
SALT = "hub.desk.weekly_mail"


def recipients() -> QuerySet[Any]:
    """Return the translators of counties who have an e-mail address."""
    users = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    return users.filter(groups__county_group__role=Role.TRANSLATORS).distinct()


def send_due() -> bool:
    """Send the e-mail that is due longest; say whether one was due."""
    new = recipients().filter(weekly_mail=None)
    WeeklyMail.objects.bulk_create([WeeklyMail(user=user) for user in new], ignore_conflicts=True)
    now = timezone.now()
    due = WeeklyMail.objects.filter(is_off=False, due_at__lte=now, user__in=recipients())
    mail = due.select_related("user").order_by("due_at", "pk").first()
    if mail is None:
        return False
    # Put off before it is sent: neither a second worker nor a crash makes it come again in the same week.
    if not WeeklyMail.objects.filter(pk=mail.pk, is_off=False, due_at=mail.due_at).update(due_at=next_monday(now)):
        return True
    try:
        is_sent = send(mail.user)
    except SMTPRecipientsRefused:
        logger.warning("The weekly e-mail to user %s was refused.", mail.user_id)
        WeeklyMail.objects.filter(pk=mail.pk).update(due_at=now + REFUSED_PAUSE)
    except OSError as error:  # SMTP's errors, too
        # The others would each wait for the same server.
        logger.warning("The mail server does not take the weekly e-mails, which wait: %r", error)
        due.update(due_at=now + PAUSE)
        WeeklyMail.objects.filter(pk=mail.pk).update(due_at=now + PAUSE)
    else:
        if is_sent:
            WeeklyMail.objects.filter(pk=mail.pk).update(sent_at=now)
    return True


def send(user: Any) -> bool:
    """Send `user` what waits for them; say whether anything does."""
    rows = waiting(user)
    totals = totals_of(rows)
    if not totals["pages"]:
        return False
    with translation.override(language_of(user)):
        message(user, [Item(row) for row in rows[:LISTED]], totals).send()
    return True


def message(user: Any, items: list[Item], totals: dict[str, int]) -> EmailMessage:
    """Return the e-mail in the active language."""
    site = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    decline = f"{site}{reverse('hub_weekly_mail', args=[token_of(user)])}"
    values = {
        "user": user,
        "items": items,
        "more": totals["pages"] - len(items),
        "amount": amount(**totals),
        "site": site,
        "decline": decline,
    }
    return EmailMessage(
        " ".join(render_to_string("hub_desk/weekly_mail_subject.txt", values).split()),
        render_to_string("hub_desk/weekly_mail.txt", values),
        to=[user.email],
        headers={
            "Auto-Submitted": "auto-generated",
            # RFC 8058: mail programs send a POST when their own button is pressed.
            "List-Unsubscribe": f"<{decline}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def language_of(user: Any) -> str:
    """Return the language in which `user` works in the admin."""
    profile = apps.get_model("wagtailusers.UserProfile").objects.filter(user=user).first()
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def token_of(user: Any) -> str:
    """Return what proves that somebody has an e-mail of `user`; it declines these e-mails and can do nothing else."""
    return signing.dumps(user.pk, salt=SALT)


def user_of(token: str) -> Any:
    """Return the user for whom a token was made, None for none."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return get_user_model()._default_manager.filter(pk=pk).first()


def is_on(user: Any) -> bool | None:
    """Say whether `user` gets the e-mails; None for who would get none anyway."""
    row = recipients().filter(pk=user.pk).values_list("weekly_mail__is_off").first()
    return not row[0] if row else None


def switch(user: Any, on: bool) -> None:
    """Let `user` get the e-mails from next Monday on, or none."""
    WeeklyMail.objects.update_or_create(user=user, defaults={"is_off": not on, "due_at": next_monday()})
