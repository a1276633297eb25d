"""What makes kept answers untrue."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from django.db.models import F

from hub.kept import answers, state, wsgi
from hub.kept.wsgi import Environ
from hub.publications.models import ConsumerState, FailedChange, OutboxRow, Publication, Sequence
from hub.publications.worker import drain
from hub.taxonomy.models import Place, Topic
from hub.testing import make_county, publish, work
from tests.kept.asking import API_ALL, API_LIST, PAGE, Asking, Saying, environ
from tests.rules.stage import article, fresh, restrict, text

pytestmark = pytest.mark.django_db


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
