"""A consumer: counts the meeting points that it has been told of."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from hub.publications.consumers import Change, Consumer


class Counter(Consumer):
    name = "meeting-points-counter"
    numbers: dict[tuple[UUID, str], int] = {}

    def apply(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self.numbers.pop((change.translation_key, change.locale), None)
            if change.publication:
                self.numbers[change.translation_key, change.locale] = change.sequence

    def reset(self) -> None:
        self.numbers.clear()

    def held(self) -> Iterable[tuple[UUID, str, int]]:
        return [(*key, number) for key, number in self.numbers.items()]
