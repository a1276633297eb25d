"""Deleting a picture for good: its row with the commit, its files after it, tried again until they are gone."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from hub.media.models import ErasedFile, Image

logger = logging.getLogger(__name__)

# Somebody who was scaling the picture while its row was deleted may write a file after it is gone.
WATCHED_FOR = timedelta(minutes=10)
SCALED_PICTURES = "images"  # Wagtail's folder of renditions


def erase_picture(image: Image) -> None:
    """Delete the row of a picture in the current transaction, and its files after the commit."""
    ErasedFile.objects.create(name=image.file.name)
    image.delete()
    transaction.on_commit(erase_due, robust=True)


def erase_due(**kwargs: Any) -> None:
    """Delete the files of erased pictures. The schedule calls this until none has come back for a while."""
    for row in ErasedFile.objects.all():
        try:
            delete_files(row.name)
        except OSError:
            logger.exception("Files of an erased picture could not be deleted; this is tried again.")
            continue
        if row.created_at < timezone.now() - WATCHED_FOR:
            row.delete()


def delete_files(name: str) -> None:
    """Delete the original called `name` and all that was scaled from it. Raises OSError when a file stays."""
    storage = Image().file.storage
    for folder in (str(PurePosixPath(name).parent), SCALED_PICTURES):
        for file in files_in(storage, folder):
            if file.startswith(f"{PurePosixPath(name).stem}."):
                storage.delete(f"{folder}/{file}")


def files_in(storage: Storage, folder: str) -> list[str]:
    try:
        return storage.listdir(folder)[1]
    except FileNotFoundError:
        return []
