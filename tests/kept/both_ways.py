"""A test client that asks kept answers, too: whatever it gets from Django they must say as well, byte for byte."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections, connection
from django.http import HttpResponse
from django.test.client import ClientHandler

from hub.api.ready import Ready
from hub.kept import COUNTY, REVALIDATED, state
from hub.kept.wsgi import Environ, KeptAnswers, Key

OWN = {"content-length", "content-encoding", "etag", "vary"}


class DjangosConnection:
    """Stands for the connection of `hub.kept.state`, which does not see what a test has not committed."""

    def rows(self, query: str, parameters: Sequence[Any]) -> list[tuple]:
        connection.ensure_connection()
        with connection.wrap_database_errors:
            return connection.connection.execute(state.spelt(query, connection.vendor), parameters).fetchall()


class Told:
    """A WSGI answer."""

    status = ""
    headers: dict[str, str]

    def __init__(self, application: Callable, environ: Environ) -> None:
        self.body = b"".join(application(environ, self.start))

    def start(self, status: str, headers: list[tuple[str, str]], *_rest: Any) -> Callable:
        self.status, self.headers = status, {name.lower(): value for name, value in headers}
        return lambda _data: None

    @property
    def text(self) -> bytes:
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body


class BothWays(ClientHandler):
    """Answers as Django does, and fails if what has been kept, then or earlier, would have been something else."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.kept = KeptAnswers(Quiet(), 2**24, Ready(Quiet()))
        self.compared = 0

    def __call__(self, environ: Environ) -> HttpResponse:
        again = {"HTTP_HOST": environ["SERVER_NAME"], **environ, "wsgi.input": BytesIO()}
        response = super().__call__(environ)
        # Tests that count queries count those of one answer.
        if connection.force_debug_cursor or not (key := self.kept.key(again)):
            return response
        if COUNTY in environ:
            self.kept.store.note(key)
        if COUNTY in environ or self.kept.store.get(key):
            for _made_and_kept in range(2):
                self.compare(key, again, response)
        return response

    def compare(self, key: Key, environ: Environ, response: HttpResponse) -> None:
        told = Told(self.kept, dict(environ))
        assert told.status == f"{response.status_code} {response.reason_phrase}", key
        if self.kept.store.get(key) is None:
            return
        self.compared += 1
        if response.status_code == 200:
            text = response.content
            assert told.text == (gzip.decompress(text) if response.get("Content-Encoding") == "gzip" else text), key
        headers = {"cache-control": REVALIDATED} | {name.lower(): value for name, value in response.items()}
        assert {**told.headers, **dict.fromkeys(OWN)} == {**headers, **dict.fromkeys(OWN)}, key
        if "etag" in headers:
            assert told.headers["etag"] == headers["etag"]


class Quiet(WSGIHandler):
    """Django's application, which leaves the connections of a test open."""

    def __call__(self, environ: Environ, start_response: Callable) -> Any:
        begun_or_ended = (signals.request_started, signals.request_finished)
        for signal in begun_or_ended:
            signal.disconnect(close_old_connections)
        try:
            response = super().__call__(environ, start_response)
            body = b"".join(response)
            response.close()
            return [body]
        finally:
            for signal in begun_or_ended:
                signal.connect(close_old_connections)
