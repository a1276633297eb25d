"""The wrapper round Django's WSGI application that gives kept answers out."""

from __future__ import annotations

import logging
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import Error

from hub.kept import COUNTY, state
from hub.kept.answers import LANGUAGES, NEUTRAL, Answer, Kept

logger = logging.getLogger(__name__)

API = "/api/v2/"
MOST_NOTED = 10_000  # addresses that were asked for once
OVERHEAD = 4000  # bytes for headers and the like
MAKERS = 64
# Requests with these are Django's business.
PASSED_ON = {"HTTP_AUTHORIZATION", "HTTP_IF_MATCH"}
WAIT_SECONDS = 5  # for another thread that makes the same answer
# Elasticsearch finds what it has got a second later, and so do processes that hold an index in memory.
SETTLED_SECONDS = 2
INDEX_SECONDS = 600  # what is learnt of words is no consumer's, and new at most every ten minutes
LOGGED_EVERY = 10_000

Environ = dict[str, Any]
Key = tuple[str, ...]
Application = Callable[[Environ, Callable], Iterable[bytes]]
Ready = Callable[[Environ], Answer | None]


def kept_answers(application: Application, ready: Ready = lambda _environ: None) -> Application:
    """Return `application` with kept and ready answers before it, as far as the settings allow any."""
    return KeptAnswers(application, settings.KEEP_ANSWERS * 2**20, ready) if settings.KEEP_ANSWERS else application


class KeptAnswers:
    """Gives out kept answers as long as they are true, and passes all other requests on to `application`.

    Kept is what may be kept (`hub.kept.keep`) and was asked for twice, at most `size` bytes in this process; what has
    not been asked for longest goes first. What `ready` answers is made by it.
    """

    def __init__(self, application: Application, size: int, ready: Ready = lambda _environ: None) -> None:
        self.application = application
        self.ready = ready
        self.store = Store(size)
        self.counts: Counter[str] = Counter()
        self._indexes = ("", 0.0)  # as they were last found, and since when
        self._making = [Lock() for _number in range(MAKERS)]
        # A cookie of these may change the answer.
        self._cookies = (f"{settings.SESSION_COOKIE_NAME}=", f"{settings.CSRF_COOKIE_NAME}=")
        self._beginnings = (API, *(f"/{code}/" for code, _name in settings.LANGUAGES))

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        key = self.key(environ)
        if not key:
            return self.application(environ, start_response)
        try:
            answer = self.answer(key, environ)
        except Error:  # Django says what is to be said when the database does not answer
            answer = None
        if answer is None:
            answer = Answer.to(environ, self.application)
            if COUNTY in environ:
                self.store.note(key)
        status, headers, body = answer.said_to(environ)
        start_response(status, headers)
        return body

    def key(self, environ: Mapping[str, Any]) -> Key | None:
        """Return what an answer to this request is kept under, None where none may be."""
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not (
            path == NEUTRAL or path.startswith(self._beginnings)
        ):
            return None
        cookies = environ.get("HTTP_COOKIE", "")
        if any(name in cookies for name in self._cookies) or not PASSED_ON.isdisjoint(environ):
            return None
        names = ["wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"]
        if path == NEUTRAL:
            names.append(LANGUAGES)
        return tuple(environ.get(name, "") for name in names) if environ.get("HTTP_HOST") else None

    def answer(self, key: Key, environ: Environ) -> Kept | Answer | None:
        """Return what is kept, or made to be kept; None for what Django is to answer. Raises django.db.Error."""
        kept = self.store.get(key)
        if kept and kept.is_true():
            self.count("kept")
            return kept
        if not kept and not self.store.is_noted(key):
            self.count("first")
            answer = self.ready(environ)
            if answer and answer.county is not None:
                self.store.note(key)
            return answer
        lock = self._making[hash(key) % MAKERS]
        if not lock.acquire(timeout=WAIT_SECONDS):
            return None
        try:
            kept = self.store.get(key)
            if kept and kept.is_true():  # another thread has made it meanwhile
                self.count("waited")
                return kept
            self.count("made")
            return self.make(key, environ)
        finally:
            lock.release()

    def make(self, key: Key, environ: Environ) -> Kept | Answer:
        """Have Django make the answer, and keep it if nothing that it depends on has changed meanwhile."""
        before = state.read("")
        until = min(state.next_end(), state.next_midnight())
        answer = self.ready(environ) or Answer.made_by(self.application, environ)
        if answer.county is None:
            self.store.forget(key)
            return answer
        after = state.read(answer.county)
        indexes = None
        if answer.of_indexes:
            indexes, until = state.indexes(), min(until, time.time() + INDEX_SECONDS)
        kept = Kept(answer.headers, answer.body, answer.county, after.of(answer.county), until, indexes)
        is_unchanged = (after.epoch, after.withdrawals) == (before.epoch, before.withdrawals) and (
            after.head <= before.value if answer.county else after.of("") == before.of("")
        )
        if is_unchanged and (indexes is None or self.is_settled(indexes)):
            self.store.put(key, kept)
        return kept

    def is_settled(self, indexes: str) -> bool:
        """Tell whether consumers have rested so long that whatever they have got is found by now."""
        if indexes != self._indexes[0]:
            self._indexes = (indexes, time.monotonic())
        return time.monotonic() - self._indexes[1] >= SETTLED_SECONDS

    def count(self, what: str) -> None:
        self.counts[what] += 1
        if sum(self.counts.values()) % LOGGED_EVERY == 0:
            logger.info("Answers %s, %d kept in %d bytes", dict(self.counts), len(self.store), self.store.size)


class Store:
    """Kept answers by their keys, at most `limit` bytes, and the keys that were asked for once."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._noted: OrderedDict[int, None] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
            return kept

    def is_noted(self, key: Key) -> bool:
        with self._lock:
            return hash(key) in self._noted

    def note(self, key: Key) -> None:
        """Remember that `key` has been asked for and may be kept."""
        with self._lock:
            self._noted[hash(key)] = None
            if len(self._noted) > MOST_NOTED:
                self._noted.popitem(last=False)

    def put(self, key: Key, kept: Kept) -> None:
        """Keep an answer, unless it alone would take the place of many."""
        if size_of(key, kept) > self.limit / 8:
            return
        with self._lock:
            self._drop(key)
            self._kept[key] = kept
            self.size += size_of(key, kept)
            while self.size > self.limit:
                self._drop(next(iter(self._kept)))

    def forget(self, key: Key) -> None:
        with self._lock:
            self._drop(key)
            self._noted.pop(hash(key), None)

    def _drop(self, key: Key) -> None:
        if kept := self._kept.pop(key, None):
            self.size -= size_of(key, kept)


def size_of(key: Key, kept: Kept) -> int:
    """Return how many bytes an answer takes, about: the compressed body, which comes later, takes a third or less."""
    return len(kept.body) * 4 // 3 + sum(map(len, key)) + OVERHEAD
