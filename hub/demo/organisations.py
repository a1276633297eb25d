"""The organisations of the demo, the same in the pages of all plugins."""

from __future__ import annotations

from hub.demo import SOURCE, Prose, county, key_of
from hub.organisations.models import Organisation


def organisation(kind: str, names: Prose, website: str = "", local: bool = True) -> Organisation:
    """Return the organisation with this German name, of the county or, unless it is `local`, of none.

    One that another plugin's demo has made is that one; else it is made.
    """
    owner = key_of(county.SLUG) if local else None
    known = Organisation.objects.filter(county=owner, **{f"names__{SOURCE}": names[SOURCE]}).first()
    return known or Organisation.objects.create(county=owner, names=dict(names), kind=kind, website=website)
