"""A kept answer: what Django said, and how it is said again to each client."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import md5
from http import HTTPStatus
from typing import Any, Self

from hub.kept import COUNTY, INDEXES, REVALIDATED, state

Headers = list[tuple[str, str]]
Said = tuple[str, Headers, Iterable[bytes]]

LEAST_COMPRESSED = 200  # bytes, as Django's GZipMiddleware has it
PRIVATE = re.compile("no-store|private", re.IGNORECASE)
QUICK, BEST = 1, 9  # levels of gzip: for the first client who takes it, for all that follow
# The one address whose answer depends on the languages that the browser asks for.
NEUTRAL, LANGUAGES = "/", "HTTP_ACCEPT_LANGUAGE"
# What a 304 does not repeat.
OF_THE_WHOLE = {"content-language", "content-length", "content-type"}


@dataclass
class Answer:
    """Status, headers and body of Django's answer, uncompressed."""

    status: str
    headers: Headers
    body: bytes
    county: str | None  # None: not to be kept
    of_indexes: bool

    @classmethod
    def made_by(cls, application: Any, environ: Mapping[str, Any]) -> Self:
        """Ask a WSGI application for the whole answer to a request of which only what it is kept under is told."""
        told = {"HTTP_HOST", *([LANGUAGES] if environ["PATH_INFO"] == NEUTRAL else ())}
        asked = {name: value for name, value in environ.items() if not name.startswith("HTTP_") or name in told}
        return cls.to(asked | {"REQUEST_METHOD": "GET"}, application)

    @classmethod
    def to(cls, environ: dict[str, Any], application: Any) -> Self:
        """Ask a WSGI application for the whole answer to a request."""
        told: list[Any] = []
        parts = application(environ, lambda *arguments: told.append(arguments))
        try:
            body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        status, headers = told[-1][:2]
        known = {name.lower(): value for name, value in headers}
        is_private = "set-cookie" in known or PRIVATE.search(known.get("cache-control", ""))
        may_be_kept = status.startswith("200") and not is_private
        return cls(status, headers, body, environ.get(COUNTY) if may_be_kept else None, INDEXES in environ)

    def said_to(self, environ: Mapping[str, Any]) -> Said:
        """Return status, headers and body for a request: as it says, unless Django has seen to that."""
        if self.county is not None and all(name.lower() != "content-encoding" for name, _value in self.headers):
            return Kept(self.headers, self.body, self.county, (), 0).said_to(environ)
        return self.status, self.headers, () if environ["REQUEST_METHOD"] == "HEAD" else (self.body,)


@dataclass
class Kept:
    """An answer, what it depends on, and until when it may be true, in seconds since 1970.

    `indexes` is how far the consumers were, None for an answer that was not found in what they hold.
    """

    headers: Headers
    body: bytes
    county: str
    state: tuple
    until: float
    indexes: str | None = None
    etag: str = ""
    _compressed: bytes = b""
    _times: int = field(default=0, repr=False)

    def __post_init__(self) -> None:
        known = {name.lower(): value for name, value in self.headers}
        self.etag = known.get("etag") or f'W/"{md5(self.body, usedforsecurity=False).hexdigest()}"'
        vary = known.get("vary", "")
        if "accept-encoding" not in vary.lower():
            vary = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"
        replaced = {"etag", "vary", "content-length"}
        self.headers = [(name, value) for name, value in self.headers if name.lower() not in replaced]
        self.headers.append(("Vary", vary))
        if "cache-control" not in known:
            self.headers.append(("Cache-Control", REVALIDATED))

    def is_true(self) -> bool:
        """Tell whether nothing has changed since. Raises django.db.Error."""
        return (
            time.time() < self.until
            and state.read(self.county).of(self.county) == self.state
            and (self.indexes is None or state.indexes() == self.indexes)
        )

    def said_to(self, environ: Mapping[str, Any]) -> Said:
        """Return status, headers and body for a request: compressed, a 304 or without a body, as it says."""
        takes_gzip = len(self.body) >= LEAST_COMPRESSED and accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if matches(environ.get("HTTP_IF_NONE_MATCH", ""), self.etag):
            headers = [(name, value) for name, value in self.headers if name.lower() not in OF_THE_WHOLE]
            return f"304 {HTTPStatus.NOT_MODIFIED.phrase}", [*headers, ("ETag", self.etag)], ()
        body, coding = (self.compressed(), [("Content-Encoding", "gzip")]) if takes_gzip else (self.body, [])
        headers = [*self.headers, *coding, ("ETag", self.etag), ("Content-Length", str(len(body)))]
        return "200 OK", headers, () if environ["REQUEST_METHOD"] == "HEAD" else (body,)

    def compressed(self) -> bytes:
        """Return the body compressed, quickly for the first client and well for the others."""
        self._times += 1
        if self._times == 2 or not self._compressed:
            made = gzip.compress(self.body, BEST if self._times == 2 else QUICK, mtime=0)
            # Another thread may have made a better one meanwhile.
            if not self._compressed or len(made) < len(self._compressed):
                self._compressed = made
        return self._compressed


def matches(condition: str, etag: str) -> bool:
    """Tell whether If-None-Match names an answer, by the weak comparison of RFC 9110, 13.1.2."""
    tags = (tag.strip().removeprefix("W/") for tag in condition.split(","))
    return condition.strip() == "*" or etag.removeprefix("W/") in tags


def accepts_gzip(header: str) -> bool:
    """Tell whether Accept-Encoding names gzip, or everything, with a weight above 0 (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for item in header.lower().split(","):
        coding, *parameters = (part.strip() for part in item.split(";"))
        weight = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        try:
            weights[coding] = float(weight)
        except ValueError:
            weights[coding] = 0
    return weights.get("gzip", weights.get("*", 0)) > 0
