"""Which fingerprints mean the same text to translators, by minor edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


class SameTexts:
    """The minor edits of one page. Each has (old fingerprint, new fingerprint) by path."""

    def __init__(self, edits: Iterable[Mapping[str, Sequence[str]]] = ()) -> None:
        self._older: dict[tuple[str, str], set[str]] = defaultdict(set)
        for changes in edits:
            for path, (old, new) in changes.items():
                self._older[path, new].add(old)

    def are_same(self, path: str, old: str | None, new: str) -> bool:
        """Say whether the text at `path` has changed from `old` to `new` by minor edits alone, or not at all."""
        seen: set[str] = set()
        waiting = {new}
        while waiting:
            if old in waiting:
                return True
            seen |= waiting
            waiting = {older for mark in waiting for older in self._older.get((path, mark), ())} - seen
        return False
