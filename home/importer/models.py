"""What earlier imports stored, so that a later one tells changes in the files from changes in the hub."""

from __future__ import annotations

from django.db import models


class ImportedPage(models.Model):
    """The last import of a page in one language.

    It has no foreign keys, so that it outlives a page that is deleted in the hub: the importer leaves it deleted.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=12)
    path = models.CharField(max_length=1000, help_text="The page's path in the file.")
    parent_key = models.UUIDField(
        null=True, help_text="Translation key of the parent in the file; none below the county."
    )
    order = models.IntegerField(help_text="The page's order among its siblings in the file; -1 until it is in place.")
    content_hash = models.CharField(
        max_length=64, blank=True, help_text="Hash of the stored content; empty until there is some."
    )
    revision_id = models.BigIntegerField(null=True, help_text="The page's latest revision after the import.")
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "language"], name="imported_page_once")]

    def __str__(self) -> str:
        return self.path
