"""Removes metadata from pictures that were uploaded before the hub did so by itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from hub.media.metadata import without_metadata
from hub.media.models import Image


class Command(BaseCommand):
    help = "Removes places, names and numbers from the files of all pictures, and turns them upright. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        pictures = Image.objects.order_by("pk")
        cleaned, failed = 0, []
        for picture in tqdm(pictures.iterator(100), total=pictures.count(), unit=" pictures", disable=None):
            try:
                cleaned += clean_stored(picture)
            except OSError as error:
                failed.append(f"{picture.pk} “{picture.title}”: {error}")
        self.stdout.write(
            f"{cleaned} pictures cleaned, {pictures.count() - cleaned - len(failed)} had nothing to clean."
        )
        for failure in failed:
            self.stderr.write(f"Not cleaned, upload it again or delete it: {failure}")


def clean_stored(picture: Image) -> bool:
    """Store a picture's file without metadata, under a new name, and drop what was scaled from it. Say whether there
    was any. Raises OSError for a file that is missing or no picture.
    """
    old, storage = picture.file.name, picture.file.storage
    with picture.open_file() as file:
        clean = without_metadata(file)
    if clean is None:
        return False
    picture.file = clean
    with transaction.atomic():
        picture.save()
        for rendition in picture.renditions.all():
            rendition.delete()
        transaction.on_commit(lambda: storage.delete(old))
    return True
