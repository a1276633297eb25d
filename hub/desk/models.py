"""What the desk stores about those who work in the admin."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Comment, CommentReply
from wagtail_localize.models import String, Translation, TranslationContext


def next_monday(now: datetime | None = None) -> datetime:
    """Return when the working week begins next: Monday, 7 o'clock in the hub's time zone."""
    now = timezone.localtime(now)
    monday = timezone.make_aware(datetime.combine(now.date() - timedelta(days=now.weekday()), time(7)))
    return (
        monday
        if monday > now
        else timezone.make_aware(datetime.combine(now.date() + timedelta(days=7 - now.weekday()), time(7)))
    )


class WeeklyMail(models.Model):
    """When a translator gets the next e-mail about what waits, and whether they want it at all."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="weekly_mail")
    is_off = models.BooleanField(default=False)
    due_at = models.DateTimeField(default=next_monday, db_index=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.due_at:%Y-%m-%d %H:%M}"


class AcceptedHint(models.Model):
    """A translator's word that what a hint points at is right in this text."""

    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+")
    locale = models.CharField(max_length=12)
    code = models.CharField(max_length=20)
    subject = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["string", "context", "locale", "code", "subject"], name="hint_accepted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.context_id} {self.locale}: {self.code} {self.subject}"


class Presence(models.Model):
    """At which text of a translation somebody works just now."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    translation = models.ForeignKey(Translation, models.CASCADE, related_name="+")
    text = models.CharField(max_length=40, blank=True, help_text="Its key at the desk.")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "translation"], name="present_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.translation_id} {self.text}"


class Question(models.Model):
    """What a translator asked the editors about a text: a comment on the source page, whose replies are the answers.

    `path` is that of the text, as in `hub.translations.prose`; `text` is the question without what the comment quotes.
    """

    # Both relations are hidden: Wagtail saves a comment by naming each relation that it sees as a field to update.
    comment = models.OneToOneField(Comment, models.CASCADE, related_name="+")
    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    path = models.TextField()
    language = models.CharField(max_length=20, help_text="Into which the text is translated.")
    text = models.TextField(max_length=2000)
    notified_at = models.DateTimeField(null=True, help_text="When the editors were told.")
    due_at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When e-mails may be tried next.")

    wagtail_reference_index_ignore = True  # else the page would count as used

    def __str__(self) -> str:
        return f"{self.language} {self.path}: {self.text[:50]}"


class SentAnswer(models.Model):
    """Remembers that who asked was sent the e-mail about an answer."""

    # Without a constraint: the editor may delete the answer while its e-mail is sent.
    reply = models.OneToOneField(CommentReply, models.CASCADE, related_name="+", db_constraint=False)
    sent_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.reply_id}: {self.sent_at:%Y-%m-%d %H:%M}"
