"""The column that holds documents, as the bytes that the API sends; what has ended is gone when they are read."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Value
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast, Replace
from django.utils import timezone

from hub.addresses import absolute
from hub.representation import endings

ROOT = "\ufdd0"
"""Stands in stored documents where scheme and host go: a noncharacter of Unicode, which is in no text."""

EDGE = "\ufdd1"
"""Stands in the names of `meta` where what lists leave out begins and where it is over, if these are neighbours."""

LEFT_OUT = ("parent", "first_published_at")


def dumps(value: Any) -> str:
    """Return JSON as REST framework writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def ready(document: Any) -> str:
    """Return a document or teaser as it is stored."""
    text = dumps(document)
    if ROOT in text or EDGE in text:
        document = json.loads(unmarked(text))
    document = absolute(document, ROOT)
    # In the order of PostgreSQL's jsonb, in which documents once were, lists would lose what stands between the two.
    if LEFT_OUT in pairwise(meta := document.get("meta", {})):
        document["meta"] = {EDGE + name if name in LEFT_OUT else name: value for name, value in meta.items()}
    return dumps(document)


def unmarked(text: str) -> str:
    """Return a stored document without its marks."""
    return text.replace(ROOT, "").replace(EDGE, "")


def for_lists(text: str) -> str:
    """Return a stored document, in which `EDGE` stands, without what lists leave out."""
    begin, end = text.find(f',"{EDGE}'), text.rfind(f',"{EDGE}')
    return text[:begin] + text[end:]


def may_end(text: str) -> bool:
    """Tell whether a stored document has parts of which some may end: few have, and its text tells without a look."""
    return f'"{endings.NAME}"' in text


class PartField(models.JSONField):
    """A part of a document or teaser, read as it is shown now: see `hub.representation.endings`."""

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        if not isinstance(value, str):
            return super().from_db_value(value, expression, connection)
        document = super().from_db_value(unmarked(value), expression, connection)
        return endings.without_ended(document, timezone.now()) if may_end(value) else document


class DocumentField(PartField):
    """A document or teaser, stored as text: in its order, without spaces, and with `ROOT` before each address."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "text"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        return None if value is None else ready(value)

    def get_transform(self, lookup_name: str) -> Any:
        """Return what reads one item of the document without its marks, in PostgreSQL as of its own type for JSON."""

        def item(document: Any) -> KeyTransform:
            for mark in (ROOT, EDGE):
                document = Replace(document, Value(mark), output_field=models.TextField())
            return KeyTransform(lookup_name, Cast(document, PartField()))

        return item
