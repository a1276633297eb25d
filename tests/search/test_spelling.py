"""A misspelt word of a question gets the vector of the word that pages have."""

from __future__ import annotations

import pytest

from hub.publications.listsearch import Scope
from search.answer import ask
from search.engines.database import DatabaseConsumer
from search.meaning.consumer import VectorConsumer
from search.meaning.learning import corrected, learn
from search.meaning.spelling import Speller, spellings_of
from tests.search.conftest import make_publication, shown


@pytest.fixture
def speller() -> Speller:
    return Speller(spellings_of(["Die Aufenthaltserlaubnis verlängern", "Arbeit suchen, Arbeit finden", "Arbeiten"]))


@pytest.mark.parametrize(
    "typed",
    [
        "Aufenthaltserlaubis",
        "Aufenthaltsserlaubnis",
        "Aufenthaltserlaubnid",
        "Aufenthaltserluabnis",
        "aufenthaltserlaubniss",
    ],
)
def test_one_wrong_letter_is_put_right(speller, typed):
    assert speller.corrected(f"Wo ist die {typed}?") == "Wo ist die Aufenthaltserlaubnis?"


def test_words_that_pages_have_stay_as_they_are_typed(speller):
    assert speller.corrected("ARBEIT verlaengern arbeiten") == "ARBEIT verlaengern arbeiten"


def test_of_several_neighbours_the_most_frequent_is_taken(speller):
    assert speller.corrected("Arbeite") == "Arbeit"


def test_a_word_of_four_letters_is_found_by_five():
    assert Speller(spellings_of(["Der Arzt"])).corrected("Artzt") == "Arzt"


def test_words_without_neighbours_and_short_words_stay(speller):
    assert speller.corrected("Xylophon Amt 06151 usw.") == "Xylophon Amt 06151 usw."


def test_arabic_words_keep_the_spelling_of_the_pages():
    assert Speller(spellings_of(["تصريح الإقامة"])).corrected("تصريج الاقامه") == "تصريح الاقامه"


@pytest.mark.django_db
def test_a_misspelt_question_means_what_the_right_one_does(model):
    pages = [make_publication(text) for text in ("Eine Unterkunft und Miete", "Der Arzt hilft")]
    for consumer in (DatabaseConsumer(), VectorConsumer()):
        consumer.apply([shown(page) for page in pages])
    learn("de")
    assert corrected("Unterkumft", "de") == "Unterkunft"
    assert ask("Unterkumft", Scope(("de",))).ids[0] == pages[0].pk


@pytest.mark.django_db
def test_no_word_of_another_language_is_learnt():
    page = make_publication("Wohnung")
    page.texts.append(["body", "en", "Apartment"])
    page.save()
    learn("de")
    assert corrected("Apartmemt Wohnumg", "de") == "Apartmemt Wohnung"
