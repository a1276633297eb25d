"""The vocabulary of schema.org, by which the hub's structured data are checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec_schemaorg.models as classes

# The package gives each class one parent; these have another.
OTHER_PARENTS = {"LocalBusiness": "Place", "MedicalClinic": "MedicalBusiness"}


def mistakes(data: Any, path: str = "") -> Iterator[str]:
    """Yield each class of `data` that is none of schema.org, and each property that its class does not have."""
    if isinstance(data, list):
        for item in data:
            yield from mistakes(item, path)
    if not isinstance(data, dict):
        return
    name = data.get("@type", "")
    known = properties(name)
    if not known:
        yield f"{path}: there is no class {name!r}"
    for key, value in data.items():
        if not key.startswith("@"):
            if key not in known:
                yield f"{path}: {name} has no {key!r}"
            yield from mistakes(value, f"{path}.{key}")


def properties(name: str) -> set[str]:
    """Return the properties of a class and of those above it; none of a class that there is not."""
    line = [parent.__name__ for parent in getattr(getattr(classes, name, None), "__mro__", ())]
    own = set(getattr(getattr(classes, name, None), "__struct_fields__", ()))
    return own.union(*(properties(OTHER_PARENTS[parent]) for parent in line if parent in OTHER_PARENTS))
