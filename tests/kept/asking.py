"""Asking an application round which answers are kept."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from hub.kept import COUNTY
from hub.kept.wsgi import Environ, KeptAnswers
from tests.kept.both_ways import Quiet, Told


def environ(path: str, **values: Any) -> Environ:
    path, _mark, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "testserver",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **values,
    }


class Asking:
    """Asks an application round which answers are kept; `how` says how the last answer came about."""

    def __init__(self, application: Any = None, size: int = 2**20) -> None:
        self.kept = KeptAnswers(application or Quiet(), size)
        self.how = ""

    def __call__(self, path: str, **values: Any) -> Told:
        before = self.kept.counts.copy()
        told = Told(self.kept, environ(path, **values))
        self.how = "".join(self.kept.counts - before) or "passed on"
        return told

    def kept_at(self, *paths: str) -> None:
        for path in paths * 2:
            self(path)
        assert len(self.kept.store) >= len(set(paths))


class Saying:
    """An application that says `body` and allows to keep it."""

    def __init__(self, body: bytes = b"words " * 100, *headers: tuple[str, str], county: str | None = "") -> None:
        self.body, self.headers, self.county, self.asked = body, headers, county, []

    def __call__(self, environ: Environ, start_response: Callable) -> list[bytes]:
        self.asked.append(environ)
        if self.county is not None:
            environ[COUNTY] = self.county
        start_response("200 OK", [("Content-Type", "text/html"), *self.headers])
        return [self.body]


API_LIST = "/api/v2/pages/?county=auental&locale=de"
API_ALL = "/api/v2/pages/?locale=de"
PAGE = "/de/auental/wohnen/"
