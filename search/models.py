"""What the database engine holds."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """A publication whose words the database engine holds, in the version `sequence`; 0 while it waits for a rebuild.

    SQLite keeps the grams in one FTS5 table per language, whose rowid is an entry's id; PostgreSQL in the columns
    `vector` and `length` of this table, which only the migration and `search.engines.postgresql` know.
    """

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    publication_id = models.BigIntegerField()
    sequence = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="entry_key_locale")]
        indexes = [models.Index(fields=["locale"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale}"


class GramCount(models.Model):
    """In how many entries of a language a gram occurs. Only PostgreSQL uses it: FTS5 keeps such numbers itself."""

    locale = models.CharField(max_length=12)
    gram = models.CharField(max_length=8)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "gram"], name="gram_count_locale_gram")]

    def __str__(self) -> str:
        return f"{self.gram} {self.locale}: {self.documents}"
