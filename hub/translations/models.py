"""The abstract base of pages whose translations are pages of their own, and what is known about their translations."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, PageManager, Revision
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.models import String, TranslationContext

from hub.translations.prose import ProseMixin, digests, stream_data, with_unique_ids
from hub.translations.same_texts import SameTexts
from hub.translations.sources import is_source, titles_of_translations, with_source_path
from hub.translations.state import record, refuse_half_translated

MINOR_EDIT = "hub.minor_edit"  # in Wagtail's log of a page


def not_in_future(day: date) -> None:
    """Raise ValidationError for a day after today."""
    if day > timezone.localdate():
        raise ValidationError(_("This day is in the future."))


class TranslatablePageManager(PageManager):
    """Reads with each page what its address needs, so that lists in the admin do not ask for each of their rows."""

    def get_queryset(self) -> PageQuerySet:
        return with_source_path(super().get_queryset())


class TranslatablePage(ProseMixin, Page):
    """A page that knows, as a translation, which texts of its source page it translates."""

    translated_from = models.JSONField(
        default=dict,
        editable=False,
        help_text="In a translation: the fingerprint of each source text that it translates, by path.",
    )
    own_structure = models.BooleanField(
        default=False, editable=False, help_text="In a translation: its body does not follow the source's blocks."
    )

    proofread_on = models.DateField(
        _("proofread by its readers on"),
        null=True,
        blank=True,
        validators=[not_in_future],
        help_text=_(
            "In easy language: when people of its audience have last made sure that they understand it. Such a page is "
            "called “Leichte Sprache”, any other “Einfache Sprache”."
        ),
    )

    # Of a page in memory: its preview shows all words that it has, also those that would not be published.
    shows_all_words = False

    objects = TranslatablePageManager()

    # Search in the admin offers source pages alone, and finds them by their translations' titles.
    search_fields = [*Page.search_fields, index.AutocompleteField("translated_titles")]

    class Meta:
        abstract = True

    @property
    def translated_titles(self) -> str:
        return "\n".join(titles_of_translations(self))

    def same_texts(self) -> SameTexts:
        """Return which fingerprints mean the same text, by the minor edits of the source page (one query)."""
        edits = MinorEdit.objects.filter(translation_key=self.translation_key)
        return SameTexts(edits.values_list("changes", flat=True))

    def is_source(self) -> bool:
        """Say whether this is the source page (see `hub.translations.sources`)."""
        return is_source(self)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Record in a translation's revision which source texts it translates, and give each block an id of its own."""
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                data = stream_data(getattr(self, field.name))
                if (unique := with_unique_ids(data)) != data:
                    setattr(self, field.name, field.to_python(json.dumps(unique)))
        if self.pk and not self.alias_of_id and not self.is_source():
            record(self)
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish `revision`. Raises HalfTranslated when a text that readers have to have has no translation in it."""
        if not self.is_source():
            refuse_half_translated(self, revision)
        return super().publish(revision, *args, **kwargs)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page; when that publishes a source page, have its texts handed to its translations.

        All that publishes saves the page with another live revision. Wagtail's form does not call `publish`.
        """
        if self.live and self.live_revision_id and kwargs.get("update_fields") is None:
            stored = Page.objects.filter(pk=self.pk).values_list("live_revision_id", flat=True).first()
            if stored != self.live_revision_id and not self.alias_of_id and self.is_source():
                for edit in MinorEdit.objects.filter(translation_key=self.translation_key, changes={}):
                    if edit.revision_id == self.live_revision_id:
                        edit.note_changes(type(self).objects.get(pk=self.pk), self.live_revision.content)
                    else:
                        edit.delete()  # it was announced for what was public until now
                HandOver.objects.create(translation_key=self.translation_key)
        super().save(*args, **kwargs)


class MinorEdit(models.Model):
    """A published change of a source page that asks for no new translation, as of a comma.

    A row is made before its revision is published. `changes` are the texts that the revision changed, by path: (old
    fingerprint, new fingerprint); empty until then.
    """

    translation_key = models.UUIDField(db_index=True)
    # Old revisions are purged: what their edits say about texts stays.
    revision = models.OneToOneField(Revision, models.DO_NOTHING, db_constraint=False, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changes = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.translation_key}: {len(self.changes)}"

    def note_changes(self, before: TranslatablePage, content: Any) -> None:
        """Record which texts differ between a page, as it is public now, and the content of its next revision."""
        old, new = digests(type(before), before.serializable_data()), digests(type(before), content)
        self.changes = {path: [old[path], mark] for path, mark in new.items() if old.get(path, mark) != mark}
        if not self.changes:
            return
        self.save(update_fields=["changes"])
        log(
            before, MINOR_EDIT, user=self.user, revision=self.revision, data={"id": self.pk, "texts": len(self.changes)}
        )


class HandOver(models.Model):
    """A source page that was published, and whose texts wait to be handed to its translations."""

    translation_key = models.UUIDField()
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.translation_key)


class EarlierText(models.Model):
    """The text that stood in the place of another one before its source page was published anew."""

    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+")
    earlier = models.ForeignKey(String, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["string", "context"], name="earlier_text_once")]

    def __str__(self) -> str:
        return f"{self.context_id}: {self.earlier_id} → {self.string_id}"


class NotNeeded(models.Model):
    """An editor's decision that a page needs no translation into a language: readers see it in its own."""

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    reason = models.CharField(_("because"), max_length=200)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="not_needed_once")]

    def __str__(self) -> str:
        return self.reason


class Coverage(models.Model):
    """How far a published page is translated into one language of its county. Made with the page's publications.

    A text is what translators are given: a paragraph of a rich text, else a whole value.
    """

    class State(models.TextChoices):
        MISSING = "missing", _("missing")
        IN_WORK = "in-work", _("in work")
        OUTDATED = "outdated", _("outdated")
        COMPLETE = "complete", _("complete")
        NOT_NEEDED = "not-needed", _("not needed")

    TO_DO = (State.MISSING, State.IN_WORK, State.OUTDATED)

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    # Rows are written after the change of a page: a constraint would let them wait for an editor who deletes one.
    source = models.ForeignKey(Page, models.DO_NOTHING, db_constraint=False, related_name="+")
    page_id = models.BigIntegerField(null=True, db_index=True, help_text="Id of the translation, public or not.")
    county = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=50)
    state = models.CharField(max_length=12, choices=State.choices)
    texts = models.PositiveIntegerField(default=0, help_text="Of the source.")
    texts_to_do = models.PositiveIntegerField(default=0, help_text="Without a translation, in drafts neither.")
    words = models.PositiveIntegerField(default=0)
    words_to_do = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True, help_text="Since when there is something to do.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="coverage_key_locale")]
        indexes = [
            models.Index(fields=["county", "locale", "state"]),
            models.Index(fields=["locale", "state", "since"]),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.locale}: {self.state}"
