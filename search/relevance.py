"""Which of the ranked publications are worth showing."""

from __future__ import annotations

from collections.abc import Iterable

from hub.publications.listsearch import MOST

# (id of a publication, score)
Ranked = tuple[int, float]

# Nearly every page shares some gram with a question, and is no answer for that. Measured on real pages and single words
# of them: 0.15 of the best score leaves out 1 of 100 pages that hold the word, 0.3 up to 10.
RELEVANT = 0.15


def relevant(ranked: Iterable[Ranked]) -> list[int]:
    """Return the ids of what is worth showing, best first: at most `MOST`, none far worse than the best."""
    best_first = sorted(ranked, key=lambda item: (-item[1], item[0]))[:MOST]
    return [pk for pk, score in best_first if score >= RELEVANT * best_first[0][1]]
