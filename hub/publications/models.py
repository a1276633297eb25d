"""What is public, one row for each page and language in which it is shown, and the bookkeeping that keeps it right.

No row has a foreign key to a page: publications and tombstones outlive the pages they speak of.
"""

from __future__ import annotations

import uuid

from django.db import connections, models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.plugins import PAGE

# More withdrawals than this are looked up by the database instead of being listed in the query.
HIDDEN_INLINE = 100


class PublicationQuerySet(models.QuerySet):
    def public(self) -> PublicationQuerySet:
        """Return what may be shown now: not past `visible_until`, not named by a withdrawal that waits in the outbox.

        Costs one query for the waiting withdrawals, normally none.
        """
        shown = self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=timezone.now()))
        hidden = OutboxRow.hidden()
        return shown.exclude(hidden) if hidden else shown

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
    outdated = models.BooleanField(default=False)
    teaser = models.JSONField()
    document = models.JSONField()
    text = models.TextField(help_text="All words of the document without markup, a line for each block.")
    content_hash = models.CharField(max_length=64)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="publication_key_locale")]
        indexes = [
            models.Index(fields=["locale", "path"]),
            models.Index(fields=["locale", "kind", "title"]),
            models.Index(fields=["county", "locale", "sequence"]),
            models.Index(fields=["parent_id", "locale"]),
            models.Index(fields=["source_id"]),
            models.Index(fields=["page_id"]),
            models.Index(fields=["tree_path"]),
            models.Index(fields=["visible_until"]),
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


class FacetValue(models.Model):
    """One value of one facet of a publication, so that lists can be filtered by it."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="facets")
    name = models.CharField(max_length=50)
    value = models.CharField(max_length=255)

    class Meta:
        indexes = [models.Index(fields=["name", "value"])]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Dependency(models.Model):
    """A page, snippet, image or file that a publication showed, or would show if it were public."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="dependencies")
    model = models.CharField(
        max_length=100, help_text="Label of the model: taxonomy.topic; for all pages wagtailcore.page."
    )
    object_id = models.BigIntegerField()

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


class OutboxRow(models.Model):
    """A page, snippet, image or file that may have changed, written in the transaction of the change.

    `subtree` stands for a page's descendants without the page itself, which has a row of its own. `withdraw` hides what
    the row stands for from every public query, from the commit on until it has been reconciled.
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
        indexes = [models.Index(fields=["due_at"]), models.Index(fields=["page_id"])]
        ordering = ["pk"]
        verbose_name = _("waiting page")
        verbose_name_plural = _("waiting pages")

    def __str__(self) -> str:
        return str(self.page_id)

    @classmethod
    def hidden(cls) -> Q | None:
        """Return the condition on publications that waiting withdrawals hide; None when none waits (one query)."""
        waiting = cls.objects.filter(withdraw=True).order_by()
        rows = list(waiting.values_list("page_id", "subtree").distinct()[:HIDDEN_INLINE])
        if not rows:
            return None
        if len(rows) == HIDDEN_INLINE:
            place = Concat(Value("/"), Cast("page_id", models.CharField()), Value("/"))
            line = ExpressionWrapper(OuterRef("ancestors"), models.CharField())
            above = waiting.filter(subtree=True).exclude(page_id=OuterRef("source_id"))
            above = above.annotate(place=place, line=line).filter(line__contains=F("place"))
            every = waiting.filter(subtree=False).values("page_id")
            return Q(page_id__in=every) | Q(source_id__in=every) | Q(Exists(above))
        ids = [page_id for page_id, subtree in rows if not subtree]
        condition = Q(page_id__in=ids) | Q(source_id__in=ids)
        for page_id in [page_id for page_id, subtree in rows if subtree]:
            condition |= Q(ancestors__contains=f"/{page_id}/") & ~Q(source_id=page_id)
        return condition


class Consumer(models.Model):
    """Where a consumer stands in the sequence, and when the worker was last alive for it."""

    name = models.CharField(max_length=50, unique=True)
    epoch = models.CharField(max_length=12, default="")
    cursor = models.BigIntegerField(default=0)
    seen_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class SetAside(models.Model):
    """A change that a consumer could not digest, with its error."""

    consumer = models.ForeignKey(Consumer, models.CASCADE, related_name="set_aside")
    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    sequence = models.BigIntegerField()
    error = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consumer", "translation_key", "locale"], name="set_aside_once")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.error}"
