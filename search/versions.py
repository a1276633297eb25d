"""In which form the engines hold the publications, named so that a deploy that changes it is noticed."""

from __future__ import annotations

import inspect
import json
from hashlib import sha256
from typing import Any

from hub import phones
from hub.plugins import kinds
from search import analysis, numbers, weights


def version(*settings: Any) -> str:
    """Return a hash of what makes words of texts, of the weights that kinds give, and of an engine's `settings`.

    The code itself is hashed: a number to be raised by hand would be forgotten, and to build an index once too often
    costs minutes of the worker.
    """
    code = [inspect.getsource(module) for module in (analysis, numbers, weights, phones)]
    given = {kind.slug: dict(kind.search_weights) for kind in kinds if kind.search_weights}
    return sha256(json.dumps([code, given, settings], sort_keys=True).encode()).hexdigest()[:16]
