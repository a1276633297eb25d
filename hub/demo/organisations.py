"""The organisations of the demo, the same in the pages of all plugins."""

from __future__ import annotations

from hub.demo import SOURCE, Prose, county, key_of
from hub.organisations.models import Organisation


def organisation(kind: str, names: Prose, website: str = "", owner: str | None = county.SLUG) -> Organisation:
    """Return the organisation with this German name, of the county with the slug `owner` or of none.

    One that another plugin's demo has made is that one; else it is made.
    """
    key = key_of(owner) if owner else None
    known = Organisation.objects.filter(county=key, **{f"names__{SOURCE}": names[SOURCE]}).first()
    return known or Organisation.objects.create(county=key, names=dict(names), kind=kind, website=website)
