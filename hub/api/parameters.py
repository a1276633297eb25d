"""Reading query parameters: each function returns a checked value or raises BadRequestError with a clear message."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import QueryDict
from wagtail.api.v2.utils import BadRequestError

from hub.plugins import Kind, kinds
from hub.publications.models import Publication, Tombstone
from hub.representation.library import parse_id

MAX_LIMIT = settings.WAGTAILAPI_LIMIT_MAX
MAX_NUMBER = 2**31 - 1
LONGEST = len(str(MAX_NUMBER))


def check(query: QueryDict, known: Iterable[str]) -> None:
    """Raise BadRequestError for unknown parameters and for characters no database takes."""
    unknown = sorted(set(query) - set(known))
    if unknown:
        raise BadRequestError(f"query parameter is not an operation or a recognised field: {', '.join(unknown)}")
    for name, values in query.lists():
        if any("\x00" in value for value in values):
            raise BadRequestError(f"{name} must not contain NUL characters")


def number(query: QueryDict, name: str, default: int, least: int = 0, most: int = MAX_NUMBER) -> int:
    raw = query.get(name, "")
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or len(raw) > LONGEST or not least <= int(raw) <= most:
        raise BadRequestError(f"{name} must be a whole number from {least} to {most}")
    return int(raw)


def identifier(raw: str, name: str) -> int:
    pk = parse_id(raw)
    if not pk:
        raise BadRequestError(f"{name} must be a positive integer")
    return pk


def locale(query: QueryDict, required: bool = False) -> str:
    """Return the language asked for, "" when none is."""
    code = query.get("locale", "")
    known = [code for code, _name in settings.LANGUAGES]
    if code and code not in known:
        raise BadRequestError(f"locale must be one of: {', '.join(known)}")
    if required and not code:
        raise BadRequestError(f"locale is required, one of: {', '.join(known)}")
    return code


def county(query: QueryDict, required: bool = False) -> str:
    """Return the slug of a county that is or once was public, "" when none is asked for (at most two queries)."""
    slug = query.get("county", "")
    if required and not slug:
        raise BadRequestError("county is required: the slug of a county, see counties/")
    if slug and not (
        Publication.objects.filter(county=slug).exists() or Tombstone.objects.filter(county=slug).exists()
    ):
        raise BadRequestError("county is unknown: use the slug of a county, see counties/")
    return slug


def kind(query: QueryDict) -> Kind | None:
    slug = query.get("kind", "")
    found = kinds.get(slug)
    if slug and found is None:
        raise BadRequestError(f"kind must be one of: {', '.join(known.slug for known in kinds)}")
    return found
