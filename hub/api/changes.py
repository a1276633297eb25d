"""The feed of changes: what an app needs to keep a copy equal to the hub's, over a bad connection.

A reader begins with `since=0`, stores `next`, and asks again with it. Documents come in sequence order, withdrawn pages
as `gone`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework.response import Response

from hub.addresses import absolute
from hub.api import parameters
from hub.api.base import HubAPIView
from hub.api.parameters import BadRequest
from hub.kept import keep
from hub.kept.state import State
from hub.publications.models import Publication, Tombstone
from hub.publications.models import Sequence as SequenceRow
from hub.representation.library import parse_id
from hub.site.errors import problem


@dataclass(frozen=True)
class Since:
    """How far a reader is.

    `start` is where the sequence stood when a reader that is still in its first pass began: withdrawals up to there do
    not concern it, however low the numbers of the documents it has yet to read.
    """

    number: int
    start: int | None = None

    @property
    def withdrawals_after(self) -> int:
        return max(self.number, self.start or 0)

    def token(self, epoch: str) -> str:
        return f"{epoch}-{self.number}" + ("" if self.start is None else f"-{self.start}")


class Gone(Exception):
    """The reader's copy cannot be brought up to date: it has to begin again."""


def parse(raw: str, head: SequenceRow | State) -> Since:
    """Return how far the reader is. Raises BadRequest for what is no token, Gone for one that no longer serves."""
    if raw == "0":
        return Since(0, head.value)
    epoch, *numbers = raw.split("-")
    if not epoch or len(numbers) not in (1, 2) or not all(n == "0" or parse_id(n) for n in numbers):
        raise BadRequest("since must be 0 or the value of `next` in an earlier answer")
    since = Since(*map(int, numbers))
    base = since.number if since.start is None else since.start
    if epoch != head.epoch or max(since.number, base) > head.value or base < head.tombstones_since:
        raise Gone
    return since


def reached(since: Since, head: SequenceRow | State, numbers: Sequence[int], limit: int) -> tuple[str, bool]:
    """Return the token with which a reader goes on that gets at most `limit` of changes with these numbers, and whether
    it gets all.
    """
    is_complete = len(numbers) <= limit
    last = Since(head.value) if is_complete else Since(numbers[limit - 1], since.start)
    return last.token(head.epoch), is_complete


class ChangesView(HubAPIView):
    """`{"items": [{"sequence", "document"} | {"sequence", "gone": {…}}], "next", "complete"}`; four queries."""

    known_parameters = frozenset({"since", "county", "locale", "kind", "limit"})

    def get(self, request: HttpRequest) -> HttpResponse:
        # The head is read first: what is numbered meanwhile has a higher number and comes with a later answer.
        head = SequenceRow.current()
        try:
            since = parse(request.GET.get("since", "0"), head)
        except Gone:
            return problem(HTTPStatus.GONE, "This copy is too old or of another database: begin again with since=0.")
        keep(request)
        limit = parameters.number(request.GET, "limit", parameters.MAX_LIMIT, minimum=1, maximum=parameters.MAX_LIMIT)
        publications = self.scope(Publication.objects.public()).filter(
            sequence__gt=since.number, sequence__lte=head.value
        )
        tombstones = self.scope(Tombstone.objects.all()).filter(
            sequence__gt=since.withdrawals_after, sequence__lte=head.value
        )
        root = request.build_absolute_uri("/")
        changes = [
            (number, {"sequence": number, "document": absolute(document, root)})
            for number, document in publications.order_by("sequence").values_list("sequence", "document")[: limit + 1]
        ]
        changes += [(row.sequence, gone(row)) for row in tombstones.order_by("sequence")[: limit + 1]]
        changes.sort(key=lambda pair: pair[0])
        following, is_complete = reached(since, head, [number for number, _item in changes], limit)
        items = [item for _number, item in changes[:limit]]
        return Response({"items": items, "next": following, "complete": is_complete})

    def scope(self, rows: QuerySet) -> QuerySet:
        """Return the publications or tombstones among `rows` that the reader follows."""
        county = parameters.county(self.request.GET)
        locale = parameters.locale(self.request.GET)
        conditions = {"county": county, "locale": locale, "kind": parameters.past_kind(self.request.GET)}
        return rows.filter(**{name: value for name, value in conditions.items() if value})


def gone(tombstone: Tombstone) -> dict:
    return {
        "sequence": tombstone.sequence,
        "gone": {
            "translation_key": str(tombstone.translation_key),
            "locale": tombstone.locale,
            "id": tombstone.page_id,
            "kind": tombstone.kind,
            "county": tombstone.county,
            "reason": tombstone.reason,
        },
    }
