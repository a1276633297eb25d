"""The organisations that take part: those that the demo has already, by their German name, and one more."""

from __future__ import annotations

from hub.demo import county, key_of
from hub.organisations.models import Organisation


def local(kind: str, german: str, **names: str) -> Organisation:
    """Return the county's organisation with this German name; make it when there is none."""
    return _organisation(kind, {"de": german, **names}, is_local=True)


def supraregional(kind: str, german: str) -> Organisation:
    """Return the organisation of no county with this German name; make it when there is none."""
    return _organisation(kind, {"de": german}, is_local=False)


def _organisation(kind: str, names: dict[str, str], is_local: bool) -> Organisation:
    owner = key_of(county.SLUG) if is_local else None
    known = Organisation.objects.filter(county=owner, names__de=names["de"]).first()
    return known or Organisation.objects.create(county=owner, names=names, kind=kind)
