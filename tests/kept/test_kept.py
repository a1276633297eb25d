"""Kept answers: what is kept, how it is said, and what makes it untrue."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.db.models import F
from django.http import HttpRequest

from hub.kept import COUNTY, answers, keep, state, wsgi
from hub.kept.wsgi import Environ, KeptAnswers, kept_answers, size_of
from hub.publications.models import ConsumerState, FailedChange, OutboxRow, Publication, Sequence
from hub.publications.worker import drain
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, publish, work
from tests.kept.both_ways import DjangosConnection, Quiet, Told
from tests.rules.stage import article, fresh, restrict, text

pytestmark = pytest.mark.django_db

Ask = Callable[..., Told]


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


@pytest.fixture
def ask(monkeypatch) -> Asking:
    monkeypatch.setattr(state, "_connection", DjangosConnection())
    return Asking()


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


@pytest.fixture
def home(county, editing):
    with editing():
        return article(county, "Wohnen", [text("<p>Erster Satz.</p>")])


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
        ("/", {}),
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
        "/de/",
        "/de/_util/login/",
    ],
)
def test_what_is_searched_random_or_wrong_is_never_kept(ask, home, path):
    for _time in range(4):
        ask(path)
    assert ask.how == "first"
    assert not len(ask.kept.store)


class TestSearch:
    """What is searched is true as long as consumers rest, too."""

    @pytest.fixture(autouse=True)
    def found(self, home):
        drain()

    PATHS = ("/api/v2/search/?q=wohnen&locale=de&county=auental", "/de/search/?q=wohnen")

    @pytest.mark.parametrize("path", PATHS)
    def test_it_is_kept_when_consumers_have_rested(self, ask, home, path, monkeypatch):
        for _time in range(3):
            ask(path)
        assert ask.how == "made"
        now = time.monotonic()
        monkeypatch.setattr(wsgi.time, "monotonic", lambda: now + wsgi.SETTLED_SECONDS)
        ask.kept_at(path)
        assert b"Wohnen" in ask(path).text
        assert ask.how == "kept"
        later = answers.time.time() + wsgi.INDEX_SECONDS
        monkeypatch.setattr(answers.time, "time", lambda: later)
        ask(path)
        assert ask.how == "made"

    @pytest.mark.parametrize("path", PATHS)
    def test_it_is_made_anew_when_a_consumer_has_got_on(self, ask, home, path, monkeypatch):
        monkeypatch.setattr(wsgi, "SETTLED_SECONDS", 0)
        ask.kept_at(path)
        ask(path)
        assert ask.how == "kept"
        ConsumerState.objects.update(cursor=F("cursor") + 1)
        ask(path)
        assert ask.how == "made"
        change = {"translation_key": home.translation_key, "locale": "de", "sequence": 1}
        FailedChange.objects.create(consumer=ConsumerState.objects.first(), **change)
        ask(path)
        assert ask.how == "made"

    def test_a_withdrawn_page_is_gone_at_once(self, ask, home, unmade, monkeypatch):
        monkeypatch.setattr(wsgi, "SETTLED_SECONDS", 0)
        ask.kept_at(*self.PATHS)
        with unmade():
            fresh(home).unpublish()
        for path in self.PATHS:
            assert b"/auental/wohnen/" not in ask(path).text

    @pytest.mark.parametrize("path", PATHS)
    def test_a_degraded_answer_is_not_kept(self, ask, home, path, monkeypatch, settings):
        monkeypatch.setattr(wsgi, "SETTLED_SECONDS", 0)
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
        for _time in range(3):
            ask(path)
        assert ask.how == "first"


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


class TestTruth:
    """Whatever changes an answer is seen by the next request."""

    def changes(self, ask: Asking, path: str) -> bytes:
        told = ask(path)
        assert ask.how == "made"
        assert ask.kept.store.get(ask.kept.key(environ(path))) is not None
        return told.text

    def test_a_published_change(self, ask, home, editing):
        ask.kept_at(PAGE, API_LIST, API_ALL)
        home = fresh(home)
        home.body = json.dumps([text("<p>Zweiter Satz.</p>")])
        home.title = "Wohnung"
        with editing():
            publish(home)
        assert b"Zweiter Satz." in self.changes(ask, PAGE)
        assert b"Wohnung" in self.changes(ask, API_LIST)
        assert b"Wohnung" in self.changes(ask, API_ALL)

    def test_a_change_in_another_county_costs_this_one_nothing(self, ask, home, editing):
        ask.kept_at(PAGE, API_LIST, API_ALL, f"/api/v2/pages/{home.pk}/")
        with editing():
            article(make_county("moorwinkel", "Landkreis Moorwinkel"), "Dort")
        for path in (PAGE, API_LIST, f"/api/v2/pages/{home.pk}/"):
            ask(path)
            assert ask.how == "kept"
        assert b"Dort" in self.changes(ask, API_ALL)

    def test_another_place_in_the_tree(self, ask, county, home, editing):
        with editing():
            second = article(county, "Arbeit")
        path = "/api/v2/navigation/?county=auental&locale=de"
        ask.kept_at(path, f"{API_LIST}&order=tree")
        before = ask(path).text
        with editing():
            second.move(fresh(home), pos="left")
        work()  # it finds the others whose place has changed
        assert self.changes(ask, path) != before
        self.changes(ask, f"{API_LIST}&order=tree")

    def test_a_withdrawal_before_any_worker_knows_of_it(self, ask, home, unmade):
        paths = (PAGE, f"/api/v2/pages/{home.pk}/")
        ask.kept_at(*paths, API_LIST)
        with unmade():
            fresh(home).unpublish()
        assert OutboxRow.objects.filter(withdraw=True).exists()
        for path in paths:
            told = ask(path)
            assert told.status.startswith("404"), path
            assert b"Satz" not in told.text
        assert b"Wohnen" not in self.changes(ask, API_LIST)

    def test_a_withdrawal_taken_back_before_any_worker_knows_of_it(self, ask, home, unmade, editing):
        ask.kept_at(PAGE)
        with unmade():
            fresh(home).unpublish()
        assert ask(PAGE).status.startswith("404")
        with editing():
            publish(fresh(home))
        assert ask(PAGE).status.startswith("200")

    def test_a_restriction(self, ask, home, unmade):
        ask.kept_at(PAGE, API_LIST)
        with unmade():
            restrict(home, "sesam")
        assert b"Satz" not in ask(PAGE).text
        assert b"Wohnen" not in ask(API_LIST).text

    def test_words_that_no_document_holds(self, ask, home, editing):
        """A renamed topic: the worker finds the documents that show it, and all answers are made anew."""
        topic = Topic.objects.create(slug="arbeit", names={"de": "Arbeit"})
        ask.kept_at(PAGE, API_ALL)
        with editing():
            topic.save()
        work()
        self.changes(ask, PAGE)
        self.changes(ask, API_ALL)

    def test_a_restored_backup(self, ask, home):
        ask.kept_at(PAGE)
        Sequence.objects.update(epoch=Sequence.new_epoch())
        self.changes(ask, PAGE)

    def test_an_end(self, ask, home, monkeypatch):
        Publication.objects.filter(source_id=home.pk).update(visible_until="2099-01-01T00:00:00Z")
        ask.kept_at(PAGE)
        ask(PAGE)
        assert ask.how == "kept"
        kept = ask.kept.store.get(ask.kept.key(environ(PAGE)))
        assert kept.until == state.next_midnight()
        kept.until = state.next_end()
        monkeypatch.setattr(answers.time, "time", lambda: kept.until - 1)
        ask(PAGE)
        assert ask.how == "kept"
        monkeypatch.setattr(answers.time, "time", lambda: kept.until)
        ask(PAGE)
        assert ask.how == "made"
        assert kept.until == 4070908800

    def test_what_has_ended_and_is_not_renewed_holds_nothing_up(self, ask, home):
        """A document that cannot be made keeps its moment for long; what else ends in it is known."""
        late = Publication.objects.filter(source_id=home.pk, locale="de")
        late.update(changes_at="2020-01-01T00:00:00Z")
        ask.kept_at(PAGE, API_LIST)
        assert state.next_end() == float("inf")
        ends = {"name": "2020-01-01T00:00:00Z", "photo": "2099-01-01T00:00:00Z"}
        late.update(document={**late.get().document, "visible_until": ends})
        assert state.next_end() == 4070908800

    def test_a_new_day(self, ask, home, monkeypatch):
        """Pages say what is today and leave out what is over."""
        ask.kept_at(PAGE)
        midnight = state.next_midnight()
        assert 0 < midnight - answers.time.time() <= 25 * 3600
        monkeypatch.setattr(answers.time, "time", lambda: midnight)
        ask(PAGE)
        assert ask.how == "made"

    def test_a_new_place(self, ask, home, editing):
        path = "/api/v2/places/?county=auental"
        ask.kept_at(path)
        with editing():
            Place.objects.create(slug="neu", names={"de": "Neu"}, key="00000000")
        work()
        self.changes(ask, path)

    def test_what_changes_while_an_answer_is_made_is_not_kept(self, ask, county, editing):
        class Meanwhile(Saying):
            def __call__(self, environ: Environ, start_response: Callable) -> list[bytes]:
                with editing():
                    article(county, f"Neu {len(self.asked)}")
                return super().__call__(environ, start_response)

        ask.kept.application = Meanwhile(county="auental")
        for _time in range(3):
            ask(PAGE)
            assert not len(ask.kept.store)


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
        state.Connection().first("state", "")


def test_the_body_is_compressed_well_after_the_first_client():
    kept = answers.Kept([], bytes(range(256)) * 40 + b"words " * 1000, "", (), 0)
    sizes = [len(kept.compressed()) for _time in range(3)]
    assert sizes[0] >= sizes[1] == sizes[2]
    assert gzip.decompress(kept.compressed()) == kept.body
