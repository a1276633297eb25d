"""Which groups and which collection belong to which county.

A county is known by the translation key that its pages share, so that it may be renamed and moved.
"""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class Role(models.TextChoices):
    ADMINISTRATORS = "administrators", _("administrators")
    EDITORS = "editors", _("editors")
    TRANSLATORS = "translators", _("translators")


class CountyGroup(models.Model):
    group = models.OneToOneField(Group, models.CASCADE, related_name="county_group")
    county = models.UUIDField()
    role = models.CharField(max_length=20, choices=Role.choices)
    language = models.CharField(max_length=20, blank=True, help_text="Of translators: the code of their language.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["county", "role", "language"], name="one_group_for_each_role"),
        ]

    def __str__(self) -> str:
        return f"{self.county} {self.role} {self.language}".rstrip()


class CountyCollection(models.Model):
    collection = models.OneToOneField(Collection, models.CASCADE, related_name="county_collection")
    county = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return f"{self.county} {self.collection}"
