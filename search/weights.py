"""How much the words of a publication count, as its kind says (`Kind.search_weights`)."""

from __future__ import annotations

from collections.abc import Mapping

from hub.plugins import kinds
from hub.publications.models import Publication


def weighed_text(publication: Publication) -> str:
    """Return what an engine takes in: each line as often as its weight says.

    Both engines rank by how often words occur, so that nothing else has to know of weights.
    """
    kind = kinds.get(publication.kind)
    weights = kind.search_weights if kind else {}
    return "\n".join(line for path, _language, line in publication.texts for _ in range(weight_of(path, weights)))


def weight_of(path: str, weights: Mapping[str, int]) -> int:
    """Return the weight of the text at `path`: that of the longest name that it has, else 1.

    A field's name stands for all texts in it; `staff.function` for the functions of all `staff`, whose paths hold ids.
    """
    return weights[max(names, key=len)] if (names := [name for name in weights if names_text(name, path)]) else 1


def names_text(name: str, path: str) -> bool:
    field, _dot, rest = name.partition(".")
    return path == name or (path.partition(".")[0] == field and (not rest or path.endswith(f".{rest}")))
