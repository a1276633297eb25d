"""`manage.py places register FILE --county KEY`: the municipalities of a county from the official register."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from hub.taxonomy.models import Place
from hub.taxonomy.register import Municipality, RegisterError, read, short_names

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class Command(BaseCommand):
    help = (
        "Adds the municipalities of a county from the official register and fills in what known ones lack. It deletes"
        " nothing and keeps names and postal codes that are there. Of postal codes the register has the one of the"
        " seat alone: editors add the others in the admin. Safe to repeat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        register = actions.add_parser("register", help=self.help)
        register.add_argument("file", type=Path, help="AuszugGV….xlsx or GV100AD….txt of the Statistisches Bundesamt.")
        register.add_argument("--county", required=True, help="The county's key: five digits.")
        register.add_argument("--dry-run", action="store_true", help="Say what would be done, and do nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        county: str = options["county"]
        if not re.fullmatch(r"\d{5}", county):
            raise CommandError(f"--county must be a key of five digits such as 15085, not {county!r}.")
        self.stdout.write(f"Reading {options['file']} …")
        try:
            found = [item for item in read(options["file"]) if item.key.startswith(county)]
        except RegisterError as error:
            raise CommandError(f"{error} Nothing has been changed.") from error
        if not found:
            raise CommandError(f"No municipality of the register has a key that begins with {county}.")
        with transaction.atomic():
            for number, line in enumerate(merge(found), 1):
                self.stdout.write(f"{number}/{len(found)} {line}")
            if options["dry_run"]:
                transaction.set_rollback(True)
        gone = Place.objects.filter(key__startswith=county).exclude(key__in=[item.key for item in found])
        for place in gone:
            self.stdout.write(f"{place.key} {place}: not in the register; kept. Delete it where no office needs it.")
        if options["dry_run"]:
            self.stdout.write("Nothing has been changed: this was a dry run.")
        else:
            self.stdout.write("Now add the other postal codes of each place in the admin: Taxonomy, Places.")


def merge(municipalities: list[Municipality]) -> Iterator[str]:
    """Add or complete the place of each municipality, and yield a line that says what was done."""
    names = short_names(municipalities)
    for municipality in municipalities:
        name = names[municipality.key]
        place = known_place(municipality.key, name)
        added = place is None
        if place is None:
            place = Place(names={settings.LANGUAGE_CODE: name}, slug=free_slug(name, municipality.key))
        changed = complete(place, municipality)
        if changed:
            place.full_clean()
            place.save()
        done = "added" if added else f"completed: {', '.join(changed)}" if changed else "unchanged"
        other_name = place.names.get(settings.LANGUAGE_CODE, "")
        note = f"; the register calls it “{municipality.name}”" if other_name not in (name, municipality.name) else ""
        yield f"{municipality.key} {other_name or name}: {done}{note}"


def known_place(key: str, name: str) -> Place | None:
    """Return the place with this key, else one without key and parent that editors have given this name."""
    by_key = Place.objects.filter(key=key).first()
    if by_key:
        return by_key
    nameless_key = Place.objects.filter(key="", parent=None)
    return next((place for place in nameless_key if place.names.get(settings.LANGUAGE_CODE) == name), None)


def complete(place: Place, municipality: Municipality) -> list[str]:
    """Set those values that the place lacks, and return their names."""
    values = {
        "key": municipality.key,
        "postal_codes": municipality.postal_code,
        "latitude": municipality.latitude,
        "longitude": municipality.longitude,
    }
    missing = {name: value for name, value in values.items() if value and getattr(place, name) in ("", None)}
    for name, value in missing.items():
        setattr(place, name, value)
    return list(missing)


def free_slug(name: str, key: str) -> str:
    slug = slugify(name.translate(GERMAN))[:70]
    return f"{slug}-{key}" if Place.objects.filter(slug=slug).exists() else slug
