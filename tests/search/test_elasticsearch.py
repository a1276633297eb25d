import time
from threading import Thread
from uuid import uuid4

import pytest

from hub.publications.consumers import Outdated, Unavailable, follow, is_behind
from hub.publications.listsearch import Scope
from hub.publications.models import OutboxRow, Publication, Sequence
from search import servers
from search.answer import ask
from search.engines import elasticsearch, indexes
from search.engines.database import DatabaseConsumer
from search.engines.indexes import ElasticsearchConsumer, alias, generations
from tests.search.conftest import gone, make_publication, shown

GERMAN = Scope(("de",))
pytestmark = pytest.mark.django_db


@pytest.fixture
def server(elasticsearch_url, settings, monkeypatch):
    """The client of an Elasticsearch that holds no index of this test. It may be slow: the machine may be busy."""
    monkeypatch.setattr(elasticsearch, "SECONDS", 30)
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid4().hex}"
    server = indexes.client(elasticsearch_url, 30)
    yield server
    server.indices.delete(index=indexes.alias("*"))


def apply(server, *changes):
    ElasticsearchConsumer().apply(changes)
    server.indices.refresh(index=indexes.alias("*"))


def found(question, scope=GERMAN):
    answer = ask(question, scope)
    assert (answer.engine, answer.degraded) == ("elasticsearch", False)
    return answer.ids


@pytest.mark.parametrize("question", ["Bäckerei", "backerei", "BÄCKEREIEN", "Landbäckerei"])
def test_a_word_is_found_in_any_form(server, question):
    bakery, pool = make_publication("Die Bäckerei öffnet."), make_publication("Das Schwimmbad hat auf.")
    apply(server, shown(bakery), shown(pool))
    assert found(question) == [bakery.pk]


def test_an_arabic_word_is_found_in_any_writing(server):
    family = make_publication("مركز الأسرة مفتوح", locale="ar")
    apply(server, shown(family))
    for question in ("الأسرة", "الاسره", "الأُسرة", "أسرة"):
        assert found(question, Scope(("ar",))) == [family.pk]


def test_a_search_is_narrowed_by_language_county_and_kind(server):
    here = make_publication("Wohnung", county="hier", kind="info")
    office = make_publication("Wohnung", county="hier", kind="offices")
    there = make_publication("Wohnung", county="dort", kind="info")
    english = make_publication("Wohnung", locale="en")
    apply(server, *map(shown, (here, office, there, english)))
    assert set(found("Wohnung")) == {here.pk, office.pk, there.pk}
    assert set(found("Wohnung", Scope(("de",), "hier"))) == {here.pk, office.pk}
    assert found("Wohnung", Scope(("de",), "hier", "offices")) == [office.pk]
    assert set(found("Wohnung", Scope())) == {here.pk, office.pk, there.pk, english.pk}


def test_hidden_pages_are_never_found_nor_counted(server):
    withdrawn, deleted, public = (make_publication("Wohnung") for _ in range(3))
    apply(server, *map(shown, (withdrawn, deleted, public)))
    OutboxRow.objects.create(page_id=withdrawn.page_id, withdraw=True)
    deleted.delete()
    assert found("Wohnung") == [public.pk]


def test_late_changes_do_not_win(server):
    page = make_publication("Bäckerei", sequence=900_000)
    apply(server, shown(page))
    apply(server, gone(page, 800_000))
    assert found("Bäckerei") == [page.pk]
    page.texts, page.sequence = [["", "de", "Schwimmbad"]], 800_000
    apply(server, shown(page))
    assert found("Bäckerei") == [page.pk]
    apply(server, gone(page, 950_000))
    page.sequence = 940_000
    apply(server, shown(page))
    assert list(ElasticsearchConsumer().held()) == []


def test_the_same_change_may_come_twice(server):
    page = make_publication("Bäckerei")
    apply(server, shown(page))
    apply(server, shown(page))
    assert list(ElasticsearchConsumer().held()) == [(page.translation_key, "de", page.sequence)]


def test_a_rebuild_moves_the_alias_when_the_new_index_is_complete(server):
    first, second = make_publication("Bäckerei"), make_publication("Bäckerei")
    apply(server, shown(first), shown(second))
    ElasticsearchConsumer().reset()
    assert list(ElasticsearchConsumer().held()) == []
    apply(server, shown(first))
    assert found("Bäckerei") == [first.pk, second.pk]
    assert generations(server)["de"] == {f"{alias('de')}-1": True, f"{alias('de')}-2": False}
    apply(server, shown(second))
    assert found("Bäckerei") == [first.pk, second.pk]
    assert generations(server)["de"] == {f"{alias('de')}-2": True}
    assert {key for key, _locale, _sequence in ElasticsearchConsumer().held()} == {
        first.translation_key,
        second.translation_key,
    }


@pytest.fixture
def pages(server):
    """Two pages that the consumer has indexed, as the worker has it do."""
    pages = [make_publication("Bäckerei"), make_publication("Bäckerei")]
    Sequence.objects.update(value=pages[-1].sequence)
    follow(ElasticsearchConsumer())
    server.indices.refresh(index=indexes.alias("*"))
    return pages


def test_another_mapping_or_analysis_builds_new_indexes_while_the_old_ones_answer(server, pages, monkeypatch):
    assert not is_behind(ElasticsearchConsumer())
    monkeypatch.setitem(indexes.MAPPINGS["properties"], "more", {"type": "keyword"})
    assert is_behind(ElasticsearchConsumer())
    monkeypatch.setattr(ElasticsearchConsumer, "batch_size", 1)
    follow(ElasticsearchConsumer())
    assert generations(server)["de"] == {f"{alias('de')}-2": True, f"{alias('de')}-3": False}
    assert found("Bäckerei") == [page.pk for page in pages]
    follow(ElasticsearchConsumer())
    assert generations(server)["de"] == {f"{alias('de')}-3": True}
    server.indices.refresh(index=indexes.alias("*"))
    assert found("Bäckerei") == [page.pk for page in pages]


def test_a_server_with_indexes_of_another_version_is_filled_anew(server, pages, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(indexes, "index_version", lambda: "earlier")
        ElasticsearchConsumer().reset()
    make_publication("Bäckerei", sequence=pages[-1].sequence + 1)
    Sequence.objects.update(value=pages[-1].sequence + 1)
    with pytest.raises(Outdated):
        ElasticsearchConsumer().apply([shown(pages[0])])
    for _step in range(2):
        follow(ElasticsearchConsumer())
    assert len(list(ElasticsearchConsumer().held())) == 3


def test_an_interrupted_rebuild_begins_again(server):
    page = make_publication("Bäckerei")
    apply(server, shown(page))
    ElasticsearchConsumer().reset()
    ElasticsearchConsumer().reset()
    apply(server, shown(page))
    assert [list(indexes.values()) for indexes in generations(server).values()] == [[True]] * 3


def test_a_reset_of_an_empty_hub_leaves_empty_indexes(server):
    ElasticsearchConsumer().reset()
    assert not Publication.objects.exists()
    assert [list(indexes.values()) for indexes in generations(server).values()] == [[True]] * 3
    assert found("Bäckerei") == []


def test_a_language_may_begin_with_the_name_of_another(server):
    simple, german = make_publication("Bäckerei", locale="de-simple"), make_publication("Bäckerei")
    apply(server, shown(simple), shown(german))
    assert found("Bäckerei", Scope(("de-simple",))) == [simple.pk]
    assert found("Bäckerei") == [german.pk]


def test_a_page_that_elasticsearch_refuses_is_named(server, monkeypatch):
    page, good = make_publication("Bäckerei"), make_publication("Bäckerei")
    page.county = {"no": "slug"}
    with pytest.raises(ValueError, match=str(page.translation_key)):
        apply(server, shown(page), shown(good))


class TestServerDown:
    """The database answers, and the worker comes back later."""

    @pytest.fixture(params=["refuses", "hangs"])
    def url(self, request, settings):
        import socket

        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            if request.param == "hangs":
                listener.listen(50)
            settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{listener.getsockname()[1]}"
            yield settings.ELASTICSEARCH_URL

    def test_the_database_answers_within_the_limit(self, url, client, publish):
        publish("Bäckerei")
        began = time.monotonic()
        body = client.get("/api/v2/search/", {"q": "Bäckerei", "locale": "de"}).json()
        assert time.monotonic() - began < elasticsearch.SECONDS + 1
        assert (body["engine"], body["degraded"], body["total"]) == ("database", True, 1)

    def test_the_next_visitors_do_not_wait(self, url):
        ask("Bäckerei", GERMAN)
        began = time.monotonic()
        assert ask("Bäckerei", GERMAN).degraded
        assert time.monotonic() - began < 0.5

    def test_one_visitor_tries_again_later(self, url, monkeypatch):
        ask("Bäckerei", GERMAN)
        tries = []

        def client(url, seconds):
            tries.append(url)
            return indexes.client(url, seconds)

        def visit():
            with pytest.raises(Unavailable):
                elasticsearch.search("Bäckerei", GERMAN)

        monkeypatch.setattr(elasticsearch, "client", client)
        monkeypatch.setitem(servers._resting_until, url, time.monotonic() - 1)
        threads = [Thread(target=visit) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(tries) == 1

    def test_the_worker_is_told_to_come_back(self, settings):
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        page = make_publication("Bäckerei")
        with pytest.raises(Unavailable):
            ElasticsearchConsumer().apply([shown(page)])
        with pytest.raises(Unavailable):
            ElasticsearchConsumer().reset()
        with pytest.raises(Unavailable):
            list(ElasticsearchConsumer().held())


def test_an_index_that_is_missing_is_answered_by_the_database(elasticsearch_url, settings):
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid4().hex}"
    page = make_publication("Bäckerei")
    DatabaseConsumer().apply([shown(page)])
    answer = ask("Bäckerei", GERMAN)
    assert (answer.ids, answer.engine, answer.degraded) == ([page.pk], "database", True)
