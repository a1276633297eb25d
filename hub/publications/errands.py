"""What apps above the read side have the background process do for them, such as sending e-mails."""

from __future__ import annotations

from collections.abc import Callable

Errand = Callable[[], bool]

_errands: list[Errand] = []


def register(errand: Errand) -> None:
    """Have `errand` called every few seconds. It does one thing that is due, and says whether there was one."""
    if errand not in _errands:
        _errands.append(errand)


def registered() -> list[Errand]:
    return list(_errands)
