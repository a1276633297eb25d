"""E-mails about questions: to editors that somebody asks, to who asked that there is an answer.

The background process sends them; what is sent stands in the rows, so that a mail server that is down loses none.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import CommentReply, Page

from hub.desk.models import Question, SentAnswer
from hub.desk.translator.questions import (
    address_for_editors,
    address_for_translators,
    answers,
    name_of,
    plain,
    unanswered,
)
from hub.desk.weekly_mail import language_of
from hub.internals.wagtail_rights import readable_pages
from hub.languages import label
from hub.rights.models import Role

logger = logging.getLogger(__name__)

PAUSE = timedelta(minutes=10)  # before a mail server that failed is asked again


def send_due() -> bool:
    """Send the e-mails about the question for which some are due longest; say whether any were due."""
    now = timezone.now()
    waiting = Question.objects.filter(
        Q(notified_at=None) | Exists(unsent().filter(comment=OuterRef("comment"))), due_at__lte=now
    )
    question = waiting.select_related("comment__user", "comment__page", "string").order_by("due_at", "pk").first()
    if question is None:
        return False
    # Put off before they are sent: a second worker sends none of them, and after a crash they are tried again.
    if not Question.objects.filter(pk=question.pk, due_at=question.due_at).update(due_at=now + PAUSE):
        return True
    new = list(unsent().filter(comment=question.comment_id).select_related("user").order_by("created_at", "pk"))
    try:
        # Nobody has to be told of a question that is answered already.
        if question.notified_at is None and unanswered().filter(pk=question.pk).exists():
            send("question", question, recipients(question), address_for_editors(question))
        if new:
            send("answer", question, askers(question), address_for_translators(question), new)
    except OSError as error:  # SMTP's errors, too
        # The others would each wait for the same server.
        logger.warning("The mail server does not take the e-mails about questions, which wait: %r", error)
        waiting.update(due_at=now + PAUSE)
    else:
        SentAnswer.objects.bulk_create([SentAnswer(reply=reply) for reply in new], ignore_conflicts=True)
        Question.objects.filter(pk=question.pk).update(notified_at=question.notified_at or now, due_at=now)
    return True


def unsent() -> QuerySet[CommentReply]:
    """Return the answers of which who asked was not told yet."""
    return answers().exclude(Exists(SentAnswer.objects.filter(reply=OuterRef("pk"))))


def reachable() -> QuerySet[Any]:
    """Return the users who have an e-mail address and have not declined e-mails about comments."""
    users = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    return users.exclude(wagtail_userprofile__updated_comments_notifications=False)


def recipients(question: Question) -> list[Any]:
    """Return who is told of a question: those who may edit the page among who follows its comments.

    When nobody does, it is who last edited or published it, else the editors of the county.
    """
    page = question.comment.page
    for users in _candidates(page):
        found = [
            user for user in users.exclude(pk=question.comment.user_id) if page.permissions_for_user(user).can_edit()
        ]
        if found:
            return found
    return []


def _candidates(page: Page) -> Iterator[QuerySet[Any]]:
    users = reachable()
    yield users.filter(page_subscriptions__page=page, page_subscriptions__comment_notifications=True)
    revisions = [revision for revision in (page.latest_revision, page.live_revision) if revision]
    yield users.filter(pk__in={revision.user_id for revision in revisions if revision.user_id})
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    yield users.filter(groups__county_group__role=Role.EDITORS, groups__county_group__county__in=keys).distinct()


def askers(question: Question) -> list[Any]:
    """Return who asked, if they can be reached and may still read the page."""
    users = reachable().filter(pk=question.comment.user_id)
    return [user for user in users if readable_pages(user).filter(pk=question.comment.page_id).exists()]


def send(
    kind: str, question: Question, users: Iterable[Any], address: str, replies: Iterable[CommentReply] = ()
) -> None:
    """Send the e-mail `kind` to each of `users` in the language of their admin."""
    for user in users:
        with translation.override(language_of(user)):
            values = {
                "user": user,
                "author": name_of(question.comment.user),
                "language": label(question.language),
                "page": question.comment.page,
                "sentence": plain(question.string),
                "question": question,
                "answers": [(name_of(reply.user), reply.text) for reply in replies],
                "address": f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}",
            }
            message = EmailMessage(
                " ".join(render_to_string(f"hub_desk/{kind}_mail_subject.txt", values).split()),
                render_to_string(f"hub_desk/{kind}_mail.txt", values),
                to=[user.email],
                headers={"Auto-Submitted": "auto-generated"},
            )
        try:
            message.send()
        except SMTPRecipientsRefused:
            logger.warning("An e-mail about question %s to user %s was refused.", question.pk, user.pk)
