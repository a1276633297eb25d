"""Every address of the admin, as the URL resolver knows them, with the ids of a county's things filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

ARGUMENT = re.compile(r"<(?:\w+:)?(?P<name>\w+)>|\(\?P<(?P<regex_name>\w+)>[^)]*\)")


def admin_routes() -> list[str]:
    """Return the route of every address below /admin/, such as `admin/pages/<int:page_id>/edit/`."""
    routes = dict.fromkeys(route for route in walk(get_resolver()) if route.startswith("admin/"))
    return [route for route in routes if route != "admin/.*/"]  # the admin's own 404


def walk(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if isinstance(pattern, URLPattern):
            yield route.replace("\\.", ".")
        else:
            yield from walk(pattern, route)


def filled_in(route: str, values: Mapping[str, list[Any]]) -> Iterator[str]:
    """Yield `route` with all combinations of values for its arguments.

    `values` names an argument, or an argument behind the beginning of the routes in which it means something else:
    `pk`, `admin/locales/ pk`. Raises KeyError for an argument that it does not know.
    """
    names = [match["name"] or match["regex_name"] for match in ARGUMENT.finditer(route)]
    choices = [values_of(route, name, values) for name in names]
    for combination in product(*choices):
        rest = iter(combination)
        yield "/" + ARGUMENT.sub(lambda match: str(next(rest)), route)  # noqa: B023 - called at once


def values_of(route: str, name: str, values: Mapping[str, list[Any]]) -> list[Any]:
    special = (key for key in values if key.endswith(f" {name}") and route.startswith(key.partition(" ")[0]))
    return values[next(special, name)]
