"""Kept answers: what is kept, and how it is said."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.http import HttpRequest

from hub.kept import COUNTY, answers, keep, state
from hub.kept.wsgi import Environ, KeptAnswers, kept_answers, size_of
from hub.testing import make_county, work
from tests.kept.asking import API_ALL, API_LIST, PAGE, Asking, Saying, environ
from tests.kept.both_ways import Told
from tests.rules.stage import restrict

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_when_it_is_asked_for_again(ask, home):
    told = [(ask(PAGE).text, ask.how) for _time in range(4)]
    assert [how for _text, how in told] == ["first", "made", "kept", "kept"]
    assert len({text for text, _how in told}) == 1
    assert b"Erster Satz." in told[0][0]


@pytest.mark.parametrize(
    "path",
    [
        PAGE,
        "/ar/auental/wohnen/",
        "/de/auental/",
        "/de/auental/offices/",
        "/de/auental/topics/",
        "/",
        API_LIST,
        API_ALL,
        "/api/v2/info/?county=auental",
        "/api/v2/pages/{pk}/",
        "/api/v2/navigation/?county=auental&locale=de",
        "/api/v2/places/?county=auental",
        "/api/v2/changes/?limit=5",
        "/api/v2/locales/",
    ],
)
def test_what_is_public_is_kept(ask, home, path):
    path = path.format(pk=home.pk)
    ask.kept_at(path)
    ask(path)
    assert ask.how == "kept"


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (PAGE, {"REQUEST_METHOD": "POST"}),
        (PAGE, {"HTTP_COOKIE": "a=b; sessionid=abc"}),
        (PAGE, {"HTTP_COOKIE": "csrftoken=abc"}),
        (PAGE, {"HTTP_AUTHORIZATION": "Basic abc"}),
        (API_LIST, {"HTTP_IF_MATCH": '"abc"'}),
        (PAGE, {"HTTP_HOST": ""}),
        ("/admin/login/", {}),
        ("/robots.txt", {}),
        ("/documents/1/x.txt", {}),
    ],
)
def test_what_may_differ_is_passed_on(ask, home, path, values):
    for _time in range(3):
        ask(path, **values)
        assert ask.how == "passed on"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v2/pages/?search=wohnen",
        "/api/v2/pages/?order=random",
        "/api/v2/pages/?order=random,random",
        "/api/v2/pages/?unknown=1",
        "/api/v2/pages/999999/",
        "/de/auental/info/?q=wohnen",
        "/de/auental/nothing/",
        "/de/",  # leads to the only county
        "/de/_util/login/",
    ],
)
def test_what_is_searched_random_or_wrong_is_never_kept(ask, home, path):
    for _time in range(4):
        ask(path)
    assert ask.how == "first"
    assert not len(ask.kept.store)


def test_private_pages_are_never_kept(ask, home):
    restrict(home, "sesam")
    work()
    for _time in range(4):
        assert b"Erster Satz." not in ask(PAGE).text
    assert not len(ask.kept.store)


@pytest.mark.parametrize("header", [("Set-Cookie", "a=b"), ("Cache-Control", "Private"), ("Cache-Control", "no-store")])
def test_answers_for_one_client_are_not_kept(ask, header):
    ask.kept.application = Saying(b"x", header)
    for _time in range(3):
        ask(PAGE)
    assert not len(ask.kept.store)


def test_hosts_and_schemes_do_not_share_answers(ask, home):
    ask.kept_at(API_LIST)
    assert b"http://testserver/de/" in ask(API_LIST).text
    other = ask(API_LIST, HTTP_HOST="hub.example.org")
    assert ask.how == "first"
    assert b"http://hub.example.org/de/" in other.text
    ask(API_LIST, **{"wsgi.url_scheme": "https"})
    assert ask.how == "first"


def test_an_application_is_told_nothing_of_the_client(ask):
    ask.kept.application = application = Saying()
    ask(PAGE)
    told = {"HTTP_COOKIE": "a=b", "HTTP_ACCEPT_LANGUAGE": "ar", "HTTP_RANGE": "bytes=0-1", "REQUEST_METHOD": "HEAD"}
    ask(PAGE, **told)
    assert {name for name in application.asked[1] if name.startswith("HTTP_")} == {"HTTP_HOST"}
    assert application.asked[1]["REQUEST_METHOD"] == "GET"


def test_the_choice_of_a_language_is_kept_for_each_browser(ask, home):
    for _time in range(3):
        german, arabic = ask("/", HTTP_ACCEPT_LANGUAGE="de"), ask("/", HTTP_ACCEPT_LANGUAGE="ar,de;q=0.5")
        assert (german.headers["content-language"], arabic.headers["content-language"]) == ("de", "ar")
        assert german.headers["vary"] == "Accept-Language, Accept-Encoding"
    assert ask.how == "kept"


def test_the_list_of_counties_is_kept(ask, home, editing):
    with editing():
        make_county("bergtal", "Landkreis Bergtal")
    work()
    ask.kept_at("/ar/")
    with editing():
        make_county("seeland", "Landkreis Seeland")
    work()
    assert "Landkreis Seeland" in ask("/ar/").text.decode()


def test_the_first_visitor_gets_it_compressed_and_with_a_tag(ask, home):
    first = ask(PAGE, HTTP_ACCEPT_ENCODING="gzip")
    assert ask.how == "first"
    assert (first.headers["content-encoding"], first.headers["cache-control"]) == ("gzip", "public, no-cache")
    assert "Erster Satz." in first.text.decode()
    tag = first.headers["etag"]
    for _time in range(3):
        again = ask(PAGE, HTTP_IF_NONE_MATCH=tag)
        assert (again.status, again.headers["etag"], again.body) == ("304 Not Modified", tag, b"")


class TestSaying:
    """RFC 9110: conditions, codings, HEAD."""

    @pytest.fixture
    def kept(self, ask) -> Asking:
        ask.kept.application = Saying(b"words " * 100, ("ETag", 'W/"abc"'), ("Vary", "Cookie"))
        ask.kept_at(PAGE)
        return ask

    @pytest.mark.parametrize(
        ("condition", "status"),
        [
            ('"abc"', 304),
            ('W/"abc"', 304),
            ('"x", W/"abc" , "y"', 304),
            ("*", 304),
            ('"x"', 200),
            ("abc", 200),
            ("", 200),
            ('"ab', 200),
        ],
    )
    def test_who_has_it_is_not_sent_it_again(self, kept, condition, status):
        told = kept(PAGE, HTTP_IF_NONE_MATCH=condition)
        assert (int(told.status[:3]), bool(told.body)) == (status, status == 200)
        assert told.headers["etag"] == 'W/"abc"'
        assert ("content-type" in told.headers) == ("content-length" in told.headers) == (status == 200)

    @pytest.mark.parametrize(
        ("header", "is_compressed"),
        [
            ("gzip", True),
            ("deflate, gzip;q=0.1", True),
            ("*", True),
            ("GZIP ; Q=1", True),
            ("gzip;q=0", False),
            ("*;q=0", False),
            ("gzip;q=0, *", False),
            ("br, identity", False),
            ("gzip;q=x", False),
            ("", False),
        ],
    )
    def test_it_is_compressed_for_whom_takes_that(self, kept, header, is_compressed):
        for _quick_then_well in range(3):
            told = kept(PAGE, HTTP_ACCEPT_ENCODING=header)
            assert told.headers.get("content-encoding") == ("gzip" if is_compressed else None)
            assert told.text == b"words " * 100
            assert int(told.headers["content-length"]) == len(told.body)
            assert told.headers["etag"] == 'W/"abc"'
            assert told.headers["vary"] == "Cookie, Accept-Encoding"

    def test_short_answers_are_not_compressed(self, ask):
        ask.kept.application = Saying(b"short")
        ask.kept_at(PAGE)
        assert ask(PAGE, HTTP_ACCEPT_ENCODING="gzip").body == b"short"

    def test_head_says_the_same_without_a_body(self, kept):
        for _quick_then_well in range(2):
            whole = kept(PAGE, HTTP_ACCEPT_ENCODING="gzip")
        head = kept(PAGE, HTTP_ACCEPT_ENCODING="gzip", REQUEST_METHOD="HEAD")
        assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")

    def test_an_answer_without_a_tag_gets_one(self, ask):
        ask.kept.application = Saying()
        ask.kept_at(PAGE)
        assert ask(PAGE, HTTP_IF_NONE_MATCH=ask(PAGE).headers["etag"]).status == "304 Not Modified"


def test_without_the_database_the_application_is_asked(ask, home, monkeypatch):
    ask.kept_at(PAGE)

    def refuse(*_arguments: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(state, "read", refuse)
    ask.kept.application = application = Saying(b"503")
    assert ask(PAGE).body == b"503"
    assert len(application.asked) == 1


def test_the_memory_is_bounded(ask):
    ask.kept.application = Saying(b"x" * 10_000)
    ask.kept.store.limit = 8 * 18_000
    for number in range(20):
        ask.kept_at(f"{PAGE}?page={number}")
        ask(f"{PAGE}?page=0")  # what is asked for stays
    store = ask.kept.store
    assert store.size == sum(size_of(key, kept) for key, kept in store._kept.items()) <= store.limit
    assert len(store) == 8
    ask.kept.application = Saying(b"x" * 100_000)
    for _time in range(3):  # alone it would take the place of many
        ask(f"{PAGE}?page=large")
    assert len(store) == 8
    ask(f"{PAGE}?page=0")
    assert ask.how == "kept"
    ask(f"{PAGE}?page=5")
    assert ask.how != "kept"


def test_many_clients_at_once_get_the_whole_body():
    kept = answers.Kept([], bytes(range(256)) * 200, "", (), 0)
    with ThreadPoolExecutor(8) as pool:
        bodies = list(pool.map(lambda _number: kept.compressed(), range(64)))
    assert {gzip.decompress(body) for body in bodies} == {kept.body}


def test_only_one_thread_makes_an_answer(monkeypatch):
    """The others wait and take what it has made."""
    monkeypatch.setattr(state, "read", lambda _county: state.State("", 1, 0, 0, ""))
    monkeypatch.setattr(state, "next_end", lambda: float("inf"))
    all_ask, is_made = Barrier(4), Event()

    class Slow(Saying):
        def __call__(self, environ: Environ, start_response: Callable) -> list[bytes]:
            if self.asked:
                is_made.wait(10)
            return super().__call__(environ, start_response)

    ask = Asking(application := Slow())
    ask(PAGE)

    def visitor() -> None:
        all_ask.wait(10)
        assert Told(ask.kept, environ(PAGE)).body == application.body

    threads = [Thread(target=visitor) for _number in range(3)]
    for thread in threads:
        thread.start()
    all_ask.wait(10)
    is_made.set()
    for thread in threads:
        thread.join(10)
    assert len(application.asked) == 2
    assert ask.kept.counts["made"] == 1


def test_one_setting_switches_it_off(settings):
    application = Saying()
    settings.KEEP_ANSWERS = 0
    assert kept_answers(application) is application
    settings.KEEP_ANSWERS = 1
    assert isinstance(kept_answers(application), KeptAnswers)


def test_a_view_allows_it(rf):
    request: HttpRequest = rf.get(PAGE)
    keep(request, "auental")
    assert request.environ[COUNTY] == "auental"


def test_a_server_that_cannot_be_reached_is_an_error_of_the_database(settings, monkeypatch):
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", "/nowhere/hub.sqlite3")
    monkeypatch.setitem(connections["default"].settings_dict, "PORT", "1")
    with pytest.raises(OperationalError):
        state.Connection().rows("SELECT 1", [])


def test_the_body_is_compressed_well_after_the_first_client():
    kept = answers.Kept([], bytes(range(256)) * 40 + b"words " * 1000, "", (), 0)
    sizes = [len(kept.compressed()) for _time in range(3)]
    assert sizes[0] >= sizes[1] == sizes[2]
    assert gzip.decompress(kept.compressed()) == kept.body
