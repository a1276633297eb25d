"""`manage.py demo`: two small counties of our own invention, to look at and to try things out."""

from __future__ import annotations

import os
import secrets
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Page

from hub.counties.models import CountyPage
from hub.demo import Demo, county, key_of, neighbour
from hub.demo.people import add_people
from hub.internals.wagtail import reference_index_at_the_end
from hub.media.models import Image
from hub.plugins import installed
from hub.publications import worker
from hub.rights.models import CountyCollection
from hub.taxonomy import vocabulary

LOGIN_FILE = settings.BASE_DIR / "var" / "demo-login"


class Command(BaseCommand):
    help = (
        "Fills an empty hub with two invented counties in the hub's languages and a login for each role in "
        "the first; all have the password that is kept in var/demo-login. Changes nothing when the demo is there; "
        "refuses a hub with other pages."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--vocabulary-only",
            action="store_true",
            help="Only add the starter terms; works in every hub and changes no existing term.",
        )

    def handle(self, *args: Any, vocabulary_only: bool, **options: Any) -> None:
        if vocabulary_only:
            self.stdout.write(f"{vocabulary.load()} terms added.")
        elif Page.objects.filter(translation_key=key_of(county.SLUG)).exists():
            self.stdout.write("The demo is there already; nothing was changed.")
        elif Page.objects.filter(depth__gt=2).exists():
            raise CommandError("This hub already holds pages of its own. The demo needs an empty database.")
        elif not any(CountyPage.can_exist_under(page) for page in Page.objects.filter(sites_rooted_here__isnull=False)):
            raise CommandError("No site of this hub has a home page. The demo needs an empty database.")
        else:
            with reference_index_at_the_end(), transaction.atomic():
                vocabulary.load()
                vocabulary.name_terms()
                self.stdout.write(f"{load()} demo pages made.")
                add_people(key_of(county.SLUG), password_in(LOGIN_FILE))
            worker.drain(alone=True)


def load() -> int:
    """Make the demo of every plugin and return the number of its pages."""
    demo = Demo()
    county.load(demo)
    neighbour.load(demo)
    for plugin in installed():
        if plugin.demo:
            import_module(plugin.demo).load(demo)
    number = demo.build()
    # Into the first county's own collection, so that its editors may choose them: the second has no pictures.
    collection = CountyCollection.objects.get(county=key_of(county.SLUG)).collection
    Image.objects.filter(pk__in=[image.pk for image in demo.pictures.values()]).update(collection=collection)
    return number


def password_in(path: Path) -> str:
    """Return the password kept in `path`; make it (mode 600) when there is none."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(12))
    return path.read_text(encoding="utf-8").strip()
