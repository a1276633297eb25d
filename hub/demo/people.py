"""The invented people of the demo, one for each role. They are examples: nobody is meant."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from hub.rights.models import CountyGroup, Role


@dataclass(frozen=True)
class Person:
    username: str
    first_name: str
    duty: str
    role: Role | None = None
    language: str = ""


PEOPLE = (
    Person("admin", "Alex", "administers the hub"),
    Person("landkreis", "Leyla", "administers the county", Role.ADMINISTRATORS),
    Person("redaktion", "Robin", "writes the German pages", Role.EDITORS),
    Person("englisch", "Emmanuel", "translates into English", Role.TRANSLATORS, "en"),
    Person("arabisch", "Amal", "translates into Arabic", Role.TRANSLATORS, "ar"),
    Person("ukrainisch", "Oksana", "translates into Ukrainian", Role.TRANSLATORS, "uk"),
)


def add_people(county: UUID, password: str) -> None:
    """Add the people who are not there yet, all with the same password, to their groups of the demo's county.

    `county` is the translation key of its pages.
    """
    users = get_user_model().objects
    hashed = make_password(password)  # it takes a while
    for person in PEOPLE:
        is_needed = not person.language or person.language in dict(settings.LANGUAGES)
        if not is_needed or users.filter(username=person.username).exists():
            continue
        user = users.create(
            username=person.username,
            email=f"{person.username}@auental.example",
            password=hashed,
            first_name=person.first_name,
            last_name="Beispiel",
            is_superuser=person.role is None,
            is_staff=person.role is None,
        )
        if person.role:
            groups = CountyGroup.objects.filter(county=county, role=person.role, language=person.language)
            user.groups.add(groups.get().group)
