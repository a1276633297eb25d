"""Questions of translators about a text: editors answer where they write, translators of all languages read the answer.

A question is a comment on the source page, beside its field in the page's form; a reply to it is an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.blocks import FieldBlock
from wagtail.fields import StreamField
from wagtail.models import Comment, CommentReply, Page
from wagtail_localize.models import String, StringSegment

from hub.desk.models import Question
from hub.internals.wagtail import COMMENTS
from hub.internals.wagtail_rights import editable_pages
from hub.languages import label

MAX_LENGTH = 2000
QUOTED = 100  # characters of a sentence
NO_PLACE = "title"  # where a question stands whose own place the page's form cannot show
POSITION = "[]"  # in rich text: beside it, at none of its words


@dataclass(frozen=True)
class Answer:
    author: str
    text: str
    created_at: datetime


@dataclass(frozen=True)
class Asked:
    """A question with its answers, the oldest first. `language` is a code, `sentence` plain text."""

    pk: int
    user_id: int
    author: str
    language: str
    sentence: str
    text: str
    created_at: datetime
    is_resolved: bool
    answers: tuple[Answer, ...]

    @property
    def language_label(self) -> Any:
        return label(self.language)


def ask(source_page: Page, path: str, string: String, language: str, text: str, user: Any) -> Question:
    """Store what `user` asks about a text of `source_page` that is to be translated into `language`, a code.

    Raises ValidationError for an empty or too long question and for a text that is no longer at `path`,
    Page.DoesNotExist when the page was deleted.
    """
    text = text.strip()
    if not text:
        raise ValidationError(_("Write your question."))
    if len(text) > MAX_LENGTH:
        message = _("A question has at most %(limit)d characters, this one has %(length)d.")
        raise ValidationError(message, params={"limit": MAX_LENGTH, "length": len(text)})
    with transaction.atomic():
        # Nobody deletes the page meanwhile.
        page = Page.objects.select_for_update(no_key=True).get(pk=source_page.pk).specific
        segments = StringSegment.objects.filter(source__object_id=page.translation_key, context__path=path)
        strings = list(segments.values_list("string_id", flat=True))
        if string.pk not in strings:
            raise ValidationError(_("This text has changed meanwhile. Open the page again."))
        place = place_in_form(page.get_latest_revision_as_object(), path)
        words = quoting(string, text) if len(strings) > 1 or place != path else text
        # As forms send line breaks: an editor's form would else seem to have changed what somebody else wrote.
        words = re.sub(r"\r\n|\r|\n", "\r\n", words)
        comment = Comment.objects.create(page=page, user=user, text=words, contentpath=place, position=POSITION)
        return Question.objects.create(comment=comment, string=string, path=path, language=language, text=text)


def quoting(string: String, text: str) -> str:
    """Return a question with the sentence that it asks about, in the language of those who answer."""
    with translation.override(settings.LANGUAGE_CODE):
        sentence = Truncator(plain(string)).chars(QUOTED)
        return _("“%(sentence)s” – %(text)s") % {"sentence": sentence, "text": text}


def plain(string: String) -> str:
    """Return a text without the tags in it."""
    return " ".join(unescape(strip_tags(string.data)).split())


def place_in_form(page: Page, path: str) -> str:
    """Return where the form of `page` can show a comment on the text at `path`: beside it, else beside the title.

    Inline children, such as staff, have no comments.
    """
    name, *rest = path.split(".")
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        return NO_PLACE
    if not rest:
        return NO_PLACE if field.is_relation else path
    if not isinstance(field, StreamField):
        return NO_PLACE
    found = field.get_block_by_content_path(getattr(page, name), rest)
    return path if found and isinstance(found.block, FieldBlock) else NO_PLACE


def show_in_form(page: Page, comment_pk: int) -> None:
    """Let the form of `page`, as it is edited, show a question whose place is gone from it."""
    question = Question.objects.filter(comment=comment_pk, comment__page=page.pk).select_related("comment").first()
    if question is None or place_in_form(page, question.comment.contentpath) == question.comment.contentpath:
        return
    place = place_in_form(page, question.path)
    Comment.objects.filter(pk=comment_pk).update(contentpath=place, position=POSITION)
    for comment in getattr(page, COMMENTS).all():  # what a draft holds was read before
        if comment.pk == comment_pk:
            comment.contentpath, comment.position = place, POSITION


def questions_of(translation_key: UUID) -> dict[tuple[int | None, str], list[Asked]]:
    """Return all questions about a page by (id of the string, path), the oldest first (three queries).

    Those about a text that no longer stands at its path are at (None, path), too. Show them to nobody who may not read
    the page.
    """
    questions = list(
        Question.objects.filter(comment__page__translation_key=translation_key)
        .select_related("comment__user", "string")
        .order_by("comment__created_at", "pk")
    )
    replies = CommentReply.objects.filter(comment__in=[question.comment_id for question in questions])
    by_comment: defaultdict[int, list[Answer]] = defaultdict(list)
    for reply in replies.select_related("user").order_by("created_at", "pk"):
        by_comment[reply.comment_id].append(Answer(name_of(reply.user), reply.text, reply.created_at))
    segments = StringSegment.objects.filter(source__object_id=translation_key)
    current = set(segments.values_list("string_id", "context__path")) if questions else set()
    found: defaultdict[tuple[int | None, str], list[Asked]] = defaultdict(list)
    for question in questions:
        comment = question.comment
        asked = Asked(
            question.pk,
            comment.user_id,
            name_of(comment.user),
            question.language,
            plain(question.string),
            question.text,
            comment.created_at,
            comment.resolved_at is not None,
            tuple(by_comment[question.comment_id]),
        )
        found[question.string_id, question.path].append(asked)
        if (question.string_id, question.path) not in current:
            found[None, question.path].append(asked)
    return dict(found)


def stamp_of(translation_key: UUID) -> str:
    """Return what changes with each question about a page and each answer (one query)."""
    about = Question.objects.filter(comment__page__translation_key=translation_key)
    found = about.aggregate(
        asked=Count("pk", distinct=True),
        resolved=Max("comment__resolved_at"),
        answers=Count("comment__replies", distinct=True),
        edited=Max("comment__replies__updated_at"),
    )
    return " ".join(str(value) for value in found.values())


def name_of(user: Any) -> str:
    return user.get_full_name() or user.get_username()


def is_question(comment: Comment) -> bool:
    return Question.objects.filter(comment=comment.pk).exists()


def answers() -> QuerySet[CommentReply]:
    """Return the replies to comments of somebody else: what who asked adds to a question is no answer."""
    return CommentReply.objects.exclude(user=F("comment__user"))


def unanswered() -> QuerySet[Question]:
    """Return the questions that nobody has answered or marked as resolved."""
    return Question.objects.filter(comment__resolved_at=None).exclude(
        Exists(answers().filter(comment=OuterRef("comment")))
    )


def open_questions(user: Any) -> QuerySet[Question]:
    """Return the unanswered questions about pages that `user` may edit, the oldest first."""
    questions = unanswered().filter(comment__page__in=editable_pages(user).values("pk"))
    related = questions.select_related("comment__page", "comment__user", "string")
    return related.order_by("comment__created_at", "pk")


def address_for_editors(question: Question) -> str:
    """Return the address of the page's form, at the question."""
    return f"{reverse('wagtailadmin_pages:edit', args=[question.comment.page_id])}?comment={question.comment_id}"


def address_for_translators(question: Question) -> str:
    """Return the address at which the text is translated; the list of translations while there is no draft."""
    key = question.comment.page.translation_key
    page = Page.objects.filter(translation_key=key, locale__language_code=question.language).only("pk").first()
    return reverse("hub_desk", args=[page.pk]) if page else reverse("hub_my_translations")
