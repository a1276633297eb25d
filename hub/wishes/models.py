"""The counters of readers' wishes for translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import F, Q


class Wish(models.Model):
    """How often readers asked for a page in a language. The row goes when the page is translated or gone."""

    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="wish_key_locale")]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale}: {self.count}"

    @classmethod
    def add(cls, key: UUID, language: str) -> None:
        """Count one more reader who asked for a page in a language."""
        wish, _created = cls.objects.get_or_create(translation_key=key, locale=language)
        cls.objects.filter(pk=wish.pk).update(count=F("count") + 1)

    @classmethod
    def forget(cls, cells: Iterable[tuple[UUID, str]]) -> None:
        """Delete the counters of pages in languages: (translation key, language). No query without any."""
        keys: dict[str, list[UUID]] = defaultdict(list)
        for key, language in cells:
            keys[language].append(key)
        condition = Q()  # one part for each language: SQLite takes no thousand of them
        for language in keys:
            condition |= Q(locale=language, translation_key__in=keys[language])
        if condition:
            cls.objects.filter(condition).delete()
