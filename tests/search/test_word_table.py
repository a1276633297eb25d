"""The word table: which German words a question in another language may mean."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from hub.publications.models import OutboxRow, Publication, Sequence
from search.meaning import learning
from search.meaning import word_table as module
from search.meaning.learning import due_locale, learn, learn_due, word_table
from search.meaning.word_table import WordTable, gram_weights, word_key
from search.models import LearntWords
from tests.search.conftest import make_publication

PAIRS = [
    ("the flat is large", "die Wohnung ist groß"),
    ("a flat costs money", "eine Wohnung kostet Geld"),
    ("the school is large", "die Schule ist groß"),
    ("a school costs money", "eine Schule kostet Geld"),
]


@pytest.fixture
def translate(db):
    """Store a page in German and its translation: `translate("die Schule", "the school")`."""

    def translate(german: str, text: str, locale: str = "en", **values) -> Publication:
        key = uuid.uuid4()
        make_publication(german, translation_key=key)
        return make_publication(text, title="Page", locale=locale, translation_key=key, **values)

    return translate


@pytest.fixture(autouse=True)
def looks_at_once(monkeypatch, settings):
    """Every test begins as a worker does that has not looked yet."""
    monkeypatch.setattr(learning, "_look_at", 0.0)
    settings.LANGUAGES = [("en", "English")]  # of the source language spellings alone are learnt


def best(weights: dict[str, float]) -> str:
    return max(weights, key=lambda word: weights[word])


def learnt_words(locale: str = "en") -> set[str]:
    table = word_table(locale)
    return set(table.translations) if table else set()


def learnt_long_ago(locale: str = "en", **age: int) -> None:
    LearntWords.objects.filter(locale=locale).update(learnt_at=timezone.now() - timedelta(**age))


def all_numbers_are_given() -> None:
    Sequence.objects.update_or_create(pk=1, defaults={"value": Publication.objects.latest("sequence").sequence})


@pytest.mark.parametrize(("word", "german"), [("flat", "wohnung"), ("School", "schule"), ("schools", "schule")])
def test_a_word_means_what_stands_where_it_stands(word, german):
    assert best(WordTable.learn(PAIRS, "en").translate(word)) == german


def test_what_nobody_has_translated_means_itself():
    assert WordTable.learn(PAIRS, "en").translate("BAföG 2024") == {"bafog": 1, "2024": 1}


def test_the_same_words_in_the_same_order_are_told_from_each_other_by_their_places():
    table = WordTable.learn([("big city", "große Stadt"), ("big city map", "große Stadt Karte")], "en")
    assert best(table.translate("big")) == "grosse"
    assert best(table.translate("city")) == "stadt"


def test_it_says_how_much_of_a_question_it_knows():
    table = WordTable.learn(PAIRS, "en")
    assert table.knows("flat school") == 1
    assert table.knows("flat aubergine") == pytest.approx(0.5)
    assert table.knows("aubergine") == table.knows("") == 0
    assert table.knows("BAföG 2024 aubergine", {"bafog"}) == pytest.approx(2 / 3)


def test_words_that_all_questions_share_count_less():
    weights = WordTable.learn([("where", "wo"), ("school", "schule")], "en").translate("Where is a school?")
    assert weights["wo"] < weights["schule"] / 2


def test_without_pairs_nothing_is_learnt():
    assert WordTable.learn([("", "Wohnung"), ("flat", "…")], "en").translations == {}


def test_no_more_than_the_most_pairs_are_read(monkeypatch):
    monkeypatch.setattr(module, "MAX_PAIRS", 2)
    assert best(WordTable.learn(iter(PAIRS), "en").translate("school")) == "school"


@pytest.mark.parametrize("word", ["المدرسه", "والمدرسه", "للمدرسه", "بالمدرسه", "مدرسه"])
def test_an_arabic_word_is_known_whatever_is_written_before_it(word):
    assert word_key(word, "ar") == "مدرسه"


def test_a_persian_word_keeps_its_first_letters():
    assert word_key("بانكها", "fa") == "بانكها"


def test_the_many_grams_of_a_long_word_do_not_outdo_a_short_one():
    weights = gram_weights({"amt": 1, "aufenthaltserlaubnis": 1})
    assert weights["_amt"] > 2 * weights["_auf"]


def test_a_table_is_learnt_from_public_translations(translate):
    for text, german in PAIRS:
        translate(german, text)
    assert learn_due()
    table = word_table("en")
    assert table is not None
    assert best(table.translate("flat")) == "wohnung"


def test_lines_are_paired_by_their_path(translate):
    page = translate("", "")
    page.texts = [["b", "en", "school"], ["a", "en", "flat"]]
    original = make_publication("")
    original.texts = [["a", "de", "Wohnung"], ["b", "de", "Schule"]]
    assert set(module.paired_lines(page, original)) == {("school", "Schule"), ("flat", "Wohnung")}


def test_lines_at_one_path_are_paired_together_where_one_is_missing(translate):
    page, original = translate("", ""), make_publication("")
    page.texts = [["a", "en", "flat and school"]]
    original.texts = [["a", "de", "Wohnung"], ["a", "de", "Schule"]]
    assert list(module.paired_lines(page, original)) == [("flat and school", "Wohnung\nSchule")]


def test_what_stands_in_another_language_teaches_nothing(translate):
    page, original = translate("", ""), make_publication("")
    page.texts = [["a", "de", "Wohnung"], ["b", "en", "school"]]
    original.texts = [["a", "de", "Wohnung"], ["b", "de", "Schule"]]
    assert list(module.paired_lines(page, original)) == [("school", "Schule")]


def test_a_hidden_page_teaches_nothing(translate):
    translate("Schule", "school")
    hidden = translate("Wohnung", "flat")
    OutboxRow.objects.create(page_id=hidden.source_id, withdraw=True)
    translate("Geld", "money", visible_until=timezone.now() - timedelta(seconds=1))
    learn("en")
    assert "school" in learnt_words()
    assert learnt_words().isdisjoint({"flat", "money"})


def test_a_page_shown_in_german_teaches_nothing(translate):
    translate("Schule", "Schule", content_locale="de")
    assert due_locale() is None


def test_without_translations_there_is_no_table(db):
    assert not learn_due()
    assert word_table("en") is None


def test_a_table_is_left_alone_for_ten_minutes(translate):
    translate("Schule", "school")
    all_numbers_are_given()
    learn("en")
    translate("Wohnung", "flat")
    learnt_long_ago(minutes=9)
    assert due_locale() is None
    learnt_long_ago(minutes=11)
    assert due_locale() == "en"


def test_few_changes_wait_for_a_day(translate):
    for number in range(20):
        translate(f"Schule {number}", f"school {number}")
    all_numbers_are_given()
    learn("en")
    translate("Wohnung", "flat")
    learnt_long_ago(hours=23)
    assert due_locale() is None
    learnt_long_ago(hours=25)
    assert due_locale() == "en"


def test_what_is_withdrawn_leaves_the_table(translate):
    translate("Schule", "school")
    withdrawn = translate("Wohnung", "flat")
    all_numbers_are_given()
    learn("en")
    withdrawn.delete()
    learnt_long_ago(minutes=11)
    assert learn_due()
    assert "school" in learnt_words()
    assert "flat" not in learnt_words()


def test_the_table_goes_with_the_last_translation(translate):
    page = translate("Schule", "school")
    learn("en")
    page.delete()
    learnt_long_ago(minutes=11)
    assert learn_due()
    assert word_table("en") is None
    assert due_locale() is None


def test_a_table_of_another_version_is_not_used_and_learnt_anew(translate):
    translate("Schule", "school")
    learn("en")
    LearntWords.objects.update(version=learning.VERSION - 1)
    assert word_table("en") is None
    assert due_locale() == "en"


def test_the_worker_looks_once_a_minute(translate, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(learning.time, "monotonic", lambda: 1000.0)
    assert not learn_due()
    with django_assert_num_queries(0):
        learn_due()


def test_a_table_is_read_once(translate, django_assert_num_queries):
    translate("Schule", "school")
    learn("en")
    table = word_table("en")
    with django_assert_num_queries(1):
        assert word_table("en") is table
