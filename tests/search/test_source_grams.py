"""Which pages in the source language hold what a question in another language may mean."""

from __future__ import annotations

import numpy as np
import pytest

from hub.publications.listsearch import Scope
from search.answer import ask, results
from search.engines.database import DatabaseConsumer
from search.meaning import source_grams
from search.meaning.learning import VERSION
from search.meaning.source_grams import scores, source_pages
from search.meaning.word_table import WordTable, gram_weights
from search.models import Entry, LearntWords
from tests.search.conftest import gone, make_publication, shown

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def publish(text: str, **values):
    publication = make_publication(text, **values)
    DatabaseConsumer().apply([shown(publication)])
    return publication


def score(weights: dict[str, float]) -> list[float]:
    pages = source_pages()
    return scores(pages, gram_weights(weights), np.arange(len(pages.rows))).tolist()


def test_pages_are_scored_by_the_grams_that_they_hold_and_by_their_weights():
    publish("Eine Wohnung suchen"), publish("Der Arzt hilft"), publish("Ein Verein")
    flat, doctor, club = score({"wohnung": 0.9, "arzt": 0.1})
    assert flat > doctor > club >= 0


def test_a_page_with_all_that_is_asked_for_has_a_score_of_about_one():
    publish("Wohnung"), publish("Ein Arzt"), publish("Der Verein")
    assert score({"wohnung": 1})[0] == pytest.approx(1, abs=1)


def test_only_pages_in_the_source_language_have_grams():
    german, arabic = publish("Eine Wohnung"), publish("سكن", locale="ar")
    assert Entry.objects.get(translation_key=german.translation_key).grams
    assert Entry.objects.get(translation_key=arabic.translation_key).grams is None
    assert source_pages().keys == (german.translation_key,)


def test_pages_that_come_and_go_are_noticed():
    assert source_pages() is None
    first, second = publish("Eine Wohnung"), publish("Der Arzt", county="dort")
    assert source_pages().keys == (first.translation_key, second.translation_key)
    DatabaseConsumer().apply([gone(first, second.sequence + 1)])
    third = publish("Ein Verein")
    assert source_pages().keys == (second.translation_key, third.translation_key)
    assert source_pages().within("dort", "").tolist() == [0]


def test_many_new_pages_are_read_at_once(monkeypatch):
    publish("Eine Wohnung")
    assert len(source_pages().rows) == 1
    monkeypatch.setattr("search.meaning.memory.MANY", 1)
    for _ in range(3):
        publish("Der Arzt")
    assert len(source_pages().rows) == 4


@pytest.fixture
def table():
    """A word table for Arabic; nothing has vectors."""
    learnt = WordTable.learn([("سكن", "Wohnung"), ("طبيب", "Arzt")] * 3, "ar")
    values = {"source": "de", "version": VERSION, "sequence": 1, "pages": 2, "learnt_at": "2026-01-01T00:00:00Z"}
    LearntWords.objects.create(locale="ar", translations=learnt.translations, spellings={}, **values)


def test_without_a_model_the_table_finds_a_german_page_and_its_words_are_marked(table):
    flat = publish("Eine Wohnung suchen")
    publish("Der Arzt hilft")
    in_arabic = publish("Eine Wohnung suchen", locale="ar", content_locale="de", translation_key=flat.translation_key)
    answer = ask("سكن", Scope(("ar",)))
    assert answer.ids == [in_arabic.pk]
    [result] = results(answer.ids, answer)
    assert "<mark>Wohnung</mark>" in result.highlight


def test_a_word_that_the_table_does_not_know_finds_nothing(table):
    flat = publish("Eine Wohnung suchen")
    publish("Eine Wohnung suchen", locale="ar", content_locale="de", translation_key=flat.translation_key)
    assert ask("ديناصور", Scope(("ar",))).ids == []


def test_a_gram_has_the_same_number_in_every_process():
    assert source_grams.gram_id("_woh") == 8255
