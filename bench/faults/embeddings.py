"""A server of embeddings that stands in for a real one: it speaks OpenAI's `/v1/embeddings`."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
from services import free_port

# A server that is told by the model's name what a text is gets texts without prefixes.
MODEL = "grams-{input}"
GRAM_SIZE = 4


def vector(text: str, dimensions: int) -> list[int]:
    """Return how often the text's 4-grams fall into each number by their hash, for half of the grams negative."""
    letters = np.frombuffer(f"{' ' * (GRAM_SIZE - 1)}{text.lower()}".encode("utf-32-le"), np.uint32)
    grams = np.lib.stride_tricks.sliding_window_view(letters, GRAM_SIZE)
    hashes = grams @ np.uint64([31**9, 31**6, 31**3, 1]) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(40)
    places, signs = np.divmod(hashes.astype(int), 2)
    counts = np.bincount(places % (dimensions - 1), 1 - 2 * signs, dimensions - 1)
    return [*counts.astype(int).tolist(), 1]  # so that not all are zero


class StandIn:
    """Listens on the same port of the loopback interface each time it is started; `hang` and `go_on` as it says."""

    def __init__(self, dimensions: int = 64) -> None:
        self.dimensions = dimensions
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.goes_on = threading.Event()
        self.goes_on.set()

    def start(self) -> None:
        self._server = Server(self)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def hang(self) -> None:
        """Take requests and answer none until `go_on`."""
        self.goes_on.clear()

    def go_on(self) -> None:
        self.goes_on.set()


class Server(ThreadingHTTPServer):
    def __init__(self, stand_in: StandIn) -> None:
        super().__init__(("127.0.0.1", stand_in.port), Handler)
        self.stand_in = stand_in

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing about who did not wait for the answer."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    # By HTTP/1.0, the default: no connection outlives its request, so none is answered after `stop`.
    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.stand_in.goes_on.wait()
        vectors = [vector(text, self.server.stand_in.dimensions) for text in request["input"]]
        data = [{"index": number, "embedding": numbers} for number, numbers in enumerate(vectors)]
        body = json.dumps({"data": data}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Print nothing."""
