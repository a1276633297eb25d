"""Answers that are joined from stored bytes: what apps ask for most, without Django's requests, ORM and JSON.

They are the same, byte for byte, as those of `hub.api.views` and `hub.api.changes`, which answer whatever is asked in
another way, is not found or is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from hub.api import fields
from hub.api.changes import Gone, gone, parse, reached
from hub.api.parameters import MAX_LIMIT, BadRequest
from hub.kept import state
from hub.kept.answers import Answer, Headers
from hub.plugins import PAGE, kinds
from hub.publications.documents import EDGE, ROOT, dumps, for_lists, may_end
from hub.publications.models import OutboxRow, Publication, Tombstone
from hub.representation.endings import without_ended
from hub.site.errors import API

ADDRESS = re.compile(rf"{API}v2/([a-z0-9-]+)/(?:([1-9][0-9]{{0,17}})/)?")
PARAMETER = re.compile(r"([a-z_]+)=([-\w.*,()]+)", re.ASCII)
DETAILS = {"fields", "locale", "_"}
LISTS = {"county", "fields", "kind", "limit", "locale", "offset", "_"}
CHANGES = {"county", "kind", "limit", "locale", "since", "_"}
NUMBER = re.compile("[0-9]{1,9}")
EVERY_KIND = "pages"
GONE = ("translation_key", "locale", "county", "sequence", "kind", "page_id", "reason")
MOST_PLACES = 100  # schemes and hosts

Asked = Mapping[str, str]
Place = tuple[str, str, str]

_publications, _tombstones = Publication._meta.db_table, Tombstone._meta.db_table


class NotReady(Exception):
    """Django is to answer."""


class Body(NamedTuple):
    """What is answered, as documents are stored, and the county that it is of."""

    text: str
    county: str


class Ready:
    """Makes answers to details, lists and changes of publications.

    To whom Django answers, and with which headers, is learnt from its first answer at each scheme and host.
    """

    def __init__(self, application: Any) -> None:
        self.application = application
        self._headers: dict[Place, Headers] = {}

    def __call__(self, environ: Mapping[str, Any]) -> Answer | None:
        """Return the answer, None where Django is to give it. Raises django.db.Error."""
        try:
            body = body_of(environ["PATH_INFO"], environ.get("QUERY_STRING", ""))
        except (BadRequest, Gone, NotReady):
            return None
        scheme, host = environ["wsgi.url_scheme"], environ["HTTP_HOST"]
        place = (scheme, host, environ.get("SCRIPT_NAME", ""))
        headers = self._headers.get(place)
        if headers is None:
            answer = Answer.made_by(self.application, environ)
            if answer.county is not None:
                if len(self._headers) >= MOST_PLACES:
                    self._headers.clear()  # else whoever makes up ports of a host would keep the true ones out for ever
                own = {"content-length", "etag"}
                self._headers[place] = [(name, value) for name, value in answer.headers if name.lower() not in own]
            return answer
        text = body.text.replace(EDGE, "").replace(ROOT, f"{scheme}://{host}")
        return Answer("200 OK", headers, text.encode(), body.county, of_indexes=False)


def body_of(path: str, query: str) -> Body:
    """Return what is at an address. Raises NotReady, BadRequest and Gone."""
    address = ADDRESS.fullmatch(path)
    if not address:
        raise NotReady
    slug, pk = address.groups()
    if pk and (slug == EVERY_KIND or kinds.get(slug)):
        return detail(slug, int(pk), parameters(query, DETAILS))
    if not pk and slug == EVERY_KIND:  # lists of one kind count its facets
        return listed(parameters(query, LISTS))
    if not pk and slug == "changes":
        return changes(parameters(query, CHANGES))
    raise NotReady


def parameters(query: str, known: set[str]) -> Asked:
    """Return what an address asks for, if all of it is known and spelt in one way only. Raises NotReady."""
    pairs = [PARAMETER.fullmatch(part) for part in query.split("&")] if query else []
    asked = {pair[1]: pair[2] for pair in pairs if pair}
    if len(asked) != len(pairs) or not asked.keys() <= known:
        raise NotReady
    if ("locale" in asked and asked["locale"] not in languages()) or ("kind" in asked and not kinds.get(asked["kind"])):
        raise NotReady
    return asked


def number(asked: Asked, name: str, default: int, minimum: int = 0) -> int:
    """Return a number that is asked for. Raises NotReady."""
    raw = asked.get(name, str(default))
    value = int(raw) if NUMBER.fullmatch(raw) else -1
    if value < minimum or (name == "limit" and value > MAX_LIMIT):
        raise NotReady
    return value


def detail(slug: str, pk: int, asked: Asked) -> Body:
    found = public() if slug == EVERY_KIND else public().also("kind = %s", slug)
    of_page = found.also("page_id = %s", pk)
    if "locale" in asked:
        keys = f"SELECT translation_key FROM {_publications} WHERE {of_page.text}"
        found = found.also("locale = %s", asked["locale"]).also(f"translation_key IN ({keys})", *of_page.values)
    else:
        found = of_page.also("locale = content_locale")
    for county, kind, text in found.select("county, kind, document", "ORDER BY id LIMIT 1"):
        return Body(shown(text, selection(asked, kind, details=True)), county)
    raise NotReady


def listed(asked: Asked) -> Body:
    limit, offset = number(asked, "limit", 20), number(asked, "offset", 0)
    kind = asked.get("kind", "")
    chosen = selection(asked, kind, details=False)
    found = public().of(asked, "county", "kind", "locale")
    if "locale" not in asked:
        found = found.also("locale = content_locale")
    [[total]] = found.select("count(*)")
    if not total:  # perhaps there never was such a county
        raise NotReady
    column = "teaser" if chosen is None else "document"
    rows = found.select(column, "ORDER BY page_id, id LIMIT %s OFFSET %s", limit, offset)
    are_whole = kind and asked.get("fields") == "*"
    items = ",".join(
        for_lists(text) if are_whole and EDGE in text and not may_end(text) else shown(text, chosen) for (text,) in rows
    )
    return Body(f'{{"meta":{{"total_count":{total}}},"items":[{items}]}}', asked.get("county", ""))


def changes(asked: Asked) -> Body:
    limit = number(asked, "limit", MAX_LIMIT, minimum=1)
    head = state.read("")
    since = parse(asked.get("since", "0"), head)
    if "county" in asked and not Conditions().of(asked, "county").select("1", "LIMIT 1"):
        raise NotReady  # perhaps there never was such a county
    scope = ("county", "kind", "locale")
    next_ones = ("ORDER BY sequence LIMIT %s", limit + 1)
    shown_ones = public().also("sequence > %s AND sequence <= %s", since.number, head.value).of(asked, *scope)
    lost = Conditions().also("sequence > %s AND sequence <= %s", since.withdrawals_after, head.value).of(asked, *scope)
    items = [
        (sequence, f'{{"sequence":{sequence},"document":{shown(text, None)}}}')
        for sequence, text in shown_ones.select("sequence, document", *next_ones)
    ]
    items += [(row.sequence, dumps(gone(row))) for row in tombstones(lost, *next_ones)]
    items.sort(key=lambda item: item[0])
    following, is_complete = reached(since, head, [sequence for sequence, _text in items], limit)
    joined = ",".join(text for _sequence, text in items[:limit])
    return Body(f'{{"items":[{joined}],"next":"{following}","complete":{dumps(is_complete)}}}', "")


def tombstones(lost: Conditions, *rest: Any) -> Iterator[Tombstone]:
    for key, *values in lost.select(", ".join(GONE), *rest, table=_tombstones):
        yield Tombstone(**dict(zip(GONE, (UUID(str(key)), *values), strict=True)))


def selection(asked: Asked, kind: str, details: bool) -> fields.Selection | None:
    """Return the fields that are asked for, None for all. Raises BadRequest."""
    return fields.choose(fields.parse(asked["fields"]), kinds.get(kind), details) if "fields" in asked else None


def shown(text: str, chosen: fields.Selection | None) -> str:
    """Return a stored document, or the chosen part of it, as it is shown now."""
    ends = may_end(text)
    if chosen is None and not ends:
        return text
    document = json.loads(text.replace(EDGE, ""))
    if ends:
        document = without_ended(document, timezone.now())
    return dumps(document if chosen is None else fields.apply(document, chosen))


class Conditions(NamedTuple):
    """Conditions on publications, in SQL, and their values."""

    text: str = "1 = 1"
    values: tuple = ()

    def also(self, text: str, *values: Any) -> Conditions:
        return Conditions(f"{self.text} AND {text}", (*self.values, *values))

    def of(self, asked: Asked, *columns: str) -> Conditions:
        """Return them with those columns for which values are asked for."""
        both = self
        for name in columns:
            both = both.also(f"{name} = %s", asked[name]) if name in asked else both
        return both

    def select(self, columns: str, rest: str = "", *values: Any, table: str = _publications) -> list[tuple]:
        query = f"SELECT {columns} FROM {table} WHERE {self.text} {rest}"
        return state.rows(query, (*self.values, *values))


def public() -> Conditions:
    """Return what `PublicationQuerySet.public` asks of publications."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    unexpired = Conditions("(visible_until IS NULL OR visible_until > %s)", (now,))
    return unexpired.also(_unhidden(connection.vendor), PAGE) if state.read("").withdrawals else unexpired


@cache
def _unhidden(vendor: str) -> str:
    """Return the condition that no withdrawal that waits in the outbox hides a publication."""
    position, rows, outbox = "instr" if vendor == "sqlite" else "strpos", _publications, OutboxRow._meta.db_table
    below = f"waiting.page_id <> {rows}.source_id AND {position}({rows}.ancestors, '/' || waiting.page_id || '/') > 0"
    itself = f"waiting.page_id IN ({rows}.page_id, {rows}.source_id)"
    hides = f"CASE WHEN waiting.subtree THEN {below} ELSE {itself} END"
    waiting = f"SELECT 1 FROM {outbox} AS waiting WHERE waiting.withdraw AND waiting.model = %s AND {hides}"
    return f"NOT EXISTS ({waiting})"


@cache
def languages() -> frozenset[str]:
    return frozenset(code for code, _name in settings.LANGUAGES)
