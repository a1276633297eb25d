"""Two counties, and people who work for one of them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page

from hub.rights.models import CountyCollection, CountyGroup, Role


def member(name: str, county: Page, role: Role, language: str = "") -> Any:
    """Return a new user in one of the groups of a county: `member("Amal", county, Role.TRANSLATORS, "ar")`."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "a long password")
    user.groups.add(CountyGroup.objects.get(county=county.translation_key, role=role, language=language).group)
    return user


def collection_of(county: Page) -> Any:
    return CountyCollection.objects.get(county=county.translation_key).collection
