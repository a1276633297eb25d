"""Texts that a kind weighs count more, in both engines; without weights nothing changes."""

import dataclasses

import pytest

from hub.plugins import Kinds, kinds
from hub.publications.listsearch import Scope
from search.engines import database
from search.engines.database import DatabaseConsumer
from search.engines.indexes import operation
from search.weights import weight_of
from tests.search.conftest import make_publication, rank, shown

WEIGHTS = {"staff": 2, "staff.function": 5, "places.name": 3}


@pytest.mark.parametrize(
    ("path", "weight"),
    [
        ("title", 1),
        ("staff.1f0c.function", 5),
        ("staff.1f0c.name", 2),
        ("staff", 2),
        ("staffing.1f0c.function", 1),
        ("places.name", 3),
        ("places.slug", 1),
        ("", 1),
    ],
)
def test_the_most_exact_name_weighs(path, weight):
    assert weight_of(path, WEIGHTS) == weight
    assert weight_of(path, {}) == 1


@pytest.fixture
def weighed(monkeypatch):
    kind = dataclasses.replace(kinds.get("info"), search_weights=WEIGHTS)
    monkeypatch.setattr("search.weights.kinds", Kinds({"info": kind}))


@pytest.fixture
def pages(db):
    """Two pages with the word, once in a sentence and once as somebody's function."""
    pages = []
    for path in ("body.1", "staff.1.function"):
        page = make_publication("Buchhaltung")
        page.texts = [["title", "de", "Seite"], [path, "de", "Die Buchhaltung hilft gerne weiter"]]
        page.save()
        pages.append(page)
    return pages


def scores(pages):
    DatabaseConsumer().apply([shown(page) for page in pages])
    ranked = dict(rank(database, "Buchhaltung", Scope(("de",))))
    return [ranked[page.pk] for page in pages]


def test_the_database_obeys_weights(pages, weighed):
    sentence, function = scores(pages)
    assert function > sentence


def test_without_weights_the_place_of_a_word_is_all_one(pages):
    sentence, function = scores(pages)
    assert function == pytest.approx(sentence)


def test_elasticsearch_is_given_weighed_words(pages, weighed):
    (_target, sentence), (_other, function) = (operation(shown(page), "hub-de-1") for page in pages)
    assert [text["words"].count("Buchhaltung") for text in (sentence, function)] == [1, 5]
    assert function["grams"].count("buchhaltung") == 5
