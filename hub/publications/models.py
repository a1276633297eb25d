"""What is public, one row for each page and language in which it is shown, and the bookkeeping that keeps it right.

Publications, tombstones and outbox rows have no foreign key to a page: they outlive the pages they speak of.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import connections, models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.plugins import PAGE
from hub.publications.documents import DocumentField

# More withdrawals than this are looked up by the database instead of being listed in the query.
HIDDEN_INLINE = 100


class PublicationQuerySet(models.QuerySet):
    def public(self) -> PublicationQuerySet:
        """Return what may be shown now: not past `visible_until`, not named by a withdrawal that waits in the outbox.

        Costs one query for the waiting withdrawals, normally none.
        """
        unexpired = self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=timezone.now()))
        hidden = OutboxRow.hidden()
        return unexpired.exclude(hidden) if hidden else unexpired

    def public_at_once(self) -> PublicationQuerySet:
        """Return the same as `public()`, as a part of one query: for tests whether anything is public."""
        unexpired = self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=timezone.now()))
        return unexpired.exclude(OutboxRow.hidden_by_database())

    def below(self, ancestor: Publication) -> PublicationQuerySet:
        """Return the publications of a page's descendants, by the indexes of `ancestors`."""
        prefix = ancestor.ancestors
        if connections[self.db].vendor == "sqlite":
            # SQLite uses no index for Django's LIKE, which has an ESCAPE. The character after "/" is "0".
            return self.filter(ancestors__gt=prefix, ancestors__lt=f"{prefix.removesuffix('/')}0")
        return self.filter(ancestors__startswith=prefix).exclude(source_id=ancestor.source_id)


class Publication(models.Model):
    """A stored document: what one page shows in one language."""

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12, help_text="The language asked for.")
    content_locale = models.CharField(max_length=12, help_text="The language shown: `locale`, or the source's.")
    sequence = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=50)
    county = models.CharField(max_length=255, blank=True, help_text="Slug of the county, empty outside one.")
    source_id = models.BigIntegerField(help_text="Id of the source page.")
    page_id = models.BigIntegerField(help_text="Id of the page shown: the translation's, or the source's.")
    parent_id = models.BigIntegerField(help_text="Id of the source page's parent.")
    ancestors = models.CharField(max_length=500, help_text="Ids from the root to the source page itself: /1/3/41/.")
    tree_path = models.CharField(max_length=255, help_text="The source page's place in tree order.")
    path = models.CharField(
        max_length=1000, help_text="Address below the language: county/path, without slashes around it."
    )
    title = models.CharField(max_length=255)
    slug = models.CharField(max_length=255)
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)
    changes_at = models.DateTimeField(null=True, help_text="When the first part of the document ends.")
    outdated = models.BooleanField(default=False)
    teaser = DocumentField()
    document = DocumentField()
    texts = models.JSONField(
        default=list,
        help_text="What search finds, in reading order: [path of the value, language, a line without markup].",
    )
    content_hash = models.CharField(max_length=64)
    surroundings = models.BigIntegerField(
        default=0,
        help_text="Number of the sequence at which what the page's HTML shows beside the document last changed.",
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="publication_key_locale")]
        indexes = [
            models.Index(fields=["locale", "path"]),
            models.Index(fields=["locale", "kind", "title"]),
            models.Index(fields=["county", "locale", "sequence"]),
            models.Index(fields=["county", "locale", "kind", "title"]),
            models.Index(fields=["parent_id", "locale"]),
            models.Index(fields=["source_id"]),
            models.Index(fields=["page_id"]),
            models.Index(fields=["tree_path"]),
            models.Index(fields=["visible_until"]),
            models.Index(fields=["changes_at"]),
            # For `below()`. In the order of PostgreSQL's usual collations a prefix is no range.
            models.Index(fields=["ancestors"], name="publication_ancestors", opclasses=["varchar_pattern_ops"]),
            models.Index(
                fields=["locale", "ancestors"],
                name="publication_locale_ancestors",
                opclasses=["varchar_ops", "varchar_pattern_ops"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.locale}/{self.path}"

    @property
    def text(self) -> str:
        """The lines of `texts`."""
        return plain_text(self.texts)


def plain_text(texts: list[list[str]]) -> str:
    """Return the lines of a publication's `texts`."""
    return "\n".join(line for _path, _language, line in texts)


class FacetValue(models.Model):
    """One value of one facet of a publication, so that lists can be filtered by it."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="facets")
    name = models.CharField(max_length=50)
    value = models.CharField(max_length=255)
    label = models.CharField(max_length=255, default="", help_text="What readers of the publication's language see.")
    number = models.FloatField(null=True, help_text="The number, or the ordinal of the date, by which ranges compare.")

    class Meta:
        indexes = [
            models.Index(fields=["name", "value"]),
            models.Index(fields=["name", "number"], name="facet_value_name_number"),
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Dependency(models.Model):
    """A page, snippet, image or file that a publication showed, or would show if it were public.

    `surrounding` says that the page's HTML shows it beside the document, as breadcrumbs do: then the document does not
    change with it.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="dependencies")
    model = models.CharField(
        max_length=100, help_text="Label of the model: taxonomy.topic; for all pages wagtailcore.page."
    )
    object_id = models.BigIntegerField()
    surrounding = models.BooleanField(default=False)
    visible_until = models.DateTimeField(null=True, help_text="When the part that shows it ends.")

    class Meta:
        indexes = [models.Index(fields=["model", "object_id"])]

    def __str__(self) -> str:
        return f"{self.model}:{self.object_id}"


class Tombstone(models.Model):
    """What is left of a publication in a county and language where it is no longer shown. It holds no words of the
    page.
    """

    class Reason(models.TextChoices):
        WITHDRAWN = "withdrawn"
        DELETED = "deleted"
        MOVED = "moved"
        ERASED = "erased"

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    county = models.CharField(max_length=255, blank=True)
    sequence = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=50)
    page_id = models.BigIntegerField()
    reason = models.CharField(max_length=20, choices=Reason.choices)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale", "county"], name="tombstone_key_locale_county")
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.reason}"


class Sequence(models.Model):
    """The one row whose lock makes sequence order commit order."""

    epoch = models.CharField(max_length=12, default="", help_text="Changes when a backup is restored.")
    value = models.BigIntegerField(default=0)
    tombstones_since = models.BigIntegerField(default=0, help_text="Tombstones up to this number have been pruned.")

    def __str__(self) -> str:
        return f"{self.epoch}-{self.value}"

    @staticmethod
    def new_epoch() -> str:
        return uuid.uuid4().hex[:8]

    @classmethod
    def current(cls) -> Sequence:
        """Return the row as last committed (one query)."""
        return cls.objects.get(pk=1)


class Head(models.Model):
    """The number of the last change in a county, "" for what is outside of one: what is made of its publications has
    changed only when this has. Written under the lock of the sequence.
    """

    county = models.CharField(max_length=255, unique=True)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.county}: {self.value}"


class OutboxRow(models.Model):
    """A page, snippet, image or file that may have changed, written in the transaction of the change.

    `subtree` stands for a page's descendants without the page itself, which has a row of its own. `withdraw` hides what
    the row stands for from every public query, from the commit on until it has been reconciled. Of another object than
    a page it hides nothing, but answers that were kept before the commit are not true any more.
    """

    model = models.CharField(max_length=100, default=PAGE, help_text="Label of the model; `*` stands for all pages.")
    page_id = models.BigIntegerField(default=0, help_text="Id of the page, or of another model's object.")
    translation_key = models.UUIDField(null=True, help_text="Known for pages; needed when the page is deleted.")
    subtree = models.BooleanField(default=False)
    withdraw = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"]),
            models.Index(fields=["page_id"]),
            models.Index(fields=["page_id"], condition=Q(withdraw=True), name="outbox_withdrawals"),
        ]
        ordering = ["pk"]
        verbose_name = _("waiting page")
        verbose_name_plural = _("waiting pages")

    def __str__(self) -> str:
        return str(self.page_id)

    @classmethod
    def hidden(cls) -> Q | None:
        """Return the condition on publications that waiting withdrawals hide; None when none waits (one query)."""
        waiting = cls.objects.filter(model=PAGE, withdraw=True).order_by()
        rows = list(waiting.values_list("page_id", "subtree").distinct()[:HIDDEN_INLINE])
        if not rows:
            return None
        if len(rows) == HIDDEN_INLINE:
            return cls.hidden_by_database()
        ids = [page_id for page_id, subtree in rows if not subtree]
        condition = Q(page_id__in=ids) | Q(source_id__in=ids)
        for page_id in [page_id for page_id, subtree in rows if subtree]:
            condition |= Q(ancestors__contains=f"/{page_id}/") & ~Q(source_id=page_id)
        return condition

    @classmethod
    def hidden_by_database(cls) -> Q:
        """Return the same condition as a subquery, without asking what waits."""
        waiting = cls.objects.filter(model=PAGE, withdraw=True).order_by()
        place = Concat(Value("/"), Cast("page_id", models.CharField()), Value("/"))
        line = ExpressionWrapper(OuterRef("ancestors"), models.CharField())
        above: models.QuerySet = waiting.filter(subtree=True).exclude(page_id=OuterRef("source_id"))
        above = above.annotate(place=place, line=line).filter(line__contains=F("place"))
        every = waiting.filter(subtree=False).values("page_id")
        return Q(page_id__in=every) | Q(source_id__in=every) | Q(Exists(above))


class ConsumerState(models.Model):
    """Where a consumer stands in the sequence, and since when it cannot follow."""

    name = models.CharField(max_length=50, unique=True)
    epoch = models.CharField(max_length=12, default="")
    kinds = models.TextField(blank=True, default="", help_text="The slugs of the kinds it follows; empty for all.")
    version = models.CharField(max_length=100, blank=True, default="", help_text="The form of what it holds.")
    cursor = models.BigIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class FailedChange(models.Model):
    """A change that a consumer could not apply, with its error."""

    consumer = models.ForeignKey(ConsumerState, models.CASCADE, related_name="failed_changes")
    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    kind = models.CharField(max_length=50, default="")
    sequence = models.BigIntegerField()
    error = models.TextField()
    retry = models.BooleanField(default=False, help_text="The worker tries it again at its next step.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consumer", "translation_key", "locale"], name="failed_change_once")
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.error}"


class Lease(models.Model):
    """Which worker works in a role, and until when it has said so."""

    role = models.CharField(max_length=100, unique=True)
    holder = models.CharField(max_length=100)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.role}: {self.holder}"


class UpkeepRound(models.Model):
    """The one row that says how far the present round of upkeep has come, or that it is finished."""

    started_at = models.DateTimeField(default=timezone.now)
    page_id = models.BigIntegerField(default=0, help_text="Pages up to this id have been compared.")
    publication_id = models.BigIntegerField(default=0, help_text="Publications up to this id still have a page.")
    finished = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"

    def move_on(self, **values: Any) -> None:
        """Store `values`, unless another worker has moved on meanwhile."""
        unmoved = {"started_at": self.started_at, "page_id": self.page_id, "publication_id": self.publication_id}
        UpkeepRound.objects.filter(pk=self.pk, **unmoved).update(**values)


class PublishingFailure(models.Model):
    """A page that was to be published or unpublished on its own, without anybody looking, and was not.

    A draft that could not be published is kept, but no longer scheduled.
    """

    class Occasion(models.TextChoices):
        SCHEDULE = "schedule"
        APPROVAL = "approval"
        EXPIRY = "expiry"

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=20, choices=Occasion.choices)
    error = models.TextField(blank=True, help_text="Empty when the page is half translated.")
    recipients = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    notified = models.BooleanField(default=False, help_text="The e-mails to the recipients have been sent.")
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True  # else the page would count as used

    def __str__(self) -> str:
        return self.message

    @property
    def message(self) -> str:
        """What happened and what to do, in the active language."""
        match self.occasion, bool(self.error):
            case self.Occasion.SCHEDULE, False:
                text = _(
                    "“%(title)s” was not published as scheduled, because it is half translated. The draft is kept:"
                    " translate what is missing, then publish or schedule it again."
                )
            case self.Occasion.SCHEDULE, True:
                text = _(
                    "“%(title)s” could not be published as scheduled. The draft is kept: correct it, then publish or"
                    " schedule it again. The error was: %(error)s"
                )
            case self.Occasion.APPROVAL, _:
                text = _(
                    "“%(title)s” was approved, but not published, because it is half translated. The draft is kept:"
                    " translate what is missing, then publish it."
                )
            case _:
                text = _(
                    "“%(title)s” has expired and readers no longer see it, but it could not be unpublished. Please tell"
                    " your technical support. The error was: %(error)s"
                )
        return text % {"title": self.page.get_admin_display_title(), "error": self.error}
