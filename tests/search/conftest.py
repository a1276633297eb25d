"""Publications made by hand: search reads nothing else."""

import uuid
from collections.abc import Callable
from itertools import count

import pytest

from hub.publications.consumers import Change
from hub.publications.models import Publication
from search.engines import elasticsearch
from search.engines.database import DatabaseConsumer

Publish = Callable[..., Publication]
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
def rested():
    """Every test begins with an Elasticsearch that nobody has given up."""
    elasticsearch._resting_until.clear()
    yield
    elasticsearch._resting_until.clear()
