"""The indexes in Elasticsearch: one per language behind an alias, filled by a consumer.

The alias `hub-ar` names the index `hub-ar-<number>`. A rebuild fills an index with the next number, and the alias moves
on when it is complete, so visitors always search a whole one. Whatever state there is stands in Elasticsearch itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db.models import Max
from elasticsearch import ApiError, BadRequestError, Elasticsearch, TransportError
from elasticsearch.helpers import scan

from hub.publications import consumers
from hub.publications.consumers import Change, Outdated, Unavailable
from hub.publications.models import Publication, Tombstone
from search.analysis import comparable_words, elasticsearch_analysis, fold, words
from search.numbers import numbers
from search.versions import version
from search.weights import FIRST_LINES, weighed_text

PASSING = {429, 502, 503, 504}  # answers that say "later"
CONFLICT = 409  # the index holds a newer version

MAPPINGS = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        "words": {"type": "text", "analyzer": "words", "fields": {"pairs": {"type": "text", "analyzer": "pairs"}}},
        "grams": {"type": "text", "analyzer": "grams"},
        "first_lines": {"type": "text", "analyzer": "words"},
        "title": {"type": "text", "analyzer": "words"},
        "numbers": {"type": "keyword"},
        "county": {"type": "keyword"},
        "kind": {"type": "keyword"},
    },
}


def index_settings(locale: str) -> dict:
    return {
        "number_of_shards": 1,
        "auto_expand_replicas": "0-1",
        "refresh_interval": "1s",
        # How long a deleted page's version is remembered, so that a late update cannot bring it back.
        "gc_deletes": "1h",
        "similarity": {"default": {"type": "BM25", "k1": 4, "b": 0.75}},
        "analysis": elasticsearch_analysis(locale),
    }


@lru_cache(maxsize=4)
def client(url: str, seconds: float) -> Elasticsearch:
    """Return the client of a server: one attempt, which may take `seconds`; threads do not wait for each other."""
    return Elasticsearch(url, request_timeout=seconds, max_retries=0, retry_on_timeout=False, connections_per_node=100)


def alias(locale: str) -> str:
    return f"{settings.ELASTICSEARCH_INDEX_PREFIX}-{locale}"


def locale_of(index: str) -> str:
    """Return the language of an index: `ar` for `hub-ar-3`."""
    return index.removeprefix(alias("")).rpartition("-")[0]


def generations(server: Elasticsearch) -> dict[str, dict[str, bool]]:
    """Return the indexes of each language in the order of their numbers, and whether the alias names them."""
    pattern = re.compile(rf"{re.escape(alias(''))}([a-z0-9-]+)-(\d+)")
    known = server.indices.get_alias(index=alias("*")).body
    indexes: dict[str, dict[str, bool]] = {}
    for name in sorted(filter(pattern.fullmatch, known), key=lambda name: int(name.rpartition("-")[2])):
        locale = locale_of(name)
        indexes.setdefault(locale, {})[name] = alias(locale) in known[name]["aliases"]
    return indexes


class ElasticsearchConsumer(consumers.Consumer):
    """Keeps the indexes equal to the publications; a page's sequence number is its version there."""

    name = "search-elasticsearch"

    @property
    def version(self) -> str:
        return index_version()

    def apply(self, changes: Sequence[Change]) -> None:
        """Take over the changes. One older than what is indexed, or than a deletion, is passed over.

        Raises Outdated when an index was made with another analysis or mapping, as on a server that was exchanged.
        """
        latest = {(change.translation_key, change.locale): change for change in changes}
        with reached() as server:
            known = self._prepared(server, {locale for _key, locale in latest})
            notes = read_notes(server, known)
            if {note.get("version") for note in notes.values()} != {self.version}:
                raise Outdated("The indexes were made with another analysis or mapping.")
            operations: list[dict] = []
            for change in latest.values():
                operations += operation(change, newest(known[change.locale]))
            check(server.bulk(operations=operations).body)
            self._finish_rebuild(server, known, notes, changes[-1].sequence)

    def prepare(self) -> None:
        with reached() as server:
            self._prepared(server, set())

    def reset(self) -> None:
        """Begin an empty index for each language. The alias stays with the one before until the new one is complete."""
        with reached() as server:
            last = max(
                model.objects.aggregate(last=Max("sequence", default=0))["last"] for model in (Publication, Tombstone)
            )
            known = self._prepared(server, set())
            for locale, indexes in known.items():
                number = int(newest(indexes).rpartition("-")[2]) + 1
                unfinished = [name for name, used in indexes.items() if not used]
                if unfinished:
                    server.indices.delete(index=unfinished)
                create(server, locale, number, complete_at=last)
            if not last:
                known = generations(server)
                self._finish_rebuild(server, known, read_notes(server, known), 0)

    def held(self) -> Iterator[tuple[UUID, str, int]]:
        with reached() as server:
            for locale, indexes in generations(server).items():
                index = newest(indexes)
                server.indices.refresh(index=index)
                for hit in scan(server, index=index, query={"version": True}, size=1000):
                    yield UUID(hit["_id"]), locale, hit["_version"]

    def _prepared(self, server: Elasticsearch, locales: set[str]) -> dict[str, dict[str, bool]]:
        """Return all indexes, having made those that are missing."""
        known = generations(server)
        missing = (locales | {code for code, _name in settings.LANGUAGES}) - known.keys()
        for locale in sorted(missing):
            try:
                create(server, locale, 1)
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":  # made by another process meanwhile
                    raise
        return generations(server) if missing else known

    def _finish_rebuild(
        self, server: Elasticsearch, known: dict[str, dict[str, bool]], notes: dict[str, dict], sequence: int
    ) -> None:
        """Move the aliases to indexes that are complete now, and delete those before them."""
        for locale, indexes in known.items():
            index = newest(indexes)
            if indexes[index]:
                continue
            if sequence >= notes[index]["complete_at"]:
                older = [{"remove_index": {"index": name}} for name in indexes if name != index]
                server.indices.update_aliases(actions=[{"add": {"index": index, "alias": alias(locale)}}, *older])


def read_notes(server: Elasticsearch, known: dict[str, dict[str, bool]]) -> dict[str, dict]:
    """Return what `create` has noted in the newest index of each language, by the names of the indexes."""
    mappings = server.indices.get_mapping(index=[newest(indexes) for indexes in known.values()]).body
    return {name: item["mappings"].get("_meta", {}) for name, item in mappings.items()}


def index_version() -> str:
    """Return a hash of what the indexes are made with."""
    return version(MAPPINGS, index_settings(""))


def newest(indexes: dict[str, bool]) -> str:
    return list(indexes)[-1]


def create(server: Elasticsearch, locale: str, number: int, complete_at: int | None = None) -> None:
    """Create an index: in use at once, or, for a rebuild, when the change `complete_at` is in it."""
    server.indices.create(
        index=f"{alias(locale)}-{number}",
        settings=index_settings(locale),
        mappings={**MAPPINGS, "_meta": {"version": index_version(), "complete_at": complete_at or 0}},
        aliases={alias(locale): {}} if complete_at is None else {},
    )


def operation(change: Change, index: str) -> list[dict]:
    """Return the lines of a bulk request for a change."""
    version = {"version": change.sequence, "version_type": "external_gte"}
    target = {"_index": index, "_id": str(change.translation_key), **version}
    publication = change.publication
    if publication is None:
        return [{"delete": target}]
    text = weighed_text(publication)
    first_lines = "\n".join(line for _path, _language, line in publication.texts[:FIRST_LINES])
    document = {
        "words": comparable_words(text, change.locale),
        "grams": " ".join(words(text)),
        "first_lines": comparable_words(first_lines, change.locale),
        "title": comparable_words(publication.title, change.locale),
        "numbers": list(dict.fromkeys(numbers(fold(text)).whole)),
        "county": publication.county,
        "kind": publication.kind,
    }
    return [{"index": target}, document]


def check(answer: dict) -> None:
    """Raise Unavailable or ValueError for the first refused item of a bulk answer; an older version is no error."""
    for item in answer["items"] if answer["errors"] else ():
        (result,) = item.values()
        if "error" not in result or result["status"] == CONFLICT:
            continue
        error = Unavailable if result["status"] in PASSING else ValueError
        raise error(f"Elasticsearch refuses {result['_id']}: {result['error']}")


@contextmanager
def reached() -> Iterator[Elasticsearch]:
    """Give the consumer's patient client. Raises Unavailable when the server cannot be reached or is overloaded."""
    try:
        yield client(settings.ELASTICSEARCH_URL, 30)
    except TransportError as error:
        raise Unavailable(f"Elasticsearch: {error}") from error
    except ApiError as error:
        if error.status_code in PASSING:
            raise Unavailable(f"Elasticsearch: {error}") from error
        raise
