"""Publications made by hand: search reads nothing else."""

import uuid
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from types import ModuleType

import numpy as np
import pytest

from hub.publications.consumers import Change
from hub.publications.listsearch import Scope
from hub.publications.models import Publication
from search import answer, servers
from search.engines import database, elasticsearch, indexes
from search.engines.database import DatabaseConsumer
from search.engines.indexes import ElasticsearchConsumer
from search.meaning import embeddings, learning, source_grams, vectors
from search.meaning import memory as memories
from search.models import QuestionMean
from search.relevance import Ranked
from tests.search.model import Model

Publish = Callable[..., Publication]
Rank = Callable[[str, Scope], list[Ranked]]
numbers = count(1)


def make_publication(text: str, title: str = "Seite", locale: str = "de", **values) -> Publication:
    """Store what is shown of a page, without telling any engine: `make_publication("Wo man backt", county="hier")`."""
    number = next(numbers)
    content_locale = values.pop("content_locale", locale)
    key = values.pop("translation_key", uuid.uuid4())
    county = values.pop("county", "musterland")
    kind = values.pop("kind", "info")
    path = f"{county}/seite-{number}"
    meta = {
        "kind": kind,
        "locale": locale,
        "content_locale": content_locale,
        "translation_key": str(key),
        "detail_url": f"/api/v2/pages/{number}/",
        "html_url": f"/{locale}/{path}/",
    }
    teaser = {
        "id": number,
        "title": title,
        "summary": "",
        "image": {"src": "/images/1/", "srcset": "/images/1/ 100w, /images/2/ 200w"},
        "meta": meta,
    }
    document = {**teaser, "meta": {**meta, "county": {"id": 1, "slug": county, "title": county.title()}}}
    return Publication.objects.create(
        translation_key=key,
        locale=locale,
        content_locale=content_locale,
        sequence=values.pop("sequence", number),
        kind=kind,
        county=county,
        source_id=number,
        page_id=number,
        parent_id=1,
        ancestors=f"/1/{number}/",
        tree_path=f"{number:08}",
        path=path,
        title=title,
        slug=f"seite-{number}",
        teaser=teaser,
        document=document,
        texts=[["", locale, line] for line in (title, *text.splitlines())],
        **values,
    )


def rank(engine: ModuleType, question: str, scope: Scope) -> list[Ranked]:
    return engine.rank(question, scope, scope.publications())


def shown(publication: Publication) -> Change:
    return Change(publication.sequence, publication.translation_key, publication.locale, publication.kind, publication)


def gone(publication: Publication, sequence: int) -> Change:
    return Change(sequence, publication.translation_key, publication.locale, publication.kind, None)


@pytest.fixture
def publish(db) -> Publish:
    """Store a publication as `make_publication` does, and give it to the database engine."""

    def publish(text: str, **values) -> Publication:
        publication = make_publication(text, **values)
        DatabaseConsumer().apply([shown(publication)])
        return publication

    return publish


@pytest.fixture(autouse=True)
def rested(monkeypatch):
    """Every test begins with servers that nobody has given up, and remembers nothing of the database of another one."""
    for known in (servers._resting_until, vectors._means, learning._loaded, answer._remembered):
        known.clear()
    for memory in (vectors.memory, source_grams.memory):
        memory.forget()
    monkeypatch.setattr(memories, "SECONDS", 0)
    yield
    servers._resting_until.clear()


@pytest.fixture
def model(db, monkeypatch) -> Model:
    """The model in use, with the mean vectors of its languages."""
    model = Model()
    monkeypatch.setattr(embeddings, "embedder", lambda: model)
    for number, locale in enumerate(("de", "ar")):
        mean = np.zeros(6, np.float32)
        mean[number] = 1
        QuestionMean.objects.create(locale=locale, model=model.model, vector=mean.tobytes())
    return model


@pytest.fixture
def with_elasticsearch(elasticsearch_url, settings, monkeypatch) -> Iterator[Callable[..., Rank]]:
    """Return with_elasticsearch(*publications): index them, and return what ranks them."""
    monkeypatch.setattr(elasticsearch, "SECONDS", 30)
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid.uuid4().hex}"
    server = indexes.client(elasticsearch_url, 30)

    def apply(*publications: Publication) -> Rank:
        ElasticsearchConsumer().apply([shown(item) for item in publications])
        server.indices.refresh(index=indexes.alias("*"))
        return partial(rank, elasticsearch)

    yield apply
    server.indices.delete(index=indexes.alias("*"))


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def index(request) -> Callable[..., Rank]:
    """Return index(*publications): give them to one of the engines, and return what ranks them."""
    if request.param == "elasticsearch":
        return request.getfixturevalue("with_elasticsearch")

    def apply(*publications: Publication) -> Rank:
        DatabaseConsumer().apply([shown(item) for item in publications])
        return partial(rank, database)

    return apply
