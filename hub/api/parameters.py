"""Reading query parameters: each function returns a checked value or raises BadRequest with a clear message."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import QueryDict

from hub.plugins import Kind, kinds
from hub.publications import facets
from hub.publications.models import Publication, Tombstone
from hub.representation.library import parse_id
from hub.taxonomy.models import Topic

MAX_LIMIT = 50
MAX_NUMBER = 2**31 - 1
MAX_DIGITS = len(str(MAX_NUMBER))


class BadRequest(Exception):
    """A request that has no answer; the message says what would be right. The API answers 400."""


def check(query: QueryDict, known: Iterable[str]) -> None:
    """Raise BadRequest for unknown parameters and for characters that no database takes."""
    unknown = sorted(set(query) - set(known))
    if unknown:
        raise BadRequest(f"query parameter is not an operation or a recognised field: {', '.join(unknown)}")
    for name, values in query.lists():
        if any("\x00" in value for value in values):
            raise BadRequest(f"{name} must not contain NUL characters")


def number(query: QueryDict, name: str, default: int, minimum: int = 0, maximum: int = MAX_NUMBER) -> int:
    raw = query.get(name, "")
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or len(raw) > MAX_DIGITS or not minimum <= int(raw) <= maximum:
        raise BadRequest(f"{name} must be a whole number from {minimum} to {maximum}")
    return int(raw)


def identifier(raw: str, name: str) -> int:
    pk = parse_id(raw)
    if not pk:
        raise BadRequest(f"{name} must be a positive integer")
    return pk


def locale(query: QueryDict, required: bool = False) -> str:
    """Return the language asked for, "" when none is."""
    code = query.get("locale", "")
    known = [code for code, _name in settings.LANGUAGES]
    if code and code not in known:
        raise BadRequest(f"locale must be one of: {', '.join(known)}")
    if required and not code:
        raise BadRequest(f"locale is required, one of: {', '.join(known)}")
    return code


def county(query: QueryDict, required: bool = False) -> str:
    """Return the slug of a county that is or once was public, "" when none is asked for (at most two queries)."""
    slug = query.get("county", "")
    if required and not slug:
        raise BadRequest("county is required: the slug of a county, see counties/")
    if slug and not (
        Publication.objects.filter(county=slug).exists() or Tombstone.objects.filter(county=slug).exists()
    ):
        raise BadRequest("county is unknown: use the slug of a county, see counties/")
    return slug


def topics(query: QueryDict) -> list[str]:
    """Return the slugs of topics that are asked for: `topics=a,b` or `topics=a&topics=b` (one query)."""
    slugs = facets.parts(query.getlist("topics"))
    known = set(Topic.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        raise BadRequest(f"topics: {unknown[0][:50]!r} is no topic; use their slugs in documents")
    return slugs


def past_kind(query: QueryDict) -> str:
    """Return the slug of a kind that a plugin brings, or brought: readers have to learn what is gone with it.

    "" when none is asked for (at most one query).
    """
    slug = query.get("kind", "")
    if slug and kinds.get(slug) is None and Tombstone.objects.filter(kind=slug).exists():
        return slug
    known = kind(query)
    return known.slug if known else ""


def kind(query: QueryDict) -> Kind | None:
    """Return the kind asked for, None when none is."""
    slug = query.get("kind", "")
    kind = kinds.get(slug)
    if slug and kind is None:
        raise BadRequest(f"kind must be one of: {', '.join(known.slug for known in kinds)}")
    return kind
