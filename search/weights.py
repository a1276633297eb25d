"""How much the words of a publication count, as its kind says (`Kind.search_weights`)."""

from __future__ import annotations

from collections.abc import Mapping

from hub.plugins import kinds
from hub.publications.models import Publication

# How many lines the title and those after it are, and how much they count in the database where their kind does not say
# more. Measured with bench/search_quality.py: up to .02 MRR; more weight, or weight for headings, adds nothing.
FIRST_LINES = 4
FIRST_LINES_WEIGHT = 2


def weighed_text(publication: Publication, first_lines: int = 1) -> str:
    """Return what an engine takes in: each line as often as its weight says.

    The first lines come at least `first_lines` times. All engines rank by how often words occur, so that nothing else
    has to know of weights.
    """
    kind = kinds.get(publication.kind)
    weights = kind.search_weights if kind else {}
    lines: list[str] = []
    for number, (path, _language, line) in enumerate(publication.texts):
        lines += [line] * max(weight_of(path, weights), first_lines if number < FIRST_LINES else 1)
    return "\n".join(lines)


def weight_of(path: str, weights: Mapping[str, int]) -> int:
    """Return the weight of the text at `path`: that of the longest name that it has, else 1.

    A field's name stands for all texts in it; `staff.function` for the functions of all `staff`, whose paths hold ids.
    """
    return weights[max(names, key=len)] if (names := [name for name in weights if names_text(name, path)]) else 1


def names_text(name: str, path: str) -> bool:
    field, _dot, rest = name.partition(".")
    return path == name or (path.partition(".")[0] == field and (not rest or path.endswith(f".{rest}")))
