"""Whole answers, kept in the memory of a web process and given out before Django is asked, as long as they are true.

A view says that its answer may be kept, and of which county it is (`keep`). What makes it untrue is one value that is
asked of the database at each request (`hub.kept.state`), so that a withdrawal is seen by the next request in every
process. The wrapper round Django's application is `hub.kept.wsgi`.
"""

from __future__ import annotations

from django.http import HttpRequest

REVALIDATED = "public, no-cache"
"""Kept by anybody, used by nobody who has not asked whether it is still the same: a withdrawal is seen at once."""

COUNTY = "hub.kept.county"
"""In the environment of a request whose answer may be kept: the county that it is of, "" for the whole hub."""

INDEXES = "hub.kept.indexes"
"""Beside it, if the answer was found in what consumers hold."""


def keep(request: HttpRequest, county: str = "", indexes: bool = False) -> None:
    """Allow the answer to be kept until a publication of the county is changed, or until midnight.

    With `indexes` it was found in what consumers hold, and is kept until one of them has got on, at most ten minutes.

    It must be the same for everybody: only scheme, host, path and query are known when it is given out again. What it
    shows beside publications must be of models that documents show (`hub.publications.signals.is_shown`).
    """
    request.META[COUNTY] = county
    if indexes:
        request.META[INDEXES] = True
