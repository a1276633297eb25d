"""How what the witnesses say of a page becomes one score. The numbers are made by bench/search_quality.py.

The witnesses of a page:

* `words`: its words are those of the question, as the engine scores them.
* `meaning`: its passages are like the question, for a page in the question's language.
* `across`: its passages, or those of the page that it translates, are like the question without what questions in that
  language have in common; so pages of all languages compare.
* `table`: its words, or those of the page that it translates, are translations of the question's. It counts by the
  square of how much of the question the word table knows: one learnt from few pages guesses the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Of pages in the question's language, and of those in another one.
OWN = {"words": 1, "meaning": 2, "across": 1, "table": 0.25}
FOREIGN_TABLE = 0.75


@dataclass(frozen=True)
class Scores:
    """What the witnesses say of candidates, float arrays of one length; NaN where one says nothing."""

    own: np.ndarray  # bool: in the question's language
    words: np.ndarray
    meaning: np.ndarray
    across: np.ndarray
    table: np.ndarray
    known: float = 1  # how much of the question the word table knows


def combined(scores: Scores) -> np.ndarray:
    """Return one score for each candidate."""
    own, score = scores.own, np.sum(list(parts(scores).values()), axis=0)
    if own.any() and not own.all():
        # Pages in the question's language have more witnesses; on the scale of those that all have, they compare.
        foreign = (standard(scores.across) + FOREIGN_TABLE * scores.known**2 * standard(scores.table))[own]
        score[own] = foreign.mean() + (foreign.std() or 1) * standard(score[own])
    return score


def parts(scores: Scores) -> dict[str, np.ndarray]:
    """Return what each witness adds to the score of each candidate, by the witness's name."""
    silent = np.zeros(len(scores.own))
    added = {
        "words": silent,
        "meaning": silent.copy(),
        "across": standard(scores.across),
        "table": FOREIGN_TABLE * scores.known**2 * standard(scores.table),
    }
    for name, weight in (OWN | {"table": OWN["table"] * scores.known**2}).items():
        added[name][scores.own] = weight * standard(getattr(scores, name)[scores.own])
    return added


def standard(values: np.ndarray) -> np.ndarray:
    """Return values with mean 0 and deviation 1; 0 where there is none, and where all are the same."""
    known = values[~np.isnan(values)]
    if not known.size or not (deviation := known.std()):
        return np.zeros(len(values))
    return np.nan_to_num((values - known.mean()) / deviation)
