"""The JSON form of files."""

from __future__ import annotations

from wagtail.documents.models import AbstractDocument

from hub.representation.plain import plain
from hub.representation.shapes import FileShape

DOCUMENT = "media.document"


def file_form(document: AbstractDocument) -> FileShape:
    return {
        "id": document.pk,
        "title": document.title,
        "filename": document.filename,
        "url": document.url,
        "size": document.file_size,
        "language": document.language,
        "issuer": document.issuer,
        "edition": document.edition,
        "date": plain(document.date),
        "replaces": document.replaces_id,
    }
