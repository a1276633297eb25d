"""What the database engine holds, and what was learnt from translations."""

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
    grams = models.BinaryField(null=True, help_text="In the source language (`search.meaning.source_grams`).")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="entry_key_locale")]
        indexes = [models.Index(fields=["locale"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale}"


class GramCount(models.Model):
    """In how many entries of a language a gram occurs. Only PostgreSQL uses it: FTS5 keeps such numbers itself."""

    locale = models.CharField(max_length=12)
    gram = models.CharField(max_length=24)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "gram"], name="gram_count_locale_gram")]

    def __str__(self) -> str:
        return f"{self.gram} {self.locale}: {self.documents}"


class PageVectors(models.Model):
    """The vectors of what a publication shows, made by one model; search compares those of the model in use.

    Kept for pages in the languages that they really have. A row is never changed: a new one takes its place, so that
    number and last id of the rows tell whether there is anything new.
    """

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    model = models.CharField(max_length=100)
    sequence = models.BigIntegerField()
    county = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=50)
    hashes = models.BinaryField(help_text="Of the text of each passage: 16 bytes.")
    numbers = models.BinaryField(help_text="For each passage a float32, then the int8 numbers it multiplies.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale", "model"], name="page_vectors_key_locale_model")
        ]
        indexes = [models.Index(fields=["model", "locale"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale}"


class QuestionMean(models.Model):
    """The mean vector of everyday questions in a language, by a model: what all questions in it have in common."""

    locale = models.CharField(max_length=12)
    model = models.CharField(max_length=100)
    vector = models.BinaryField(help_text="float32 numbers.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "model"], name="question_mean_locale_model")]

    def __str__(self) -> str:
        return f"{self.locale} {self.model}"


class LearntWords(models.Model):
    """What the worker has learnt of the words of a language, from its public pages (`search.meaning.word_table`)."""

    locale = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=12, help_text="The source language.")
    version = models.IntegerField(help_text="Of the way of learning.")
    sequence = models.BigIntegerField(help_text="Number of the sequence up to which changes are in it.")
    pages = models.IntegerField(help_text="How many pages there were.")
    learnt_at = models.DateTimeField()
    translations = models.JSONField(help_text="Beginning of a word: [[word of the source language, probability], …].")
    spellings = models.JSONField(help_text="Folded word: as pages spell it; frequent words first.")

    def __str__(self) -> str:
        return self.locale
